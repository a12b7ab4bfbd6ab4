import { useEffect, useState } from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { formatMoney, parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import { Failure, Money, Panel, useApi, useDo, useSay, useToday, Waiting } from '@sanya/strapi-plugin-platform/ui';
import { useChequesInHand } from '../../cheques-in-hand';
import { useAsk } from '../../doors';
import {
  allocationsOf,
  EMPTY,
  hindrance,
  partOf,
  proposed,
  retyped,
  sumsOf,
  type Typed,
  wholly,
} from '../../receiving';
import type { BillingNote } from '../../billing-note-types';
import type { Customer, Invoice } from '../../types';
import { ReceivedOn } from '../../ui/received-on';
import { useOpenInvoices } from '../../use-open-invoices';
import { ChequeFields, isWholeCheque, NO_CHEQUE } from './cheque-fields';
import { OpenInvoices } from './open-invoices';

const METHODS = ['bank_transfer', 'promptpay', 'cash', 'cheque', 'card', 'other'];

export interface ReceiptProps {
  customer: Customer;
  /** Document id of a billing note: its invoices are chosen. */
  note: string | null;
  onDone: () => void;
}

/** The money, and what of it is for which invoice. It is posted when both add up to the satang. */
export function Receipt({ customer, note, onDone }: ReceiptProps) {
  const say = useSay('billing');
  const act = useDo(onDone);
  const ask = useAsk();
  const { today, currency } = useToday();
  const [method, setMethod] = useState('bank_transfer');
  const [amount, setAmount] = useState('');
  const [receivedOn, setReceivedOn] = useState('');
  const [reference, setReference] = useState('');
  const [cheque, setCheque] = useState(NO_CHEQUE);
  const [typed, setTyped] = useState<Record<string, Typed>>({});
  const [busy, setBusy] = useState(false);
  const { data: invoices, error } = useOpenInvoices(customer.documentId);

  const { data: billed } = useApi<BillingNote>(note === null ? null : `/billing/billing-notes/${note}`, {
    populate: { lines: { populate: { invoice: true } } },
  });
  useEffect(() => {
    if (!billed || !invoices) return;
    const ids = new Set(billed.lines?.map(({ invoice }) => invoice?.documentId));
    const own = invoices.filter(({ documentId }) => ids.has(documentId));
    setTyped(Object.fromEntries(own.map((invoice) => [invoice.documentId, wholly(invoice, today)])));
  }, [billed, invoices, today]);

  const inHand = useChequesInHand({ cheque: { customer: { documentId: { $eq: customer.documentId } } } });

  if (error !== undefined) return <Failure message={error} />;
  if (!invoices) return <Waiting />;

  const money = amount.trim() === '' ? undefined : parseMoney(amount, currency);
  const of = (invoice: Invoice): Typed => typed[invoice.documentId] ?? EMPTY;
  const parts = invoices.filter((invoice) => of(invoice).chosen).map((invoice) => partOf(invoice, of(invoice)));
  const sums = sumsOf(parts);
  const on = receivedOn || today;
  const byCheque = method === 'cheque';
  const wrong = hindrance(money, parts) ?? (byCheque && !isWholeCheque(cheque) ? 'no_cheque' : undefined);

  const change = (invoice: Invoice, part: Partial<Typed>): void =>
    setTyped((before) => ({
      ...before,
      [invoice.documentId]: retyped(invoice, before[invoice.documentId] ?? EMPTY, part, on),
    }));
  const choose = (invoice: Invoice, chosen: boolean): void =>
    setTyped((before) => ({
      ...before,
      [invoice.documentId]: chosen ? proposed(invoice, money ?? 0n, sums.net, on) : EMPTY,
    }));
  const receive = (day: string): void => {
    setReceivedOn(day);
    for (const invoice of invoices) {
      setTyped((before) => {
        const own = before[invoice.documentId];
        return own ? { ...before, [invoice.documentId]: retyped(invoice, own, {}, day || today) } : before;
      });
    }
  };

  async function post(): Promise<void> {
    setBusy(true);
    const common = {
      ...{ customer: customer.documentId, amount: String(money), currency, receivedOn: on },
      allocations: allocationsOf(parts),
    };
    await act(
      () =>
        byCheque
          ? ask('POST /billing/cheques', { body: { ...common, ...cheque } })
          : ask('POST /billing/payments', { body: { ...common, method, ...(reference ? { reference } : {}) } }),
      say(byCheque ? 'receive.cheque_posted' : 'receive.posted', { amount: formatMoney(money ?? 0n, currency) }),
    );
    setBusy(false);
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Panel title={say('receive.money')}>
        <Grid.Root gap={4}>
          <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
            <Field.Root
              name="amount"
              required
              error={amount !== '' && money === undefined ? say('receive.no_amount') : undefined}
            >
              <Field.Label>{say('receive.amount')}</Field.Label>
              <TextInput value={amount} inputMode="decimal" onChange={(event) => setAmount(event.target.value)} />
              <Field.Error />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
            <Field.Root name="method" required>
              <Field.Label>{say('field.method')}</Field.Label>
              <SingleSelect value={method} onChange={(value) => setMethod(String(value))}>
                {METHODS.map((one) => (
                  <SingleSelectOption key={one} value={one}>
                    {say(`method.${one}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
            <ReceivedOn value={on} onChange={receive} />
          </Grid.Item>
          {!byCheque && (
            <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
              <Field.Root name="reference">
                <Field.Label>{say('field.reference')}</Field.Label>
                <TextInput value={reference} onChange={(event) => setReference(event.target.value)} />
              </Field.Root>
            </Grid.Item>
          )}
        </Grid.Root>
        {byCheque && (
          <Box paddingTop={4}>
            <ChequeFields cheque={cheque} onChange={(part) => setCheque((before) => ({ ...before, ...part }))} />
          </Box>
        )}
      </Panel>
      <Panel title={say('receive.open_invoices')}>
        <OpenInvoices
          invoices={invoices}
          inHand={inHand}
          typedOf={of}
          partOf={(invoice) => partOf(invoice, of(invoice))}
          sums={sums}
          currency={currency}
          on={on}
          withholds={customer.kind !== 'person'}
          onChange={change}
          onChoose={choose}
        />
        <Flex justifyContent="flex-end" gap={6} paddingTop={6}>
          <Typography textColor={wrong === undefined ? 'success600' : 'danger600'} aria-live="polite">
            {wrong === undefined ? say('receive.equal') : say(`receive.${wrong}`)}
          </Typography>
          {money !== undefined && <Money amount={money - sums.net} currency={currency} strong />}
          <Button
            size="L"
            startIcon={<Check />}
            loading={busy}
            disabled={wrong !== undefined}
            onClick={() => void post()}
          >
            {say('receive.post')}
          </Button>
        </Flex>
      </Panel>
    </Flex>
  );
}
