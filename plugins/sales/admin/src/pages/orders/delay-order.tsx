import { useState } from 'react';
import { Button } from '@strapi/design-system';
import {
  FormDialog,
  freshKey,
  LongTextField,
  TypedDate,
  useMay,
  useSay,
  useTell,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { LIVE_STATES } from '../../../../server/src/domain/order-machine';
import { useAsk } from '../../doors';
import type { Order } from '../../types';

/** The order comes later than was said: the customer is told when and why, before they ask. */
export function DelayOrder({ order, onDone }: { order: Order; onDone: () => void }) {
  const say = useSay('sales');
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('plugin::sales.order.delay') || !LIVE_STATES.includes(order.state)) return null;
  return (
    <>
      <Button variant="tertiary" onClick={() => setOpen(true)}>
        {say('delay.title')}
      </Button>
      {open && <DelayDialog order={order} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}

function DelayDialog({ order, onClose, onDone }: { order: Order; onClose: () => void; onDone: () => void }) {
  const say = useSay('sales');
  const ask = useAsk();
  const tell = useTell();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({ promisedOn: order.promisedOn ?? '', reason: '' });
  const { refuse } = submitting;

  async function delay(): Promise<void> {
    const body = { promisedOn: values.promisedOn, reason: values.reason.trim() };
    if (body.promisedOn === '') return refuse({ message: say('delay.no_day'), field: 'promisedOn' });
    if (body.reason === '') return refuse({ message: say('delay.no_reason'), field: 'reason' });
    await ask('POST /sales/orders/:id/delay', { id: order.documentId, key, body });
    tell(say('delay.done'));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={say('delay.title')}
      label={say('delay.send')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={delay}
    >
      <TypedDate {...field('promisedOn')} required label={say('field.promised_on')} hint={say('delay.day_hint')} />
      <LongTextField {...field('reason')} required label={say('field.reason')} hint={say('delay.reason_hint')} />
    </FormDialog>
  );
}
