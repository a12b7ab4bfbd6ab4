import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  AmountField,
  ChoiceField,
  Confirm,
  FormDialog,
  freshKey,
  LongTextField,
  useDo,
  useMay,
  useSay,
  useTell,
} from '@sanya/strapi-plugin-platform/ui';
import type { Deposit, DepositStanding } from '../../deposit-types';
import { useAsk } from '../../doors';
import { useOpenInvoices } from '../../use-open-invoices';
import { AccountFields, isWhole, NO_ACCOUNT } from '../refunds/account-fields';

export interface DepositActionsProps {
  deposit: Deposit;
  standing: DepositStanding;
  onDone: () => void;
}

/** What can be done with what is held of a deposit. */
export function DepositActions({ deposit, standing, onDone }: DepositActionsProps) {
  const say = useSay('billing');
  const may = useMay();
  const act = useDo(onDone);
  const ask = useAsk();
  const [doing, setDoing] = useState<'apply' | 'return'>();
  if (standing.held === '0') return null;
  const id = deposit.documentId;
  const amount = formatMoney(standing.held, standing.currency, { symbol: true });
  const done = (): void => {
    setDoing(undefined);
    onDone();
  };
  const dialog = { deposit, standing, onClose: () => setDoing(undefined), onDone: done };
  return (
    <Flex gap={2} wrap="wrap">
      {may('plugin::billing.deposit.end') && (
        <>
          <Confirm
            label={say('deposit.forfeit')}
            title={say('deposit.forfeit')}
            variant="danger-light"
            reason={say('field.reason')}
            onConfirm={(reason) =>
              act(() => ask('POST /billing/deposits/:id/forfeit', { id, body: { reason } }), say('deposit.did_forfeit'))
            }
          >
            {say(`deposit.forfeit_question_${deposit.kind}`, { amount })}
          </Confirm>
          <Button variant="secondary" onClick={() => setDoing('return')}>
            {say('deposit.return')}
          </Button>
        </>
      )}
      {may('plugin::billing.deposit.use') && <Button onClick={() => setDoing('apply')}>{say('deposit.apply')}</Button>}
      {doing === 'apply' && <ApplyDialog {...dialog} />}
      {doing === 'return' && <ReturnDialog {...dialog} />}
    </Flex>
  );
}

type DialogProps = DepositActionsProps & { onClose: () => void };

function ApplyDialog({ deposit, standing, onClose, onDone }: DialogProps) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [invoice, setInvoice] = useState('');
  const [amount, setAmount] = useState<string>();
  const { data: invoices = [] } = useOpenInvoices(deposit.customer?.documentId ?? '', standing.invoice?.documentId);
  return (
    <FormDialog
      title={say('deposit.apply')}
      label={say('deposit.apply')}
      disabled={invoice === ''}
      touched={invoice !== ''}
      onClose={onClose}
      onSubmit={async () => {
        await ask('POST /billing/deposits/:id/apply', {
          ...{ id: deposit.documentId, key },
          body: { invoice, ...(amount === undefined ? {} : { amount }) },
        });
        tell(say('deposit.did_apply'));
        onDone();
      }}
    >
      <ChoiceField
        name="invoice"
        label={say('field.invoice')}
        hint={say(invoices.length === 0 ? 'receive.none_open' : `deposit.apply_hint_${deposit.kind}`)}
        required
        value={invoice}
        onChange={setInvoice}
        choices={invoices.map((one) => [
          one.documentId,
          `${one.number ?? ''} · ${formatMoney(one.amountDue, one.currency)}`,
        ])}
      />
      <AmountField
        name="amount"
        label={say('payments.amount')}
        hint={say('deposit.amount_hint')}
        currency={standing.currency}
        value={amount}
        onChange={setAmount}
        onClear={() => setAmount(undefined)}
      />
    </FormDialog>
  );
}

function ReturnDialog({ deposit, onClose, onDone }: DialogProps) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [how, setHow] = useState('refund');
  const [reason, setReason] = useState('');
  const [account, setAccount] = useState(NO_ACCOUNT);
  return (
    <FormDialog
      title={say('deposit.return')}
      label={say('deposit.return')}
      disabled={reason.trim() === ''}
      touched={reason !== ''}
      onClose={onClose}
      onSubmit={async () => {
        await ask('POST /billing/deposits/:id/return', {
          ...{ id: deposit.documentId, key },
          body: { reason: reason.trim(), how, ...(how === 'refund' && isWhole(account) ? { account } : {}) },
        });
        tell(say('deposit.did_return'));
        onDone();
      }}
    >
      <ChoiceField
        name="how"
        label={say('deposit.how')}
        value={how}
        onChange={setHow}
        choices={(['refund', 'credit'] as const).map((one) => [one, say(`deposit.how_${one}`)])}
      />
      <LongTextField name="reason" label={say('field.reason')} required value={reason} onChange={setReason} />
      {how === 'refund' && <AccountFields account={account} onChange={setAccount} />}
    </FormDialog>
  );
}
