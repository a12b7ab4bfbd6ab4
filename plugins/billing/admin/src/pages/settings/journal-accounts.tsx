import { FieldCell, Fields, Panel, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import { KINDS_OF_DEDUCTIONS, type Ledger, LEDGERS } from '../../../../server/src/domain/journal';

interface JournalAccountsProps {
  accounts: Record<Ledger, string>;
  disabled: boolean;
  onChange: (accounts: Record<Ledger, string>) => void;
}

/** The codes that the company's chart of accounts has for what the journal posts. */
export function JournalAccounts({ accounts, disabled, onChange }: JournalAccountsProps) {
  const say = useSay('billing');
  return (
    <Panel title={say('setting.accounts')}>
      <Fields>
        {LEDGERS.map((ledger) => (
          <FieldCell key={ledger} width={4}>
            <TextField
              name={`accounts.${ledger}`}
              label={say(`ledger.${ledger}`)}
              required={!KINDS_OF_DEDUCTIONS.includes(ledger)}
              disabled={disabled}
              maxLength={20}
              value={accounts[ledger] ?? ''}
              onChange={(code) => onChange({ ...accounts, [ledger]: code })}
            />
          </FieldCell>
        ))}
      </Fields>
    </Panel>
  );
}
