import { Button, Flex, Typography } from '@strapi/design-system';
import {
  type Column,
  DateText,
  Money,
  pageLink,
  StateBadge,
  TwoLines,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { UNDECIDED } from '../../../../server/src/domain/renewal-machine';
import { RENEWAL_BADGE, RISK_COLOUR } from '../../renewal-shown';
import type { CockpitRow } from './types';

const CONTRACT = 'plugin::contracts.contract';

interface Deeds {
  /** Renews, or wins back what has lapsed: at one press. */
  onRenew: (row: CockpitRow) => void;
  onDecide: (row: CockpitRow) => void;
  /** The contract that is being renewed just now. */
  busy: string | undefined;
}

export const isUndecided = ({ renewalState, state }: CockpitRow): boolean =>
  state === 'active' && (renewalState === null || UNDECIDED.includes(renewalState));

/** A contract that ends: when, who was told, what further terms cost, how its customer pays, and what can be done. */
export function useCockpitColumns({ onRenew, onDecide, busy }: Deeds): Column<CockpitRow>[] {
  const say = useSay('contracts');
  const may = useMay();
  const mayDecide = may('plugin::contracts.renewal.decide');
  return [
    {
      key: 'contract',
      title: say('field.number'),
      wraps: true,
      cell: (row) => <TwoLines first={pageLink(CONTRACT, row.documentId, row.number)} second={row.customer.name} />,
    },
    {
      key: 'ends',
      title: say('field.ends_on'),
      cell: ({ endsOn, daysLeft }) => (
        <TwoLines
          first={<DateText at={endsOn} />}
          second={say(daysLeft < 0 ? 'renewals.days_over' : 'renewals.days_left', { days: Math.abs(daysLeft) })}
        />
      ),
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: (row) => (
        <TwoLines
          first={
            <StateBadge
              state={RENEWAL_BADGE[row.renewalState ?? 'open']}
              label={say(`renewal_state.${row.renewalState ?? 'open'}`)}
            />
          }
          second={
            row.problem ??
            (isUndecided(row) && (
              <Typography variant="pi" textColor={RISK_COLOUR[row.risk]}>
                {say(`risk.${row.risk}`)}
              </Typography>
            ))
          }
        />
      ),
    },
    { key: 'owner', title: say('renewals.owner'), cell: ({ owner }) => owner?.name ?? '–' },
    {
      key: 'notices',
      title: say('renewals.notices'),
      cell: ({ notices, lastNoticeOn, autoRenew }) => (
        <TwoLines
          first={notices === 0 ? say('renewals.not_told') : say('renewals.told', { count: notices })}
          second={autoRenew ? say('renewals.by_itself') : <DateText at={lastNoticeOn} />}
        />
      ),
    },
    {
      key: 'price',
      title: say('renewals.price'),
      right: true,
      cell: ({ price, currency, invoice }) => (
        <TwoLines
          right
          first={price === null ? '–' : <Money amount={price} currency={currency} />}
          second={invoice && pageLink('plugin::billing.invoice', invoice.documentId, invoice.number ?? '')}
        />
      ),
    },
    {
      key: 'pays',
      title: say('renewals.pays'),
      cell: ({ paid, inTime, overdueDays }) => (
        <TwoLines
          first={paid === 0 ? say('renewals.never_paid') : say('renewals.in_time', { inTime, paid })}
          second={overdueDays > 0 ? say('renewals.overdue', { days: overdueDays }) : undefined}
        />
      ),
    },
    {
      key: 'usage',
      title: say('renewals.usage'),
      wraps: true,
      cell: ({ usage }) =>
        usage.length === 0
          ? '–'
          : usage
              .map(({ unit, had, used }) => say('renewals.used', { unit: say(`entitlement_unit.${unit}`), had, used }))
              .join(', '),
    },
    {
      key: 'do',
      title: '',
      acts: true,
      cell: (row) => {
        const isLapsed = row.renewalState === 'lapsed';
        const isOpen = isUndecided(row);
        const renews = isOpen || isLapsed || (row.renewalState === 'declined' && row.state === 'active');
        return (
          <Flex gap={2}>
            {renews && mayDecide && (
              <Button size="S" loading={busy === row.documentId} onClick={() => onRenew(row)}>
                {say(isLapsed ? 'renewals.win_back' : 'renewals.renew')}
              </Button>
            )}
            {isOpen && row.renewal !== null && (mayDecide || may('plugin::contracts.renewal.offer')) && (
              <Button size="S" variant="secondary" onClick={() => onDecide(row)}>
                {say('renewals.decide')}
              </Button>
            )}
          </Flex>
        );
      },
    },
  ];
}
