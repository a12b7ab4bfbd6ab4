import { useNavigate } from 'react-router-dom';
import { Panel, ReadTable, useApi, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useQuoteColumns } from '../quote-columns';
import type { Quote } from '../quote-types';

/** On the page of a customer: the last ten quotes. */
export default function CustomerQuotes({ id }: { id: string }) {
  const say = useSay('sales');
  const navigate = useNavigate();
  const seen = useMay()('plugin::content-manager.explorer.read', 'plugin::sales.quote');
  const columns = useQuoteColumns();
  const reading = useApi<Quote[]>(seen ? '/sales/quotes' : null, {
    filters: { customer: { documentId: { $eq: id } } },
    sort: 'id:desc',
    pagination: { pageSize: 10 },
  });
  if (!seen) return null;
  return (
    <Panel title={say('quotes.title')}>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(quote) => quote.documentId}
        onOpen={(quote) => navigate(`/plugins/sales/quotes/${quote.documentId}`)}
        empty={say('quotes.none')}
      />
    </Panel>
  );
}
