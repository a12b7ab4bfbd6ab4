import { type App, bootApp, type Staff } from '../../support/app';
import { placeOrder } from '../sales/shop';
import { customerOf, sendSlip } from './support';

const SETTING = 'plugin::billing.setting';

let app: App;
let owner: Staff;

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff();
});
afterAll(() => app?.close());

/** As the settings page saves it. */
const countIn = (currency: string) => owner.put(`/content-manager/single-types/${SETTING}`, { currency });

test('a company that counts in dollars sells, bills, is paid and lends in dollars, to the cent', async () => {
  const early = await app.member();
  await owner
    .post(`/crm/customers/${(await customerOf(app, early)).documentId}/credit`, {
      creditTermsDays: 30,
      creditLimit: '500000',
    })
    .expect(200);
  expect((await countIn('USD')).status).toBe(200);
  expect((await owner.get('/platform/today')).body.data.currency).toBe('USD');

  const member = await app.member();
  const customer = await customerOf(app, member);
  const me = await member.get('/api/crm/me');
  expect(me.body.data.customer.currency).toBe('USD');
  expect((await early.get('/api/crm/me')).body.data.customer).toMatchObject({ creditLimit: '500000', currency: 'USD' });
  const product = await owner.post('/sales/products', {
    name: 'Hosting',
    kind: 'service',
    unit: 'month',
    incomeKind: 'service',
    prices: [{ unitPrice: '1000' }],
  });
  expect(product.status).toBe(201);
  const line = { product: product.body.data.documentId, quantity: '3' };
  const preview = await app.http.post('/api/sales/orders/price').send({ lines: [line] });
  expect([preview.status, preview.body.data.currency, preview.body.data.total]).toEqual([200, 'USD', '3210']);
  const foreign = await member.post('/api/sales/orders', { lines: [line], currency: 'THB' });
  expect([foreign.status, foreign.body.error.details.code]).toEqual([400, 'order.currency_foreign']);

  const order = await placeOrder(member, [line]);
  expect(order).toMatchObject({ currency: 'USD', total: '3210' });
  const invoice = await member.get(`/api/billing/invoices/${order.invoice.documentId}`);
  expect(invoice.body.data).toMatchObject({ currency: 'USD', total: '3210', tax: '210', state: 'open' });
  const pdf = await member.get(`/api/billing/invoices/${order.invoice.documentId}/document`).buffer();
  expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');

  const submitted = await member.post(`/api/billing/invoices/${order.invoice.documentId}/payments`, {
    method: 'bank_transfer',
    slip: await sendSlip(app, member, 1),
    amount: '1000',
  });
  expect([submitted.status, submitted.body.data.currency]).toEqual([201, 'USD']);
  await owner.post(`/billing/payments/${submitted.body.data.documentId}/verify`).expect(200);
  const account = await member.get('/api/billing/account');
  expect(account.body.data).toMatchObject({ currency: 'USD', balance: '2210' });

  const rest = {
    customer: customer.documentId,
    method: 'cash',
    amount: '2210',
    receivedOn: app.platform.clock.today(),
  };
  const paid = await owner.post('/billing/payments', rest);
  expect([paid.status, paid.body.data.currency]).toEqual([201, 'USD']);
  const baht = await owner.post('/billing/payments', { ...rest, currency: 'THB' });
  expect([baht.status, baht.body.error.details.code]).toEqual([400, 'payment.currency_foreign']);
  const drafted = await owner.post('/billing/invoices', {
    customer: customer.documentId,
    lines: [{ description: 'Setup', quantity: '1', unitPrice: '5000' }],
  });
  const issued = await owner.post(`/billing/invoices/${drafted.body.data.documentId}/issue`);
  expect([issued.status, issued.body.data.currency, issued.body.data.total]).toEqual([200, 'USD', '5350']);
  const received = await owner.get(
    `/billing/received?from=${app.platform.clock.today()}&to=${app.platform.clock.today()}`,
  );
  expect(received.body.data).toEqual([
    { on: app.platform.clock.today(), currency: 'USD', amount: '3210', payments: 2 },
  ]);
  const late = await countIn('THB');
  expect([late.status, late.body.error.details.code]).toEqual([409, 'billing_setting.currency_fixed']);
  expect(await app.platform.proof.run({})).toEqual([]);
});

test('a price that was given before is counted in the new currency once staff look at it', async () => {
  const { rows } = app.platform;
  const made = await owner.post('/sales/products', {
    name: 'Care',
    kind: 'service',
    unit: 'month',
    incomeKind: 'service',
    prices: [{ unitPrice: '1000' }],
  });
  const { documentId, prices } = made.body.data;
  const [price] = await rows.byDocumentIds('plugin::sales.price', [prices[0].documentId], { fields: [] });
  await rows.update('plugin::sales.price', [{ id: price?.id ?? 0, currency: 'THB' }]);
  const ask = () => app.http.post('/api/sales/orders/price').send({ lines: [{ product: documentId, quantity: '1' }] });
  expect((await ask()).status).toBeGreaterThanOrEqual(400);
  await owner
    .put(`/sales/products/${documentId}`, { prices: [{ documentId: prices[0].documentId, unitPrice: '1200' }] })
    .expect(200);
  expect((await ask()).body.data).toMatchObject({ currency: 'USD', net: '1200' });
});
