import { dueInvoices, receive } from './receipts';
import { asks, type DemoCustomer, type Scene } from './scene';

/** An advance before the work, paid and held. */
export function planDeposit(scene: Scene, { id, documentId: customer }: DemoCustomer): void {
  const { faces, timeline } = scene;
  timeline.on(58, async () => {
    await asks(scene, 'sanya-billing', 'billing', 'askDeposit', {
      ...{ customer, kind: 'advance', amount: '2000000', dueDate: faces.clock.today() },
      description: 'ติดตั้งกล้องวงจรปิด อาคาร B',
    });
    timeline.on(60, async () => {
      const due = await dueInvoices(scene, { customer: String(id) });
      await receive(
        scene,
        id,
        due.map((one) => one.id),
        'bank_transfer',
      );
    });
  });
}
