import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { Confirm, reasonOf, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { invoiceLife } from '../../../../server/src/domain/lives';
import { useAccount } from '../../account/account-figures';
import { UseCredit } from '../../account/use-credit';
import { useAsk } from '../../doors';
import type { Invoice } from '../../types';
import { ChargeCard } from './charge-card';
import { EarlyTax } from './early-tax';
import { NoteButtons } from './note-buttons';

type Reasoned = 'void' | 'write-off' | 'reopen';

interface Deed {
  verb: Reasoned | 'issue' | 'discard';
  permission: string;
  states: readonly Invoice['state'][];
  reason: boolean;
  variant: 'default' | 'secondary' | 'danger-light';
}

const from = (verb: string): readonly Invoice['state'][] =>
  invoiceLife.transitions.find((row) => row.verb === verb)?.from ?? [];

/** What may be done with an invoice in which state; the server has the last word. */
const DEEDS: readonly Deed[] = [
  { verb: 'void', permission: 'invoice.void', states: from('void'), reason: true, variant: 'danger-light' },
  {
    verb: 'write-off',
    permission: 'invoice.write-off',
    states: from('write_off'),
    reason: true,
    variant: 'danger-light',
  },
  // What is paid opens again when its payment is reversed, never by hand.
  { verb: 'reopen', permission: 'invoice.reopen', states: ['uncollectible'], reason: true, variant: 'secondary' },
  { verb: 'discard', permission: 'invoice.discard', states: from('discard'), reason: false, variant: 'danger-light' },
  { verb: 'issue', permission: 'invoice.issue', states: from('issue'), reason: false, variant: 'default' },
];

/** What the customer of an open invoice has over, laid on it. */
function CreditOnInvoice({ invoice, onDone }: { invoice: Invoice; onDone: () => void }) {
  const customer = invoice.customer?.documentId;
  const { data: account } = useAccount(customer);
  return (
    customer !== undefined && (
      <UseCredit customer={customer} account={account} invoice={invoice.documentId} onDone={onDone} />
    )
  );
}

export function InvoiceActions({ invoice, onDone: told }: { invoice: Invoice; onDone: () => void }) {
  const say = useSay('billing');
  const may = useMay();
  const { toggleNotification } = useNotification();
  const ask = useAsk();
  const [turn, setTurn] = useState(0);
  // What is left to tax, and what the customer has over, is asked anew after every deed.
  const onDone = (): void => {
    setTurn((before) => before + 1);
    told();
  };
  const id = invoice.documentId;
  const key = (verb: string): string => verb.replace('-', '_');

  const does = async (verb: Deed['verb'] | 'send', reason: string): Promise<boolean> => {
    try {
      const answer =
        verb === 'issue' || verb === 'discard' || verb === 'send'
          ? await ask(`POST /billing/invoices/:id/${verb}`, { id })
          : await ask(`POST /billing/invoices/:id/${verb}`, { id, body: { reason } });
      const isAsked = 'approval' in answer && answer.approval !== undefined;
      toggleNotification({
        type: isAsked ? 'warning' : 'success',
        message: say(isAsked ? 'did.asked' : `did.${key(verb)}`),
      });
      onDone();
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) });
      return false;
    }
  };

  return (
    <Flex gap={2} wrap="wrap">
      {DEEDS.filter(
        ({ permission, states }) => states.includes(invoice.state) && may(`plugin::billing.${permission}`),
      ).map(({ verb, reason, variant }) => (
        <Confirm
          key={verb}
          label={say(`do.${key(verb)}`)}
          title={say(`do.${key(verb)}`)}
          variant={variant}
          reason={reason ? say('field.reason') : undefined}
          onConfirm={(text) => does(verb, text)}
        >
          {say(`ask.${key(verb)}`, { number: invoice.number ?? '' })}
        </Confirm>
      ))}
      <NoteButtons invoice={invoice} onDone={onDone} />
      <EarlyTax key={`tax${turn}`} invoice={invoice} onDone={onDone} />
      <ChargeCard key={`card${turn}`} invoice={invoice} onDone={onDone} />
      {invoice.state === 'open' && may('plugin::billing.payment.record') && (
        <CreditOnInvoice key={`credit${turn}`} invoice={invoice} onDone={onDone} />
      )}
      {invoice.state === 'open' && may('plugin::billing.invoice.send') && (
        <Button startIcon={<PaperPlane />} variant="secondary" onClick={() => void does('send', '')}>
          {say('do.send')}
        </Button>
      )}
    </Flex>
  );
}
