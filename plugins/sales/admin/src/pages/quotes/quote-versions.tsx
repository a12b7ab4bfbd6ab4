import { useNavigate } from 'react-router-dom';
import { Panel, ReadTable, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useQuoteColumns } from '../../quote-columns';
import type { Quote } from '../../quote-types';

/** All versions of one number. */
export function Versions({ quote }: { quote: Quote }) {
  const say = useSay('sales');
  const navigate = useNavigate();
  const columns = useQuoteColumns();
  const reading = useApi<Quote[]>(quote.number === null ? null : '/sales/quotes', {
    filters: { number: { $eq: quote.number } },
    sort: 'version:desc',
    pagination: { pageSize: 100 },
  });
  if ((reading.data ?? []).length < 2) return null;
  return (
    <Panel title={say('quote.versions')}>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        onOpen={(one) => navigate(`/plugins/sales/quotes/${one.documentId}`)}
        empty=""
      />
    </Panel>
  );
}
