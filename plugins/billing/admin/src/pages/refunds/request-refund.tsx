import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import {
  AmountField,
  FormDialog,
  freshKey,
  LongTextField,
  useApi,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Refund } from '../../types';
import { AccountFields, isWhole, NO_ACCOUNT } from './account-fields';

interface RequestRefundProps {
  /** Document id of the payment that it goes back of. */
  payment: string;
  currency: string;
  /** Document id: where their last refund went is proposed. */
  customer: string | undefined;
  /** It can go back to the card that it was paid with. */
  byCard: boolean;
}

/** Asks for money to go back; without an amount all that can. */
export function RequestRefund(source: RequestRefundProps) {
  const say = useSay('billing');
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('plugin::billing.refund.request')) return null;
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {say('refunds.request')}
      </Button>
      {open && <RequestForm {...source} onClose={() => setOpen(false)} />}
    </>
  );
}

function RequestForm({ payment, currency, customer, byCard, onClose }: RequestRefundProps & { onClose: () => void }) {
  const say = useSay('billing');
  const navigate = useNavigate();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [amount, setAmount] = useState<string>();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState<typeof NO_ACCOUNT>();
  const { data: [last] = [] } = useApi<Refund[]>(customer && !byCard ? '/billing/refunds' : null, {
    filters: { customer: { documentId: { $eq: customer } }, account: { $notNull: true } },
    sort: 'id:desc',
    pagination: { pageSize: 1 },
  });
  const account = typed ?? last?.account ?? NO_ACCOUNT;
  return (
    <FormDialog
      title={say('refunds.request')}
      label={say('refunds.request')}
      disabled={reason.trim() === ''}
      touched={reason !== ''}
      onClose={onClose}
      onSubmit={async () => {
        const { documentId } = await ask('POST /billing/payments/:id/refund', {
          id: payment,
          body: {
            ...(amount === undefined ? {} : { amount }),
            reason: reason.trim(),
            ...(!byCard && isWhole(account) ? { account } : {}),
          },
          key,
        });
        navigate(`/plugins/billing/refunds/${documentId}`);
      }}
    >
      <AmountField
        name="amount"
        label={say('payments.amount')}
        hint={say('refunds.amount_hint')}
        currency={currency}
        value={amount}
        onChange={setAmount}
        onClear={() => setAmount(undefined)}
      />
      <LongTextField name="reason" label={say('field.reason')} required value={reason} onChange={setReason} />
      {!byCard && <AccountFields account={account} onChange={setTyped} />}
    </FormDialog>
  );
}
