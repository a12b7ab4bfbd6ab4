import { translate } from '../../../plugins/platform/kernel/src';
import { applicablePrice, type Price, type Product } from '../../../plugins/sales/server/src/domain/catalogue';
import { pricing as words } from '../../../plugins/sales/server/src/messages/pricing';
import { type LineWish, priceLines, type PricingRules } from '../../../plugins/sales/server/src/domain/price-lines';

const product = (over: Partial<Product> = {}): Product => ({
  id: 1,
  documentId: 'camera',
  name: 'กล้อง',
  sku: 'CAM-1',
  kind: 'goods',
  state: 'active',
  unit: 'ตัว',
  quantityStep: 1000n,
  taxCategory: 'standard',
  incomeKind: null,
  stockTracked: true,
  translations: { en: { name: 'Camera' } },
  options: null,
  components: null,
  ...over,
});
const price = (over: Partial<Price> = {}): Price => ({
  id: 1,
  documentId: 'p1',
  product: 1,
  label: null,
  model: 'fixed',
  unitPrice: 10000n,
  tiers: null,
  setupFee: null,
  trialDays: null,
  minimumMonths: null,
  currency: 'THB',
  per: 'one_time',
  validFrom: null,
  validTo: null,
  includesTax: null,
  translations: null,
  ...over,
});
const rules: PricingRules = {
  ...{ on: '2026-07-01', currency: 'THB', pricesIncludeTax: false, language: 'en' },
  say: (code, params) => translate(words, 'en', code, params),
};
const pricing = (wishes: LineWish[], products = [product()], prices = [price()]) =>
  priceLines(
    wishes,
    {
      products: new Map(products.map((one) => [one.documentId, one])),
      pricesOf: new Map(products.map((one) => [one.id, prices.filter((row) => row.product === one.id)])),
    },
    rules,
  );
const refusal = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

test('a line is unit price times quantity less its discount', () => {
  const { lines } = pricing([{ product: 'camera', quantity: '3', discount: 500n }]);
  expect(lines[0]).toMatchObject({ description: 'Camera', quantity: 3000n, unitPrice: 10000n, amount: 29500n });
});

test('what has a trial is not asked for at first, less what was taken off; who had it, or changes to it, pays', () => {
  const tried = price({ per: 'month', trialDays: 14 });
  const priced = (over: Partial<PricingRules> = {}) =>
    priceLines(
      [{ product: 'camera', quantity: '3', discount: 500n }],
      { products: new Map([['camera', product()]]), pricesOf: new Map([[1, [tried]]]) },
      { ...rules, ...over },
    ).lines[0];
  expect(priced()).toMatchObject({ discount: 30_000n, amount: 0n, trial: { days: 14, amount: 29_500n } });
  for (const paid of [priced({ setUp: new Set([1]) }), priced({ withoutTrials: true })]) {
    expect(paid).toMatchObject({ discount: 500n, amount: 29_500n });
    expect(paid?.trial).toBeUndefined();
  }
});

test('parts of a piece are sold where the product says so', () => {
  const cable = product({ quantityStep: 500n });
  expect(pricing([{ product: 'camera', quantity: '1.5' }], [cable]).lines[0]?.amount).toBe(15000n);
  expect(() => pricing([{ product: 'camera', quantity: '1.25' }], [cable])).toThrow(
    refusal('order.quantity_not_sold_so', { status: 400, field: 'lines.0.quantity' }),
  );
});

test.each([
  ['-1', 'order.quantity_not_positive'],
  ['0', 'order.quantity_not_positive'],
  ['1.5', 'order.quantity_not_sold_so'],
  ['1e3', 'order.quantity_not_a_number'],
  ['', 'order.quantity_not_a_number'],
  ['1.0001', 'order.quantity_not_a_number'],
  ['1000001', 'order.quantity_too_large'],
])('quantity %p is refused', (quantity, code) => {
  expect(() => pricing([{ product: 'camera', quantity }])).toThrow(refusal(code, { field: 'lines.0.quantity' }));
});

test('an unknown, a closed and an unpriced product are refused', () => {
  expect(() => pricing([{ product: 'none', quantity: '1' }])).toThrow(
    refusal('order.product_unknown', { status: 400, field: 'lines.0.product' }),
  );
  expect(() => pricing([{ product: 'camera', quantity: '1' }], [product({ state: 'closed' })])).toThrow(
    refusal('order.product_closed', { status: 409 }),
  );
  expect(() => pricing([{ product: 'camera', quantity: '1' }], [product()], [])).toThrow(
    refusal('order.product_without_price'),
  );
});

test('a price of another product, one of another time and one in foreign currency are refused', () => {
  const prices = [
    price(),
    price({ id: 2, documentId: 'old', validTo: '2026-06-30' }),
    price({ id: 3, documentId: 'usd', currency: 'USD' }),
  ];
  const with_ = (name: string) => () =>
    pricing([{ product: 'camera', price: name, quantity: '1' }], [product()], prices);
  expect(with_('elsewhere')).toThrow(refusal('order.price_unknown', { field: 'lines.0.price' }));
  expect(with_('old')).toThrow(refusal('order.price_not_valid'));
  expect(with_('usd')).toThrow(refusal('order.currency_foreign'));
  expect(with_('p1')().lines[0]?.unitPrice).toBe(10000n);
});

test('at most 200 lines, at least one', () => {
  const wish = { product: 'camera', quantity: '1' };
  expect(pricing(Array.from({ length: 200 }, () => wish)).lines).toHaveLength(200);
  expect(() => pricing(Array.from({ length: 201 }, () => wish))).toThrow(refusal('order.too_many_lines'));
  expect(() => pricing([])).toThrow(refusal('order.no_lines'));
});

test('prices with and without tax inside do not stand in one order', () => {
  const two = [product(), product({ id: 2, documentId: 'visit', kind: 'service' })];
  const prices = [price(), price({ id: 2, product: 2, includesTax: true })];
  const wishes = [
    { product: 'camera', quantity: '1' },
    { product: 'visit', quantity: '1' },
  ];
  expect(() => pricing(wishes, two, prices)).toThrow(refusal('order.tax_mixed', { status: 422 }));
  expect(pricing(wishes.slice(1), two, prices).pricesIncludeTax).toBe(true);
});

test('a discount stays between nothing and the line', () => {
  for (const discount of [-1n, 10001n]) {
    expect(() => pricing([{ product: 'camera', quantity: '1', discount }])).toThrow(
      refusal('order.discount_out_of_range'),
    );
  }
});

test('of several prices: once before recurring, shorter before longer, the latest begun', () => {
  const list = [
    price({ id: 1, per: 'year' }),
    price({ id: 2, per: 'month', validFrom: '2026-01-01' }),
    price({ id: 3, per: 'month', validFrom: '2026-06-01' }),
    price({ id: 4, per: 'month', validFrom: '2026-08-01' }),
  ];
  expect(applicablePrice(list, '2026-07-01')?.id).toBe(3);
  expect(applicablePrice(list, '2026-08-01')?.id).toBe(4);
  expect(applicablePrice([...list, price({ id: 9 })], '2026-07-01')?.id).toBe(9);
  // Replaced on the day on which it began.
  const replaced = [
    price({ id: 1, validFrom: '2026-07-01', validTo: '2026-07-01' }),
    price({ id: 2, validFrom: '2026-07-01' }),
  ];
  expect(applicablePrice(replaced, '2026-07-01')?.id).toBe(2);
});
