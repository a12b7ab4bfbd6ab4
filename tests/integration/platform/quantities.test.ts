import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { openShop, type Shop } from '../sales/shop';
import { asSystem } from '../billing/support';

let app: App;
let shop: Shop;
let member: Member;
let owner: Staff;

beforeAll(async () => {
  app = await bootApp({ SANYA_GRAPHQL: 'on' });
  shop = await asSystem(app, () => openShop(app));
  member = await app.member();
  owner = await app.staff();
  const placed = await member.post('/api/sales/orders', {
    lines: [
      { product: shop.cable, quantity: '1.5' },
      { product: shop.camera, quantity: '2' },
    ],
  });
  expect(placed.status).toBe(201);
});
afterAll(() => app.close());

interface Line {
  quantity: string;
  delivered?: string;
  handedOver?: string;
}
const quantities = (lines: Line[]): string[] => lines.map((line) => line.quantity).sort();

test('REST answers decimals, in rows and in what they bring along', async () => {
  expect(quantities((await member.get('/api/sales/order-lines')).body.data)).toEqual(['1.5', '2']);
  expect(quantities((await member.get('/api/billing/invoice-lines')).body.data)).toEqual(['1.5', '2']);
  const [order] = (await member.get('/api/sales/orders?populate=lines')).body.data;
  expect(quantities(order.lines)).toEqual(['1.5', '2']);
  const one = (await member.get(`/api/sales/orders/${order.documentId}?populate=lines`)).body.data;
  expect(quantities(one.lines)).toEqual(['1.5', '2']);
  expect(one.lines[0]).toMatchObject({ delivered: '0' });
  const product = (await member.get(`/api/sales/products/${shop.camera}`)).body.data;
  expect(product.quantityStep).toBe('1');
});

test('filters are in decimals too, also through relations; what is no number is a clear 400', async () => {
  const found = async (query: string) => quantities((await member.get(`/api/sales/order-lines?${query}`)).body.data);
  expect(await found('filters[quantity][$eq]=1.5')).toEqual(['1.5']);
  expect(await found('filters[quantity]=2')).toEqual(['2']);
  expect(await found('filters[$or][0][quantity][$in][0]=2&filters[$or][1][quantity][$lt]=1.75')).toEqual(['1.5', '2']);
  expect(await found('filters[quantity][$notNull]=true')).toEqual(['1.5', '2']);
  const orders = (await member.get('/api/sales/orders?filters[lines][quantity][$gt]=1.75')).body.data;
  expect(orders).toHaveLength(1);
  expect((await member.get('/api/sales/orders?filters[lines][quantity][$gt]=5')).body.data).toEqual([]);
  const wrong = await member.get('/api/sales/order-lines?filters[quantity][$eq]=many');
  expect([wrong.status, wrong.body.error.details]).toMatchObject([
    400,
    { code: 'input.not_a_quantity', field: 'filters.quantity' },
  ]);
});

test('staff reads answer and filter decimals', async () => {
  expect(quantities((await owner.get('/billing/invoice-lines?filters[quantity][$lte]=1.5')).body.data)).toEqual([
    '1.5',
  ]);
  const [level] = (await owner.get('/sales/stock?filters[reserved][$eq]=2')).body.data;
  expect(level.reserved).toBe('2');
  const [order] = (await owner.get('/sales/orders?populate=lines')).body.data;
  expect(quantities(order.lines)).toEqual(['1.5', '2']);
  expect((await owner.get('/sales/stock?filters[reserved][$eq]=x')).body.error.details.code).toBe(
    'input.not_a_quantity',
  );
});

test('GraphQL answers decimals', async () => {
  const { body } = await member.post('/graphql', {
    query: '{ salesOrderLines { quantity delivered } billingInvoiceLines { quantity handedOver unitPrice } }',
  });
  expect(body.errors).toBeUndefined();
  expect(quantities(body.data.salesOrderLines)).toEqual(['1.5', '2']);
  expect(quantities(body.data.billingInvoiceLines)).toEqual(['1.5', '2']);
  expect(body.data.billingInvoiceLines[0].handedOver).toBe('0');
});

test('a form of the content manager shows and keeps what the database holds', async () => {
  const url = `/content-manager/collection-types/plugin::sales.product/${shop.camera}`;
  const form = (await owner.get(url)).body.data;
  expect(form.quantityStep).toBe('1000');
  expect((await owner.put(url, { quantityStep: form.quantityStep, name: form.name })).status).toBe(200);
  expect((await member.get(`/api/sales/products/${shop.camera}`)).body.data.quantityStep).toBe('1');
});
