import { type ReactNode, useState } from 'react';
import { ChoiceField, FieldCell, Fields, LongTextField, useSay } from '@sanya/strapi-plugin-platform/ui';

/** Why a note is issued, as it is typed: the lawful cause, at first this one, and what happened. */
export function useCause(first: string) {
  const [cause, setCause] = useState(first);
  const [reason, setReason] = useState('');
  return { cause, setCause, reason, setReason, isSaid: reason.trim() !== '', body: { reason: reason.trim(), cause } };
}

export interface CauseFieldsProps {
  causes: readonly string[];
  typed: ReturnType<typeof useCause>;
  children?: ReactNode;
}

export function CauseFields({ causes, typed, children }: CauseFieldsProps) {
  const { cause, setCause, reason, setReason } = typed;
  const say = useSay('billing');
  return (
    <>
      <Fields>
        <FieldCell>
          <ChoiceField
            name="cause"
            label={say('note.cause')}
            required
            value={cause}
            onChange={setCause}
            choices={causes.map((one) => [one, say(`cause.${one}`)] as const)}
          />
        </FieldCell>
        {children && <FieldCell>{children}</FieldCell>}
      </Fields>
      <LongTextField name="reason" label={say('field.reason')} required value={reason} onChange={setReason} />
    </>
  );
}
