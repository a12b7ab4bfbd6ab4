import { useState } from 'react';
import { parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  ChoiceField,
  FormDialog,
  freshKey,
  LongTextField,
  MoneyField,
  TextField,
  useSay,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { STOP_OUTCOMES } from '../../../../server/src/domain/route';
import { useAsk } from '../../doors';
import type { Route, Stop } from '../../route-types';

interface StopDialogProps {
  route: Route;
  stop: Stop;
  onClose: () => void;
  onDone: () => void;
}

/** How it went at a stop. */
export function StopDialog({ route, stop, onClose, onDone }: StopDialogProps) {
  const say = useSay('sales');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({
    ...{ outcome: 'delivered', receiver: '', collected: '', note: '' },
  });
  const failed = values.outcome === 'failed';

  async function save(): Promise<void> {
    const collected = values.collected.trim() === '' ? 0n : parseMoney(values.collected, route.currency);
    if (collected === undefined) return submitting.refuse({ message: say('route.no_amount'), field: 'collected' });
    const receiver = values.receiver.trim();
    await ask('POST /sales/delivery-routes/:id/arrive', {
      id: route.documentId,
      key,
      body: {
        ...{ stop: stop.documentId, outcome: values.outcome, note: values.note },
        ...(failed ? {} : { collected: String(collected) }),
        ...(failed || receiver === '' ? {} : { receiver }),
      },
    });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={say('route.tell_title', { shipment: stop.shipment.number, customer: stop.customer })}
      label={say('route.tell_save')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      <ChoiceField
        {...field('outcome')}
        label={say('route.outcome')}
        choices={STOP_OUTCOMES.map((one) => [one, say(`stop_outcome.${one}`)] as const)}
      />
      {!failed && <TextField {...field('receiver')} label={say('shipment.receiver')} maxLength={200} />}
      {!failed && stop.collect !== '0' && (
        <MoneyField {...field('collected')} label={say('route.collected')} currency={route.currency} />
      )}
      <LongTextField {...field('note')} required={failed} label={say(failed ? 'field.reason' : 'field.note')} />
    </FormDialog>
  );
}
