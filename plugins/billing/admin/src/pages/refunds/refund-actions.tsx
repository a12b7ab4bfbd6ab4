import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { formatMoney, verbs } from '@sanya/strapi-plugin-platform/kernel';
import {
  Confirm,
  FormDialog,
  TextField,
  TypedDate,
  useDo,
  useMay,
  useSay,
  useTell,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { refundLife } from '../../../../server/src/domain/refund';
import { useAsk } from '../../doors';
import type { Refund } from '../../types';
import { ToCard } from './to-card';
import { AccountFields, isWhole, NO_ACCOUNT } from './account-fields';

interface ActionProps {
  refund: Refund;
  onDone: () => void;
}

/** What can be done with a refund now; approving has its own page. */
export function RefundActions({ refund, onDone }: ActionProps) {
  const say = useSay('billing');
  const may = useMay();
  const act = useDo(onDone);
  const ask = useAsk();
  const [sending, setSending] = useState(false);
  const can = (verb: string): boolean =>
    verbs(refundLife, refund.state).some((one) => one === verb) && may(`plugin::billing.refund.${verb}`);
  const amount = formatMoney(refund.amount, refund.currency, { symbol: true });
  const id = refund.documentId;
  return (
    <Flex gap={2} wrap="wrap">
      {can('cancel') && (
        <Confirm
          label={say('refunds.cancel')}
          title={say('refunds.cancel')}
          variant="danger-light"
          reason={say('field.reason')}
          onConfirm={(reason) =>
            act(() => ask('POST /billing/refunds/:id/cancel', { id, body: { reason } }), say('refunds.did_cancel'))
          }
        >
          {say('refunds.cancel_question', { amount })}
        </Confirm>
      )}
      {can('send') && <ToCard refund={refund} onDone={onDone} />}
      {can('send') && (
        <Button variant="secondary" onClick={() => setSending(true)}>
          {say('refunds.send')}
        </Button>
      )}
      {can('confirm') && (
        <Confirm
          label={say('refunds.confirm')}
          title={say('refunds.confirm')}
          onConfirm={() => act(() => ask('POST /billing/refunds/:id/confirm', { id }), say('refunds.did_confirm'))}
        >
          {say('refunds.confirm_question', { amount })}
        </Confirm>
      )}
      {sending && (
        <SendForm
          refund={refund}
          onClose={() => setSending(false)}
          onDone={() => {
            setSending(false);
            onDone();
          }}
        />
      )}
    </Flex>
  );
}

function SendForm({ refund, onClose, onDone }: ActionProps & { onClose: () => void }) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const { today } = useToday();
  const [reference, setReference] = useState('');
  const [sentOn, setSentOn] = useState(today);
  const [account, setAccount] = useState(refund.account ?? NO_ACCOUNT);
  return (
    <FormDialog
      title={say('refunds.send')}
      label={say('refunds.send')}
      disabled={reference.trim() === '' || !isWhole(account) || !sentOn}
      onClose={onClose}
      onSubmit={async () => {
        await ask('POST /billing/refunds/:id/send', {
          id: refund.documentId,
          body: { reference: reference.trim(), sentOn, account },
        });
        tell(say('refunds.did_send'));
        onDone();
      }}
    >
      <AccountFields account={account} onChange={setAccount} />
      <TextField
        name="reference"
        label={say('refunds.reference')}
        required
        value={reference}
        onChange={setReference}
        maxLength={100}
      />
      <TypedDate name="sentOn" label={say('refunds.sent_on')} required value={sentOn} onChange={setSentOn} />
    </FormDialog>
  );
}
