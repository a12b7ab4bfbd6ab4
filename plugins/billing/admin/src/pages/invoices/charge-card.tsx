import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import {
  ChoiceField,
  FormDialog,
  freshKey,
  LongTextField,
  useMay,
  useSay,
  useTell,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { cardExpiry, cardName, type SavedCard, useSavedCards } from '../../saved-cards';
import type { Invoice } from '../../types';

interface ChargeCardProps {
  invoice: Invoice;
  onDone: () => void;
}

/** An open invoice is charged to a card that its customer has saved, when the customer has said so. */
export function ChargeCard(props: ChargeCardProps) {
  const say = useSay('billing');
  const may = useMay();
  const [open, setOpen] = useState(false);
  const allowed = props.invoice.state === 'open' && may('plugin::billing.payment.charge-card');
  const { data: cards = [] } = useSavedCards(allowed ? props.invoice.customer?.documentId : undefined);
  if (!allowed || cards.length === 0) return null;
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {say('saved_card.charge')}
      </Button>
      {open && <ChargeDialog {...props} cards={cards} onClose={() => setOpen(false)} />}
    </>
  );
}

function ChargeDialog({
  invoice,
  cards,
  onClose,
  onDone,
}: ChargeCardProps & { cards: readonly SavedCard[]; onClose: () => void }) {
  const say = useSay('billing');
  const ask = useAsk();
  const tell = useTell();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({
    paymentMethod: cards[0]?.documentId ?? '',
    consent: '',
  });

  async function charge(): Promise<void> {
    const consent = values.consent.trim();
    if (consent === '') return submitting.refuse({ message: say('saved_card.no_consent'), field: 'consent' });
    const { state } = await ask('POST /billing/invoices/:id/charge-card', {
      ...{ id: invoice.documentId, key },
      body: { paymentMethod: values.paymentMethod, consent },
    });
    tell(say(state === 'succeeded' ? 'saved_card.charged' : `saved_card.charge_${state}`));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={say('saved_card.charge_title', { number: invoice.number ?? '' })}
      label={say('saved_card.charge')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={charge}
    >
      <Typography textColor="neutral600">{say('saved_card.charge_text')}</Typography>
      <ChoiceField
        {...field('paymentMethod')}
        required
        label={say('saved_card.card')}
        choices={cards.map((card) => [card.documentId, `${cardName(card)} (${cardExpiry(card)})`] as const)}
      />
      <LongTextField
        {...field('consent')}
        required
        label={say('saved_card.consent')}
        hint={say('saved_card.consent_hint')}
      />
    </FormDialog>
  );
}
