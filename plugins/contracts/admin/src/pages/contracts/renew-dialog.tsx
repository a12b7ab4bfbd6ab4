import { useEffect, useState } from 'react';
import { Typography } from '@strapi/design-system';
import { FormDialog, freshKey, reasonOf, useSay, useSubmit } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Contract } from '../../types';

interface RenewDialogProps {
  contract: Contract;
  onClose: () => void;
  onDone: () => void;
}

/** Renews a contract, or wins it back where it lapsed, and says before until when and for how much. */
export function RenewDialog({ contract, onClose, onDone }: RenewDialogProps) {
  const say = useSay('contracts');
  const ask = useAsk();
  const submitting = useSubmit();
  const [key] = useState(freshKey);
  const [preview, setPreview] = useState<{ sentence: string; refused: boolean }>();
  const id = contract.documentId;
  const isOver = contract.state === 'ended';

  useEffect(() => {
    let current = true;
    ask('POST /contracts/contracts/:id/renew/preview', { id }).then(
      ({ sentence }) => current && setPreview({ sentence, refused: false }),
      (error: unknown) => current && setPreview({ sentence: reasonOf(error), refused: true }),
    );
    return () => {
      current = false;
    };
  }, [ask, id]);

  return (
    <FormDialog
      title={say(`contract.${isOver ? 'win_back' : 'renew'}_title`, { number: contract.number })}
      label={say(isOver ? 'renewals.win_back' : 'renewals.renew')}
      disabled={!preview || preview.refused}
      submitting={submitting}
      onClose={onClose}
      onSubmit={async () => {
        await ask('POST /contracts/contracts/:id/renew', { id, key });
        onDone();
      }}
    >
      {preview && (
        <Typography role="status" textColor={preview.refused ? 'danger600' : 'neutral800'}>
          {preview.sentence}
        </Typography>
      )}
    </FormDialog>
  );
}
