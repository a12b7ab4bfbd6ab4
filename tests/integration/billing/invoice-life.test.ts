import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, INVOICE, issue, line, proofOf } from './support';

let app: App;
let clerk: Staff;
let member: Member;
let customer: { id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
});
beforeEach(async () => {
  member = await companyMember(app);
  customer = await customerOf(app, member);
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const invoiceOf = async ({ documentId }: { documentId: string }) =>
  (await member.get(`/api/billing/invoices/${documentId}`)).body.data;
const does = (invoice: { documentId: string }, verb: string, who = clerk) =>
  who.post(`/billing/invoices/${invoice.documentId}/${verb}`, { reason: 'ปิดกิจการ' });
const code = (answer: { status: number; body: { error?: { details: { code: string } } } }) => [
  answer.status,
  answer.body.error?.details.code,
];
const eventsOf = async (documentId: string): Promise<string[]> =>
  (
    await app.strapi.db
      .query('plugin::platform.event')
      .findMany({ where: { subjectType: INVOICE, subjectDocumentId: documentId }, orderBy: { id: 'asc' } })
  ).map(({ name }: { name: string }) => name);
const record = (amount: string, invoice?: { documentId: string }) =>
  clerk.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'cash', amount, receivedOn: app.platform.clock.today() },
    ...(invoice && { allocations: [{ invoice: invoice.documentId, amount }] }),
  });
const givenUp = async () => {
  const invoice = await issue(app, customer.id, [line()]);
  expect((await does(invoice, 'write-off')).body.data.state).toBe('uncollectible');
  return invoice;
};

test('a draft is discarded, and nothing more is made of it', async () => {
  const drafted = await clerk.post('/billing/invoices', {
    customer: customer.documentId,
    lines: [{ description: 'Website care', quantity: '1', unitPrice: '1000000' }],
  });
  const draft = drafted.body.data;
  const manager = await app.staff('service-manager');
  const gone = await does(draft, 'discard', manager);
  expect([gone.status, gone.body.data]).toMatchObject([200, { state: 'discarded', number: null }]);
  expect(code(await clerk.post(`/billing/invoices/${draft.documentId}/issue`))).toEqual([409, 'state.not_allowed']);
  expect(code(await does(draft, 'discard'))).toEqual([409, 'state.not_allowed']);
  expect(await eventsOf(draft.documentId)).toEqual(['invoice.drafted', 'invoice.discarded']);
  const issued = await issue(app, customer.id, [line()]);
  expect(code(await does(issued, 'discard'))).toEqual([409, 'state.not_allowed']);
});

test('what was given up is asked for again; what is paid is not opened by hand; the accountant only looks', async () => {
  const invoice = await givenUp();
  expect((await does(invoice, 'reopen', await app.staff('accountant'))).status).toBe(403);
  expect((await does(invoice, 'reopen', await app.staff('service-manager'))).status).toBe(403);
  const again = await does(invoice, 'reopen');
  expect([again.status, again.body.data]).toMatchObject([200, { state: 'open', amountDue: '1070000' }]);
  expect(await eventsOf(invoice.documentId)).toEqual(['invoice.issued', 'invoice.written_off', 'invoice.reopened']);
  expect(code(await does(invoice, 'reopen'))).toEqual([409, 'state.not_allowed']);
  expect((await record('1070000', invoice)).status).toBe(201);
  expect(code(await does(invoice, 'reopen'))).toEqual([409, 'invoice.reopen_paid']);
});

test('money for an invoice that was given up opens it and settles it; the rest of a part is due again', async () => {
  const invoice = await givenUp();
  expect((await record('535000', invoice)).status).toBe(201);
  expect(await invoiceOf(invoice)).toMatchObject({ state: 'open', amountDue: '535000' });
  expect((await does(invoice, 'write-off')).status).toBe(200);
  const rest = await record('535000', invoice);
  expect(rest.body.data.taxInvoices).toHaveLength(1);
  expect(await invoiceOf(invoice)).toMatchObject({ state: 'paid', amountDue: '0' });
  const recovered = ['invoice.written_off', 'invoice.reopened'];
  expect(await eventsOf(invoice.documentId)).toEqual([
    ...['invoice.issued', ...recovered, 'invoice.partly_paid'],
    ...[...recovered, 'invoice.paid'],
  ]);
});

test('a slip for what was given up is taken and verified; credit is laid on it by name', async () => {
  const invoice = await givenUp();
  const options = await member.get(`/api/billing/invoices/${invoice.documentId}/payment-options`);
  expect(options.status).toBe(200);
  const sent = await member.post(`/api/billing/invoices/${invoice.documentId}/payments`, { method: 'promptpay' });
  expect([sent.status, sent.body.data.amount]).toEqual([201, '1070000']);
  expect(await invoiceOf(invoice)).toMatchObject({ state: 'uncollectible' });
  expect((await clerk.post(`/billing/payments/${sent.body.data.documentId}/verify`)).status).toBe(200);
  expect(await invoiceOf(invoice)).toMatchObject({ state: 'paid', amountDue: '0' });

  const other = await givenUp();
  // Money that names no invoice is not laid on what nobody asks for any more.
  await record('1070000');
  expect(await invoiceOf(other)).toMatchObject({ state: 'uncollectible', amountDue: '1070000' });
  const used = await clerk.post(`/billing/customers/${customer.documentId}/use-credit`, {
    invoices: [other.documentId],
  });
  expect(used.body.data.applied).toBe('1070000');
  expect(await invoiceOf(other)).toMatchObject({ state: 'paid', amountDue: '0' });
});
