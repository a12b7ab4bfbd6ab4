import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import type { MailMessage } from '../../../plugins/platform/server/src/ports/mail';
import { type App, bootApp } from '../../support/app';
import { companyMember, customerOf, issue, line, sendSlip } from './support';

let app: App;
beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off' });
});
afterAll(() => app.close());

async function sentTo(address: string): Promise<MailMessage[]> {
  const core = app.strapi.plugin('platform').service('core') as PlatformCore;
  await core.jobs.runDue();
  const { sent } = core.ports.mail as unknown as { sent: MailMessage[] };
  return sent.filter((mail) => mail.to === address);
}

test('the invoice, the receipt and the refusal of a slip come by mail, in Thai, with their PDF', async () => {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  const clerk = await app.staff('billing');
  const invoice = await issue(app, customer.id, [line()]);
  const first = (await sentTo(member.email)).at(-1);
  expect(first?.subject).toContain(`ใบแจ้งหนี้ ${invoice.number}`);
  expect(first?.html).toContain('10,700.00');
  expect(first?.attachments.map((one) => one.filename)).toEqual([`${invoice.number}.pdf`]);
  expect(first?.attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');

  const pay = async (n: number) =>
    (
      await member.post(`/api/billing/invoices/${invoice.documentId}/payments`, {
        method: 'bank_transfer',
        slip: await sendSlip(app, member, n),
        withholding: {},
      })
    ).body.data.documentId as string;
  await clerk.post(`/billing/payments/${await pay(501)}/reject`, { reason: 'ภาพสลิปไม่ชัด' });
  expect((await sentTo(member.email)).at(-1)?.html).toContain('ภาพสลิปไม่ชัด');

  const verified = await clerk.post(`/billing/payments/${await pay(502)}/verify`);
  const last = (await sentTo(member.email)).at(-1);
  expect(last?.html).toContain('50 ทวิ');
  expect(last?.attachments.map((one) => one.filename)).toEqual([`${verified.body.data.receipts[0].number}.pdf`]);
});

test('a credit note and a debit note come by mail with their papers, the debit note with its invoice', async () => {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  const clerk = await app.staff('billing');
  const invoice = await issue(app, customer.id, [line()]);
  const lines = (await member.get('/api/billing/invoice-lines')).body.data as { documentId: string }[];
  const of = (amount: string) => ({ reason: 'ราคาตามที่ตกลง', lines: [{ line: lines[0]?.documentId, amount }] });

  const credited = await clerk.post(`/billing/invoices/${invoice.documentId}/credit-notes`, of('107000'));
  const credit = (await sentTo(member.email)).at(-1);
  expect(credit?.subject).toBe(`ใบลดหนี้ ${credited.body.data.number} ยอด 1,070.00 บาท`);
  expect(credit?.html).toContain('ราคาตามที่ตกลง');
  // All of it was taken off the open invoice.
  expect(credit?.html).not.toContain('เป็นเครดิตของท่าน');
  expect(credit?.attachments.map((one) => one.filename)).toEqual([`${credited.body.data.number}.pdf`]);

  const debited = await clerk.post(`/billing/invoices/${invoice.documentId}/debit-notes`, of('53500'));
  const { number, invoice: owed } = debited.body.data;
  const debit = (await sentTo(member.email)).at(-1);
  expect(debit?.subject).toBe(`ใบเพิ่มหนี้ ${number} ยอด 535.00 บาท`);
  expect(debit?.html).toContain(owed.number);
  expect(debit?.attachments.map((one) => one.filename)).toEqual([`${number}.pdf`, `${owed.number}.pdf`]);
});
