import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import {
  ChoiceField,
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  TextField,
  useSay,
  useSubmit,
  useTell,
} from '@sanya/strapi-plugin-platform/ui';
import { FEE_KINDS } from '../../../../server/src/domain/contract';
import { SUSPENSION_POLICIES } from '../../../../server/src/domain/schedule';
import { useAsk } from '../../doors';
import { EntitlementFields } from '../../pages/contracts/entitlements/entitlement-fields';
import {
  BEGINNINGS_OF_ORDERS,
  RENEWALS_OF_PRODUCTS,
  termsDraft,
  type TermsValues,
  typedTerms,
  wrongTerms,
} from '../../terms-values';
import type { TermsOfProduct } from '../../types';
import { RenewalPriceFields } from '../../pages/contracts/renewal-price-fields';
import { AutoRenewField } from '../../pages/contracts/agreed-fields';

interface TermsDialogProps {
  /** Document id. */
  product: string;
  /** One price of it; document id. */
  price: string | null;
  /** What it is called. */
  name: string;
  currency: string;
  /** What is said so far. */
  terms: TermsOfProduct | undefined;
  onClose: () => void;
  onDone: () => void;
}

type Typed = 'termMonths' | 'noticeDays' | 'leadDays' | 'feeValue';

/** What is promised with a product, or with one price of it. */
export function TermsDialog({ product, price, name, currency, terms, onClose, onDone }: TermsDialogProps) {
  const say = useSay('contracts');
  const ask = useAsk();
  const tell = useTell();
  const [key] = useState(freshKey);
  const submitting = useSubmit();
  const [before] = useState(() => typedTerms(terms, currency));
  const [values, setValues] = useState(before);
  // What is refused may be about several fields at once: any correction takes the words away.
  const change = (part: Partial<TermsValues>): void => {
    setValues((all) => ({ ...all, ...part }));
    submitting.refuse(undefined);
  };
  const typed = (field: Typed, label: string) => ({
    ...{ name: field, label: say(label), value: values[field] },
    onChange: (text: string) => change({ [field]: text }),
  });
  const chosen = <Key extends 'activation' | 'whileSuspended' | 'feeKind'>(
    field: Key,
    label: string,
    words: string,
    choices: readonly TermsValues[Key][],
  ) => ({
    ...{ name: field, label: say(label), value: values[field] },
    choices: choices.map((one) => [one, say(`${words}.${one}`)] as const),
  });

  async function save(): Promise<void> {
    const wrong = wrongTerms(values, currency);
    if (wrong) return submitting.refuse({ message: say(wrong.word), field: wrong.field });
    await ask('PUT /contracts/products/:id/terms', {
      id: product,
      key,
      body: { price, ...termsDraft(values, currency) },
    });
    tell(say('terms.kept'));
    onDone();
  }

  return (
    <FormDialog
      title={say('terms.set_title', { name })}
      label={say('terms.set')}
      touched={JSON.stringify(values) !== JSON.stringify(before)}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      <Fields>
        <FieldCell>
          <ChoiceField
            {...chosen('activation', 'field.activation', 'activation', BEGINNINGS_OF_ORDERS)}
            onChange={(one) => change({ activation: one as TermsValues['activation'] })}
          />
        </FieldCell>
        <FieldCell>
          <TextField {...typed('leadDays', 'field.lead_days')} inputMode="numeric" />
        </FieldCell>
        <FieldCell>
          <TextField {...typed('termMonths', 'field.term_months')} inputMode="numeric" hint={say('terms.term_hint')} />
        </FieldCell>
        <FieldCell>
          <TextField {...typed('noticeDays', 'field.notice_days')} inputMode="numeric" />
        </FieldCell>
        {values.termMonths.trim() !== '' && (
          <>
            <FieldCell width={12}>
              <AutoRenewField checked={values.autoRenew} onChange={(autoRenew) => change({ autoRenew })} />
            </FieldCell>
            <RenewalPriceFields
              basis={values.renewalBasis}
              bases={RENEWALS_OF_PRODUCTS}
              onBasis={(renewalBasis) => change({ renewalBasis })}
              rows={{
                name: 'renewal',
                value: values.renewalRows,
                onChange: (renewalRows) => change({ renewalRows }),
              }}
            />
          </>
        )}
        <FieldCell width={12}>
          <ChoiceField
            {...chosen('whileSuspended', 'field.while_suspended', 'policy', SUSPENSION_POLICIES)}
            onChange={(one) => change({ whileSuspended: one as TermsValues['whileSuspended'] })}
          />
        </FieldCell>
        <FieldCell>
          <ChoiceField
            {...chosen('feeKind', 'field.leaving_fee', 'fee_kind', FEE_KINDS)}
            hint={say('terms.fee_hint')}
            onChange={(one) => change({ feeKind: one as TermsValues['feeKind'], feeValue: '' })}
          />
        </FieldCell>
        <FieldCell>
          {values.feeKind !== 'none' && (
            <TextField {...typed('feeValue', 'field.leaving_fee_value')} required inputMode="decimal" />
          )}
        </FieldCell>
      </Fields>
      <Typography fontWeight="bold">{say('terms.entitlements')}</Typography>
      <EntitlementFields at="" values={values.entitlements} onChange={(entitlements) => change({ entitlements })} />
    </FormDialog>
  );
}
