import { sure } from '../sure';
import { enterOrder } from './enter-order';
import { deliver } from './fulfilment';
import type { DemoCustomer, Scene } from './scene';

interface Overpaid {
  day: number;
  coupon: string;
  /** Minor units. */
  over: bigint;
}

/** Somebody transfers too much and is to have it back. */
function overpay(scene: Scene, customer: DemoCustomer, { day, coupon, over }: Overpaid): void {
  const { faces, timeline } = scene;
  timeline.on(day, async () => {
    const story = await enterOrder(scene, customer, 'AC-CLN-L', [coupon]);
    story.after(1, 'sanya-billing', async () => {
      const amount = story.placed.invoice.total + over;
      const money = { customer: customer.id, method: 'bank_transfer', amount, currency: 'THB' };
      const bank = { bank: 'กรุงไทย', reference: scene.reference(), receivedOn: faces.clock.today() };
      const { payments } = await faces.payments.record([{ ...money, ...bank }]);
      deliver(story, 1);
      const account = { bank: 'กสิกรไทย', number: '012-3-45678-9', name: customer.draft.name };
      const wish = { reason: 'โอนเกินมา', account };
      const refund = await faces.does('billing', 'refundPayment', wish, sure(payments[0], 'a payment').documentId);
      story.after(2, 'sanya-billing', () =>
        faces.does('billing', 'sendRefund', { reference: scene.reference() }, refund.documentId),
      );
    });
  });
}

/** Money that goes back: once within what a clerk may send alone, once above, which the owner finds in the inbox today. */
export function planRefunds(scene: Scene, [first, second]: readonly DemoCustomer[], coupon: string): void {
  const { last } = scene.timeline;
  overpay(scene, sure(first, 'a person'), { day: 47, coupon, over: 50_000n });
  overpay(scene, sure(second, 'another person'), { day: last - 2, coupon, over: 800_000n });
}
