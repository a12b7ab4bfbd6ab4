import { DateText, Facts, LinkTo, Money, pageOf, Panel, StateBadge, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { TaxPaper } from '../../types';

/** What is known of a tax invoice or a receipt, and where it came from. */
export function PaperFacts({ paper }: { paper: TaxPaper }) {
  const say = useSay('billing');
  const { customer, invoice, currency } = paper;
  const customerPage = pageOf('plugin::crm.customer', customer?.documentId);
  const invoicePage = pageOf('plugin::billing.invoice', invoice?.documentId);
  const replaced = paper.replaces;
  return (
    <Panel
      title={say(`papers.kind_${paper.kind}`)}
      aside={<StateBadge state={paper.state} label={say(`document.${paper.state}`)} />}
    >
      <Facts
        columns={4}
        facts={[
          [say('field.customer'), customerPage && <LinkTo to={customerPage}>{customer?.name ?? ''}</LinkTo>],
          [say('papers.buyer'), paper.buyer?.name],
          [say('field.tax_id'), paper.buyer?.taxId],
          [say('papers.date'), <DateText key="date" at={paper.taxDate ?? paper.issuedOn} />],
          [say('tax_month.tax_point'), paper.taxPointOn && <DateText key="point" at={paper.taxPointOn} />],
          [say('field.invoice'), invoicePage && <LinkTo to={invoicePage}>{invoice?.number ?? ''}</LinkTo>],
          [say('field.net'), paper.net && <Money amount={paper.net} currency={currency} />],
          [say('field.tax'), paper.tax && <Money amount={paper.tax} currency={currency} />],
          [say('field.total'), <Money key="total" amount={paper.total ?? paper.amount} currency={currency} strong />],
          [
            say('papers.replaces'),
            replaced && <LinkTo to={`/plugins/billing/tax-invoices/${replaced.documentId}`}>{replaced.number}</LinkTo>,
          ],
          [say('papers.cancel_reason'), paper.cancelReason],
        ]}
      />
    </Panel>
  );
}
