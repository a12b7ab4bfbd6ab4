import { useState } from 'react';
import {
  FormDialog,
  freshKey,
  LongTextField,
  TextField,
  TypedDate,
  useSay,
  useTexts,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../../doors';
import type { Entitlement } from '../../../types';

export type EntryStep = 'use' | 'top-up' | 'adjust';

interface EntryDialogProps {
  entitlement: Entitlement;
  step: EntryStep;
  onClose: () => void;
  onDone: () => void;
}

/** Something is used, topped up or put right by hand. */
export function EntryDialog({ entitlement, step, onClose, onDone }: EntryDialogProps) {
  const say = useSay('contracts');
  const ask = useAsk();
  const { today } = useToday();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({
    quantity: step === 'use' ? '1' : '',
    on: today,
    reason: '',
  });
  const word = step === 'top-up' ? 'top_up' : step;

  async function go(): Promise<void> {
    const { line: id, unit } = entitlement;
    const reason = values.reason.trim();
    const quantity = values.quantity.trim();
    if (!/^-?\d{1,9}(\.\d{1,3})?$/.test(quantity)) {
      return submitting.refuse({ message: say('entitlement.no_quantity'), field: 'quantity' });
    }
    if (step === 'adjust' && reason === '') {
      return submitting.refuse({ message: say('contract.no_reason'), field: 'reason' });
    }
    const said = { unit, quantity, ...(reason ? { reason } : {}) };
    if (step === 'use') {
      const body = { ...said, ...(values.on ? { on: values.on } : {}) };
      await ask('POST /contracts/contract-lines/:id/use', { id, key, body });
    } else if (step === 'top-up') {
      await ask('POST /contracts/contract-lines/:id/top-up', { id, key, body: said });
    } else {
      await ask('POST /contracts/contract-lines/:id/adjust', { id, key, body: { ...said, reason } });
    }
    onDone();
  }

  return (
    <FormDialog
      title={say(`entitlement.${word}_title`, { unit: say(`entitlement_unit.${entitlement.unit}`) })}
      label={say(`entitlement.${word}`)}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={go}
    >
      <TextField
        {...field('quantity')}
        required
        inputMode="decimal"
        label={say('field.quantity')}
        hint={say(step === 'adjust' ? 'entitlement.adjust_hint' : 'entitlement.left_hint', { left: entitlement.left })}
      />
      {step === 'use' && <TypedDate {...field('on')} required label={say('field.used_on')} />}
      <LongTextField
        {...field('reason')}
        required={step === 'adjust'}
        label={say('field.reason')}
        hint={say('entitlement.reason_hint')}
      />
    </FormDialog>
  );
}
