import { type Column, DateText, Money, pageLink, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { BillingPeriod } from '../types';

/** Of a period that was billed: its days, how much, on which invoice, and whether it was undone. */
export function usePeriodColumns(currency: string): Column<Omit<BillingPeriod, 'line'>>[] {
  const say = useSay('contracts');
  return [
    { key: 'starts', title: say('field.from'), cell: ({ startsOn }) => <DateText at={startsOn} /> },
    { key: 'ends', title: say('field.to'), cell: ({ endsOn }) => <DateText at={endsOn} /> },
    {
      key: 'amount',
      title: say('field.amount'),
      right: true,
      cell: ({ amount }) => <Money amount={amount} currency={currency} />,
    },
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: ({ invoice }) => pageLink('plugin::billing.invoice', invoice?.documentId, invoice?.number ?? ''),
    },
    { key: 'state', title: say('field.state'), cell: ({ state }) => say(`period_state.${state}`) },
  ];
}
