import { useState } from 'react';
import {
  FormDialog,
  freshKey,
  LongTextField,
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

/** Begins a contract, or turns the service off or on again: from which day, and why it is off. */
export function StepDialog({ contract, step, onClose, onDone }: StepDialogProps) {
  const say = useSay('contracts');
  const ask = useAsk();
  const { today } = useToday();
  const [key] = useState(freshKey);
  const name = step === 'suspend' ? 'from' : 'on';
  const { values, touched, submitting, field } = useTexts({ [name]: today, reason: '' });

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
      {step === 'suspend' && <LongTextField {...field('reason')} required label={say('field.reason')} />}
    </FormDialog>
  );
}
