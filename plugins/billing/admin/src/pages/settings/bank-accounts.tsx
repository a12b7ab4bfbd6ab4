import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { FieldRow, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import { entriesOf } from './entries';
import { RemoveEntry } from './remove-entry';
import type { BankAccount } from './types';

interface BankAccountsProps {
  accounts: readonly BankAccount[];
  disabled: boolean;
  onChange: (accounts: BankAccount[]) => void;
}

const EMPTY: BankAccount = { bank: '', number: '', name: '' };
const PARTS = ['bank', 'branch', 'number', 'name'] as const;

/** Accounts that customers may transfer to, in the order in which they see them. */
export function BankAccounts({ accounts, disabled, onChange }: BankAccountsProps) {
  const say = useSay('billing');
  const { change, remove, add } = entriesOf(accounts, onChange);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography textColor="neutral600">{say('setting.bankAccounts_hint')}</Typography>
      {accounts.map((account, index) => (
        // The order is all that tells two empty rows apart.
        <FieldRow key={index} action={!disabled && <RemoveEntry onRemove={() => remove(index)} />}>
          {PARTS.map((part) => (
            <TextField
              key={part}
              name={`bankAccounts.${index}.${part}`}
              label={say(`account.${part}`)}
              required={part !== 'branch'}
              disabled={disabled}
              inputMode={part === 'number' ? 'numeric' : undefined}
              value={account[part] ?? ''}
              onChange={(value) => change(index, { [part]: value })}
            />
          ))}
        </FieldRow>
      ))}
      {accounts.length === 0 && <Typography>{say('setting.no_accounts')}</Typography>}
      {!disabled && (
        <Flex>
          <Button type="button" variant="secondary" startIcon={<Plus />} onClick={() => add(EMPTY)}>
            {say('setting.new_account')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
