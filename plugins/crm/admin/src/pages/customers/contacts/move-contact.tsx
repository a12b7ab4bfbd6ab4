import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { FormDialog, useDo, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../../doors';
import type { Contact, Customer, FoundCustomer } from '../../../types';
import { CustomerChoice } from '../customer-choice';

export interface MoveContactProps {
  contact: Contact;
  customer: Customer;
  onClose: () => void;
  onDone: () => void;
}

/** To which customer a contact goes: found, chosen, and said once more before it is done. */
export function MoveContact({ contact, customer, onClose, onDone }: MoveContactProps) {
  const say = useSay('crm');
  const sayHouse = useSay('platform');
  const act = useDo(() => {
    onClose();
    onDone();
  });
  const ask = useAsk();
  const [chosen, setChosen] = useState<FoundCustomer>();

  async function move(): Promise<void> {
    if (!chosen) return;
    await act(
      () => ask('POST /crm/contacts/:id/move', { id: contact.documentId, body: { customer: chosen.documentId } }),
      say('contact.moved', { name: contact.name, customer: chosen.name }),
    );
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
        <CustomerChoice
          active
          name="moveTo"
          label={say('contact.move_to')}
          but={customer.documentId}
          onChoose={setChosen}
        />
      )}
    </FormDialog>
  );
}
