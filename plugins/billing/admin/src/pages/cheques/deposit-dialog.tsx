import { useState } from 'react';
import {
  ChoiceField,
  FormDialog,
  freshKey,
  TypedDate,
  useClient,
  useSay,
  useTell,
  useSetting,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { type BillingSetting, SETTING } from '../settings/types';
import { ChequeSums, type ChequesDialogProps } from './cheque-sums';

const NAMES = ['bankAccounts'] as const;

/** Cheques go to the bank together; their list opens to be printed. */
export function DepositDialog({ cheques, onClose, onDone }: ChequesDialogProps) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const { file } = useClient();
  const { today } = useToday();
  const setting = useSetting<BillingSetting>(SETTING, NAMES);
  const accounts = setting.draft?.bankAccounts ?? [];
  const [key] = useState(freshKey);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const account = chosen ?? accounts[0]?.number ?? '';
  return (
    <FormDialog
      title={say('cheque.deposit')}
      label={say('cheque.deposit')}
      touched
      onClose={onClose}
      onSubmit={async () => {
        const slip = await ask('POST /billing/cheques/deposit', {
          key,
          body: {
            cheques: cheques.map(({ documentId }) => documentId),
            on: typed || today,
            ...(account ? { account } : {}),
          },
        });
        tell(say('cheque.did_deposit', { count: slip.cheques }));
        window.open(URL.createObjectURL(await file(slip.document)), '_blank');
        onDone();
      }}
    >
      <ChequeSums cheques={cheques} />
      <TypedDate name="on" label={say('cheque.deposited_on')} required value={typed || today} onChange={setTyped} />
      {accounts.length > 0 && (
        <ChoiceField
          name="account"
          label={say('cheque.account')}
          value={account}
          onChange={setChosen}
          choices={accounts.map(({ bank, number }) => [number, `${bank} ${number}`])}
        />
      )}
    </FormDialog>
  );
}
