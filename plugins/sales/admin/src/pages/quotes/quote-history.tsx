import { Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { type Column, DateText, Panel, ReadTable, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useQuoteColumns } from '../../quote-columns';
import type { Quote } from '../../quote-types';

interface Happening {
  id: number;
  at: string;
  title: string;
  actorName: string | null;
  after: Record<string, unknown> | null;
}

/** Who answered, why, and where a mail went. */
const TOLD = ['by', 'reason', 'to', 'order'] as const;

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

/** What happened with it, the latest first. */
export function Timeline({ quote }: { quote: Quote }) {
  const say = useSay('sales');
  const reading = useApi<Happening[]>(`/sales/quotes/${quote.documentId}/timeline`);
  const columns: Column<Happening>[] = [
    { key: 'at', title: say('field.at'), cell: (one) => <DateText at={one.at} /> },
    {
      key: 'what',
      title: say('quote.what_happened'),
      cell: (one) => <Typography fontWeight="semiBold">{one.title}</Typography>,
    },
    {
      key: 'told',
      title: '',
      cell: ({ after }) =>
        TOLD.map((key) => after?.[key])
          .filter((value) => typeof value === 'string')
          .join(' · '),
    },
    { key: 'who', title: say('quote.who'), cell: (one) => one.actorName },
  ];
  return (
    <Panel title={say('quote.timeline')}>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(one) => String(one.id)}
        empty={say('quote.nothing_happened')}
      />
    </Panel>
  );
}
