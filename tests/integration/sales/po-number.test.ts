import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { openShop, placeOrder, rowCounts, type Shop } from './shop';

let app: App;
let shop: Shop;
let clerk: Staff;
let member: Member;
let customer: string;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app);
  clerk = await app.staff('billing');
  member = await companyMember(app);
  customer = (await customerOf(app, member)).documentId;
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const lines = () => [{ product: shop.camera, quantity: '1' }];
const wants = async (poRequired: boolean): Promise<void> => {
  const changed = await clerk.put(`/crm/customers/${customer}`, { poRequired });
  expect([changed.status, changed.body.data.poRequired]).toEqual([200, poRequired]);
};
const draft = (more: object = {}) =>
  clerk.post('/billing/invoices', {
    customer,
    lines: [{ description: 'Care', quantity: '1', unitPrice: '100000' }],
    ...more,
  });

test('nothing is ordered without the number where the customer wants one; with it, it stands on the invoice', async () => {
  expect((await member.get('/api/crm/me')).body.data.customer.poRequired).toBe(false);
  await placeOrder(member, lines());
  await wants(true);
  expect((await member.get('/api/crm/me')).body.data.customer.poRequired).toBe(true);

  const before = await rowCounts(app);
  const seller = await app.staff('sales-lead');
  for (const poNumber of [undefined, '', '  ']) {
    for (const refused of [
      await member.post('/api/sales/orders', { lines: lines(), poNumber }).set('Accept-Language', 'en'),
      await seller.post('/sales/orders', { customer, lines: lines(), poNumber }).set('Accept-Language', 'en'),
    ]) {
      expect([refused.status, refused.body.error.details]).toMatchObject([
        422,
        { code: 'order.po_number_missing', field: 'poNumber' },
      ]);
      expect(refused.body.error.message).toContain('purchase order number');
    }
  }
  const inThai = await member.post('/api/sales/orders', { lines: lines() }).set('Accept-Language', 'th');
  expect(inThai.body.error.message).toContain('เลขที่ใบสั่งซื้อ');
  expect(await rowCounts(app)).toEqual(before);

  const order = await placeOrder(member, lines(), { poNumber: 'PO-2573/18' });
  expect(order.poNumber).toBe('PO-2573/18');
  const url = `/api/billing/invoices/${order.invoice.documentId}`;
  expect((await member.get(url)).body.data.poNumber).toBe('PO-2573/18');
  const paper = await member.get(`${url}/document?lang=th`).buffer();
  expect(await textOf(paper.body as Buffer)).toContain(said('PO-2573/18'));
});

test('no invoice is drafted or issued without; what was drafted before waits for one or goes', async () => {
  await wants(false);
  const early = await draft();
  expect(early.status).toBe(201);
  await wants(true);
  const refused = await draft({ poNumber: ' ' }).set('Accept-Language', 'en');
  expect([refused.status, refused.body.error.details]).toMatchObject([
    422,
    { code: 'invoice.po_number_missing', field: 'poNumber' },
  ]);
  expect(refused.body.error.message).toContain('purchase order number');
  const waits = await clerk.post(`/billing/invoices/${early.body.data.documentId}/issue`).set('Accept-Language', 'th');
  expect([waits.status, waits.body.error.details.code]).toEqual([422, 'invoice.po_number_missing']);
  expect(waits.body.error.message).toContain('เลขที่ใบสั่งซื้อ');
  expect((await clerk.get(`/billing/invoices/${early.body.data.documentId}`)).body.data.state).toBe('draft');

  const named = await draft({ poNumber: 'PO-7' });
  const issued = await clerk.post(`/billing/invoices/${named.body.data.documentId}/issue`);
  expect([issued.status, issued.body.data.state]).toEqual([200, 'open']);
  expect((await clerk.get(`/billing/invoices/${named.body.data.documentId}`)).body.data.poNumber).toBe('PO-7');
});

test('the invoice of a debit note names the purchase order of the one it corrects, or none as that one did', async () => {
  for (const poNumber of ['PO-9', undefined]) {
    await wants(poNumber !== undefined);
    const { documentId } = (await draft({ poNumber })).body.data as { documentId: string };
    const issued = await clerk.post(`/billing/invoices/${documentId}/issue`);
    await wants(true);
    const own = `/api/billing/invoice-lines?filters[invoice][documentId][$eq]=${documentId}`;
    const [line] = (await member.get(own)).body.data;
    const debit = await clerk.post(`/billing/invoices/${documentId}/debit-notes`, {
      reason: 'คิดราคาต่ำไป',
      cause: 'price_too_low',
      lines: [{ line: line.documentId, amount: '10700' }],
    });
    expect([issued.status, debit.status]).toEqual([200, 201]);
    const payables = await member.get('/api/billing/invoices?sort=id:desc&pagination[pageSize]=1');
    expect(payables.body.data[0]).toMatchObject({ total: '10700', poNumber: poNumber ?? null });
  }
});
