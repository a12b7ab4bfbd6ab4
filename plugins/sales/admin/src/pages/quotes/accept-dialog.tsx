import { useState } from 'react';
import { FieldRow, FormDialog, LongTextField, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Quote } from '../../quote-types';

interface AcceptDialogProps {
  quote: Quote;
  onClose: () => void;
  onDone: () => void;
}

/** The customer has signed on paper or said yes: it becomes the order it promised. */
export function AcceptDialog({ quote, onClose, onDone }: AcceptDialogProps) {
  const say = useSay('sales');
  const ask = useAsk();
  const [typed, setTyped] = useState({ name: quote.contact?.name ?? '', poNumber: '', note: '' });
  const set = (part: Partial<typeof typed>): void => setTyped((before) => ({ ...before, ...part }));
  const said = Object.entries(typed).filter(([, text]) => text.trim() !== '');
  return (
    <FormDialog
      title={say('quote.accept')}
      label={say('quote.accept_do')}
      disabled={typed.name.trim() === ''}
      touched={said.length > 0}
      onClose={onClose}
      onSubmit={async () => {
        const body: Partial<typeof typed> = Object.fromEntries(said.map(([key, text]) => [key, text.trim()]));
        await ask('POST /sales/quotes/:id/accept', { id: quote.documentId, body });
        onDone();
      }}
    >
      <FieldRow>
        <TextField
          name="name"
          label={say('quote.accepted_name')}
          required
          maxLength={200}
          value={typed.name}
          onChange={(name) => set({ name })}
        />
        <TextField
          name="poNumber"
          label={say('field.po_number')}
          required={quote.customer?.poRequired === true}
          maxLength={60}
          value={typed.poNumber}
          onChange={(poNumber) => set({ poNumber })}
        />
      </FieldRow>
      <LongTextField
        name="note"
        label={say('field.note')}
        hint={say('new.note_hint')}
        value={typed.note}
        onChange={(note) => set({ note })}
      />
    </FormDialog>
  );
}
