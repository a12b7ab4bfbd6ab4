import { useState } from 'react';
import { Flex, IconButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { More, Pencil } from '@strapi/icons';
import { ConfirmDialog, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../../doors';
import type { Contact, Customer } from '../../../types';
import { ContactDialog } from './contact-dialog';
import { MoveContact } from './move-contact';

export interface ContactActionsProps {
  contact: Contact;
  customer: Customer;
  onDone: () => void;
}

/** What can be done with one contact. A member of the storefront is never deleted, only set inactive. */
export function ContactActions({ contact, customer, onDone }: ContactActionsProps) {
  const say = useSay('crm');
  const may = useMay();
  const act = useDo();
  const ask = useAsk();
  const [asked, setAsked] = useState<'edit' | 'remove' | 'move'>();
  const edits = may('plugin::crm.contact.edit');
  const moves = may('plugin::crm.contact.move');
  const { documentId: id, name } = contact;
  const active = contact.state === 'active';

  async function run(work: () => Promise<unknown>, done: string): Promise<boolean> {
    const well = await act(work, done);
    if (well) onDone();
    return well;
  }
  const turn = (): Promise<boolean> =>
    run(
      () => ask('PUT /crm/contacts/:id', { id, body: { state: active ? 'inactive' : 'active' } }),
      say(active ? 'contact.inactive_done' : 'contact.active_done', { name }),
    );

  if (!edits && !moves) return null;
  return (
    <Flex gap={1}>
      {edits && (
        <IconButton label={say('contact.edit', { name })} variant="ghost" onClick={() => setAsked('edit')}>
          <Pencil />
        </IconButton>
      )}
      <SimpleMenu tag={IconButton} icon={<More />} label={say('contact.more', { name })} variant="ghost">
        {edits && (
          <MenuItem onSelect={() => void turn()}>{say(active ? 'contact.inactive' : 'contact.active')}</MenuItem>
        )}
        {moves && <MenuItem onSelect={() => setAsked('move')}>{say('contact.move')}</MenuItem>}
        {edits && !contact.isMember && (
          <MenuItem variant="danger" onSelect={() => setAsked('remove')}>
            {say('contact.remove')}
          </MenuItem>
        )}
      </SimpleMenu>
      {asked === 'edit' && (
        <ContactDialog
          customer={customer.documentId}
          contact={contact}
          onClose={() => setAsked(undefined)}
          onDone={onDone}
        />
      )}
      {asked === 'move' && (
        <MoveContact contact={contact} customer={customer} onClose={() => setAsked(undefined)} onDone={onDone} />
      )}
      <ConfirmDialog
        open={asked === 'remove'}
        onOpenChange={(open) => !open && setAsked(undefined)}
        title={say('contact.remove_title', { name })}
        label={say('contact.remove')}
        variant="danger"
        onConfirm={() => run(() => ask('DELETE /crm/contacts/:id', { id }), say('contact.removed', { name }))}
      >
        {say('contact.remove_text')}
      </ConfirmDialog>
    </Flex>
  );
}
