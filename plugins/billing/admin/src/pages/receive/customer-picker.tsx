import { useState } from 'react';
import { Box, Field, TextInput, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { type Column, ReadTable, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from '../../types';

const FOUND = 10;
const PAUSE_MS = 300;
const SEARCHED = ['name', 'code', 'taxId'];

/** Whose money it is: found by name, code or tax id. */
export function CustomerPicker({ onChoose }: { onChoose: (customer: Customer) => void }) {
  const say = useSay('billing');
  const [typed, setTyped] = useState('');
  const search = useDebounce(typed.trim(), PAUSE_MS);
  const reading = useApi<Customer[]>(search === '' ? null : '/crm/customers', {
    filters: { $or: SEARCHED.map((key) => ({ [key]: { $containsi: search } })) },
    sort: 'name:asc',
    pagination: { pageSize: FOUND },
  });
  const columns: Column<Customer>[] = [
    { key: 'code', title: say('field.code'), cell: (one) => one.code },
    { key: 'name', title: say('field.customer'), cell: (one) => <Typography fontWeight="bold">{one.name}</Typography> },
    { key: 'taxId', title: say('field.tax_id'), cell: (one) => one.taxId },
  ];
  return (
    <Box>
      <Field.Root name="customer" required>
        <Field.Label>{say('field.customer')}</Field.Label>
        <TextInput
          value={typed}
          placeholder={say('receive.customer_search')}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field.Root>
      <Box paddingTop={4}>
        <ReadTable
          whole
          reading={reading}
          columns={columns}
          keyOf={(one) => one.documentId}
          onOpen={onChoose}
          empty={say('receive.no_customer')}
        />
      </Box>
    </Box>
  );
}
