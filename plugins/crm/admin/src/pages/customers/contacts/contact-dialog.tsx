import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import {
  ChoiceField,
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  LongTextField,
  TextField,
  useSay,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../../doors';
import { type Contact, CONTACT_TYPES } from '../../../types';

export interface ContactDialogProps {
  /** Document id of the customer it belongs to. */
  customer: string;
  /** The contact that is changed; without it a new one. */
  contact?: Contact;
  onClose: () => void;
  onDone: () => void;
}

const PRIORITIES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** A person at a customer, new or changed. */
export function ContactDialog({ customer, contact, onClose, onDone }: ContactDialogProps) {
  const say = useSay('crm');
  const sayHouse = useSay('platform');
  const { toggleNotification } = useNotification();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({
    name: contact?.name ?? '',
    position: contact?.position ?? '',
    type: contact?.type ?? 'general',
    priority: String(contact?.priority ?? 1),
    phone: formatPhone(contact?.phone ?? null),
    email: contact?.email ?? '',
    note: contact?.note ?? '',
  });

  async function save(): Promise<void> {
    if (values.name.trim() === '') return submitting.refuse({ message: say('form.no_name'), field: 'name' });
    const body = {
      name: values.name,
      position: values.position || null,
      type: values.type,
      priority: Number(values.priority),
      phone: values.phone || null,
      email: values.email || null,
      note: values.note || null,
    };
    if (contact) await ask('PUT /crm/contacts/:id', { id: contact.documentId, body });
    else await ask('POST /crm/contacts', { body: { customer, ...body }, key });
    toggleNotification({
      type: 'success',
      message: say(contact ? 'contact.changed' : 'contact.added', { name: values.name }),
    });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={contact ? say('contact.edit', { name: contact.name }) : say('contact.add')}
      label={sayHouse('ui.save')}
      back={{ label: sayHouse('ui.cancel') }}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      <Fields>
        <FieldCell width={6}>
          <TextField {...field('name')} required autoFocus label={say('field.name_person')} />
        </FieldCell>
        <FieldCell width={6}>
          <TextField {...field('position')} label={say('field.position')} />
        </FieldCell>
        <FieldCell width={6}>
          <TextField {...field('phone')} label={say('field.phone')} placeholder="081 234 5678" inputMode="tel" />
        </FieldCell>
        <FieldCell width={6}>
          <TextField {...field('email')} label={say('field.email')} placeholder="name@example.com" inputMode="email" />
        </FieldCell>
        <FieldCell width={6}>
          <ChoiceField
            {...field('type')}
            label={say('field.contact_type')}
            choices={CONTACT_TYPES.map((type) => [type, say(`contact_type.${type}`)])}
          />
        </FieldCell>
        <FieldCell width={6}>
          <ChoiceField
            {...field('priority')}
            label={say('field.priority')}
            hint={say('contact.priority_hint')}
            choices={PRIORITIES.map((one) => [one, one])}
          />
        </FieldCell>
        <FieldCell width={12}>
          <LongTextField {...field('note')} label={say('field.note')} />
        </FieldCell>
      </Fields>
    </FormDialog>
  );
}
