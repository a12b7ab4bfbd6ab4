import { FieldCell, Fields, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { RefundAccount } from '../../types';

export const NO_ACCOUNT: RefundAccount = { bank: '', number: '', name: '' };

export const isWhole = ({ bank, number, name }: RefundAccount): boolean =>
  [bank, number, name].every((text) => text.trim() !== '');

interface AccountFieldsProps {
  account: RefundAccount;
  onChange: (account: RefundAccount) => void;
}

/** Where the money goes. */
export function AccountFields({ account, onChange }: AccountFieldsProps) {
  const say = useSay('billing');
  const field = (name: keyof RefundAccount) => (
    <TextField
      name={`account.${name}`}
      label={say(`account.${name}`)}
      value={account[name]}
      onChange={(text) => onChange({ ...account, [name]: text })}
    />
  );
  return (
    <Fields>
      <FieldCell width={4}>{field('bank')}</FieldCell>
      <FieldCell width={4}>{field('number')}</FieldCell>
      <FieldCell width={4}>{field('name')}</FieldCell>
    </Fields>
  );
}
