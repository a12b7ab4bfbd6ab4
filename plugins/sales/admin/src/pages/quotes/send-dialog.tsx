import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { CheckField, FormDialog, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Quote } from '../../quote-types';

interface SendDialogProps {
  quote: Quote;
  onClose: () => void;
  /** False: somebody else is asked first. */
  onDone: (sent: boolean) => void;
}

/** From here on it is a promise: by mail with the PDF, or handed over otherwise. */
export function SendDialog({ quote, onClose, onDone }: SendDialogProps) {
  const say = useSay('sales');
  const ask = useAsk();
  const address = quote.contact?.email ?? quote.customer?.email ?? null;
  const [mail, setMail] = useState(address !== null);
  return (
    <FormDialog
      title={say('quote.send')}
      label={say('quote.send')}
      onClose={onClose}
      onSubmit={async () => {
        const { state } = await ask('POST /sales/quotes/:id/send', { id: quote.documentId, body: { mail } });
        onDone(state !== 'draft');
      }}
    >
      <Typography>{say('quote.send_text')}</Typography>
      <CheckField
        name="mail"
        label={address === null ? say('quote.send_mail') : say('quote.send_mail_to', { address })}
        hint={address === null ? say('quote.no_address') : undefined}
        checked={mail}
        onChange={setMail}
      />
    </FormDialog>
  );
}
