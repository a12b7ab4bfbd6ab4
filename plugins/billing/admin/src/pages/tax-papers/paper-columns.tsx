import { Typography } from '@strapi/design-system';
import { type Column, DateText, Money, StateBadge, TwoLines, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Buyer, Customer, Invoice, Numbered, TaxPaper } from '../../types';
import type { Note } from './types';

interface Sent extends Numbered {
  buyer: Buyer | null;
  customer?: Customer | null;
  invoice?: Pick<Invoice, 'number'> | null;
}

/** What every paper has: for whom it is, and how it stands. */
function useSharedColumns<Paper extends Sent>() {
  const say = useSay('billing');
  const number = (second: (one: Paper) => string): Column<Paper> => ({
    key: 'number',
    title: say('field.number'),
    wraps: true,
    cell: (one) => (
      <TwoLines first={<Typography fontWeight="semiBold">{one.number}</Typography>} second={second(one)} />
    ),
  });
  const customer: Column<Paper> = {
    key: 'customer',
    title: say('field.customer'),
    wraps: true,
    cell: (one) => <TwoLines first={one.buyer?.name ?? one.customer?.name} second={one.invoice?.number} />,
  };
  const state: Column<Paper> = {
    key: 'state',
    title: say('field.state'),
    cell: (one) => <StateBadge state={one.state} label={say(`document.${one.state}`)} />,
  };
  return { number, customer, state };
}

export function useTaxPaperColumns(receipts: boolean): Column<TaxPaper>[] {
  const say = useSay('billing');
  const { number, customer, state } = useSharedColumns<TaxPaper>();
  return [
    number((one) => say(`papers.kind_${one.kind}`)),
    customer,
    { key: 'date', title: say('papers.date'), cell: (one) => <DateText at={one.taxDate ?? one.issuedOn} /> },
    state,
    ...(receipts
      ? []
      : [
          {
            key: 'tax',
            title: say('field.tax'),
            right: true,
            cell: (one: TaxPaper) => <Money amount={one.tax} currency={one.currency} />,
          },
        ]),
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: (one) => <Money amount={one.total ?? one.amount} currency={one.currency} />,
    },
  ];
}

const AMOUNTS = ['net', 'tax', 'total'] as const;

export function useNoteColumns(): Column<Note>[] {
  const say = useSay('billing');
  const { number, customer, state } = useSharedColumns<Note>();
  return [
    number((one) => (one.cause === null ? '' : say(`cause.${one.cause}`))),
    customer,
    { key: 'date', title: say('papers.date'), cell: (one) => <DateText at={one.issuedOn} /> },
    {
      key: 'original',
      title: say('papers.original'),
      cell: ({ originals }) => originals?.map((original) => <div key={original.number}>{original.number}</div>),
    },
    state,
    ...AMOUNTS.map(
      (key): Column<Note> => ({
        key,
        title: say(`field.${key}`),
        right: true,
        cell: (one) => <Money amount={one[key]} currency={one.currency} />,
      }),
    ),
  ];
}
