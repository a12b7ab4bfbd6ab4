import { useEffect, useState } from 'react';
import { Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { freshKey, LeaveGuard, PageFrame, Problems, useSay, useSubmit } from '@sanya/strapi-plugin-platform/ui';
import { type SalesDoors, useAsk } from '../../../doors';
import { codesOf, CouponPart } from './coupon-part';
import { CustomerPart } from './customer-part';
import { DeliveryPart } from './delivery-part';
import { LinesPart } from './lines-part';
import { TotalPart } from './total-part';
import { type Customer, missingOf, type Shipping, wishOf } from './types';
import { useBasket } from './use-basket';
import { useLines } from './use-lines';

type Placed = SalesDoors['POST /sales/orders']['answers'];

const LIST = '/plugins/sales/orders';

/** An order as staff take it: who, what, at which price; one form is one order, however often it is pressed. */
export function NewOrder() {
  const say = useSay('sales');
  const navigate = useNavigate();
  const ask = useAsk();
  const { toggleNotification } = useNotification();
  const [key] = useState(freshKey);
  const [customer, setCustomer] = useState<Customer>();
  const [poNumber, setPoNumber] = useState('');
  const [coupon, setCoupon] = useState('');
  const [note, setNote] = useState('');
  const [shipping, setShipping] = useState<Shipping>({});
  const [placed, setPlaced] = useState<Placed>();
  const { busy, refused, refuse, submit } = useSubmit();
  const { lines, add, change, remove } = useLines([], () => refuse(undefined));
  const coupons = codesOf(coupon);
  const waits = lines.map(missingOf).find(Boolean);
  const preview = useBasket(waits ? [] : lines, { customer: customer?.documentId, coupons });
  const problem = refused ?? preview.problem;

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
    submit(async () => {
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

  const missing = !customer ? 'customer' : lines.length === 0 ? 'lines' : waits;
  const hindrance = missing && say(`new.needs_${missing}`);
  return (
    <PageFrame title={say('new.title')} subtitle={say('new.subtitle')} back={{ to: LIST, label: say('orders.title') }}>
      <LeaveGuard unsaved={!placed && lines.length > 0} />
      <Problems.Provider value={problem}>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          <CustomerPart
            customer={customer}
            error={problem?.field === 'customer' ? problem.message : undefined}
            onChoose={(chosen) => {
              setCustomer(chosen);
              refuse(undefined);
            }}
          />
          <LinesPart
            lines={lines}
            basket={preview.basket}
            error={problem?.field === 'lines' ? problem.message : undefined}
            onAdd={add}
            onChange={change}
            onRemove={remove}
          />
          <DeliveryPart
            poNumber={poNumber}
            note={note}
            shipping={shipping}
            onPoNumber={(number) => {
              setPoNumber(number);
              refuse(undefined);
            }}
            onNote={setNote}
            onShipping={setShipping}
          />
          <CouponPart
            codes={coupon}
            basket={preview.basket}
            onChange={(codes) => {
              setCoupon(codes);
              refuse(undefined);
            }}
          />
          <TotalPart
            preview={{ ...preview, problem }}
            label={say('new.place')}
            hindrance={hindrance}
            busy={busy}
            onDone={() => void place()}
          />
        </Flex>
      </Problems.Provider>
    </PageFrame>
  );
}
