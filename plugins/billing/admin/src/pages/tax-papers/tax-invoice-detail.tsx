import { useState } from 'react';
import { Flex } from '@strapi/design-system';
import { useNavigate, useParams } from 'react-router-dom';
import { DocumentView, Failure, PageFrame, useApi, useMay, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import type { TaxPaper } from '../../types';
import { PrintTaxInvoice } from '../invoices/print-tax-invoice';
import { PaperFacts } from './paper-facts';
import { TaxInvoiceActions } from './tax-invoice-actions';

export function TaxInvoiceDetail() {
  const say = useSay('billing');
  const may = useMay();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const [printing, setPrinting] = useState<string>();
  const url = `/billing/tax-invoices/${id}`;
  const reading = useApi<TaxPaper>(url, { populate: { customer: true, invoice: true, replaces: true } });
  const { data: paper, error, reload } = reading;
  if (error !== undefined) return <Failure message={error} />;
  if (!paper || paper.documentId !== id) return <Waiting />;
  return (
    <PageFrame
      title={paper.number}
      subtitle={paper.buyer?.name}
      back={{ to: '/plugins/billing/tax-invoices', label: say('papers.list_title') }}
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
      <Flex direction="column" alignItems="stretch" gap={6}>
        <PaperFacts paper={paper} />
        {may('plugin::billing.document.read') && (
          <DocumentView
            key={`${id}${paper.state}`}
            url={`${url}/document`}
            title={paper.number}
            params={printing ? { printing } : undefined}
            actions={
              may('plugin::billing.tax-invoice.print') && <PrintTaxInvoice paper={paper} onPrinted={setPrinting} />
            }
          />
        )}
      </Flex>
    </PageFrame>
  );
}
