import { sure } from '../sure';
import { deliver } from './fulfilment';
import { receive } from './receipts';
import type { Story } from './scene';

/** The bank takes a transfer back some days later: the invoice is open again. */
export function payAndReverse(story: Story): void {
  const { faces, after, customer, placed } = story;
  after(1, 'sanya-billing', async () => {
    const payment = await receive(story, customer.id, [placed.invoice.id], 'bank_transfer');
    after(4, 'sanya-billing', async () => {
      await faces.payments.reverse([
        { payment: sure(payment, 'a payment').id, reason: 'ธนาคารเรียกเงินคืน โอนผิดบัญชี' },
      ]);
    });
  });
}

/** Paid and delivered, then brought back whole: what came back is credited, and the money is customer credit. */
export function payAndReturn(story: Story): void {
  const { faces, after, customer, placed } = story;
  after(1, 'sanya-billing', async () => {
    await receive(story, customer.id, [placed.invoice.id], 'bank_transfer');
    deliver(story, 1, false);
    after(10, 'sanya-storekeeper', async () => {
      const wish = { reason: 'ลูกค้าคืนสินค้า ไม่ตรงตามที่ตกลง' };
      const back = await faces.does('sales', 'receiveReturn', wish, placed.order.documentId);
      after(1, 'sanya-billing', () => faces.does('sales', 'creditReturn', {}, back.documentId));
    });
  });
}

/** Given up before anything was paid: the invoice becomes void. */
export function cancel({ faces, timeline, customer, placed, staff }: Story, days: number): void {
  const wish = { order: placed.order.id, reason: 'เปลี่ยนใจ', by: 'customer' as const };
  timeline.on(timeline.day + days, async () => {
    await faces.as(customer.member ?? staff['sanya-sales-lead'], () => faces.orders.cancel([wish]));
  });
}
