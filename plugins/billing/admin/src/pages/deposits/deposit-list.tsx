import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import {
  type Column,
  DateText,
  ListTools,
  Money,
  PageFrame,
  ReadTable,
  StateBadge,
  useApi,
  useListQuery,
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
  const navigate = useNavigate();
  const { page, narrowed, asked } = useListQuery();
  const [asking, setAsking] = useState(false);
  const [state, search] = [asked('state'), asked('q')];
  const states = useStateFilter(STATES, (one) => say(`deposit_state.${one}`));
  const reading = useApi<Deposit[]>('/billing/deposits', {
    filters: {
      ...(state ? { state: { $eq: state } } : {}),
      ...(search
        ? { $or: [{ description: { $containsi: search } }, { customer: { name: { $containsi: search } } }] }
        : {}),
    },
    sort: 'id:desc',
    populate: { customer: true, invoice: true },
    pagination: { page },
  });
  const columns: Column<Deposit>[] = [
    {
      key: 'what',
      title: say('deposit.what'),
      wraps: true,
      cell: (one) => <Typography fontWeight="semiBold">{one.description}</Typography>,
    },
    { key: 'kind', title: say('deposit.kind'), cell: (one) => say(`deposit.kind_${one.kind}`) },
    { key: 'customer', title: say('field.customer'), wraps: true, cell: (one) => one.customer?.name },
    { key: 'invoice', title: say('field.invoice'), cell: (one) => one.invoice?.number },
    { key: 'asked', title: say('refunds.requested_at'), cell: (one) => <DateText at={one.askedAt} /> },
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
    <PageFrame
      title={say('deposit.title')}
      subtitle={say('deposit.subtitle')}
      action={
        may('plugin::billing.deposit.ask') && (
          <Button startIcon={<Plus />} onClick={() => setAsking(true)}>
            {say('deposit.ask')}
          </Button>
        )
      }
    >
      <ListTools search={say('deposit.search')} filters={[states]} />
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        onOpen={(one) => navigate(one.documentId)}
        empty={say(narrowed ? 'deposit.empty' : 'deposit.none_yet')}
      />
      {asking && <AskDialog onClose={() => setAsking(false)} />}
    </PageFrame>
  );
}
