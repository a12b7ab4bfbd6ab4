import { Box, Flex, Searchbar, SearchForm, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import {
  type Column,
  DateText,
  Money,
  ReadTable,
  StateBadge,
  useApi,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { buyerName, shownState } from '../../invoice-state';
import type { Invoice } from '../../types';

const STATES = ['all', 'overdue', 'open', 'draft', 'paid', 'uncollectible', 'void'];

const filtersOf = (state: string, search: string, today: string) => ({
  ...(state === 'overdue' ? { state: { $eq: 'open' }, dueDate: { $lt: today } } : {}),
  ...(state !== 'overdue' && state !== 'all' ? { state: { $eq: state } } : {}),
  ...(search ? { number: { $containsi: search } } : {}),
});

export function InvoiceList() {
  const say = useSay('billing');
  const navigate = useNavigate();
  const { today } = useToday();
  const [query, setQuery] = useSearchParams();
  const state = query.get('state') ?? 'all';
  const search = query.get('q') ?? '';
  const [typed, setTyped] = useState(search);
  const reading = useApi<Invoice[]>('/billing/invoices', {
    filters: filtersOf(state, search, today),
    sort: state === 'overdue' ? 'dueDate:asc' : 'id:desc',
    populate: { customer: true },
    pagination: { page: query.get('page') ?? 1 },
  });

  const change = (key: string, value: string): void =>
    setQuery((before) => {
      const after = new URLSearchParams(before);
      after.delete('page');
      if (value && value !== 'all') after.set(key, value);
      else after.delete(key);
      return after;
    });

  const columns: Column<Invoice>[] = [
    {
      key: 'number',
      title: say('field.number'),
      cell: (invoice) => <Typography fontWeight="semiBold">{invoice.number ?? say('invoices.no_number')}</Typography>,
    },
    { key: 'customer', title: say('field.customer'), cell: buyerName },
    { key: 'issued', title: say('field.issued_on'), cell: (invoice) => <DateText at={invoice.issuedOn} /> },
    { key: 'due', title: say('field.due_date'), cell: (invoice) => <DateText at={invoice.dueDate} /> },
    {
      key: 'state',
      title: say('field.state'),
      cell: (invoice) => {
        const shown = shownState(invoice, today);
        return <StateBadge state={shown} label={say(`state.${shown}`)} />;
      },
    },
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: (invoice) => <Money amount={invoice.total} currency={invoice.currency} />,
    },
    {
      key: 'open',
      title: say('field.due_amount'),
      right: true,
      cell: (invoice) =>
        invoice.state === 'open' && (
          <Money
            amount={invoice.amountDue}
            currency={invoice.currency}
            tone={shownState(invoice, today) === 'overdue' ? 'danger600' : 'neutral800'}
          />
        ),
    },
  ];

  return (
    <Page.Main>
      <Page.Title>{say('invoices.title')}</Page.Title>
      <Layouts.Header title={say('invoices.title')} subtitle={say('invoices.subtitle')} />
      <Layouts.Content>
        <Flex gap={2} paddingBottom={4}>
          <Box width="28rem">
            <SearchForm
              onSubmit={(event) => {
                event.preventDefault();
                change('q', typed.trim());
              }}
            >
              <Searchbar
                name="q"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                onClear={() => {
                  setTyped('');
                  change('q', '');
                }}
                clearLabel={say('list.clear')}
                placeholder={say('invoices.search')}
              >
                {say('invoices.search')}
              </Searchbar>
            </SearchForm>
          </Box>
          <Box width="20rem">
            <SingleSelect
              aria-label={say('field.state')}
              value={state}
              onChange={(value) => change('state', String(value))}
            >
              {STATES.map((one) => (
                <SingleSelectOption key={one} value={one}>
                  {say(`state.${one}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Box>
        </Flex>
        <ReadTable
          reading={reading}
          columns={columns}
          keyOf={(invoice) => invoice.documentId}
          onOpen={(invoice) => navigate(invoice.documentId)}
          empty={say('invoices.empty')}
        />
      </Layouts.Content>
    </Page.Main>
  );
}
