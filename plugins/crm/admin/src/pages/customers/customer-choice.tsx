import { useState } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { type Column, ReadTable, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import type { FoundCustomer } from '../../types';

export interface CustomerChoiceProps {
  name: string;
  label: string;
  /** Document id of the one that is not offered. */
  but: string;
  /** Only those that are in use. */
  active?: boolean;
  onChoose: (customer: FoundCustomer) => void;
}

const FOUND = 6;
const PAUSE_MS = 300;

/** Another customer, found by what is typed; one whose all went to another is none. */
export function CustomerChoice({ name, label, but, active = false, onChoose }: CustomerChoiceProps) {
  const say = useSay('crm');
  const [typed, setTyped] = useState('');
  const text = useDebounce(typed.trim(), PAUSE_MS);
  const { data, ...reading } = useAnswer(
    'GET /crm/customers/search',
    text === '' ? null : { body: { text, pageSize: FOUND, ...(active ? { state: 'active' } : {}) } },
  );
  const columns: Column<FoundCustomer>[] = [
    { key: 'code', title: say('field.code'), cell: (one) => one.code },
    { key: 'name', title: say('field.name'), cell: (one) => <Typography fontWeight="semiBold">{one.name}</Typography> },
    { key: 'taxId', title: say('field.tax_id'), cell: (one) => one.taxId },
  ];
  return (
    <>
      <TextField
        name={name}
        label={label}
        placeholder={say('customers.search')}
        value={typed}
        autoFocus
        onChange={setTyped}
      />
      <Box>
        <ReadTable
          whole
          reading={{
            ...reading,
            data: data?.customers.filter((one) => one.documentId !== but && one.state !== 'merged'),
          }}
          columns={columns}
          keyOf={(one) => one.documentId}
          onOpen={onChoose}
          empty={say('customers.empty')}
        />
      </Box>
    </>
  );
}
