import { type ReactNode, useState } from 'react';
import {
  CheckField,
  ChoiceField,
  FieldCell,
  Fields,
  LongTextField,
  TypedDate,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { isLateNote } from '../../../../server/src/domain/note-day';

/** Why a note is issued, as it is typed: which of the lawful causes, when it arose, and what happened. */
export function useCause(causes: readonly string[]) {
  const { today } = useToday();
  const [chosen, setCause] = useState('');
  const [reason, setReason] = useState('');
  const [typedDay, setHappenedOn] = useState('');
  const [saidLate, setLate] = useState(false);
  // Nobody has said it by leaving a field alone, unless there is one cause only; other lines may rule out what was chosen.
  const cause = causes.length === 1 ? (causes[0] ?? '') : causes.includes(chosen) ? chosen : '';
  const happenedOn = typedDay || today;
  const isLate = isLateNote(happenedOn, today);
  return {
    ...{ causes, cause, setCause, reason, setReason, happenedOn, setHappenedOn, isLate, saidLate, setLate },
    isSaid: cause !== '' && reason.trim() !== '',
    body: { reason: reason.trim(), cause, happenedOn, ...(isLate && saidLate ? { late: true } : {}) },
  };
}

export interface CauseFieldsProps {
  typed: ReturnType<typeof useCause>;
  children?: ReactNode;
}

export function CauseFields({ typed, children }: CauseFieldsProps) {
  const { causes, cause, setCause, reason, setReason, happenedOn, setHappenedOn, isLate, saidLate, setLate } = typed;
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
        <FieldCell>
          <TypedDate
            name="happenedOn"
            label={say('note.happened_on')}
            required
            value={happenedOn}
            onChange={setHappenedOn}
          />
        </FieldCell>
        {children && <FieldCell>{children}</FieldCell>}
      </Fields>
      {isLate && (
        <CheckField
          name="late"
          label={say('note.late')}
          hint={say('note.late_hint')}
          checked={saidLate}
          onChange={setLate}
        />
      )}
      <LongTextField name="reason" label={say('field.reason')} required value={reason} onChange={setReason} />
    </>
  );
}
