import type { App, Member, Staff } from '../../support/app';
import { pagesOf, said } from '../../support/pdf';
import { expectNumbersProved } from '../../support/tamper';
import { reportOf } from '../reports/support';
import { levelOf, placeOrder, type Shop } from './shop';
import { asked, openStoreRoom, refusal } from './store-room';

let app: App;
let shop: Shop;
let owner: Staff;
let store: Staff;
let company: Member;
let supplier: string;

beforeAll(async () => {
  ({ app, shop, owner, store, company } = await openStoreRoom(5_000n));
  await owner.post('/platform/clock', { now: '2030-05-06T03:00:00.000Z' });
  const made = await owner.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'Shenzhen Camera Ltd', supplier: true },
    billingAddress: { line1: '88 Keji Road', country: 'CN' },
  });
  expect(made.status).toBe(201);
  supplier = made.body.data.documentId;
});
afterAll(() => app?.close());
afterEach(async () => expect(await app.platform.proof.run({})).toEqual([]));

interface Receipt {
  documentId: string;
  number: string;
  state: string;
  lines: { lot: string | null; value: string; landed: string; quantity: string }[];
}
const papers = {
  ...{ declarationNumber: 'A017-0-6905-12345', declaredOn: '2030-05-04', supplierInvoice: 'SZ-2030-77' },
  ...{ cif: '10000000', duty: '500000', importVat: '735000' },
};
const lots = () => [
  { product: shop.camera, quantity: '30', lot: 'L-A1', value: '6000000' },
  { product: shop.camera, quantity: '20', lot: 'L-A2', value: '4000000' },
];
const record = (body: object = {}, who = store) =>
  who.post('/sales/goods-receipts', { supplier, ...papers, lines: lots(), ...body });
const cancel = (receipt: { documentId: string }, reason = 'นับผิด', who = store) =>
  who.post(`/sales/goods-receipts/${receipt.documentId}/cancel`, { reason });
const movements = async () =>
  (
    await store.get(
      '/sales/stock-movements?filters[receiptLine][id][$notNull]=true&populate[receiptLine][populate][receipt]=true&sort=id',
    )
  ).body.data as { kind: string; quantity: string; receiptLine: { lot: string; receipt: { number: string } } }[];

test('goods from abroad come in lot by lot, with their customs papers, and no output VAT', async () => {
  const before = await levelOf(app, shop.camera);
  const made = await asked<Receipt>(record(), 201);
  expect(made).toMatchObject({
    ...{ state: 'received', receivedOn: '2030-05-06', currency: 'THB', cif: '10000000', importVat: '735000' },
    supplier: { name: 'Shenzhen Camera Ltd' },
  });
  expect(made.number).toBe('GR-2573-000001');
  // The duty by value: 60 and 40 percent.
  expect(made.lines.map(({ lot, landed }) => [lot, landed])).toEqual([
    ['L-A1', '6300000'],
    ['L-A2', '4200000'],
  ]);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, onHand: before.onHand + 50_000n });
  expect(
    (await movements()).map(({ kind, quantity, receiptLine }) => [
      ...[kind, quantity, receiptLine.lot, receiptLine.receipt.number],
    ]),
  ).toEqual([
    ['receive', '30', 'L-A1', made.number],
    ['receive', '20', 'L-A2', made.number],
  ]);
  const report = await reportOf(await app.staff('accountant'), 'output-vat', { from: '2030-05-01', to: '2030-05-31' });
  expect(report.rows).toEqual([]);

  const paper = await store.get(`/sales/goods-receipts/${made.documentId}/document?lang=th`).buffer(true);
  expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
  const text = (await pagesOf(paper.body as Buffer)).join('\n');
  for (const word of [
    'ใบรับสินค้านำเข้า',
    'A017-0-6905-12345',
    'SZ-2030-77',
    'L-A2',
    '7,350.00',
    '105,000.00',
    '2,100.00',
  ]) {
    expect(text).toContain(said(word));
  }
  const accountant = await app.staff('accountant');
  expect((await accountant.get(`/sales/goods-receipts/${made.documentId}/document`)).status).toBe(200);
  expect((await record({}, accountant)).status).toBe(403);
  expect((await company.get('/api/sales/goods-receipts')).status).toBe(404);
  expect((await (await app.staff('sales')).get('/sales/goods-receipts')).status).toBe(403);
});

test('what the papers cannot say is refused at its field, and nothing comes in', async () => {
  const before = await levelOf(app, shop.camera);
  const other = { declarationNumber: 'A017-0-6905-99999' };
  const wrong: [object, number, string, string][] = [
    [{}, 409, 'goods_receipt.declaration_taken', 'declarationNumber'],
    [{ ...other, cif: '10000001' }, 400, 'goods_receipt.values_unlike_cif', 'cif'],
    [{ ...other, receivedOn: '2573-05-07' }, 400, 'goods_receipt.in_future', 'receivedOn'],
    [{ ...other, lines: [{ product: shop.care, quantity: '1' }] }, 409, 'goods_receipt.not_goods', 'lines.0.product'],
    [{ ...other, lines: [] }, 400, 'goods_receipt.empty', 'lines'],
    [{ ...other, lines: [{ ...lots()[0], quantity: '-3' }] }, 400, 'stock.quantity_invalid', 'lines.0.quantity'],
    [{ ...other, supplier: 'nosuchrow' }, 404, 'goods_receipt.supplier_unknown', 'supplier'],
  ];
  for (const [body, ...refused] of wrong) expect(refusal(await record(body))).toEqual(refused);
  const buyer = (await owner.get('/crm/customers/search?text=')).body.data.customers.find(
    ({ documentId }: { documentId: string }) => documentId !== supplier,
  );
  expect(refusal(await record({ ...other, supplier: buyer.documentId }))).toEqual([
    ...[409, 'goods_receipt.not_supplier', 'supplier'],
  ]);
  expect(await levelOf(app, shop.camera)).toEqual(before);
  // The same declaration twice at once comes in once.
  const twice = await Promise.all([1, 2].map(() => record({ ...other, lines: lots() })));
  expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, onHand: before.onHand + 50_000n });
});

test('a receipt that was wrong goes out again, unless its goods are promised; its declaration is free', async () => {
  const [receipt] = (await store.get('/sales/goods-receipts?sort=id:asc')).body.data as Receipt[];
  const before = await levelOf(app, shop.camera);
  const order = await placeOrder(company, [{ product: shop.camera, quantity: '80' }]);
  expect(refusal(await cancel(receipt as Receipt))[1]).toBe('stock.promised');
  await owner.post(`/sales/orders/${order.documentId}/cancel`).expect(200);
  expect((await asked<Receipt>(cancel(receipt as Receipt))).state).toBe('cancelled');
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, onHand: before.onHand - 50_000n });
  expect(refusal(await cancel(receipt as Receipt))).toEqual([409, 'state.not_allowed', undefined]);
  const shared = lots().map(({ product, quantity, lot }) => ({ product, quantity, lot }));
  const again = await asked<Receipt>(record({ lines: shared, cif: '10000001' }), 201);
  expect(again.lines.map(({ value }) => value)).toEqual(['6000001', '4000000']);
});

test('the books proof names a goods receipt whose number is not the one that was given', () =>
  expectNumbersProved(app, 'plugin::sales.goods-receipt'));
