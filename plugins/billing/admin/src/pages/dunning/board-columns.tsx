import { Button, Flex, Typography } from '@strapi/design-system';
import { formatDate, formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  DateText,
  LinkTo,
  Money,
  pageLink,
  pageOf,
  TwoLines,
  useLanguage,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { BoardRow } from './types';

/** `7 days before`, `on the due date`, `3 days after`. */
export function useDayText(): (day: number) => string {
  const say = useSay('billing');
  return (day) =>
    day === 0
      ? say('dunning.on_due')
      : say(day < 0 ? 'dunning.days_before' : 'dunning.days_after', { days: Math.abs(day) });
}

/** What the board shows of an invoice; the customer only where there are several. */
export function useBoardColumns(onAct: (row: BoardRow) => void, several: boolean): Column<BoardRow>[] {
  const say = useSay('billing');
  const may = useMay();
  const language = useLanguage();
  const dayText = useDayText();
  const pauseText = ({ kind, until }: NonNullable<BoardRow['pause']>): string =>
    kind === 'exemption' || until === null
      ? say('dunning.exempt')
      : say('dunning.promised_until', { until: formatDate(until, language) });
  const customer: Column<BoardRow> = {
    key: 'customer',
    title: say('field.customer'),
    wraps: true,
    cell: ({ customer: { documentId, name, phone } }) => (
      <TwoLines
        first={<LinkTo to={pageOf('plugin::crm.customer', documentId) ?? ''}>{name}</LinkTo>}
        second={formatPhone(phone)}
      />
    ),
  };
  return [
    ...(several ? [customer] : []),
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: (row) => (
        <TwoLines
          first={pageLink('plugin::billing.invoice', row.documentId, row.number)}
          second={row.isFee ? say('dunning.late_fee') : <DateText at={row.dueDate} />}
        />
      ),
    },
    {
      key: 'amount',
      title: say('field.due_amount'),
      right: true,
      cell: ({ amountDue, currency, daysOverdue }) => (
        <TwoLines
          right
          first={<Money amount={amountDue} currency={currency} strong />}
          second={daysOverdue > 0 && say('dunning.days_late', { days: daysOverdue })}
        />
      ),
    },
    {
      key: 'last',
      title: say('dunning.last'),
      wraps: true,
      cell: ({ last }) =>
        last === null ? (
          '–'
        ) : (
          <TwoLines
            first={last.action === 'none' ? dayText(last.day) : say(`dunning.action_${last.action}`)}
            second={<DateText at={last.on} />}
          />
        ),
    },
    {
      key: 'next',
      title: say('dunning.next'),
      wraps: true,
      cell: ({ next, pause, policy }) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          {pause && (
            <Typography variant="pi" fontWeight="bold" textColor="secondary600">
              {pauseText(pause)}
            </Typography>
          )}
          {next ? (
            <TwoLines
              first={
                next.action === 'none' ? say(`dunning.channel_${next.channel}`) : say(`dunning.action_${next.action}`)
              }
              second={<DateText at={next.on} />}
            />
          ) : (
            !pause && (
              <Typography textColor="neutral600">
                {say(policy === null ? 'dunning.no_policy' : 'dunning.no_more')}
              </Typography>
            )
          )}
        </Flex>
      ),
    },
    {
      key: 'act',
      title: '',
      acts: true,
      right: true,
      cell: (row) =>
        may('plugin::billing.dunning.act') && (
          <Button variant={row.call ? 'default' : 'tertiary'} size="S" onClick={() => onAct(row)}>
            {say(row.call ? 'dunning.record_call' : 'dunning.act')}
          </Button>
        ),
    },
  ];
}
