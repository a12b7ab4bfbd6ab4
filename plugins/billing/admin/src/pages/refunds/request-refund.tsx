import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import {
  AmountField,
  FormDialog,
  freshKey,
  LongTextField,
  useApi,
  useClient,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { Refund } from '../../types';
import { AccountFields, isWhole, NO_ACCOUNT } from './account-fields';

interface RequestRefundProps {
  /** The door: of a payment or of a credit note. */
  url: string;
  currency: string;
  /** Document id: where their last refund went is proposed. */
  customer: string | undefined;
}

/** Asks for money to go back; without an amount all that can. */
export function RequestRefund({ url, currency, customer }: RequestRefundProps) {
  const say = useSay('billing');
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('plugin::billing.refund.request')) return null;
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {say('refunds.request')}
      </Button>
      {open && <RequestForm {...{ url, currency, customer }} onClose={() => setOpen(false)} />}
    </>
  );
}

function RequestForm({ url, currency, customer, onClose }: RequestRefundProps & { onClose: () => void }) {
  const say = useSay('billing');
  const navigate = useNavigate();
  const { send } = useClient();
  const [key] = useState(freshKey);
  const [amount, setAmount] = useState<string>();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState<typeof NO_ACCOUNT>();
  const { data: [last] = [] } = useApi<Refund[]>(customer ? '/billing/refunds' : null, {
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
        const { documentId } = await send<Refund>(
          url,
          {
            ...(amount === undefined ? {} : { amount }),
            reason: reason.trim(),
            ...(isWhole(account) ? { account } : {}),
          },
          key,
        );
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
      <AccountFields account={account} onChange={setTyped} />
    </FormDialog>
  );
}
