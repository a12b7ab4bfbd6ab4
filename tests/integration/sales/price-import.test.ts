import excel from 'exceljs';
import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { until } from '../../support/until';
import { placeOrder } from './shop';

const PRICE = 'plugin::sales.price';

let app: App;
let owner: Staff;
let seller: Staff;
let member: Member;
let today: string;

interface Row {
  row: number;
  sku: string;
  outcome: string;
  before: string | null;
  after: string | null;
  state: string;
  reason: string | null;
}

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  seller = await app.staff('sales');
  member = await app.member();
  today = app.platform.clock.today();
});
afterAll(() => app?.close());

const send = (who: Staff, content: string | Buffer, name = 'prices.csv') =>
  app.http
    .post('/sales/product-imports')
    .set('Authorization', `Bearer ${who.token}`)
    .attach('file', Buffer.isBuffer(content) ? content : Buffer.from(content), name);
const read = async (content: string | Buffer, name?: string): Promise<string> => {
  const answer = await send(owner, content, name);
  expect(answer.body.error).toBeUndefined();
  return answer.body.data.documentId;
};
const summary = async (id: string) => (await owner.get(`/sales/product-imports/${id}`)).body.data;
const rowsOf = async (id: string): Promise<Row[]> =>
  (
    await owner
      .get(`/sales/product-import-rows?filters[import][documentId][$eq]=${id}&sort=row:asc&pagination[pageSize]=100`)
      .set('Accept-Language', 'en')
  ).body.data;
const outcomes = async (id: string): Promise<string[]> => (await rowsOf(id)).map(({ outcome }) => outcome);
const carryOut = async (id: string) => {
  const started = await owner.post(`/sales/product-imports/${id}/start`);
  expect(started.body.error).toBeUndefined();
  await until('the import is finished', async () => (await summary(id)).state === 'finished', { withinMs: 60_000 });
  return summary(id);
};
const pricesOf = async (sku: string) => {
  const { rows } = app.platform;
  const knex = await rows.knex();
  return (await knex(rows.table(PRICE))
    .join(rows.table('plugin::sales.product'), 'sales_products.id', 'sales_prices.product_id')
    .where('sales_products.sku', sku)
    .orderBy('sales_prices.id')
    .select({ amount: 'unit_price', from: 'valid_from', to: 'valid_to', per: 'per' })) as {
    amount: string | number;
    from: unknown;
    to: unknown;
    per: string;
  }[];
};
const listOf = async (sku: string) =>
  (await pricesOf(sku)).map(({ amount, from, to }) => [Number(amount), dayOf(from), dayOf(to)]);
const dayOf = (value: unknown): string | null =>
  value instanceof Date
    ? `${value.getFullYear()}-${String(value.getMonth() + 1).padStart(2, '0')}-${String(value.getDate()).padStart(2, '0')}`
    : value === null
      ? null
      : String(value).slice(0, 10);

const FILE = [
  'รายการราคา,,,,',
  'รหัสสินค้า,ชื่อสินค้า,ประเภท,หน่วย,ราคา,คนขาย',
  'CAM-1,กล้องวงจรปิด,สินค้า,ตัว,"1,500.00",สมชาย',
  'CARE-1,ดูแลระบบ,บริการ,งวด,900.5,',
].join('\n');

test('a file is read and looked at before anything changes, then carried out; read again it changes nothing', async () => {
  const id = await read(FILE);
  expect(await summary(id)).toMatchObject({ rows: 2, newProducts: 2, wrong: 0, state: 'ready', ignored: ['คนขาย'] });
  expect(await outcomes(id)).toEqual(['new_product', 'new_product']);
  expect(await pricesOf('CAM-1')).toEqual([]);

  expect(await carryOut(id)).toMatchObject({ done: 2, failed: 0 });
  expect(await listOf('CAM-1')).toEqual([[150_000, today, null]]);
  expect(await listOf('CARE-1')).toEqual([[90_050, today, null]]);
  const twice = await owner.post(`/sales/product-imports/${id}/start`);
  expect([twice.status, twice.body.error.details.code]).toEqual([409, 'state.not_allowed']);

  const again = await read(FILE);
  expect(await summary(again)).toMatchObject({ unchanged: 2, newProducts: 0, newPrices: 0, changed: 0 });
  await carryOut(again);
  expect(await listOf('CAM-1')).toHaveLength(1);
});

test('who bought at the old price keeps it; from its day on the new one is asked', async () => {
  await app.http
    .post('/platform/clock')
    .set('Authorization', `Bearer ${(await app.staff()).token}`)
    .send({ advance: 'P2D' });
  today = app.platform.clock.today();
  const [product] = (await owner.get('/sales/products?filters[sku][$eq]=CAM-1')).body.data;
  const order = await placeOrder(member, [{ product: product.documentId, quantity: '1' }]);
  const year = Number(today.slice(0, 4)) + 1;
  const id = await read(
    [
      'Code;Price;Valid from',
      `CAM-1;1,600.00;`,
      // A Buddhist year: the price of next year stands beside that of today.
      `CAM-1;1,700.00;1/1/${year + 543}`,
    ].join('\n'),
  );
  expect((await rowsOf(id)).map(({ outcome, before, after }) => [outcome, before, after])).toEqual([
    ['new_price', '150000', '160000'],
    ['new_price', '160000', '170000'],
  ]);
  await carryOut(id);
  expect((await listOf('CAM-1')).map(([amount, from, to]) => [amount, from, to])).toEqual([
    [150_000, addDays(today, -2), addDays(today, -1)],
    [160_000, today, `${year - 1}-12-31`],
    [170_000, `${year}-01-01`, null],
  ]);
  const kept = await member.get(`/api/sales/orders/${order.documentId}`);
  expect(kept.body.data.net).toBe('150000');
  expect((await placeOrder(member, [{ product: product.documentId, quantity: '1' }])).net).toBe('160000');
});

test('each row that cannot be says why, the others are carried out; what is left can be taken away as a file', async () => {
  const id = await read(
    [
      'SKU,Name,Price,Valid from,Charged,Tax category',
      'N-1,Good,10.00,,,',
      ',No code,10.00,,,',
      'N-2,,10.00,,,',
      'N-3,Wrong price,ten,,,',
      'N-4,Wrong date,10.00,31/2/2026,,',
      'N-5,Wrong word,10.00,,weekly,',
      'N-1,Good,11.00,,,',
      'N-1,Other name,12.00,1/1/2030,,',
      'N-6,Unknown tax,10.00,,,nothing',
      'N-7,=HYPERLINK("x"),5.00,,,',
      `N-7,,6.00,${today},,`,
    ].join('\n'),
  );
  expect(await outcomes(id)).toEqual([
    ...['new_product', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong'],
    ...['new_product', 'new_product', 'wrong'],
  ]);
  const reasons = (await rowsOf(id)).map(({ reason }) => reason);
  expect(reasons[3]).toBe('Price: “ten” is no amount. Write it like 1,500.00.');
  expect(reasons[6]).toBe('The same as row 2.');
  // A price without a day begins today.
  expect(reasons[10]).toBe('The same as row 11.');
  expect(await carryOut(id)).toMatchObject({ done: 2, failed: 1 });
  expect((await rowsOf(id))[8]).toMatchObject({ state: 'failed', reason: expect.stringContaining('nothing') });
  expect(await listOf('N-6')).toEqual([]);
  expect(await listOf('N-1')).toHaveLength(1);

  const report = await owner.get(`/sales/product-imports/${id}/report`).buffer();
  expect(report.status).toBe(200);
  expect(report.text.split('\r\n')).toHaveLength(11);
  expect(report.text).toContain('31/2/2026');

  const exported = await owner.get('/sales/product-export?format=csv').buffer();
  expect(exported.text).toContain(`"'=HYPERLINK(""x"")"`);
  const back = await read(exported.text);
  expect(await summary(back)).toMatchObject({ newProducts: 0, newPrices: 0, changed: 0, wrong: 0 });
});

test('a workbook with merged cells, a formula and real dates; its own export comes back unchanged', async () => {
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('Prices');
  sheet.addRows([
    ['Price list 2026', '', '', ''],
    ['Code', 'Name', 'Price', 'Group'],
    ['W-1', 'One', 12.34, 'Books'],
    ['W-2', 'Two', { formula: 'C3*2', result: 24.68 }, null],
    ['W-3', { formula: '1+1', result: 2 }, 7, 'Books'],
  ]);
  sheet.mergeCells('A1:D1');
  sheet.mergeCells('D3:D4');
  const id = await read(Buffer.from(await workbook.xlsx.writeBuffer()), 'prices.xlsx');
  expect(await outcomes(id)).toEqual(['new_product', 'new_product', 'new_product']);
  await carryOut(id);
  expect((await listOf('W-2')).map(([amount]) => amount)).toEqual([2468]);
  const file = await owner
    .get('/sales/product-export?format=xlsx')
    .buffer()
    .parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => done(null, Buffer.concat(parts)));
    });
  const back = await read(file.body as Buffer, 'back.xlsx');
  expect(await summary(back)).toMatchObject({ newProducts: 0, newPrices: 0, changed: 0, wrong: 0 });
});

test.each([
  ['', 'product_import.empty'],
  ['Name,Price\nX,1', 'product_import.no_codes'],
  ['Code\nX', 'product_import.nothing_said'],
  ['Code,Price,ราคา\nX,1,2', 'product_import.column_twice'],
  ['Code,Price\n', 'product_import.empty'],
])('the file %j is refused: %s', async (content, code) => {
  const { body, status } = await send(owner, content);
  expect([status, body.error?.details?.code]).toEqual([400, code]);
});

test('not everybody imports; a price with tiers is changed by saying its tiers', async () => {
  expect((await send(seller, FILE)).status).toBe(403);
  const id = await read(
    [
      'Code,Name,Price,By quantity,Tiers,Charged,Setup fee,Trial days,Minimum months,Valid from',
      'T-1,Licence,,volume,"1 = 100.00; 11 = 90.00; 51 = 80.00",month,500.00,30,12,',
      `T-1,,,graduated,1=200;11=150,year,0,,,`,
      'T-2,Wrong quantity,,volume,one = 100,month,,,,',
      'T-3,No tiers,5.00,volume,,month,,,,',
      'T-4,Not from one,,volume,2 = 100.00,month,,,,',
      'T-5,Other first,99.00,volume,1 = 100.00,month,,,,',
      'T-6,Trial of once,5.00,,,once,,30,,',
      'T-7,No model,,,1 = 100.00,month,,,,',
      'T-8,No price,,,,month,500.00,,,',
    ].join('\n'),
  );
  expect(await outcomes(id)).toEqual(['new_product', 'new_product', ...Array(7).fill('wrong')]);
  const reasons = (await rowsOf(id)).map(({ reason }) => reason);
  expect(reasons[2]).toBe('Tiers: “one = 100” says no tiers. Write them like 1 = 100.00; 11 = 90.00.');
  expect(reasons[7]).toBe('Please say how the tiers count: volume or graduated.');
  expect(reasons[8]).toBe('Price: please say it.');
  expect(await carryOut(id)).toMatchObject({ done: 2, failed: 0 });
  const pricesWithTerms = async () =>
    (await owner.get('/sales/prices?filters[product][sku][$eq]=T-1&sort=id&pagination[pageSize]=20')).body.data;
  expect(await pricesWithTerms()).toMatchObject([
    {
      ...{ model: 'volume', unitPrice: '10000', setupFee: '50000', trialDays: 30, minimumMonths: 12, per: 'month' },
      tiers: [
        { from: '1', unitPrice: '10000' },
        { from: '11', unitPrice: '9000' },
        { from: '51', unitPrice: '8000' },
      ],
    },
    { model: 'graduated', unitPrice: '20000', setupFee: null, trialDays: null, per: 'year' },
  ]);
  const plain = await read('Code,Price,Charged\nT-1,5.00,month');
  expect((await rowsOf(plain))[0]).toMatchObject({ outcome: 'wrong', reason: expect.stringContaining('tiers') });

  for (const format of ['csv', 'xlsx'] as const) {
    const file = await owner
      .get(`/sales/product-export?format=${format}`)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
    const back = await read(file.body as Buffer, `back.${format}`);
    expect(await summary(back)).toMatchObject({ newProducts: 0, newPrices: 0, changed: 0, wrong: 0 });
  }

  // Other tiers from next year on: what the row does not say is as it was until then.
  const year = Number(today.slice(0, 4)) + 1;
  const raised = await read(`Code,Tiers,Charged,Valid from\nT-1,1 = 110.00; 11 = 95.00,month,${year}-01-01`);
  expect((await rowsOf(raised))[0]).toMatchObject({ outcome: 'new_price', before: '10000', after: '11000' });
  await carryOut(raised);
  expect((await pricesWithTerms())[2]).toMatchObject({
    ...{ model: 'volume', unitPrice: '11000', setupFee: '50000', trialDays: 30, minimumMonths: 12 },
    validFrom: `${year}-01-01`,
  });
});

test('two thousand prices in chunks, with progress', async () => {
  const lines = Array.from({ length: 2000 }, (_, n) => `BULK-${n},Bulk ${n},${n + 1}.25`);
  const id = await read(['Code,Name,Price', ...lines].join('\n'));
  expect(await carryOut(id)).toMatchObject({ newProducts: 2000, done: 2000, failed: 0 });
  const raised = await read(['Code,Price', ...lines.map((_, n) => `BULK-${n},${n + 2}.25`)].join('\n'));
  // What began today is asked anew today.
  expect(await summary(raised)).toMatchObject({ rows: 2000, wrong: 0, unchanged: 0 });
  expect(await carryOut(raised)).toMatchObject({ done: 2000, failed: 0 });
  expect((await listOf('BULK-7')).map(([amount]) => amount)).toEqual([925]);
});

test('a file of 50,000 rows is looked at whole, its odd rows named, nothing changed; one of too many is refused', async () => {
  const products = () => app.strapi.db.query('plugin::sales.product').count();
  const before = await products();
  const odd = new Map([
    [7, 'MASS-7,=1+1,1.00'],
    [25_000, 'MASS-25000,Middle,a lot'],
    [49_999, ',Nobody knows,1.00'],
  ]);
  const line = (n: number): string => odd.get(n) ?? `MASS-${n},Mass ${n},${n + 1}.25`;
  const id = await read(['Code,Name,Price', ...Array.from({ length: 50_000 }, (_, n) => line(n))].join('\n'));
  expect(await summary(id)).toMatchObject({ rows: 50_000, newProducts: 49_998, wrong: 2, state: 'ready' });
  const only = `filters[import][documentId][$eq]=${id}&filters[outcome][$eq]=wrong&sort=row:asc`;
  const wrong = (await owner.get(`/sales/product-import-rows?${only}`).set('Accept-Language', 'en')).body.data as Row[];
  expect(wrong.map(({ row }) => row)).toEqual([25_002, 50_001]);
  expect(wrong[0]?.reason).toContain('a lot');
  expect(await products()).toBe(before);
  const many = await send(owner, ['Code,Price', ...Array.from({ length: 100_001 }, (_, n) => `X${n},1`)].join('\n'));
  expect([many.status, many.body.error.details.code]).toEqual([400, 'product_import.too_long']);
}, 120_000);

test('the rows of a file are forgotten after the days that the company says; what came of it stays', async () => {
  const id = await read('Code,Name,Price\nK-1,Kept,1.00\nK-2,,2.00');
  const waiting = await read('Code,Name,Price\nK-3,Looked at,1.00');
  const before = await carryOut(id);
  const leap = async (advance: string) =>
    app.http
      .post('/platform/clock')
      .set('Authorization', `Bearer ${(await app.staff()).token}`)
      .send({ advance });
  const setting = '/content-manager/single-types/plugin::platform.setting';
  const refused = await owner.put(setting, { detailsKeptDays: 0 });
  expect([refused.status, refused.body.error.details.code]).toEqual([400, 'company.kept_days']);
  expect((await owner.put(setting, { detailsKeptDays: 30 })).status).toBe(200);
  await leap('P29D');
  expect(await rowsOf(id)).toHaveLength(2);
  await leap('P3D');
  await until('the rows are forgotten', async () => (await rowsOf(id)).length === 0, { withinMs: 30_000 });
  const { tidiedAt, ...after } = await summary(id);
  expect(tidiedAt).not.toBeNull();
  expect(after).toMatchObject({ rows: 2, done: before.done, wrong: before.wrong, state: 'finished' });
  const report = await owner.get(`/sales/product-imports/${id}/report`);
  expect([report.status, report.body.error.details.code]).toEqual([409, 'product_import.rows_gone']);
  // What was only looked at can still be carried out.
  expect(await carryOut(waiting)).toMatchObject({ done: 1 });
});
