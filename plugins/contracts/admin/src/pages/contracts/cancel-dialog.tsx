import { useEffect, useState } from 'react';
import { Typography } from '@strapi/design-system';
import {
  ChoiceField,
  FormDialog,
  freshKey,
  LongTextField,
  reasonOf,
  useSay,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { type Ending, ENDINGS } from '../../../../server/src/domain/ending';
import { useAsk } from '../../doors';
import type { Contract } from '../../types';

interface CancelDialogProps {
  contract: Contract;
  onClose: () => void;
  onDone: () => void;
}

/** Ends a contract, and says before in one sentence when that is, what it costs and what comes back. */
export function CancelDialog({ contract, onClose, onDone }: CancelDialogProps) {
  const say = useSay('contracts');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [sentence, setSentence] = useState('');
  const { values, touched, submitting, field } = useTexts({ ending: 'period_end', reason: '' });
  const id = contract.documentId;
  const ending = values.ending as Ending;
  const isActive = contract.state === 'active';

  useEffect(() => {
    if (!isActive) return undefined;
    let current = true;
    ask('POST /contracts/contracts/:id/cancel/preview', { id, body: { ending } }).then(
      (preview) => current && setSentence(preview.sentence),
      (error: unknown) => current && setSentence(reasonOf(error)),
    );
    return () => {
      current = false;
    };
  }, [ask, id, ending, isActive]);

  return (
    <FormDialog
      title={say(isActive ? 'contract.end_title' : 'contract.cancel_title', { number: contract.number })}
      label={say(isActive ? 'contract.end' : 'contract.cancel')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={async () => {
        const reason = values.reason.trim();
        await ask('POST /contracts/contracts/:id/cancel', { id, key, body: { ending, ...(reason ? { reason } : {}) } });
        onDone();
      }}
    >
      {isActive && (
        <ChoiceField
          {...field('ending')}
          label={say('field.ending')}
          choices={ENDINGS.map((one) => [one, say(`ending.${one}`)] as const)}
        />
      )}
      {sentence && <Typography role="status">{sentence}</Typography>}
      <LongTextField {...field('reason')} label={say('field.reason')} />
    </FormDialog>
  );
}
