import { type App, bootApp } from '../../support/app';
import { asSystem, companyMember, customerOf } from '../billing/support';
import type { CatalogueService } from '../../../plugins/sales/server/src/services/catalogue';
import { placeOrder } from './shop';

let app: App;
beforeAll(async () => {
  app = await bootApp();
});
afterAll(() => app.close());

const HOLDS = { net: '9346', tax: '654', total: '10000' };

test('100.00 with VAT inside holds 6.54 and 93.46: on the order, its invoice and the tax invoice', async () => {
  const catalogue = app.strapi.plugin('sales').service('catalogue') as CatalogueService;
  const [product] = await asSystem(app, () =>
    catalogue.createProducts([
      { name: 'ล้างแอร์', kind: 'service', unit: 'เครื่อง', prices: [{ unitPrice: 10_000n, includesTax: true }] },
    ]),
  );
  const member = await companyMember(app);
  const lines = [{ product: product?.documentId ?? '', quantity: '1' }];
  const priced = await member.post('/api/sales/orders/price', { lines });
  expect(priced.body.data).toMatchObject(HOLDS);
  const order = await placeOrder(member, lines);
  expect(order).toMatchObject({ ...HOLDS, lines: [HOLDS] });

  const read = async (path: string) => (await member.get(`/api/billing${path}`)).body.data;
  const invoice = await read(`/invoices/${order.invoice.documentId}?populate=lines`);
  expect(invoice).toMatchObject({ ...HOLDS, amountDue: '10000', pricesIncludeTax: true, lines: [HOLDS] });

  const clerk = await app.staff('billing');
  const paid = await clerk.post('/billing/payments', {
    customer: (await customerOf(app, member)).documentId,
    method: 'cash',
    amount: '10000',
    receivedOn: app.platform.clock.today(),
    allocations: [{ invoice: order.invoice.documentId, amount: '10000' }],
  });
  expect(paid.status).toBe(201);
  const [taxInvoice, ...more] = await read('/tax-invoices?populate=lines');
  expect(more).toEqual([]);
  expect(taxInvoice).toMatchObject({ ...HOLDS, lines: [HOLDS] });
  expect(await read(`/invoices/${order.invoice.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
  expect(await app.platform.proof.run({})).toEqual([]);
});
