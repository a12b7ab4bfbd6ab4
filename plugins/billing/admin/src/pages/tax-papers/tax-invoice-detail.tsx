import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
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
import { TaxInvoiceActions } from './tax-invoice-actions';

export function TaxInvoiceDetail() {
  const say = useSay('billing');
  const may = useMay();
  const navigate = useNavigate();
  const [printing, setPrinting] = useState<string>();
  const url = '/billing/tax-invoices';
  const {
    id,
    data: paper,
    error,
    reload,
  } = useDetail<TaxPaper>(url, { populate: { customer: true, invoice: true, replaces: true } });
  const back = { to: '/plugins/billing/tax-invoices', label: say('papers.list_title') };
  if (!paper || paper.documentId !== id) return <UnreadPage error={error} back={back} />;
  return (
    <DetailPage
      title={paper.number}
      subtitle={paper.buyer?.name}
      back={back}
      action={
        <TaxInvoiceActions
          paper={paper}
          onDone={reload}
          onPrinted={setPrinting}
          onReplaced={(successor) => {
            setPrinting(undefined);
            navigate(`../${successor}`);
          }}
        />
      }
    >
      <PaperFacts paper={paper} />
      {may('plugin::billing.document.read') && (
        <DocumentView
          key={`${id}${paper.state}`}
          url={`${url}/${id}/document`}
          title={paper.number}
          params={printing ? { printing } : undefined}
          actions={<PrintPaper kind="tax-invoices" paper={paper} onPrinted={setPrinting} />}
        />
      )}
      <TimelinePanel key={`timeline-${id}${paper.state}`} type="plugin::billing.tax-invoice" id={id} />
    </DetailPage>
  );
}
