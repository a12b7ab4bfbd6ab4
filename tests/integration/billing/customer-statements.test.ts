import { addDays } from '../../../plugins/platform/kernel/src';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { companyMember, customerOf, issue, line, proofOf } from './support';

/** The statement of account as a document: for the customer, for staff, and by mail. */
let app: App;
let clerk: Staff;
let member: Member;
let customer: { id: number; documentId: string };
let today: string;
let invoice: { number: string; documentId: string };

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  member = await companyMember(app);
  customer = await customerOf(app, member);
  today = app.platform.clock.today();
  invoice = await issue(app, customer.id, [line({ unitPrice: 1_000_000n })]);
  const answer = await clerk.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'bank_transfer', amount: '470000', receivedOn: today },
    allocations: [{ invoice: invoice.documentId, amount: '470000' }],
  });
  expect(answer.status).toBe(201);
});
afterAll(() => app?.close());

const door = () => `/billing/customers/${customer.documentId}/statement`;
const count = (type: string) => app.strapi.db.query(`plugin::${type}` as never).count();
const textBy = async (who: Staff | Member, url: string) => {
  const paper = await who.get(url).buffer();
  expect([paper.status, paper.type]).toEqual([200, 'application/pdf']);
  return textOf(paper.body as Buffer);
};

test('staff and the customer see what was owed, what happened and what is owed, in either language', async () => {
  const thai = await textBy(clerk, `${door()}/document?lang=th`);
  for (const words of [
    'ใบแจ้งยอดบัญชีลูกหนี้',
    'ยอดยกมา',
    `ใบแจ้งหนี้ ${invoice.number}`,
    '10,700.00',
    'รับชำระ',
    '4,700.00',
    'ยอดคงเหลือ',
    'ยังไม่ครบกำหนด',
    '6,000.00',
    'หกพันบาทถ้วน',
  ]) {
    expect(thai).toContain(said(words));
  }
  const english = await textBy(member, '/api/billing/account/statement/document?lang=en');
  for (const words of [
    'Statement of account',
    'Brought forward',
    `Invoice ${invoice.number}`,
    'Not yet due',
    '6,000.00',
  ]) {
    expect(english).toContain(said(words));
  }
  // Of days before, nothing happened and nothing was owed.
  const earlier = await textBy(
    member,
    `/api/billing/account/statement/document?lang=en&from=${addDays(today, -60)}&to=${addDays(today, -30)}`,
  );
  expect(earlier).not.toContain(said(invoice.number));
  expect(earlier).not.toContain(said('Open invoices'));
  const turned = await clerk.get(`${door()}/document?from=${today}&to=${addDays(today, -1)}`);
  expect([turned.status, turned.body.error.details.code]).toEqual([400, 'customer_statement.from_after_to']);
});

test('a member reads the statement of their own customer and nobody else’s; staff need the right', async () => {
  const other = await companyMember(app);
  const text = await textBy(other, '/api/billing/account/statement/document?lang=en');
  expect(text).not.toContain(said(invoice.number));
  expect(text).not.toContain(said('10,700.00'));
  expect((await other.get(`/api${door()}/document`)).status).toBe(404);
  const technician = await app.staff('technician');
  expect((await technician.get(`${door()}/document`)).status).toBe(403);
  expect((await technician.post(`${door()}/send`, {})).status).toBe(403);
});

test('it goes by mail with the PDF in the customer’s language, once for a key, and stays as it was sent', async () => {
  const key = 'statement-1';
  const sent = await clerk.post(`${door()}/send`, { from: today, to: today }).set('Idempotency-Key', key);
  expect([sent.status, sent.body.error]).toEqual([200, undefined]);
  expect(sent.body.data).toMatchObject({ from: today, until: today, balance: '600000' });
  const again = await clerk.post(`${door()}/send`, { from: today, to: today }).set('Idempotency-Key', key);
  expect(again.body.data).toEqual(sent.body.data);
  expect(await count('billing.customer-statement')).toBe(1);
  const mails = await app.strapi.db
    .query('plugin::platform.delivery')
    .findMany({ where: { template: 'statement-mail' } });
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ to: sent.body.data.to, data: { balance: '6,000.00', owes: true } });
  const [row] = await app.strapi.db.query('plugin::billing.customer-statement').findMany();
  await issue(app, customer.id, [line({ unitPrice: 500_000n })]);
  const paper = await app.platform.documents.render('statement', row.id, 'en');
  expect(await textOf(paper.content)).toContain(said('6,000.00'));
  expect(await textOf(paper.content)).not.toContain(said('5,350.00'));
  await expect(
    app.strapi.db
      .query('plugin::billing.customer-statement')
      .update({ where: { id: row.id }, data: { sentTo: 'x@y.z' } }),
  ).rejects.toThrow();
  const [event] = await app.strapi.db
    .query('plugin::platform.event')
    .findMany({ where: { name: 'customer_statement.sent' } });
  expect(event.after).toMatchObject({ balance: '600000', to: sent.body.data.to });
  expect(await proofOf(app)).toEqual([]);
});

test('a customer without an address is told of, and nothing is sent', async () => {
  const before = await count('billing.customer-statement');

  const owner = await (
    await app.staff('super-admin')
  ).post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท ไม่มีเมล จำกัด' },
  });
  const answer = await clerk.post(`/billing/customers/${owner.body.data.documentId}/statement/send`, {});
  expect([answer.status, answer.body.error.details.code]).toEqual([422, 'invoice.no_address']);
  expect(await count('billing.customer-statement')).toBe(before);
});
