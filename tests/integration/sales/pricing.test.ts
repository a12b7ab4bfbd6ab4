import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { levelOf, placeOrder, rowCounts } from './shop';

/** Price models, setup fees and options by the doors: what is shown, what is ordered, what is billed, and why. */
let app: App;
let lead: Staff;
let member: Member;

beforeAll(async () => {
  app = await bootApp({ SANYA_GRAPHQL: 'on' });
  lead = await app.staff('sales-lead');
  member = await app.member();
});
afterAll(() => app?.close());

const STEPS = [
  { from: '1', unitPrice: '10000' },
  { from: '11', unitPrice: '9000' },
  { from: '51', unitPrice: '8000' },
];
const OPTIONS = [
  {
    ...{ code: 'memory', name: 'หน่วยความจำ', required: true, translations: { en: { name: 'Memory' } } },
    choices: [
      { code: '64gb', name: '64 GB' },
      { code: '128gb', name: '128 GB', sku: 'M128', priceDelta: '25000' },
    ],
  },
  {
    ...{ code: 'extras', name: 'ของเพิ่ม', many: true },
    choices: [{ code: 'bracket', name: 'ขายึด', priceDelta: '5000', translations: { en: { name: 'Bracket' } } }],
  },
];
const make = async (body: object) => {
  const answer = await lead.post('/sales/products', { name: 'กล้อง', kind: 'goods', unit: 'ตัว', ...body });
  expect(answer.body.error).toBeUndefined();
  return answer.body.data;
};
const tiered = (model: string, body: object = {}) => make({ prices: [{ model, tiers: STEPS }], ...body });
const preview = async (lines: object[], language = 'en') => {
  const answer = await app.http.post('/api/sales/orders/price').set('Accept-Language', language).send({ lines });
  expect(answer.body.error).toBeUndefined();
  return answer.body.data;
};
type Line = Record<string, unknown> & { documentId: string };
const pick = (lines: Line[], ...keys: string[]) => lines.map((line) => keys.map((key) => line[key]));
const linesOf = async (order: string): Promise<Line[]> =>
  (await lead.get(`/sales/order-lines?filters[order][documentId][$eq]=${order}&sort=position:asc`)).body.data;
const explained = async (invoice: string, lang: string) =>
  (await member.get(`/api/billing/invoices/${invoice}/explanation?lang=${lang}`)).body.data;
const clean = async () => expect(await app.platform.proof.run({})).toEqual([]);

test('tiers stand in the catalogue as they are sent', async () => {
  const made = await tiered('graduated');
  const shown = await app.http.get(`/api/sales/products/${made.documentId}`);
  expect(shown.body.data.prices).toMatchObject([{ model: 'graduated', unitPrice: '10000', tiers: STEPS }]);
});

test('graduated: 60 pieces cost 5,400.00 as a line for each tier, that explains itself to the satang', async () => {
  const made = await tiered('graduated', { stockTracked: true });
  await (await app.staff('storekeeper'))
    .post(`/sales/products/${made.documentId}/stock`, { quantity: '100', kind: 'receive', reason: 'x' })
    .expect(200);
  const wish = { product: made.documentId, quantity: '60' };
  const shown = await preview([wish]);
  expect(shown).toMatchObject({ net: '540000', tax: '37800', total: '577800' });
  expect(pick(shown.lines, 'asked', 'quantity', 'unitPrice', 'net')).toEqual([
    [0, '10', '10000', '100000'],
    [0, '40', '9000', '360000'],
    [0, '10', '8000', '80000'],
  ]);
  const order = await placeOrder(member, [wish]);
  expect(order).toMatchObject({ net: '540000', total: '577800', invoice: { total: '577800' } });
  expect(pick(await linesOf(order.documentId), 'details', 'net')).toEqual([
    ['ช่วงจำนวน 1–10 ตัว', '100000'],
    ['ช่วงจำนวน 11–50 ตัว', '360000'],
    ['ช่วงจำนวน 51–60 ตัว', '80000'],
  ]);
  expect(await levelOf(app, made.documentId)).toEqual({ onHand: 100_000n, reserved: 60_000n });
  const why = await explained(order.invoice.documentId, 'en');
  expect(why.map((line: { agrees: boolean }) => line.agrees)).toEqual([true, true, true]);
  expect(why[1].sentences).toEqual([
    'The price 90.00 holds from 11 ตัว on; the list price is 100.00.',
    '40 ตัว × 90.00 = 3,600.00.',
    'VAT 7 % of 3,600.00 is 252.00.',
    'Together 3,852.00.',
  ]);
  // Handed over and taken back whole: the shelf knows one product, not three lines.
  await lead.post(`/sales/orders/${order.documentId}/confirm`).expect(200);
  await lead.post(`/sales/orders/${order.documentId}/deliver`).expect(200);
  expect(await levelOf(app, made.documentId)).toEqual({ onHand: 40_000n, reserved: 0n });
  await clean();
});

test('more than lies there is refused at what was asked, not at a tier', async () => {
  const made = await tiered('graduated', { stockTracked: true });
  const before = await rowCounts(app);
  const answer = await member.post('/api/sales/orders', {
    lines: [
      { product: (await tiered('volume')).documentId, quantity: '1' },
      { product: made.documentId, quantity: '60' },
    ],
  });
  expect([answer.status, answer.body.error.details]).toEqual([
    409,
    expect.objectContaining({ code: 'stock.not_enough', field: 'lines.1.quantity' }),
  ]);
  const events = 'plugin::platform.event';
  expect({ ...(await rowCounts(app)), [events]: 0 }).toEqual({ ...before, [events]: 0 });
});

test('volume: 50 cost 4,500.00, 51 cost 4,080.00, and the preview says so in Thai and English', async () => {
  const made = await tiered('volume');
  const fifty = [{ product: made.documentId, quantity: '50' }];
  const english = await preview(fifty);
  expect(english).toMatchObject({ net: '450000', lines: [{ unitPrice: '9000' }] });
  expect(english.lines[0].hints).toEqual([
    {
      ...{ quantity: '51', amount: '408000' },
      message: '51 ตัว of กล้อง cost 4,080.00 THB, 420.00 THB less than 50 ตัว for 4,500.00 THB.',
    },
  ]);
  expect((await preview(fifty, 'th')).lines[0].hints[0].message).toBe(
    'กล้อง 51 ตัว ราคา 4,080.00 บาท ถูกกว่า 50 ตัว ราคา 4,500.00 บาท อยู่ 420.00 บาท',
  );
  const more = await preview([{ product: made.documentId, quantity: '51' }]);
  expect(more).toMatchObject({ net: '408000', lines: [{ unitPrice: '8000', hints: [] }] });
});

test('an order keeps the tiers it was bought at', async () => {
  const made = await tiered('volume');
  const order = await placeOrder(member, [{ product: made.documentId, quantity: '51' }]);
  const [old] = made.prices;
  const { body } = await lead.put(`/sales/products/${made.documentId}`, {
    prices: [{ documentId: old.documentId, tiers: [{ from: '1', unitPrice: '9999' }] }],
  });
  expect(body.data.prices).toMatchObject([
    { documentId: old.documentId, model: 'volume', tiers: STEPS, validTo: expect.any(String) },
    { model: 'volume', unitPrice: '9999', tiers: [{ from: '1', unitPrice: '9999' }], validTo: null },
  ]);
  const [line] = (
    await lead.get(`/sales/order-lines?filters[order][documentId][$eq]=${order.documentId}&populate=price`)
  ).body.data;
  expect(line).toMatchObject({ net: '408000', price: { documentId: old.documentId } });
  expect(await preview([{ product: made.documentId, quantity: '51' }])).toMatchObject({ net: '509949' });
});

test('a setup fee is its own line of the first order, the trial asks for nothing yet; the minimum term is shown', async () => {
  const price = { unitPrice: '50000', per: 'month', setupFee: '120000', trialDays: 14, minimumMonths: 12 };
  const made = await make({ name: 'อินเทอร์เน็ต', kind: 'service', incomeKind: 'service', prices: [price] });
  expect(made.prices).toMatchObject([price]);
  const wish = { product: made.documentId, quantity: '2' };
  const shown = await preview([wish, wish]);
  expect(pick(shown.lines, 'asked', 'per', 'quantity', 'net')).toEqual([
    [0, 'month', '2', '0'],
    [0, 'one_time', '1', '120000'],
    [1, 'month', '2', '0'],
  ]);
  expect(shown.lines[0].price).toMatchObject({ trialDays: 14, minimumMonths: 12, model: 'fixed' });
  expect(shown.recurring).toMatchObject([
    { line: 0, total: '107000' },
    { line: 2, total: '107000' },
  ]);
  const newcomer = await app.member();
  const first = await placeOrder(newcomer, [wish]);
  expect(pick(first.lines, 'description', 'unit', 'net')).toEqual([
    ['อินเทอร์เน็ต', 'ตัว', '0'],
    ['ค่าแรกเข้า อินเทอร์เน็ต', 'ครั้ง', '120000'],
  ]);
  const again = await newcomer.post('/api/sales/orders/price', { lines: [wish] });
  expect(again.body.data).toMatchObject({ net: '100000' });
  await newcomer.post(`/api/sales/orders/${first.documentId}/cancel`, {}).expect(200);
  // What was cancelled set nothing up, and was not tried.
  expect((await placeOrder(newcomer, [wish])).net).toBe('120000');
  const byStaff = await lead.post('/sales/orders/price', { lines: [wish] });
  expect(byStaff.body.data).toMatchObject({ net: '120000' });
  await clean();
});

test('options are chosen, priced and described; they stay on the order when the catalogue changes', async () => {
  const made = await make({ options: OPTIONS, prices: [{ unitPrice: '150000' }] });
  const shown = await app.http.get(`/api/sales/products/${made.documentId}`);
  expect(shown.body.data.options).toMatchObject([
    { code: 'memory', required: true, many: false, choices: [{ code: '64gb', priceDelta: '0' }, { sku: 'M128' }] },
    { code: 'extras', required: false, many: true },
  ]);
  const options = [
    { group: 'memory', choice: '128gb' },
    { group: 'extras', choice: 'bracket' },
  ];
  const wish = { product: made.documentId, quantity: '2', options };
  const priced = await preview([wish]);
  expect(priced.lines).toMatchObject([
    { unitPrice: '180000', net: '360000', details: 'Memory: 128 GB\nของเพิ่ม: Bracket', options: [{}, {}] },
  ]);
  const order = await placeOrder(member, [wish]);
  expect(order).toMatchObject({ net: '360000', invoice: { total: '385200' } });
  const { status } = await lead.put(`/sales/products/${made.documentId}`, { options: null });
  expect(status).toBe(200);
  const [line] = await linesOf(order.documentId);
  expect(line).toMatchObject({
    details: 'หน่วยความจำ: 128 GB\nของเพิ่ม: ขายึด',
    options: [
      { group: 'memory', choice: '128gb', sku: 'M128', priceDelta: '25000' },
      { group: 'extras', choice: 'bracket', name: 'ขายึด', priceDelta: '5000' },
    ],
  });
  const [why] = await explained(order.invoice.documentId, 'th');
  expect(why.agrees).toBe(true);
  expect(why.sentences.slice(0, 4)).toEqual([
    'ราคา 1,500.00 เป็นราคาตามรายการราคา',
    'หน่วยความจำ: 128 GB บวก 250.00 ต่อ ตัว',
    'ของเพิ่ม: ขายึด บวก 50.00 ต่อ ตัว',
    '2 ตัว × 1,800.00 = 3,600.00',
  ]);
});

test('unknown, missing and doubled options are refused by name, and write nothing', async () => {
  const made = await make({ options: OPTIONS, prices: [{ unitPrice: '150000' }] });
  const plain = await tiered('volume');
  const before = await rowCounts(app);
  const memory = { group: 'memory', choice: '64gb' };
  const cases: [string, object[] | undefined, string, string][] = [
    [made.documentId, undefined, 'order.option_missing', 'lines.0.options'],
    [made.documentId, [], 'order.option_missing', 'lines.0.options'],
    [made.documentId, [memory, { group: 'memory', choice: '128gb' }], 'order.option_one_only', 'lines.0.options.1'],
    [made.documentId, [memory, memory], 'order.choice_twice', 'lines.0.options.1'],
    [made.documentId, [{ ...memory, choice: 'x' }], 'order.choice_unknown', 'lines.0.options.0.choice'],
    [made.documentId, [{ ...memory, group: 'x' }], 'order.option_unknown', 'lines.0.options.0.group'],
    [plain.documentId, [memory], 'order.no_options', 'lines.0.options.0'],
  ];
  for (const [product, options, code, field] of cases) {
    const lines = [{ product, quantity: '1', ...(options ? { options } : {}) }];
    const answer = await member.post('/api/sales/orders', { lines });
    expect([answer.status, answer.body.error.details]).toEqual([400, expect.objectContaining({ code, field })]);
  }
  expect(await rowCounts(app)).toEqual(before);
});

test('staff order with options and their own price: it is the whole price', async () => {
  const made = await make({ options: OPTIONS, prices: [{ unitPrice: '150000' }] });
  const lines = [
    {
      ...{ product: made.documentId, quantity: '1', unitPrice: '160000', details: 'ติดตั้งชั้นสอง' },
      options: [{ group: 'memory', choice: '128gb' }],
    },
  ];
  const { body } = await lead.post('/sales/orders/price', { lines });
  expect(body.data.lines).toMatchObject([{ unitPrice: '160000', details: expect.stringMatching(/\nติดตั้งชั้นสอง$/) }]);
});

test.each([
  [
    { prices: [{ model: 'volume', tiers: [{ from: '2', unitPrice: '1' }] }] },
    'price.tier_first',
    'prices.0.tiers.0.from',
  ],
  [{ prices: [{ model: 'volume', unitPrice: '1' }] }, 'price.tiers_missing', 'prices.0.tiers'],
  [{ prices: [{ tiers: STEPS }] }, 'price.tiers_of_fixed', 'prices.0.tiers'],
  [{ prices: [{}] }, 'price.no_amount', 'prices.0.unitPrice'],
  [{ prices: [{ unitPrice: '1', setupFee: '-5' }] }, 'price.negative', 'prices.0.setupFee'],
  [{ prices: [{ unitPrice: '1', per: 'year', minimumMonths: 6 }] }, 'price.minimum_invalid', 'prices.0.minimumMonths'],
  [{ prices: [{ unitPrice: '1', trialDays: 7 }] }, 'price.term_of_once', 'prices.0.trialDays'],
  [{ options: [{ code: 'ก', name: 'x', choices: [] }] }, 'product.option_code_invalid', 'options.0.code'],
  [{ options: [{ code: 'a', name: 'x', choices: [] }] }, 'product.option_without_choice', 'options.0.choices'],
])('a product with %j is refused, and nothing of it is written', async (wrong, code, field) => {
  const products = () => app.strapi.db.query('plugin::sales.product' as never).count();
  const before = await products();
  const answer = await lead.post('/sales/products', { name: 'x', kind: 'goods', prices: [], ...wrong });
  expect([answer.status, answer.body.error.details]).toEqual([400, expect.objectContaining({ code, field })]);
  expect(await products()).toBe(before);
});

test('the same preview by GraphQL', async () => {
  const made = await make({ options: OPTIONS, prices: [{ model: 'graduated', tiers: STEPS }] });
  const query = `query ($input: PriceOrderInput!) { priceOrder(input: $input) { net lines { options { choice priceDelta } } } }`;
  const lines = [{ product: made.documentId, quantity: '11', options: [{ group: 'memory', choice: '64gb' }] }];
  const { body } = await app.http.post('/graphql').send({ query, variables: { input: { lines } } });
  expect(body.errors).toBeUndefined();
  expect(body.data.priceOrder).toMatchObject({ net: 109000 });
  expect(body.data.priceOrder.lines[0].options[0].choice).toBe('64gb');
});
