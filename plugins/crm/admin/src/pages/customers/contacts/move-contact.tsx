import { useState } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { type Column, FormDialog, ReadTable, TextField, useDo, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer, useAsk } from '../../../doors';
import type { Contact, Customer, FoundCustomer } from '../../../types';

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
  const ask = useAsk();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<FoundCustomer>();
  const text = useDebounce(typed.trim(), PAUSE_MS);
  const { data, ...reading } = useAnswer(
    'GET /crm/customers/search',
    text === '' ? null : { body: { text, state: 'active', pageSize: FOUND } },
  );
  const columns: Column<FoundCustomer>[] = [
    { key: 'code', title: say('field.code'), cell: (one) => one.code },
    { key: 'name', title: say('field.name'), cell: (one) => <Typography fontWeight="semiBold">{one.name}</Typography> },
  ];

  async function move(): Promise<void> {
    if (!chosen) return;
    const done = await act(
      () => ask('POST /crm/contacts/:id/move', { id: contact.documentId, body: { customer: chosen.documentId } }),
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
