import { Typography } from '@strapi/design-system';
import {
  type Column,
  DataTable,
  DateText,
  Money,
  pageLink,
  Panel,
  StateBadge,
  TwoLines,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { OrderPaper, OrderPapers as Papers } from './use-order-papers';

/** What was asked for an order, what was taken off it, and what of it is still open. */
export function OrderPapers({ papers, due, currency }: Papers & { currency: string }) {
  const say = useSay('sales');
  const inBilling = useSay('billing');
  if (papers.length === 0) return null;

  const stateOf = ({ kind, state }: OrderPaper): string =>
    inBilling(`${kind === 'invoice' ? 'state' : 'document'}.${state}`);
  const columns: Column<OrderPaper>[] = [
    {
      key: 'number',
      title: say('field.number'),
      cell: ({ kind, documentId, number }) => (
        <TwoLines
          first={pageLink(`plugin::billing.${kind}`, documentId, number)}
          second={inBilling(`subject.${kind}`)}
        />
      ),
    },
    { key: 'issued', title: inBilling('field.issued_on'), cell: ({ issuedOn }) => <DateText at={issuedOn} /> },
    {
      key: 'state',
      title: say('field.state'),
      cell: (paper) => <StateBadge state={paper.state} label={stateOf(paper)} />,
    },
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: ({ kind, total, ...paper }) => (
        <Money amount={kind === 'credit-note' ? `-${total}` : total} currency={paper.currency} />
      ),
    },
    {
      key: 'open',
      title: say('field.due_amount'),
      right: true,
      cell: ({ open, ...paper }) => open !== null && <Money amount={open} currency={paper.currency} strong />,
    },
  ];
  return (
    <Panel
      title={say('orders.papers')}
      aside={
        due !== undefined && (
          <Typography>
            {say('field.due_amount')} <Money amount={due} currency={currency} strong />
          </Typography>
        )
      }
    >
      <DataTable
        columns={columns}
        rows={papers}
        keyOf={({ kind, documentId }) => `${kind}-${documentId}`}
        empty={say('orders.papers')}
      />
    </Panel>
  );
}
