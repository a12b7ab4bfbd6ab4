import { Typography } from '@strapi/design-system';
import { type Column, DateText, Money, StateBadge, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import { shownState } from './invoice-state';
import type { Invoice } from './types';

/** How invoices are told apart, in their own list and in the account of a customer. */
export function useInvoiceColumns(...afterNumber: Column<Invoice>[]): Column<Invoice>[] {
  const say = useSay('billing');
  const { today } = useToday();
  return [
    {
      key: 'number',
      title: say('field.number'),
      cell: (invoice) => <Typography fontWeight="semiBold">{invoice.number ?? say('invoices.no_number')}</Typography>,
    },
    ...afterNumber,
    { key: 'issued', title: say('field.issued_on'), cell: (invoice) => <DateText at={invoice.issuedOn} /> },
    { key: 'due', title: say('field.due_date'), cell: (invoice) => <DateText at={invoice.dueDate} /> },
    {
      key: 'state',
      title: say('field.state'),
      cell: (invoice) => {
        const shown = shownState(invoice, today);
        return <StateBadge state={shown} label={say(`state.${shown}`)} />;
      },
    },
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: (invoice) => <Money amount={invoice.total} currency={invoice.currency} />,
    },
    {
      key: 'open',
      title: say('field.due_amount'),
      right: true,
      cell: (invoice) =>
        invoice.state === 'open' && (
          <Money
            amount={invoice.amountDue}
            currency={invoice.currency}
            tone={shownState(invoice, today) === 'overdue' ? 'danger600' : 'neutral800'}
          />
        ),
    },
  ];
}
