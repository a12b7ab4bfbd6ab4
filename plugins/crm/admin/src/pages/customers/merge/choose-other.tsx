import { useState } from 'react';
import { Box, Button, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { type Column, FormDialog, ReadTable, TextField, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from '../../../types';

const FOUND = 6;
const PAUSE_MS = 300;

/** Who else this customer is: found, and led to the comparison of the two. */
export function ChooseOther({ customer }: { customer: Customer }) {
  const say = useSay('crm');
  const sayHouse = useSay('platform');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const text = useDebounce(typed.trim(), PAUSE_MS);
  const { data, ...reading } = useApi<{ customers: Customer[] }>(text === '' ? null : '/crm/customers/search', {
    text,
    pageSize: FOUND,
  });
  const columns: Column<Customer>[] = [
    { key: 'code', title: say('field.code'), cell: (one) => one.code },
    { key: 'name', title: say('field.name'), cell: (one) => <Typography fontWeight="semiBold">{one.name}</Typography> },
    { key: 'taxId', title: say('field.tax_id'), cell: (one) => one.taxId },
  ];
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {say('merge.start')}
      </Button>
      {open && (
        <FormDialog
          title={say('merge.start_title', { name: customer.name })}
          back={{ label: sayHouse('ui.cancel') }}
          onClose={() => setOpen(false)}
          onSubmit={async () => undefined}
        >
          <TextField
            name="mergeWith"
            label={say('subject.customer')}
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
                data: data?.customers.filter((one) => one.documentId !== customer.documentId && one.state !== 'merged'),
              }}
              columns={columns}
              keyOf={(one) => one.documentId}
              onOpen={(one) => navigate(`/plugins/crm/customers/${customer.documentId}/merge/${one.documentId}`)}
              empty={say('customers.empty')}
            />
          </Box>
        </FormDialog>
      )}
    </>
  );
}
