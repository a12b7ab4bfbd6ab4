import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import {
  containing,
  ListPage,
  ListTools,
  TwoLines,
  useList,
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
  const { today } = useToday();
  const { asked } = useListQuery();
  const people = useSalesPeople();
  const person = asked('person');
  const states = useStateFilter(STANDINGS, (one) => say(one === 'all' ? 'state.all' : `quote_state.${one}`));
  const reading = useList<Quote>('/sales/quotes', {
    search: containing('number', 'customer.name', 'note', 'lines.description'),
    filters: { ...filterOf(asked('state'), today), ...(person ? { salesPerson: { $eq: person } } : {}) },
    sort: 'id:desc',
    populate: { customer: true },
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
    <ListPage
      title={say('quotes.title')}
      subtitle={say('quotes.subtitle')}
      action={
        may('plugin::sales.quote.edit') && (
          <Button tag={NavLink} to="new" startIcon={<Plus />}>
            {say('quote.new')}
          </Button>
        )
      }
      tools={
        <ListTools
          search={say('quotes.search')}
          filters={[
            states,
            {
              key: 'person',
              label: say('quote.sales_person'),
              width: '24rem',
              choices: people.map(({ id, name }) => [String(id), name] as const),
            },
          ]}
        />
      }
      reading={reading}
      columns={columns}
      empty={say('quotes.empty')}
      none={say('quotes.none')}
    />
  );
}
