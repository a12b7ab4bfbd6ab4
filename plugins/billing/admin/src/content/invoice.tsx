import { Flex } from '@strapi/design-system';
import { DateText, Facts, Money, Read, StateBadge, useApi, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import { buyerName, shownState } from '../invoice-state';
import { InvoiceActions } from '../pages/invoices/invoice-actions';
import type { Invoice } from '../types';

/** Beside the form of an invoice in the content manager: how it stands and what may be done with it. */
export default function BesideInvoice({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useSay('billing');
  const { today } = useToday();
  const reading = useApi<Invoice>(`/billing/invoices/${id}`, { populate: { customer: true } });
  const done = (): void => {
    reading.reload();
    onDone();
  };
  const shownOf = (invoice: Invoice) => {
    const { currency } = invoice;
    const shown = shownState(invoice, today);
    return (
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Facts
          columns={1}
          facts={[
            [say('field.state'), <StateBadge key="state" state={shown} label={say(`state.${shown}`)} />],
            [say('field.customer'), buyerName(invoice)],
            [say('field.due_date'), invoice.dueDate && <DateText key="due" at={invoice.dueDate} />],
            [say('field.total'), <Money key="total" amount={invoice.total} currency={currency} strong />],
            [say('field.due_amount'), <Money key="open" amount={invoice.amountDue} currency={currency} strong />],
          ]}
        />
        <InvoiceActions invoice={invoice} onDone={done} />
      </Flex>
    );
  };
  return <Read reading={reading}>{shownOf}</Read>;
}
