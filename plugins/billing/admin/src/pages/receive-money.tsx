import { useState } from 'react';
import { Combobox, ComboboxOption, Field, Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from '../types';
import { Receipt } from './receive/receipt';

const FOUND = 20;

/** One payment of a customer on as many invoices as it was meant for. */
export default function ReceiveMoney() {
  const say = useSay('billing');
  const [search, setSearch] = useState('');
  const [customer, setCustomer] = useState<Customer>();
  const [turn, setTurn] = useState(0);
  const { data: found = [], loading } = useApi<Customer[]>('/crm/customers', {
    filters: {
      $or: [{ name: { $containsi: search } }, { code: { $containsi: search } }, { taxId: { $containsi: search } }],
    },
    sort: 'name:asc',
    pagination: { pageSize: FOUND },
  });

  return (
    <Page.Protect permissions={[{ action: 'plugin::billing.payment.record', subject: null }]}>
      <Page.Main>
        <Page.Title>{say('receive.title')}</Page.Title>
        <Layouts.Header title={say('receive.title')} subtitle={say('receive.subtitle')} />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Field.Root name="customer" required>
              <Field.Label>{say('field.customer')}</Field.Label>
              <Combobox
                placeholder={say('receive.customer_search')}
                clearLabel={say('list.clear')}
                loading={loading}
                autocomplete={{ type: 'list', filter: 'contains' }}
                value={customer?.documentId ?? ''}
                onInputChange={(event) => setSearch(event.currentTarget.value.trim())}
                onChange={(id) => setCustomer(found.find((one) => one.documentId === id))}
                onClear={() => setCustomer(undefined)}
                noOptionsMessage={() => say('receive.no_customer')}
              >
                {found.map((one) => (
                  <ComboboxOption key={one.documentId} value={one.documentId} textValue={`${one.name} · ${one.code}`}>
                    {`${one.name} · ${one.code}`}
                  </ComboboxOption>
                ))}
              </Combobox>
            </Field.Root>
            {customer && (
              <Receipt
                key={`${customer.documentId} ${turn}`}
                customer={customer}
                onDone={() => setTurn((before) => before + 1)}
              />
            )}
          </Flex>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
