import { FieldCell, Fields, TextField, TypedDate, useSay } from '@sanya/strapi-plugin-platform/ui';

/** What stands on a cheque, as it is typed. */
export interface TypedCheque {
  bank: string;
  bankBranch: string;
  number: string;
  date: string;
}

export const NO_CHEQUE: TypedCheque = { bank: '', bankBranch: '', number: '', date: '' };

export const isWholeCheque = ({ bank, number, date }: TypedCheque): boolean =>
  bank.trim() !== '' && /^[0-9A-Za-z -]{3,40}$/.test(number.trim()) && date !== '';

interface ChequeFieldsProps {
  cheque: TypedCheque;
  onChange: (change: Partial<TypedCheque>) => void;
}

export function ChequeFields({ cheque, onChange }: ChequeFieldsProps) {
  const say = useSay('billing');
  const field = (name: 'bank' | 'bankBranch' | 'number') => ({
    ...{ name, value: cheque[name], maxLength: name === 'number' ? 40 : 60 },
    onChange: (text: string) => onChange({ [name]: text }),
  });
  return (
    <Fields>
      <FieldCell width={3}>
        <TextField {...field('bank')} label={say('field.bank')} required />
      </FieldCell>
      <FieldCell width={3}>
        <TextField {...field('bankBranch')} label={say('cheque.branch')} />
      </FieldCell>
      <FieldCell width={3}>
        <TextField {...field('number')} label={say('cheque.number')} required inputMode="numeric" />
      </FieldCell>
      <FieldCell width={3}>
        <TypedDate
          name="chequeDate"
          label={say('cheque.date')}
          hint={say('cheque.date_hint')}
          required
          value={cheque.date}
          onChange={(date) => onChange({ date })}
        />
      </FieldCell>
    </Fields>
  );
}
