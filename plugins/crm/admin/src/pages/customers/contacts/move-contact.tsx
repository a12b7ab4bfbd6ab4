import { useState } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import {
  type Column,
  FormDialog,
  ReadTable,
  TextField,
  useApi,
  useClient,
  useDo,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { Contact, Customer } from '../../../types';

export interface MoveContactProps {
  contact: Contact;
  customer: Customer;
  onClose: () => void;
  onDone: () => void;
}

const FOUND = 5;
const PAUSE_MS = 300;

/** To which customer a contact goes: found, chosen, and said once more before it is done. */
export function MoveContact({ contact, customer, onClose, onDone }: MoveContactProps) {
  const say = useSay('crm');
  const sayHouse = useSay('platform');
  const act = useDo();
  const { send } = useClient();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Customer>();
  const text = useDebounce(typed.trim(), PAUSE_MS);
  const { data, ...reading } = useApi<{ customers: Customer[] }>(text === '' ? null : '/crm/customers/search', {
    text,
    state: 'active',
    pageSize: FOUND,
  });
  const columns: Column<Customer>[] = [
    { key: 'code', title: say('field.code'), cell: (one) => one.code },
    { key: 'name', title: say('field.name'), cell: (one) => <Typography fontWeight="semiBold">{one.name}</Typography> },
  ];

  async function move(): Promise<void> {
    if (!chosen) return;
    const done = await act(
      () => send(`/crm/contacts/${contact.documentId}/move`, { customer: chosen.documentId }),
      say('contact.moved', { name: contact.name, customer: chosen.name }),
    );
    if (!done) return;
    onClose();
    onDone();
  }

  return (
    <FormDialog
      title={say('contact.move_title', { name: contact.name })}
      label={chosen && say('contact.move_do')}
      disabled={!chosen}
      back={chosen ? { label: sayHouse('ui.back'), go: () => setChosen(undefined) } : { label: sayHouse('ui.cancel') }}
      onClose={onClose}
      onSubmit={move}
    >
      {chosen ? (
        <Typography>
          {say(contact.isMember ? 'contact.move_member_text' : 'contact.move_text', {
            name: contact.name,
            from: customer.name,
            customer: `${chosen.code} ${chosen.name}`,
          })}
        </Typography>
      ) : (
        <>
          <TextField
            name="moveTo"
            label={say('contact.move_to')}
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
                data: data?.customers.filter((one) => one.documentId !== customer.documentId),
              }}
              columns={columns}
              keyOf={(one) => one.documentId}
              onOpen={setChosen}
              empty={say('customers.empty')}
            />
          </Box>
        </>
      )}
    </FormDialog>
  );
}
