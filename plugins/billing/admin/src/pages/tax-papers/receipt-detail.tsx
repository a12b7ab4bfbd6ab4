import { Flex } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import { DocumentView, Failure, PageFrame, useApi, useMay, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import type { TaxPaper } from '../../types';
import { PaperFacts } from './paper-facts';

export function ReceiptDetail() {
  const say = useSay('billing');
  const may = useMay();
  const { id = '' } = useParams();
  const url = `/billing/receipts/${id}`;
  const { data: paper, error } = useApi<TaxPaper>(url, { populate: { customer: true, invoice: true } });
  if (error !== undefined) return <Failure message={error} />;
  if (!paper) return <Waiting />;
  return (
    <PageFrame
      title={paper.number}
      subtitle={paper.buyer?.name}
      back={{ to: '/plugins/billing/tax-invoices?what=receipts', label: say('papers.list_title') }}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <PaperFacts paper={paper} />
        {may('plugin::billing.document.read') && <DocumentView url={`${url}/document`} title={paper.number} />}
      </Flex>
    </PageFrame>
  );
}
