import { useState } from 'react';
import { freshKey, useSay, useSent } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../../doors';
import { BasketForm } from './basket-form';
import { DeliveryPart } from './delivery-part';
import { type Shipping, wishOf } from './types';
import { useBasketForm } from './use-basket-form';

const LIST = '/plugins/sales/orders';

/** An order as staff take it: who, what, at which price; one form is one order, however often it is pressed. */
export function NewOrder() {
  const say = useSay('sales');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [poNumber, setPoNumber] = useState('');
  const [note, setNote] = useState('');
  const [shipping, setShipping] = useState<Shipping>({});
  const [placed, setPlaced] = useSent({ replace: true });
  const form = useBasketForm({ lines: [], coupons: '' });
  const { customer, lines, coupons } = form;

  const place = (): Promise<boolean> =>
    form.submit(async () => {
      const written = Object.entries(shipping).filter(([, value]) => value.trim() !== '');
      const { documentId, number, state } = await ask('POST /sales/orders', {
        key,
        body: {
          customer: customer?.documentId ?? '',
          lines: lines.map(wishOf),
          ...(coupons.length === 0 ? {} : { coupons }),
          ...(poNumber.trim() === '' ? {} : { poNumber: poNumber.trim() }),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          ...(written.length === 0 ? {} : { shipping: Object.fromEntries(written) }),
        },
      });
      const waits = state === 'awaiting_approval';
      const message = say(waits ? 'new.held' : 'new.placed', { number: number ?? '' });
      setPlaced({ to: `${LIST}/${documentId}`, message, waits });
    });

  return (
    <BasketForm
      title={say('new.title')}
      subtitle={say('new.subtitle')}
      back={{ to: LIST, label: say('orders.title') }}
      form={form}
      unsaved={!placed && lines.length > 0}
      label={say('new.place')}
      busy={form.busy}
      onChoose={form.choose}
      onDone={() => void place()}
    >
      <DeliveryPart
        poNumber={poNumber}
        note={note}
        shipping={shipping}
        onPoNumber={(number) => {
          setPoNumber(number);
          form.forgive();
        }}
        onNote={setNote}
        onShipping={setShipping}
      />
    </BasketForm>
  );
}
