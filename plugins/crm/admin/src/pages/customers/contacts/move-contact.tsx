import { useState } from 'react';
import { Box, Button, Modal, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { type Column, ReadTable, TextField, useApi, useClient, useDo, useSay } from '@sanya/strapi-plugin-platform/ui';
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
  const [busy, setBusy] = useState(false);
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

  async function move(to: Customer): Promise<void> {
    setBusy(true);
    const done = await act(
      () => send(`/crm/contacts/${contact.documentId}/move`, { customer: to.documentId }),
      say('contact.moved', { name: contact.name, customer: to.name }),
    );
    setBusy(false);
    if (!done) return;
    onClose();
    onDone();
  }

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={sayHouse('ui.cancel')}>
          <Modal.Title>{say('contact.move_title', { name: contact.name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
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
              <Box paddingTop={4}>
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
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={chosen ? () => setChosen(undefined) : onClose}>
            {sayHouse(chosen ? 'ui.back' : 'ui.cancel')}
          </Button>
          {chosen && (
            <Button loading={busy} onClick={() => void move(chosen)}>
              {say('contact.move_do')}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
