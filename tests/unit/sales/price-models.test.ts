import { evaluate, explain, type Derivation } from '../../../plugins/billing/server/src/domain/derivation';
import { explain as explainWords } from '../../../plugins/billing/server/src/messages/parts/explain';
import { translate } from '../../../plugins/platform/kernel/src';
import type { Price, Product } from '../../../plugins/sales/server/src/domain/catalogue';
import type { OptionGroup } from '../../../plugins/sales/server/src/domain/options';
import { type LineWish, type PricedLine, priceLines } from '../../../plugins/sales/server/src/domain/price-lines';
import { changePrices, completePrice } from '../../../plugins/sales/server/src/domain/price-list';
import { checkProduct, completeProduct } from '../../../plugins/sales/server/src/domain/product';
import type { KeptTier } from '../../../plugins/sales/server/src/domain/tiers';
import { pricing } from '../../../plugins/sales/server/src/messages/pricing';

const STEPS: KeptTier[] = [
  { from: '1', unitPrice: '10000' },
  { from: '11', unitPrice: '9000' },
  { from: '51', unitPrice: '8000' },
];
const OPTIONS: OptionGroup[] = [
  {
    ...{ code: 'memory', name: 'หน่วยความจำ', required: true, many: false, translations: { en: { name: 'Memory' } } },
    choices: [
      { code: '64gb', name: '64 GB', priceDelta: '0' },
      { code: '128gb', name: '128 GB', sku: 'M128', priceDelta: '2500' },
    ],
  },
  {
    ...{ code: 'extras', name: 'ของแถม', required: false, many: true, translations: { en: { name: 'Extras' } } },
    choices: [
      { code: 'bracket', name: 'ขายึด', priceDelta: '500', translations: { en: { name: 'Bracket' } } },
      { code: 'no-box', name: 'ไม่เอากล่อง', priceDelta: '-200', translations: { en: { name: 'Without box' } } },
    ],
  },
];
const product = (over: Partial<Product> = {}): Product => ({
  ...{ id: 1, documentId: 'camera', name: 'กล้อง', sku: 'CAM', kind: 'goods', state: 'active', unit: 'pcs' },
  ...{
    quantityStep: 1000n,
    taxCategory: 'standard',
    incomeKind: null,
    stockTracked: true,
    options: null,
    components: null,
  },
  ...{ translations: { en: { name: 'Camera' } }, ...over },
});
const price = (over: Partial<Price> = {}): Price => ({
  ...{ id: 1, documentId: 'p1', product: 1, label: null, model: 'fixed', unitPrice: 10000n, tiers: null },
  ...{ setupFee: null, trialDays: null, minimumMonths: null, currency: 'THB', per: 'one_time', validFrom: null },
  ...{ validTo: null, includesTax: null, translations: null, ...over },
});
const pricingOf = (
  wishes: LineWish[],
  { of = product(), at = price(), setUp = [] }: { of?: Product; at?: Price; setUp?: number[] } = {},
): PricedLine[] =>
  priceLines(
    wishes,
    { products: new Map([[of.documentId, of]]), pricesOf: new Map([[of.id, [at]]]) },
    {
      ...{ on: '2026-07-01', currency: 'THB', pricesIncludeTax: false, language: 'en', setUp: new Set(setUp) },
      say: (code, params) => translate(pricing, 'en', code, params),
    },
  ).lines;
const tiered = (model: 'volume' | 'graduated') => price({ model, tiers: STEPS });
const ask = (quantity: string, more: Partial<LineWish> = {}): LineWish[] => [{ product: 'camera', quantity, ...more }];
const total = (lines: readonly PricedLine[]): bigint => lines.reduce((sum, line) => sum + line.amount, 0n);
const refusal = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

test('graduated 1–10 at 100.00, 11–50 at 90.00, then 80.00: 60 pieces cost 5,400.00, line by line', () => {
  const lines = pricingOf(ask('60'), { at: tiered('graduated') });
  expect(lines).toMatchObject([
    { asked: 0, quantity: 10_000n, unitPrice: 10_000n, amount: 100_000n, details: 'Quantity 1–10 pcs' },
    { asked: 0, quantity: 40_000n, unitPrice: 9_000n, amount: 360_000n, details: 'Quantity 11–50 pcs' },
    { asked: 0, quantity: 10_000n, unitPrice: 8_000n, amount: 80_000n, details: 'Quantity 51–60 pcs' },
  ]);
  expect(total(lines)).toBe(540_000n);
  expect(pricingOf(ask('10'), { at: tiered('graduated') })).toMatchObject([{ amount: 100_000n, details: null }]);
  expect(total(pricingOf(ask('11'), { at: tiered('graduated') }))).toBe(109_000n);
});

test('volume at the same steps: 50 cost 4,500.00, 51 cost 4,080.00, and one is told so', () => {
  const [fifty] = pricingOf(ask('50'), { at: tiered('volume') });
  expect(fifty).toMatchObject({ quantity: 50_000n, unitPrice: 9_000n, amount: 450_000n });
  expect(fifty?.hints).toEqual([
    {
      ...{ quantity: 51_000n, amount: 408_000n },
      message: '51 pcs of Camera cost 4,080.00 THB, 420.00 THB less than 50 pcs for 4,500.00 THB.',
    },
  ]);
  const [more] = pricingOf(ask('51'), { at: tiered('volume') });
  expect(more).toMatchObject({ unitPrice: 8_000n, amount: 408_000n, hints: [] });
  expect(pricingOf(ask('45'), { at: tiered('volume') })[0]?.hints).toEqual([]);
  // Whoever agreed on a price or a discount is not told of the list.
  expect(pricingOf(ask('50', { discount: 1n }), { at: tiered('volume') })[0]?.hints).toEqual([]);
});

test('a discount on a graduated quantity goes over its parts, to the satang', () => {
  const lines = pricingOf(ask('60', { discount: 10_001n }), { at: tiered('graduated') });
  expect(lines.map((line) => line.discount)).toEqual([1_852n, 6_667n, 1_482n]);
  expect(total(lines)).toBe(529_999n);
});

test('a price of staff’s own is one line, whatever the tiers', () => {
  const lines = pricingOf(ask('60', { unitPrice: 7_000n }), { at: tiered('graduated') });
  expect(lines).toMatchObject([
    { quantity: 60_000n, amount: 420_000n, derivation: { price: { origin: 'manual', listPrice: '10000' } } },
  ]);
});

test('the setup fee is a service of its own, once, and not again for whoever has the product', () => {
  const at = price({ per: 'month', setupFee: 50_000n });
  const lines = pricingOf([...ask('3'), ...ask('1')], { at });
  expect(lines).toMatchObject([
    { asked: 0, per: 'month', amount: 30_000n },
    {
      ...{ asked: 0, kind: 'service', per: 'one_time', quantity: 1000n, amount: 50_000n, stockTracked: false },
      description: 'Setup fee for Camera',
    },
    { asked: 1, per: 'month', amount: 10_000n },
  ]);
  expect(pricingOf(ask('3'), { at, setUp: [1] })).toHaveLength(1);
});

test('options add to every piece, also of tiers, and stand on the line', () => {
  const of = product({ options: OPTIONS });
  const options = [
    { group: 'extras', choice: 'bracket' },
    { group: 'memory', choice: '128gb' },
  ];
  const lines = pricingOf(ask('12', { options, details: 'Red' }), { of, at: tiered('graduated') });
  expect(lines.map((line) => [line.unitPrice, line.amount])).toEqual([
    [13_000n, 130_000n],
    [12_000n, 24_000n],
  ]);
  expect(lines[0]?.details).toBe('Memory: 128 GB\nExtras: Bracket\nQuantity 1–10 pcs\nRed');
  expect(lines[0]?.options).toEqual([
    { group: 'memory', groupName: 'Memory', choice: '128gb', name: '128 GB', sku: 'M128', priceDelta: '2500' },
    { group: 'extras', groupName: 'Extras', choice: 'bracket', name: 'Bracket', sku: null, priceDelta: '500' },
  ]);
});

test.each([
  [[], 'order.option_missing', 'lines.0.options'],
  [[{ group: 'colour', choice: 'red' }], 'order.option_unknown', 'lines.0.options.0.group'],
  [[{ group: 'memory', choice: '1tb' }], 'order.choice_unknown', 'lines.0.options.0.choice'],
  [
    [
      { group: 'memory', choice: '64gb' },
      { group: 'memory', choice: '128gb' },
    ],
    'order.option_one_only',
    'lines.0.options.1',
  ],
  [
    [
      { group: 'memory', choice: '64gb' },
      { group: 'extras', choice: 'bracket' },
      { group: 'extras', choice: 'bracket' },
    ],
    'order.choice_twice',
    'lines.0.options.2',
  ],
])('options %j are refused', (options, code, field) => {
  const of = product({ options: OPTIONS });
  expect(() => pricingOf(ask('1', { options }), { of })).toThrow(refusal(code, { field, status: 400 }));
});

test('a product without options takes none; options never make it cost less than nothing', () => {
  expect(() => pricingOf(ask('1', { options: [{ group: 'a', choice: 'b' }] }))).toThrow(refusal('order.no_options'));
  const of = product({ options: OPTIONS });
  const options = [
    { group: 'memory', choice: '64gb' },
    { group: 'extras', choice: 'no-box' },
  ];
  expect(() => pricingOf(ask('1', { options }), { of, at: price({ unitPrice: 100n }) })).toThrow(
    refusal('order.options_below_zero', { field: 'lines.0.options' }),
  );
});

test('each line of tiers and options says why it costs what it costs', () => {
  const of = product({ options: OPTIONS });
  const options = [
    { group: 'memory', choice: '128gb' },
    { group: 'extras', choice: 'no-box' },
  ];
  const [, line] = pricingOf(ask('12', { options }), { of, at: tiered('graduated') });
  if (!line) throw new Error('no second line');
  const kept: Derivation = {
    ...line.derivation,
    ...{ currency: 'THB', unit: line.unit, discount: '0' },
    ...{ unitPrice: line.unitPrice.toString(), quantity: line.quantity.toString() },
    tax: { category: 'standard', ratePpm: 70_000, included: false, share: '0' },
  };
  expect(evaluate(kept).base).toBe(line.amount);
  expect(explain(kept, (code, params) => translate(explainWords, 'en', code, params))).toEqual([
    'The price 90.00 holds from 11 pcs on; the list price is 100.00.',
    'Memory: 128 GB adds 25.00 per pcs.',
    'Extras: Without box takes 2.00 off per pcs.',
    '2 pcs × 113.00 = 226.00.',
    'VAT 7 % of 226.00 is 15.82.',
    'Together 241.82.',
  ]);
});

const complete = (wish: object, step = 1000n) => completePrice(wish, 'prices.0', { step, currency: 'THB' });
const tiers = (...froms: string[]) => froms.map((from) => ({ from, unitPrice: '100' }));

test.each([
  [{ model: 'volume' }, 'price.no_amount', 'unitPrice'],
  [{ model: 'volume', unitPrice: 100n }, 'price.tiers_missing', 'tiers'],
  [{ unitPrice: 100n, tiers: tiers('1') }, 'price.tiers_of_fixed', 'tiers'],
  [{ model: 'volume', tiers: tiers('2') }, 'price.tier_first', 'tiers.0.from'],
  [{ model: 'volume', tiers: tiers('0') }, 'price.tier_from_invalid', 'tiers.0.from'],
  [{ model: 'volume', tiers: tiers('1', 'ten') }, 'price.tier_from_invalid', 'tiers.1.from'],
  [{ model: 'graduated', tiers: tiers('1', '11', '11') }, 'price.tiers_not_ascending', 'tiers.2.from'],
  [{ model: 'graduated', tiers: tiers('1', '11', '5') }, 'price.tiers_not_ascending', 'tiers.2.from'],
  [{ model: 'graduated', tiers: tiers('1', '10.5') }, 'price.tier_off_step', 'tiers.1.from'],
  [{ model: 'graduated', unitPrice: 99n, tiers: tiers('1') }, 'price.first_tier_differs', 'unitPrice'],
  [{ model: 'volume', tiers: [...tiers('1'), { from: '2', unitPrice: '-1' }] }, 'price.negative', 'tiers.1.unitPrice'],
  [{ unitPrice: 1n, setupFee: -1n }, 'price.negative', 'setupFee'],
  [{ unitPrice: 1n, trialDays: 14 }, 'price.term_of_once', 'trialDays'],
  [{ unitPrice: 1n, minimumMonths: 12 }, 'price.term_of_once', 'minimumMonths'],
  [{ unitPrice: 1n, per: 'month', trialDays: 0 }, 'price.trial_invalid', 'trialDays'],
  [{ unitPrice: 1n, per: 'quarter', minimumMonths: 4 }, 'price.minimum_invalid', 'minimumMonths'],
])('the price %o is refused', (wish, code, field) => {
  expect(() => complete(wish)).toThrow(refusal(code, { field: `prices.0.${field}`, status: 400 }));
});

test('tiers are kept plainly; half a piece is the first where halves are sold', () => {
  expect(complete({ model: 'graduated', tiers: [{ from: ' 0.50', unitPrice: '0100' }] }, 500n)).toMatchObject({
    ...{ unitPrice: 100n, tiers: [{ from: '0.5', unitPrice: '100' }] },
  });
  expect(complete({ unitPrice: 1n, per: 'half_year', trialDays: 30, minimumMonths: 12 })).toMatchObject({
    ...{ model: 'fixed', tiers: null, trialDays: 30, minimumMonths: 12 },
  });
});

test('an order keeps the tiers it was bought at: they end, and new ones follow', () => {
  const known = { ...complete({ model: 'volume', tiers: STEPS }), id: 7, documentId: 'p7' };
  const wish = { documentId: 'p7', tiers: [{ from: '1', unitPrice: '9900' }] };
  const facts = { today: '2026-07-15', step: 1000n, currency: 'THB' };
  expect(changePrices([known], [wish], { ...facts, used: new Set() })).toMatchObject({
    ...{ added: [], followed: [], changed: [{ id: 7, unitPrice: 9900n, tiers: wish.tiers }] },
  });
  expect(changePrices([known], [wish], { ...facts, used: new Set([7]) })).toMatchObject({
    changed: [{ id: 7, unitPrice: 10_000n, tiers: STEPS, validTo: '2026-07-14' }],
    added: [{ model: 'volume', unitPrice: 9900n, tiers: wish.tiers, validFrom: '2026-07-15' }],
    followed: [{ documentId: 'p7', place: 0 }],
  });
  for (const relied of [{ setupFee: 100n }, { model: 'graduated' as const }]) {
    const list = changePrices([known], [{ documentId: 'p7', ...relied }], { ...facts, used: new Set([7]) });
    expect(list.added).toMatchObject([relied]);
  }
  expect(changePrices([known], [{ documentId: 'p7', model: 'fixed' }], { ...facts, used: new Set() }).changed).toEqual([
    expect.objectContaining({ model: 'fixed', tiers: null, unitPrice: 10_000n }),
  ]);
});

test('a new step must fit the tiers that still hold', () => {
  const known = { ...complete({ model: 'volume', tiers: STEPS }), id: 7, documentId: 'p7' };
  const facts = { today: '2026-07-15', used: new Set<number>(), step: 500n, currency: 'THB' };
  expect(() => changePrices([known], [{ documentId: 'p7' }], facts)).toThrow(
    refusal('product.step_off_tiers', { field: 'quantityStep', status: 409 }),
  );
  expect(changePrices([{ ...known, validTo: '2026-07-14' }], [], facts).changed).toEqual([]);
  const fitting = [{ from: '0.5', unitPrice: '100' }];
  expect(changePrices([known], [{ documentId: 'p7', tiers: fitting }], facts).changed).toHaveLength(1);
});

test.each([
  [[{ ...OPTIONS[0], code: 'A B' }], 'product.option_code_invalid', 'options.0.code'],
  [[OPTIONS[0], OPTIONS[0]], 'product.option_code_twice', 'options.1.code'],
  [[{ ...OPTIONS[0], choices: [] }], 'product.option_without_choice', 'options.0.choices'],
  [
    [{ ...OPTIONS[0], choices: [{ code: 'a', name: 'A', priceDelta: '9999999999999' }] }],
    'product.option_amount_invalid',
    'options.0.choices.0.priceDelta',
  ],
])('the options %j of a product are refused', (options, code, field) => {
  const facts = completeProduct({ name: 'x', kind: 'goods', options: options as OptionGroup[] });
  expect(() => checkProduct(facts, { taxCategories: ['standard'], incomeKinds: [] })).toThrow(refusal(code, { field }));
});

test('every message is there in both languages, with the same places', () => {
  expect(Object.keys(pricing.th).sort()).toEqual(Object.keys(pricing.en).sort());
  const places = (text = ''): string[] => [...text.matchAll(/\{([\w:]+)\}/g)].map((match) => match[1] ?? '').sort();
  for (const code of Object.keys(pricing.en)) {
    expect([code, places(pricing.th[code])]).toEqual([code, places(pricing.en[code])]);
  }
});
