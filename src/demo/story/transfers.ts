import { slipPicture } from '../slip';
import { sure } from '../sure';
import { deliver } from './fulfilment';
import type { Story } from './scene';

const BANKS = ['กสิกรไทย', 'ไทยพาณิชย์', 'กรุงไทย'] as const;

/** The member sends a slip; a company says that it withholds. Answers the payment and what the clerk will read. */
async function sendSlip({ faces, random, customer, placed, reference }: Story) {
  const { member, draft } = customer;
  if (!member) throw new Error('Only members send slips');
  const withholds = draft.kind !== 'person';
  return faces.as(member, async () => {
    const [due] = await faces.payments.dues([placed.invoice.id]);
    const { amountDue, withheld } = sure(due, 'an open invoice');
    const amount = amountDue - (withholds ? withheld : 0n);
    const number = reference();
    const bank = random.whole(0, BANKS.length - 1);
    const content = slipPicture(amount, number, bank);
    const slip = await faces.receiveFile({ name: 'slip.png', content, owner: member.key, customer: customer.id });
    const [payment] = await faces.payments.submit([
      {
        invoice: placed.invoice.id,
        method: 'bank_transfer',
        slip: slip.documentId,
        ...(withholds ? { withholding: {} } : {}),
      },
    ]);
    return {
      payment: sure(payment, 'a payment').id,
      receivedOn: faces.clock.today(),
      bank: BANKS[bank],
      reference: number,
    };
  });
}

/** Sends a slip so many days from now and has it verified the day after; then the order goes its way. */
export function payBySlip(story: Story, days: number): void {
  const { faces, timeline, after, random } = story;
  timeline.on(timeline.day + days, async () => {
    const seen = await sendSlip(story);
    after(random.whole(1, 2), 'sanya-billing', async () => {
      await faces.payments.verify([seen]);
      deliver(story, 1);
    });
  });
}

/** The first slip cannot be read; half of them send a better one. */
export function payAfterRejection(story: Story): void {
  const { faces, timeline, after, random } = story;
  timeline.on(timeline.day + 1, async () => {
    const { payment } = await sendSlip(story);
    after(1, 'sanya-billing', async () => {
      await faces.payments.reject([{ payment, reason: 'ภาพสลิปไม่ชัดเจน อ่านเลขที่อ้างอิงไม่ได้' }]);
      if (random.percent(50)) payBySlip(story, 2);
    });
  });
}

/** Sent today: the clerk finds it at the top of what is to be verified. */
export const payJustNow = (story: Story): Promise<unknown> => sendSlip(story);
