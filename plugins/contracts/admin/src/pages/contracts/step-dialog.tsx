import { useEffect, useState } from 'react';
import { Typography } from '@strapi/design-system';
import {
  FormDialog,
  freshKey,
  LongTextField,
  reasonOf,
  TypedDate,
  useSay,
  useTexts,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Contract } from '../../types';

export type Step = 'activate' | 'suspend' | 'resume';

interface StepDialogProps {
  contract: Contract;
  step: Step;
  onClose: () => void;
  onDone: () => void;
}

/** What the step would do, in sentences, for the day that is chosen. */
function useForeseen(contract: string, step: Step, day: string | undefined) {
  const ask = useAsk();
  const [said, setSaid] = useState<{ sentence: string; refused: boolean }>();
  useEffect(() => {
    if (step === 'activate' || !day) return undefined;
    let current = true;
    const asking =
      step === 'suspend'
        ? ask('POST /contracts/contracts/:id/suspend/preview', { id: contract, key: freshKey(), body: { from: day } })
        : ask('POST /contracts/contracts/:id/resume/preview', { id: contract, key: freshKey(), body: { on: day } });
    asking.then(
      ({ sentence }) => current && setSaid({ sentence, refused: false }),
      (error: unknown) => current && setSaid({ sentence: reasonOf(error), refused: true }),
    );
    return () => {
      current = false;
    };
  }, [ask, contract, step, day]);
  return said;
}

/** Begins a contract, or turns the service off or on again: from which day, and why it is off. */
export function StepDialog({ contract, step, onClose, onDone }: StepDialogProps) {
  const say = useSay('contracts');
  const ask = useAsk();
  const { today } = useToday();
  const [key] = useState(freshKey);
  const name = step === 'suspend' ? 'from' : 'on';
  const { values, touched, submitting, field } = useTexts({ [name]: today, reason: '' });

  const foreseen = useForeseen(contract.documentId, step, values[name] || undefined);

  async function go(): Promise<void> {
    const asked = { id: contract.documentId, key };
    const day = values[name] || undefined;
    if (step === 'suspend') {
      const reason = (values.reason ?? '').trim();
      if (reason === '') return submitting.refuse({ message: say('contract.no_reason'), field: 'reason' });
      await ask('POST /contracts/contracts/:id/suspend', { ...asked, body: { from: day, reason } });
    } else if (step === 'resume') {
      await ask('POST /contracts/contracts/:id/resume', { ...asked, body: { on: day } });
    } else {
      await ask('POST /contracts/contracts/:id/activate', { ...asked, body: { on: day } });
    }
    onDone();
  }

  return (
    <FormDialog
      title={say(`contract.${step}_title`, { number: contract.number })}
      label={say(`contract.${step}`)}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={go}
    >
      <TypedDate {...field(name)} required label={say(`contract.${step}_on`)} hint={say(`contract.${step}_hint`)} />
      {foreseen && (
        <Typography role="status" textColor={foreseen.refused ? 'danger600' : undefined}>
          {foreseen.sentence}
        </Typography>
      )}
      {step === 'suspend' && <LongTextField {...field('reason')} required label={say('field.reason')} />}
    </FormDialog>
  );
}
