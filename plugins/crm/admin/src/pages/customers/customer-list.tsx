import { useState } from 'react';
import { Box, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { type Column, ReadTable, StateBadge, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from '../../types';

const SEARCHED = ['name', 'nameEn', 'code', 'taxId', 'email', 'phone'];

export function CustomerList() {
  const say = useSay('crm');
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const search = query.get('q') ?? '';
  const [typed, setTyped] = useState(search);
  const reading = useApi<Customer[]>('/crm/customers', {
    filters: search ? { $or: SEARCHED.map((key) => ({ [key]: { $containsi: search } })) } : {},
    sort: 'name:asc',
    pagination: { page: query.get('page') ?? 1 },
  });
  const find = (text: string): void => setQuery(text ? { q: text } : {});

  const columns: Column<Customer>[] = [
    { key: 'code', title: say('field.code'), cell: (one) => one.code },
    { key: 'name', title: say('field.name'), cell: (one) => <Typography fontWeight="semiBold">{one.name}</Typography> },
    { key: 'kind', title: say('field.kind'), cell: (one) => say(`kind.${one.kind}`) },
    { key: 'taxId', title: say('field.tax_id'), cell: (one) => one.taxId },
    { key: 'phone', title: say('field.phone'), cell: (one) => one.phone },
    { key: 'email', title: say('field.email'), cell: (one) => one.email },
    {
      key: 'state',
      title: say('field.state'),
      cell: (one) => <StateBadge state={one.state} label={say(`state.${one.state}`)} />,
    },
  ];

  return (
    <Page.Main>
      <Page.Title>{say('customers.title')}</Page.Title>
      <Layouts.Header title={say('customers.title')} subtitle={say('customers.subtitle')} />
      <Layouts.Content>
        <Box width="36rem" paddingBottom={4}>
          <SearchForm
            onSubmit={(event) => {
              event.preventDefault();
              find(typed.trim());
            }}
          >
            <Searchbar
              name="q"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onClear={() => {
                setTyped('');
                find('');
              }}
              clearLabel={say('list.clear')}
              placeholder={say('customers.search')}
            >
              {say('customers.search')}
            </Searchbar>
          </SearchForm>
        </Box>
        <ReadTable
          reading={reading}
          columns={columns}
          keyOf={(one) => one.documentId}
          onOpen={(one) => navigate(one.documentId)}
          empty={say('customers.empty')}
        />
      </Layouts.Content>
    </Page.Main>
  );
}
