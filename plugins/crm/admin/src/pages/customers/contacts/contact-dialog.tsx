import { type FormEvent, useState } from 'react';
import { Box, Button, Modal } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import {
  ChoiceField,
  Failure,
  FieldCell,
  Fields,
  freshKey,
  LongTextField,
  TextField,
  useClient,
  useSay,
  useSubmit,
} from '@sanya/strapi-plugin-platform/ui';
import { shownPhone } from '../../../shown';
import { type Contact, CONTACT_TYPES } from '../../../types';

export interface ContactDialogProps {
  /** Document id of the customer it belongs to. */
  customer: string;
  /** The contact that is changed; without it a new one. */
  contact?: Contact;
  onClose: () => void;
  onDone: () => void;
}

const FIELDS = ['name', 'position', 'type', 'priority', 'phone', 'email', 'note'];
const PRIORITIES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** A person at a customer, new or changed. Only its buttons close it once something is typed. */
export function ContactDialog({ customer, contact, onClose, onDone }: ContactDialogProps) {
  const say = useSay('crm');
  const sayHouse = useSay('platform');
  const { toggleNotification } = useNotification();
  const { send, change } = useClient();
  const { busy, refused, errorAt, forget, refuse, submit } = useSubmit();
  const [key] = useState(freshKey);
  const [before] = useState({
    name: contact?.name ?? '',
    position: contact?.position ?? '',
    type: contact?.type ?? 'general',
    priority: String(contact?.priority ?? 1),
    phone: shownPhone(contact?.phone ?? null),
    email: contact?.email ?? '',
    note: contact?.note ?? '',
  });
  const [values, setValues] = useState<Record<keyof typeof before, string>>(before);
  const touched = JSON.stringify(values) !== JSON.stringify(before);
  const keepOpen = (event: Event): void => {
    if (touched) event.preventDefault();
  };
  const field = (name: keyof typeof before) => ({
    name,
    value: values[name],
    error: errorAt(name),
    onChange: (text: string) => {
      setValues((all) => ({ ...all, [name]: text }));
      forget(name);
    },
  });

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    // A form in a portal tells the form around it, too.
    event.stopPropagation();
    if (values.name.trim() === '') return refuse({ message: say('form.no_name'), field: 'name' });
    const body = {
      name: values.name,
      position: values.position || null,
      type: values.type,
      priority: Number(values.priority),
      phone: values.phone || null,
      email: values.email || null,
      note: values.note || null,
    };
    const done = await submit(() =>
      contact ? change(`/crm/contacts/${contact.documentId}`, body) : send('/crm/contacts', { customer, ...body }, key),
    );
    if (!done) return;
    toggleNotification({
      type: 'success',
      message: say(contact ? 'contact.changed' : 'contact.added', { name: values.name }),
    });
    onDone();
    onClose();
  }

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onInteractOutside={keepOpen} onEscapeKeyDown={keepOpen}>
        <Box tag="form" noValidate onSubmit={(event: FormEvent) => void save(event)} width="100%">
          <Modal.Header closeLabel={sayHouse('ui.cancel')}>
            <Modal.Title>{contact ? say('contact.edit', { name: contact.name }) : say('contact.add')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            {refused && !FIELDS.includes(refused.field ?? '') && (
              <Box paddingBottom={4}>
                <Failure message={refused.message} />
              </Box>
            )}
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
                <TextField
                  {...field('email')}
                  label={say('field.email')}
                  placeholder="name@example.com"
                  inputMode="email"
                />
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
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {sayHouse('ui.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {sayHouse('ui.save')}
            </Button>
          </Modal.Footer>
        </Box>
      </Modal.Content>
    </Modal.Root>
  );
}
