import { useState } from 'react';
import { Box, Flex, Searchbar, SearchForm, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { type Column, DateText, Money, ReadTable, StateBadge, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import { ORDER_STATES } from '../../../../server/src/domain/order-machine';
import type { Order } from '../../types';

export function OrderList() {
  const say = useSay('sales');
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const state = query.get('state') ?? 'all';
  const search = query.get('q') ?? '';
  const [typed, setTyped] = useState(search);
  const reading = useApi<Order[]>('/sales/orders', {
    filters: {
      ...(state === 'all' ? {} : { state: { $eq: state } }),
      ...(search ? { number: { $containsi: search } } : {}),
    },
    sort: 'id:desc',
    populate: { customer: true, invoice: true },
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

  const columns: Column<Order>[] = [
    {
      key: 'number',
      title: say('field.number'),
      cell: (order) => <Typography fontWeight="semiBold">{order.number ?? say('orders.no_number')}</Typography>,
    },
    { key: 'customer', title: say('field.customer'), cell: (order) => order.customer?.name },
    { key: 'placed', title: say('field.placed_at'), cell: (order) => <DateText at={order.placedAt} /> },
    { key: 'source', title: say('field.source'), cell: (order) => say(`source.${order.source}`) },
    {
      key: 'state',
      title: say('field.state'),
      cell: (order) => <StateBadge state={order.state} label={say(`state.${order.state}`)} />,
    },
    { key: 'invoice', title: say('field.invoice'), cell: (order) => order.invoice?.number },
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: (order) => <Money amount={order.total} currency={order.currency} />,
    },
  ];

  return (
    <Page.Main>
      <Page.Title>{say('orders.title')}</Page.Title>
      <Layouts.Header title={say('orders.title')} subtitle={say('orders.subtitle')} />
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
                placeholder={say('orders.search')}
              >
                {say('orders.search')}
              </Searchbar>
            </SearchForm>
          </Box>
          <Box width="20rem">
            <SingleSelect
              aria-label={say('field.state')}
              value={state}
              onChange={(value) => change('state', String(value))}
            >
              {['all', ...ORDER_STATES].map((one) => (
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
          keyOf={(order) => order.documentId}
          onOpen={(order) => navigate(order.documentId)}
          empty={say('orders.empty')}
        />
      </Layouts.Content>
    </Page.Main>
  );
}
