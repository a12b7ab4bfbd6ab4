import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import {
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  LongTextField,
  TextField,
  useSay,
  useSubmit,
  useTell,
} from '@sanya/strapi-plugin-platform/ui';
import { RENEWAL_CHOICES } from '../../contract-values';
import { useAsk } from '../../doors';
import {
  renewalTermsDraft,
  type RenewalTermsValues,
  typedRenewalTerms,
  wrongRenewalTerms,
} from '../../renewal-terms-values';
import type { Contract } from '../../types';
import { Agreed, type AgreedDialog } from './agreed';
import { RenewalPriceFields } from './renewal-price-fields';
import { AutoRenewField, BilledTogetherField } from './agreed-fields';

/** Whether the contract goes on by itself; and how it does, its days of notice and how it is billed, agreed anew. */
export function RenewalTerms({ contract, onDone }: { contract: Contract; onDone: () => void }) {
  const say = useSay('contracts');
  return (
    <Agreed
      contract={contract}
      label={say('renewal_terms.set')}
      dialog={(asked) => <RenewalTermsDialog contract={contract} {...asked} />}
      onDone={onDone}
    >
      <Typography tag="span">{say(contract.autoRenew ? 'word.yes' : 'word.no')}</Typography>
    </Agreed>
  );
}

function RenewalTermsDialog({ contract, onClose, onDone }: { contract: Contract } & AgreedDialog) {
  const say = useSay('contracts');
  const ask = useAsk();
  const tell = useTell();
  const [key] = useState(freshKey);
  const submitting = useSubmit();
  const [before] = useState(() => typedRenewalTerms(contract));
  const [values, setValues] = useState(before);
  // What is refused may be about several fields at once: any correction takes the words away.
  const change = (part: Partial<RenewalTermsValues>): void => {
    setValues((all) => ({ ...all, ...part }));
    submitting.refuse(undefined);
  };
  const text = (name: 'renewalRows' | 'noticeDays' | 'note') => ({
    ...{ name, value: values[name], onChange: (typed: string) => change({ [name]: typed }) },
  });

  async function save(): Promise<void> {
    const wrong = wrongRenewalTerms(values);
    if (wrong) return submitting.refuse({ message: say(wrong.word), field: wrong.field });
    const body = renewalTermsDraft(values, contract);
    const { stands } = await ask('POST /contracts/contracts/:id/renewal-terms', { id: contract.documentId, key, body });
    tell([say('renewal_terms.kept'), stands].filter(Boolean).join(' '));
    onDone();
  }

  return (
    <FormDialog
      title={say('renewal_terms.set')}
      label={say('renewal_terms.keep')}
      touched={JSON.stringify(values) !== JSON.stringify(before)}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      <Fields>
        {contract.termMonths !== null && (
          <>
            <FieldCell width={12}>
              <AutoRenewField checked={values.autoRenew} onChange={(autoRenew) => change({ autoRenew })} />
            </FieldCell>
            <RenewalPriceFields
              basis={values.renewalBasis}
              bases={RENEWAL_CHOICES}
              onBasis={(renewalBasis) => change({ renewalBasis })}
              rows={{ ...text('renewalRows'), name: 'renewal' }}
            />
          </>
        )}
        <FieldCell>
          <TextField {...text('noticeDays')} inputMode="numeric" label={say('field.notice_days')} />
        </FieldCell>
        <FieldCell>
          <BilledTogetherField
            checked={values.billedTogether}
            onChange={(billedTogether) => change({ billedTogether })}
          />
        </FieldCell>
        <FieldCell width={12}>
          <LongTextField {...text('note')} label={say('field.note')} />
        </FieldCell>
      </Fields>
    </FormDialog>
  );
}
