import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import {
  type Column,
  containing,
  DateText,
  ListPage,
  ListTools,
  Money,
  StateBadge,
  TwoLines,
  useList,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import type { Deposit } from '../../deposit-types';
import { AskDialog } from './ask-dialog';

const STATES = ['open', 'returned', 'forfeited'];

/** Deposits that were asked for: advances and securities. */
export function DepositList() {
  const say = useSay('billing');
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const states = useStateFilter(STATES, (one) => say(`deposit_state.${one}`));
  const reading = useList<Deposit>('/billing/deposits', {
    search: containing('description', 'customer.name'),
    sort: 'id:desc',
    populate: { customer: true, invoice: true },
  });
  const columns: Column<Deposit>[] = [
    {
      key: 'what',
      title: say('deposit.what'),
      wraps: true,
      cell: (one) => (
        <TwoLines
          first={<Typography fontWeight="semiBold">{one.description}</Typography>}
          second={say(`deposit_kind.${one.kind}`)}
        />
      ),
    },
    { key: 'customer', title: say('field.customer'), wraps: true, cell: (one) => one.customer?.name },
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: (one) => <TwoLines first={one.invoice?.number} second={<DateText at={one.askedAt} />} />,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: (one) => <StateBadge state={one.state} label={say(`deposit_state.${one.state}`)} />,
    },
    {
      key: 'amount',
      title: say('field.total'),
      right: true,
      cell: (one) => <Money amount={one.invoice?.total} currency={one.currency} />,
    },
  ];
  return (
    <ListPage
      title={say('deposit.title')}
      subtitle={say('deposit.subtitle')}
      action={
        <Flex gap={2}>
          {may('plugin::billing.opening.import') && (
            <Button tag={NavLink} to="opening" variant="secondary">
              {say('opening_money.open')}
            </Button>
          )}
          {may('plugin::billing.deposit.ask') && (
            <Button startIcon={<Plus />} onClick={() => setAsking(true)}>
              {say('deposit.ask')}
            </Button>
          )}
        </Flex>
      }
      tools={<ListTools search={say('deposit.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      empty={say('deposit.empty')}
      none={say('deposit.none_yet')}
    >
      {asking && <AskDialog onClose={() => setAsking(false)} />}
    </ListPage>
  );
}
