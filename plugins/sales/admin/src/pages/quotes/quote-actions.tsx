import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Check, Pencil } from '@strapi/icons';
import { NavLink, useNavigate } from 'react-router-dom';
import { Confirm, useDo, useMay, useSay, useTell, useToday } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { nameOf, standingOf } from '../../quote-shown';
import type { Quote } from '../../quote-types';
import { AcceptDialog } from './accept-dialog';
import { SendDialog } from './send-dialog';

/** What can be done with a quote as it stands, as far as the reader may. */
export function QuoteActions({ quote, onDone }: { quote: Quote; onDone: () => void }) {
  const say = useSay('sales');
  const may = useMay();
  const act = useDo();
  const does = useDo(onDone);
  const navigate = useNavigate();
  const tell = useTell();
  const ask = useAsk();
  const { today } = useToday();
  const [open, setOpen] = useState<'send' | 'accept'>();
  const { documentId: id, state } = quote;
  const name = nameOf(quote, say('orders.no_number'));
  const mayEdit = may('plugin::sales.quote.edit');
  const offered = standingOf(quote, today) === 'sent';

  /** A new draft is made, and shown. */
  const opens = (verb: 'revise' | 'duplicate'): Promise<boolean> =>
    act(
      async () => {
        const made = await ask(`POST /sales/quotes/:id/${verb}`, { id });
        navigate(`/plugins/sales/quotes/${made.documentId}/edit`);
      },
      say(`quote.${verb}_done`),
    );
  const finish = (said: string): void => {
    setOpen(undefined);
    tell(say(said));
    onDone();
  };

  return (
    <Flex gap={2} wrap="wrap" justifyContent="flex-end">
      {(state === 'draft' || state === 'sent') && may('plugin::sales.quote.decline') && (
        <Confirm
          label={say('quote.decline')}
          title={say('quote.decline')}
          variant="danger-light"
          reason={say('field.reason')}
          onConfirm={(reason) =>
            does(() => ask('POST /sales/quotes/:id/decline', { id, body: { reason } }), say('quote.decline_done'))
          }
        >
          {say('quote.decline_text', { name })}
        </Confirm>
      )}
      {mayEdit && (
        <Button variant="tertiary" onClick={() => void opens('duplicate')}>
          {say('quote.duplicate')}
        </Button>
      )}
      {(state === 'sent' || (state === 'declined' && quote.number !== null)) && mayEdit && (
        <Confirm
          label={say('quote.revise')}
          title={say('quote.revise')}
          variant="secondary"
          onConfirm={() => opens('revise')}
        >
          {say('quote.revise_text', { name })}
        </Confirm>
      )}
      {state === 'draft' && mayEdit && (
        <Button tag={NavLink} to="edit" variant="secondary" startIcon={<Pencil />}>
          {say('quote.edit')}
        </Button>
      )}
      {state === 'draft' && may('plugin::sales.quote.send') && (
        <Button startIcon={<Check />} onClick={() => setOpen('send')}>
          {say('quote.send')}
        </Button>
      )}
      {offered && may('plugin::sales.quote.accept') && (
        <Button startIcon={<Check />} onClick={() => setOpen('accept')}>
          {say('quote.accept')}
        </Button>
      )}
      {open === 'send' && (
        <SendDialog
          quote={quote}
          onClose={() => setOpen(undefined)}
          onDone={(sent) => finish(sent ? 'quote.send_done' : 'quote.send_asked')}
        />
      )}
      {open === 'accept' && (
        <AcceptDialog quote={quote} onClose={() => setOpen(undefined)} onDone={() => finish('quote.accept_done')} />
      )}
    </Flex>
  );
}
