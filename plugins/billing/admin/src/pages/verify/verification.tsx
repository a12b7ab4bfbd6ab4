import { useState } from 'react';
import { Box, Button, Field, Flex, Grid, TextInput, Typography } from '@strapi/design-system';
import { Check, Cross } from '@strapi/icons';
import { formatMoney, parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  Confirm,
  DateText,
  Facts,
  FileView,
  LinkTo,
  Money,
  Panel,
  useDo,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Payment } from '../../types';
import { gatewayName } from '../../ui/gateway-words';
import { Marks } from '../../ui/marks';
import { ReceivedOn } from '../../ui/received-on';

/** What should have come in, beside the slip that says so. */
export function Verification({ payment, onDone }: { payment: Payment; onDone: () => void }) {
  const say = useSay('billing');
  const act = useDo(onDone);
  const ask = useAsk();
  const { today } = useToday();
  const { currency, invoice } = payment;
  const [amount, setAmount] = useState(formatMoney(payment.amount, currency));
  const [receivedOn, setReceivedOn] = useState(payment.receivedOn ?? '');
  const [bank, setBank] = useState(payment.bank ?? '');
  const [reference, setReference] = useState(payment.reference ?? '');
  const [busy, setBusy] = useState(false);
  const read = parseMoney(amount, currency);
  const differs = read !== undefined && read !== BigInt(payment.amount);

  async function verify(): Promise<void> {
    setBusy(true);
    await act(
      () =>
        ask('POST /billing/payments/:id/verify', {
          id: payment.documentId,
          body: {
            amount: String(read),
            receivedOn: receivedOn || today,
            ...(bank ? { bank } : {}),
            ...(reference ? { reference } : {}),
          },
        }),
      say('verify.verified', { amount: formatMoney(read ?? 0n, currency) }),
    );
    setBusy(false);
  }

  const reject = (reason: string): Promise<boolean> =>
    act(
      () => ask('POST /billing/payments/:id/reject', { id: payment.documentId, body: { reason } }),
      say('verify.rejected'),
    );

  return (
    <Panel
      title={payment.customer?.name}
      aside={
        invoice?.number && (
          <LinkTo to={`/plugins/billing/invoices/${invoice.documentId}`}>
            {say('verify.open_invoice', { number: invoice.number })}
          </LinkTo>
        )
      }
    >
      <Grid.Root gap={6}>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          {payment.slip ? (
            <FileView id={payment.slip.documentId} title={say('verify.slip')} />
          ) : (
            <Typography textColor="neutral600">
              {payment.gateway
                ? say('verify.at_gateway', { gateway: gatewayName(payment.gateway), charge: payment.chargeId ?? '' })
                : say('verify.no_slip')}
            </Typography>
          )}
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Marks marks={payment.marks} />
            <Box background="primary100" hasRadius padding={4}>
              <Typography variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
                {say('verify.expected')}
              </Typography>
              <Typography tag="p" variant="alpha">
                {formatMoney(payment.amount, currency, { symbol: true })}
              </Typography>
            </Box>
            <Facts
              columns={2}
              facts={[
                [say('field.invoice'), invoice?.number],
                [say('field.due_amount'), invoice && <Money amount={invoice.amountDue} currency={currency} />],
                [
                  say('field.withheld'),
                  payment.withheld !== '0' && <Money amount={payment.withheld} currency={currency} />,
                ],
                [say('field.method'), say(`method.${payment.method}`)],
                [say('verify.submitted_at'), <DateText key="at" at={payment.submittedAt} />],
              ]}
            />
            <Field.Root
              name="amount"
              required
              hint={differs ? say('verify.differs') : undefined}
              error={read === undefined ? say('receive.no_amount') : undefined}
            >
              <Field.Label>{say(payment.gateway ? 'verify.amount_charged' : 'verify.amount')}</Field.Label>
              <TextInput value={amount} onChange={(event) => setAmount(event.target.value)} />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
            <ReceivedOn value={receivedOn || today} onChange={setReceivedOn} />
            <Grid.Root gap={4}>
              <Grid.Item col={6} direction="column" alignItems="stretch">
                <Field.Root name="bank">
                  <Field.Label>{say('field.bank')}</Field.Label>
                  <TextInput value={bank} onChange={(event) => setBank(event.target.value)} />
                </Field.Root>
              </Grid.Item>
              <Grid.Item col={6} direction="column" alignItems="stretch">
                <Field.Root name="reference">
                  <Field.Label>{say('field.reference')}</Field.Label>
                  <TextInput value={reference} onChange={(event) => setReference(event.target.value)} />
                </Field.Root>
              </Grid.Item>
            </Grid.Root>
            <Flex gap={2} justifyContent="flex-end">
              <Confirm
                label={say('verify.reject')}
                title={say('verify.reject')}
                reason={say('field.reason')}
                variant="danger-light"
                icon={<Cross />}
                onConfirm={reject}
              >
                {say('verify.reject_question')}
              </Confirm>
              <Button startIcon={<Check />} loading={busy} disabled={read === undefined} onClick={() => void verify()}>
                {say('verify.verify')}
              </Button>
            </Flex>
          </Flex>
        </Grid.Item>
      </Grid.Root>
    </Panel>
  );
}
