import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, goods, issue, line } from './support';

const RIGHTS = ['payment.record', 'invoice.draft', 'tax-invoice.issue-early'].map(
  (right) => `plugin::billing.${right}`,
);

let app: App;
let seller: Staff;
let clerk: Staff;
/** Whom the seller looks after, and whom another does. */
const customers: Record<'mine' | 'other', { documentId: string; invoice: string; member: Member }> = {} as never;

async function company(): Promise<(typeof customers)['mine']> {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  const invoice = await issue(app, customer.id, [line(), goods()]);
  return { member, documentId: customer.documentId, invoice: invoice.documentId };
}

/** A salesperson who does a clerk's work too, and still sees the own customers only. */
beforeAll(async () => {
  app = await bootApp();
  [seller, clerk] = [await app.staff('sales'), await app.staff('billing')];
  customers.mine = await company();
  customers.other = await company();
  const [role] = await app.strapi.db.query('admin::role').findMany({ where: { code: 'sanya-sales' } });
  await app.strapi
    .service('admin::permission')
    .createMany(RIGHTS.map((action) => ({ action, subject: null, properties: {}, conditions: [], role: role?.id })));
  const owner = await app.staff();
  await owner.post(`/crm/customers/${customers.mine.documentId}/assign`, { owner: seller.id }).expect(200);
});
afterAll(() => app?.close());

const cash = (customer: string, invoice: string) => ({
  customer,
  method: 'cash',
  amount: '107000',
  receivedOn: app.platform.clock.today(),
  allocations: [{ invoice, amount: '107000' }],
});
const draft = (customer: string, branch?: string) => ({
  customer,
  branch,
  lines: [{ description: 'Care', quantity: '1', unitPrice: '50000' }],
});

/** What each body that names a row says to the seller, for rows of this customer or an id of nobody's. */
async function said(customer: string, invoice: string): Promise<unknown[]> {
  const { mine } = customers;
  const answers = [
    await seller.post('/billing/payments', cash(customer, invoice)),
    await seller.post('/billing/payments', cash(mine.documentId, invoice)),
    await seller.post('/billing/invoices', draft(customer)),
    await seller.post('/billing/tax-invoices', { invoice }),
    await seller.post(`/billing/customers/${mine.documentId}/use-credit`, { invoices: [invoice] }),
  ];
  return answers.map(({ status, body }) => [status, body.error?.details?.code, body.error?.details?.field]);
}

const written = async (): Promise<number[]> =>
  Promise.all(
    ['payment', 'invoice', 'tax-invoice', 'allocation'].map((name) =>
      app.strapi.db.query(`plugin::billing.${name}` as never).count(),
    ),
  );

test('a body names no row that the conditions of its sender leave out: it answers as for one that is not there', async () => {
  const before = await written();
  const foreign = await said(customers.other.documentId, customers.other.invoice);
  expect(foreign).toEqual([
    [404, 'payment.customer_unknown', 'customer'],
    [404, 'allocation.invoice_unknown', 'allocations.0.invoice'],
    [404, 'invoice.customer_unknown', 'customer'],
    [404, 'invoice.unknown', 'invoice'],
    [404, 'allocation.invoice_unknown', 'invoices.0'],
  ]);
  expect(await said('nosuchcustomer', 'nosuchinvoice')).toEqual(foreign);
  expect(await written()).toEqual(before);
});

test('the own rows are named, and all of them where the settings open all customers to sales', async () => {
  const own = await seller.post('/billing/invoices', draft(customers.mine.documentId));
  expect(own.status).toBe(201);
  const paid = await seller.post('/billing/payments', cash(customers.mine.documentId, customers.mine.invoice));
  expect([paid.status, paid.body.data.amount]).toEqual([201, '107000']);

  const setting = (salesSee: string) =>
    app.strapi.db.query('plugin::crm.setting').updateMany({ where: {}, data: { salesSee } });
  await setting('all');
  expect((await seller.post('/billing/invoices', draft(customers.other.documentId))).status).toBe(201);
  await setting('own');
});

test('whoever may not read a type names no row of it: a branch, a receipt', async () => {
  const owner = await app.staff();
  const branch = await owner.post('/content-manager/collection-types/plugin::platform.branch', {
    code: '00002',
    name: 'สันทราย',
    address: '2 ถนนแม่โจ้ เชียงใหม่ 50210',
  });
  const { documentId } = branch.body.data as { documentId: string };
  const refused = await seller.post('/billing/invoices', draft(customers.mine.documentId, documentId));
  expect([refused.status, refused.body.error.details.code]).toEqual([404, 'invoice.branch_unknown']);
  expect((await clerk.post('/billing/invoices', draft(customers.mine.documentId, documentId))).status).toBe(201);

  const [receipt] = await app.strapi.db.query('plugin::billing.receipt').findMany({});
  const document = `/billing/receipts/${receipt?.documentId}/document`;
  expect((await clerk.get(document)).status).toBe(200);
  for (const role of ['sales', 'sales-lead', 'service-manager'] as const) {
    const answer = await (await app.staff(role)).get(document);
    expect([role, answer.status, answer.body.error.details.code]).toEqual([role, 404, 'row.not_found']);
  }
});
