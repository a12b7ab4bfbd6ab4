import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import {
  AmountField,
  Confirm,
  FormDialog,
  freshKey,
  LongTextField,
  useDo,
  useMay,
  useSay,
  useTell,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { verbs } from '@sanya/strapi-plugin-platform/kernel';
import { chequeLife } from '../../../../server/src/domain/cheque';
import type { Cheque } from '../../cheque-types';
import { useAsk } from '../../doors';
import { ClearDialog } from './clear-dialog';
import { DepositDialog } from './deposit-dialog';

interface ActionProps {
  cheque: Cheque;
  onDone: () => void;
}

/** What can be done with one cheque now. */
export function ChequeActions({ cheque, onDone }: ActionProps) {
  const say = useSay('billing');
  const may = useMay();
  const act = useDo(onDone);
  const ask = useAsk();
  const { today } = useToday();
  const [doing, setDoing] = useState<'deposit' | 'clear' | 'bounce'>();
  const can = (verb: string, permission = verb): boolean =>
    verbs(chequeLife, cheque.state).some((one) => one === verb) && may(`plugin::billing.cheque.${permission}`);
  const close = (): void => setDoing(undefined);
  const done = (): void => {
    close();
    onDone();
  };
  return (
    <Flex gap={2} wrap="wrap">
      {can('return', 'bounce') && (
        <Confirm
          label={say('cheque.return')}
          title={say('cheque.return')}
          variant="danger-light"
          reason={say('field.reason')}
          onConfirm={(reason) =>
            act(
              () => ask('POST /billing/cheques/:id/return', { id: cheque.documentId, body: { reason } }),
              say('cheque.did_return'),
            )
          }
        >
          {say('cheque.return_question', { number: cheque.number })}
        </Confirm>
      )}
      {can('bounce') && (
        <Button variant="danger-light" onClick={() => setDoing('bounce')}>
          {say('cheque.bounce')}
        </Button>
      )}
      {can('deposit') && (
        <Button disabled={cheque.chequeDate > today} onClick={() => setDoing('deposit')}>
          {say(cheque.chequeDate > today ? 'cheque.not_due' : 'cheque.deposit')}
        </Button>
      )}
      {can('clear') && <Button onClick={() => setDoing('clear')}>{say('cheque.clear')}</Button>}
      {doing === 'deposit' && <DepositDialog cheques={[cheque]} onClose={close} onDone={done} />}
      {doing === 'clear' && <ClearDialog cheques={[cheque]} onClose={close} onDone={done} />}
      {doing === 'bounce' && <BounceDialog cheque={cheque} onClose={close} onDone={done} />}
    </Flex>
  );
}

function BounceDialog({ cheque, onClose, onDone }: ActionProps & { onClose: () => void }) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [reason, setReason] = useState('');
  const [fee, setFee] = useState<string>();
  return (
    <FormDialog
      title={say('cheque.bounce')}
      label={say('cheque.bounce')}
      disabled={reason.trim() === ''}
      touched
      onClose={onClose}
      onSubmit={async () => {
        await ask('POST /billing/cheques/:id/bounce', {
          ...{ id: cheque.documentId, key },
          body: { reason: reason.trim(), ...(fee === undefined ? {} : { fee }) },
        });
        tell(say('cheque.did_bounce'));
        onDone();
      }}
    >
      <LongTextField name="reason" label={say('field.reason')} required value={reason} onChange={setReason} />
      <AmountField
        name="fee"
        label={say('cheque.fee')}
        hint={say('cheque.fee_hint')}
        currency={cheque.currency}
        value={fee}
        onChange={setFee}
        onClear={() => setFee(undefined)}
      />
      <Typography variant="pi" textColor="neutral600">
        {say('cheque.bounce_explained')}
      </Typography>
    </FormDialog>
  );
}
