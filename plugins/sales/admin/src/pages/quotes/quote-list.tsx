import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink, useNavigate } from 'react-router-dom';
import {
  ListTools,
  PageFrame,
  ReadTable,
  TwoLines,
  useApi,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useQuoteColumns } from '../../quote-columns';
import { filterOf, STANDINGS } from '../../quote-shown';
import type { Quote } from '../../quote-types';
import { useSalesPeople } from './use-sales-people';

/** All quotes: found by number, customer or words, narrowed by how they stand and who looks after them. */
export function QuoteList() {
  const say = useSay('sales');
  const may = useMay();
  const navigate = useNavigate();
  const { today } = useToday();
  const { page, asked } = useListQuery();
  const people = useSalesPeople();
  const [state, search, person] = [asked('state'), asked('q'), asked('person')];
  const states = useStateFilter(STANDINGS, (one) => say(one === 'all' ? 'state.all' : `quote_state.${one}`));
  const like = { $containsi: search };
  const reading = useApi<Quote[]>('/sales/quotes', {
    filters: {
      ...filterOf(state, today),
      ...(person ? { salesPerson: { $eq: person } } : {}),
      ...(search
        ? { $or: [{ number: like }, { customer: { name: like } }, { note: like }, { lines: { description: like } }] }
        : {}),
    },
    sort: 'id:desc',
    populate: { customer: true },
    pagination: { page },
  });
  const columns = useQuoteColumns({
    key: 'customer',
    title: say('field.customer'),
    cell: ({ customer, salesPerson }) => (
      <TwoLines
        first={<Typography style={{ whiteSpace: 'normal' }}>{customer?.name}</Typography>}
        second={people.find(({ id }) => id === salesPerson)?.name}
      />
    ),
  });

  return (
    <PageFrame
      title={say('quotes.title')}
      subtitle={say('quotes.subtitle')}
      action={
        may('plugin::sales.quote.edit') && (
          <Button tag={NavLink} to="new" startIcon={<Plus />}>
            {say('quote.new')}
          </Button>
        )
      }
    >
      <ListTools
        search={say('quotes.search')}
        filters={[
          states,
          {
            key: 'person',
            label: say('quote.sales_person'),
            width: '20rem',
            choices: people.map(({ id, name }) => [String(id), name] as const),
          },
        ]}
      />
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(quote) => quote.documentId}
        onOpen={(quote) => navigate(quote.documentId)}
        empty={say('quotes.empty')}
      />
    </PageFrame>
  );
}
