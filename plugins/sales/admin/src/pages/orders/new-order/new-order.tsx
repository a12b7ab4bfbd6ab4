import { useEffect, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { freshKey, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type SalesDoors, useAsk } from '../../../doors';
import { BasketForm } from './basket-form';
import { DeliveryPart } from './delivery-part';
import { type Shipping, wishOf } from './types';
import { useBasketForm } from './use-basket-form';

type Placed = SalesDoors['POST /sales/orders']['answers'];

const LIST = '/plugins/sales/orders';

/** An order as staff take it: who, what, at which price; one form is one order, however often it is pressed. */
export function NewOrder() {
  const say = useSay('sales');
  const navigate = useNavigate();
  const ask = useAsk();
  const { toggleNotification } = useNotification();
  const [key] = useState(freshKey);
  const [poNumber, setPoNumber] = useState('');
  const [note, setNote] = useState('');
  const [shipping, setShipping] = useState<Shipping>({});
  const [placed, setPlaced] = useState<Placed>();
  const form = useBasketForm({ lines: [], coupons: '' });
  const { customer, lines, coupons } = form;

  useEffect(() => {
    if (!placed) return;
    const isHeld = placed.state === 'awaiting_approval';
    toggleNotification({
      type: isHeld ? 'warning' : 'success',
      message: say(isHeld ? 'new.held' : 'new.placed', { number: placed.number ?? '' }),
    });
    navigate(`${LIST}/${placed.documentId}`, { replace: true });
    // Once for the order that was placed.
  }, [placed]);

  const place = (): Promise<boolean> =>
    form.submit(async () => {
      const written = Object.entries(shipping).filter(([, value]) => value.trim() !== '');
      setPlaced(
        await ask('POST /sales/orders', {
          key,
          body: {
            customer: customer?.documentId ?? '',
            lines: lines.map(wishOf),
            ...(coupons.length === 0 ? {} : { coupons }),
            ...(poNumber.trim() === '' ? {} : { poNumber: poNumber.trim() }),
            ...(note.trim() === '' ? {} : { note: note.trim() }),
            ...(written.length === 0 ? {} : { shipping: Object.fromEntries(written) }),
          },
        }),
      );
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
