import { sure } from '../sure';
import { daysAfter } from '../timeline';
import { enterOrder } from './enter-order';
import { deliver } from './fulfilment';
import type { DemoCustomer, Scene, Story } from './scene';

/** An order that is paid by cheque; what becomes of the cheque is told after. */
function payByCheque(
  scene: Scene,
  { day, customer, number, dated }: { day: number; customer: DemoCustomer | undefined; number: string; dated: number },
  goOn: (story: Story, cheque: string) => void = () => undefined,
): void {
  const { faces, timeline } = scene;
  timeline.on(day, async () => {
    const story = await enterOrder(scene, sure(customer, 'a customer who pays by cheque'), 'SW-24');
    story.after(1, 'sanya-sales-lead', () => faces.orders.confirm([story.placed.order.id]));
    deliver(story, 2);
    story.after(6, 'sanya-billing', async () => {
      const { documentId: invoice, amountDue } = story.placed.invoice;
      const amount = String(amountDue);
      const { documentId } = await faces.does('billing', 'receiveCheque', {
        ...{ customer: story.customer.documentId, bank: 'กรุงเทพ', bankBranch: 'ท่าแพ', number, amount },
        ...{ date: daysAfter(faces.clock.today(), dated), allocations: [{ invoice, amount }] },
      });
      goOn(story, documentId);
    });
  });
}

/** Cheques: one made good, one that came back, one with a date that lies ahead. */
export function planCheques(scene: Scene, [good, bad, ahead]: readonly DemoCustomer[]): void {
  const { faces, timeline } = scene;
  const toBank = (story: Story, cheque: string): void =>
    story.after(2, 'sanya-billing', () => faces.does('billing', 'depositCheques', { cheques: [cheque] }));
  payByCheque(scene, { day: 24, customer: good, number: '10004521', dated: 0 }, (story, cheque) => {
    toBank(story, cheque);
    story.after(4, 'sanya-billing', () => faces.does('billing', 'clearCheques', { cheques: [cheque] }));
  });
  payByCheque(scene, { day: 61, customer: bad, number: '20007714', dated: 1 }, (story, cheque) => {
    toBank(story, cheque);
    const wish = { reason: 'เงินในบัญชีไม่พอ', fee: '30000' };
    story.after(5, 'sanya-billing', () => faces.does('billing', 'bounceCheque', wish, cheque));
  });
  payByCheque(scene, { day: timeline.last - 9, customer: ahead, number: '30001188', dated: 20 });
}
