import { useState } from 'react';
import { ChoiceField, FormDialog, freshKey, useSay, useSubmit } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../../doors';
import {
  entitlementDrafts,
  type EntitlementValues,
  typedEntitlement,
  wrongEntitlement,
} from '../../../entitlement-values';
import type { ContractLine, Entitlement } from '../../../types';
import { EntitlementFields } from './entitlement-fields';

interface AgreeDialogProps {
  lines: readonly ContractLine[];
  /** What they entitle to today. */
  entitlements: readonly Entitlement[];
  onClose: () => void;
  onDone: () => void;
}

const valuesOf = (entitlements: readonly Entitlement[], line: string): EntitlementValues[] =>
  entitlements.filter((one) => one.line === line).map(typedEntitlement);

/** What a line entitles to, agreed anew from its next period on. */
export function AgreeDialog({ lines, entitlements, onClose, onDone }: AgreeDialogProps) {
  const say = useSay('contracts');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const submitting = useSubmit();
  const [id, setId] = useState(lines[0]?.documentId ?? '');
  const [values, setValues] = useState(() => valuesOf(entitlements, id));
  return (
    <FormDialog
      title={say('entitlement.agree_title')}
      label={say('entitlement.agree')}
      touched={JSON.stringify(values) !== JSON.stringify(valuesOf(entitlements, id))}
      submitting={submitting}
      onClose={onClose}
      onSubmit={async () => {
        const wrong = wrongEntitlement(values, '');
        if (wrong) return submitting.refuse({ message: say(wrong.word), field: wrong.field });
        const body = { entitlements: entitlementDrafts(values) };
        await ask('POST /contracts/contract-lines/:id/entitlements', { id, key: `${key}-${id}`, body });
        onDone();
      }}
    >
      {lines.length > 1 && (
        <ChoiceField
          name="line"
          label={say('field.line')}
          value={id}
          choices={lines.map(({ documentId, description }) => [documentId, description] as const)}
          onChange={(chosen) => {
            setId(chosen);
            setValues(valuesOf(entitlements, chosen));
          }}
        />
      )}
      <EntitlementFields
        at=""
        values={values}
        onChange={(typed) => {
          setValues(typed);
          submitting.refuse(undefined);
        }}
      />
    </FormDialog>
  );
}
