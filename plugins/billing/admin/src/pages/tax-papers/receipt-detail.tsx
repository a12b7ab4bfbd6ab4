import { useState } from 'react';
import {
  DetailPage,
  DocumentView,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { TaxPaper } from '../../types';
import { PaperFacts } from './paper-facts';
import { PrintPaper } from './print-paper';

export function ReceiptDetail() {
  const say = useSay('billing');
  const may = useMay();
  const [printing, setPrinting] = useState<string>();
  const url = '/billing/receipts';
  const {
    id,
    data: paper,
    error,
  } = useDetail<TaxPaper>(url, {
    populate: { customer: true, invoice: true, taxInvoice: true },
  });
  const back = { to: '/plugins/billing/tax-invoices?what=receipts', label: say('papers.list_title') };
  if (!paper) return <UnreadPage error={error} back={back} />;
  return (
    <DetailPage title={paper.number} subtitle={paper.buyer?.name} back={back}>
      <PaperFacts paper={paper} />
      {may('plugin::billing.document.read') && (
        <DocumentView
          url={`${url}/${id}/document`}
          title={paper.number}
          params={printing ? { printing } : undefined}
          actions={paper.kind === 'receipt' && <PrintPaper kind="receipts" paper={paper} onPrinted={setPrinting} />}
        />
      )}
      <TimelinePanel key={printing} type="plugin::billing.receipt" id={id} />
    </DetailPage>
  );
}
