import { DateText, Money, pageLink, Standing, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { TaxPaper } from '../../types';

/** What is known of a tax invoice or a receipt, and where it came from. */
export function PaperFacts({ paper }: { paper: TaxPaper }) {
  const say = useSay('billing');
  const { customer, invoice, currency } = paper;
  const { replaces: replaced, taxInvoice: oneWith } = paper;
  return (
    <Standing
      title={say(`papers.kind_${paper.kind}`)}
      state={paper.state}
      label={say(`document.${paper.state}`)}
      customer={customer}
      facts={[
        [say('papers.buyer'), paper.buyer?.name],
        [say('field.tax_id'), paper.buyer?.taxId],
        [say('papers.date'), <DateText key="date" at={paper.taxDate ?? paper.issuedOn} />],
        [say('tax_month.tax_point'), paper.taxPointOn && <DateText key="point" at={paper.taxPointOn} />],
        [say('field.invoice'), pageLink('plugin::billing.invoice', invoice?.documentId, invoice?.number)],
        [say('field.net'), paper.net && <Money amount={paper.net} currency={currency} />],
        [say('field.tax'), paper.tax && <Money amount={paper.tax} currency={currency} />],
        [say('field.total'), <Money key="total" amount={paper.total ?? paper.amount} currency={currency} strong />],
        [say('papers.one_with'), pageLink('plugin::billing.tax-invoice', oneWith?.documentId, oneWith?.number)],
        [say('papers.replaces'), pageLink('plugin::billing.tax-invoice', replaced?.documentId, replaced?.number)],
        [say('papers.cancel_reason'), paper.cancelReason],
      ]}
    />
  );
}
