import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { formatMoney, parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  ChoiceField,
  FormDialog,
  freshKey,
  LongTextField,
  MoneyField,
  useMay,
  useSay,
  useTell,
  useTexts,
  Zone,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Cockpit, CockpitRow } from './types';

interface DecideDialogProps {
  row: CockpitRow;
  reasons: Cockpit['reasons'];
  onClose: () => void;
  onDone: () => void;
}

/** Offers the next term, at the price of the table or another, or keeps why it is not renewed. */
export function DecideDialog({ row, reasons, onClose, onDone }: DecideDialogProps) {
  const say = useSay('contracts');
  const may = useMay();
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const deeds = [
    ...(may('plugin::contracts.renewal.offer') ? (['offer'] as const) : []),
    ...(may('plugin::contracts.renewal.decide') ? (['decline'] as const) : []),
  ];
  const { values, touched, submitting, field } = useTexts({
    ...{ deed: deeds[0] ?? 'decline', price: '', reason: reasons[0]?.code ?? '', note: '' },
  });
  const isOffer = values.deed === 'offer';
  const id = row.renewal ?? '';
  const note = values.note.trim();

  async function go(): Promise<void> {
    if (isOffer) {
      const price = values.price.trim() === '' ? null : parseMoney(values.price, row.currency);
      if (price === undefined) return submitting.refuse({ message: say('contract.no_price'), field: 'price' });
      const body = { price: price === null ? null : String(price), note: note || null };
      await ask('POST /contracts/renewals/:id/offer', { id, key, body });
    } else {
      await ask('POST /contracts/renewals/:id/decline', {
        id,
        key,
        body: { reason: values.reason, note: note || null },
      });
    }
    tell(say(isOffer ? 'renewals.offered_done' : 'renewals.declined_done'));
    onDone();
  }

  return (
    <FormDialog
      title={`${row.number} · ${row.customer.name}`}
      label={say(isOffer ? 'renewals.offer' : 'renewals.decline')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={go}
    >
      <Zone plugin="contracts" page="renewals" position="decision" id={row.documentId} />
      <ChoiceField
        {...field('deed')}
        label={say('renewals.deed')}
        choices={deeds.map((one) => [one, say(`renewals.deed_${one}`)] as const)}
      />
      {isOffer ? (
        <MoneyField
          {...field('price')}
          currency={row.currency}
          label={say('renewals.price_of_term')}
          hint={say('renewals.price_hint', {
            price: row.price === null ? '–' : formatMoney(row.price, row.currency),
          })}
        />
      ) : (
        <ChoiceField
          {...field('reason')}
          label={say('field.reason')}
          choices={reasons.map(({ code, name }) => [code, name] as const)}
        />
      )}
      <LongTextField {...field('note')} label={say('field.note')} />
      <Typography variant="pi" textColor="neutral600">
        {say(isOffer ? 'renewals.explain_offer' : 'renewals.explain_decline')}
      </Typography>
    </FormDialog>
  );
}
