import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { FormDialog, freshKey, TypedDate, useSay, useTell, useToday } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { ChequeSums, type ChequesDialogProps } from './cheque-sums';

/** The bank has made them good: they are payments now, with receipts. */
export function ClearDialog({ cheques, onClose, onDone }: ChequesDialogProps) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const { today } = useToday();
  const [key] = useState(freshKey);
  const [typed, setTyped] = useState('');
  return (
    <FormDialog
      title={say('cheque.clear')}
      label={say('cheque.clear')}
      touched
      onClose={onClose}
      onSubmit={async () => {
        const { cleared } = await ask('POST /billing/cheques/clear', {
          key,
          body: { cheques: cheques.map(({ documentId }) => documentId), on: typed || today },
        });
        tell(say('cheque.did_clear', { count: cleared }));
        onDone();
      }}
    >
      <ChequeSums cheques={cheques} />
      <TypedDate name="on" label={say('cheque.cleared_on')} required value={typed || today} onChange={setTyped} />
      <Typography variant="pi" textColor="neutral600">
        {say('cheque.clear_explained')}
      </Typography>
    </FormDialog>
  );
}
