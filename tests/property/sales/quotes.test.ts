import fc from 'fast-check';
import { invoiceAmounts } from '../../../plugins/billing/server/src/domain/invoice-amounts';
import { isRefusal, move, sum, translate } from '../../../plugins/platform/kernel/src';
import { basketOf } from '../../../plugins/sales/server/src/domain/basket';
import type { Price, Product } from '../../../plugins/sales/server/src/domain/catalogue';
import { type LineWish, priceLines } from '../../../plugins/sales/server/src/domain/price-lines';
import {
  isExpired,
  keepWishes,
  planAcceptance,
  planDecline,
  planRevision,
  planSending,
  type QuoteFacts,
  quoteName,
  readWishes,
} from '../../../plugins/sales/server/src/domain/quote';
import {
  QUOTE_STATES,
  QUOTE_VERBS,
  quoteMachine,
  type QuoteState,
  STANDING_STATES,
} from '../../../plugins/sales/server/src/domain/quote-machine';
import { saleOf } from '../../../plugins/sales/server/src/domain/sale';
import { pricing } from '../../../plugins/sales/server/src/messages/pricing';
import { quotes as words } from '../../../plugins/sales/server/src/messages/quotes';
import { quoteLines } from '../../../plugins/sales/server/src/use-cases/quotes/price-quotes';
import { property } from '../../support/random';

/** The life of a version, written out a second time: state, verb → state. */
const TABLE: Record<string, QuoteState> = {
  'draft send': 'sent',
  'draft decline': 'declined',
  'sent accept': 'accepted',
  'sent decline': 'declined',
  'sent supersede': 'superseded',
  'accepted order': 'ordered',
};

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.code;
  }
};

property(
  'a quote moves only as its table says',
  fc.array(fc.constantFrom(...QUOTE_VERBS), { maxLength: 12 }),
  (list) => {
    let state: QuoteState = 'draft';
    for (const verb of list) {
      const expected = TABLE[`${state} ${verb}`];
      const before = state;
      expect(codeOf(() => (state = move(quoteMachine, before, verb)))).toBe(expected ? undefined : 'state.not_allowed');
      expect(state).toBe(expected ?? before);
    }
  },
);

const TODAY = '2030-06-15';
const dates = fc.constantFrom('2030-06-14', TODAY, '2030-06-16', '2031-01-01');
const facts = fc.record({
  number: fc.option(fc.constant('QT-2573-000001')),
  version: fc.integer({ min: 1, max: 4 }),
  state: fc.constantFrom(...QUOTE_STATES),
  validUntil: fc.option(dates),
  sentAt: fc.option(fc.constant('2030-06-01T00:00:00.000Z')),
  requestedOn: fc.option(fc.constant('2030-05-31')),
});
const who = fc.constantFrom('customer' as const, 'staff' as const);

property(
  'it is accepted exactly when it was sent and its time is not over; to a customer what was never shown is not there',
  fc.tuple(facts, who),
  ([quote, by]) => {
    const hidden = by === 'customer' && quote.sentAt === null && quote.requestedOn === null;
    const over = quote.validUntil !== null && quote.validUntil < TODAY;
    expect(isExpired(quote, TODAY)).toBe(quote.state === 'sent' && over);
    const code = codeOf(() => expect(planAcceptance(quote, by, TODAY)).toBe('ordered'));
    if (hidden) expect(code).toBe('row.not_found');
    else if (quote.state === 'sent') expect(code).toBe(over ? 'quote.expired' : undefined);
    else expect(code).toMatch(/^quote\./);
    const declined = codeOf(() => expect(planDecline(quote, by, TODAY)).toBe('declined'));
    expect(declined === undefined).toBe(!hidden && ['draft', 'sent'].includes(quote.state));
  },
);

property(
  'only the newest version that was sent or declined has a successor, and of a number one version stands',
  fc.tuple(facts, fc.integer({ min: 0, max: 2 })),
  ([quote, newer]) => {
    const newest = quote.version + newer;
    const may = quote.number !== null && newer === 0 && ['sent', 'declined'].includes(quote.state);
    let after: QuoteState | undefined;
    const code = codeOf(() => (after = planRevision(quote, newest)));
    expect(code === undefined).toBe(may);
    // The new draft stands for the number: the one before must not.
    if (after) expect(STANDING_STATES).not.toContain(after);
  },
);

property('every version of a number has a name of its own', fc.integer({ min: 1, max: 99 }), (version) => {
  const name = quoteName({ number: 'QT-1', version });
  expect(name).toBe(version === 1 ? 'QT-1' : `QT-1-v${version}`);
  expect(quoteName({ number: null, version })).toBe('');
});

const product = (over: Partial<Product>): Product => ({
  ...{ id: 1, documentId: 'camera', name: 'กล้อง', sku: 'CAM', kind: 'goods', state: 'active', unit: 'ตัว' },
  ...{ quantityStep: 500n, taxCategory: 'standard', incomeKind: null, stockTracked: true, options: null },
  ...{ components: null, translations: null, ...over },
});
const price = (over: Partial<Price>): Price => ({
  ...{ id: 1, documentId: 'p1', product: 1, label: null, model: 'fixed', unitPrice: 10_001n, tiers: null },
  ...{ setupFee: null, trialDays: null, minimumMonths: null, currency: 'THB', per: 'one_time', validFrom: null },
  ...{ validTo: null, includesTax: null, translations: null, ...over },
});
const PRODUCTS = [product({}), product({ id: 2, documentId: 'care', kind: 'service', taxCategory: 'exempt' })];
const CATALOGUE = {
  products: new Map(PRODUCTS.map((one) => [one.documentId, one])),
  pricesOf: new Map([
    [
      1,
      [
        price({
          model: 'graduated',
          tiers: [
            { from: '0.5', unitPrice: '10001' },
            { from: '10', unitPrice: '8999' },
          ],
        }),
      ],
    ],
    [2, [price({ id: 2, product: 2, documentId: 'p2', unitPrice: 33_333n, setupFee: 5_003n })]],
  ]),
};

const wish: fc.Arbitrary<LineWish> = fc
  .record({
    what: fc.constantFrom('camera', 'care', undefined),
    halves: fc.integer({ min: 1, max: 60 }),
    own: fc.option(fc.bigInt({ min: 100n, max: 90_000n })),
    discount: fc.bigInt({ min: 0n, max: 50n }),
  })
  .map(({ what, halves, own, discount }) => ({
    ...(what === undefined ? { description: 'ค่าเดินทาง', taxCategory: 'standard' } : { product: what }),
    quantity: String(halves / 2),
    ...(own === null && what !== undefined ? {} : { unitPrice: own ?? 5_001n }),
    discount,
  }));

property(
  'a quote is what an order of the same lines is: kept as text, its lines are priced alike and add up to its total',
  fc.tuple(fc.array(wish, { minLength: 1, maxLength: 6 }), fc.boolean()),
  ([wishes, pricesIncludeTax]) => {
    const rules = {
      ...{ on: TODAY, currency: 'THB', pricesIncludeTax, language: 'th' as const },
      say: (code: string, params?: object) =>
        translate({ th: { ...pricing.th, ...words.th }, en: pricing.en }, 'th', code, params as never),
    };
    const ordered = priceLines(wishes, CATALOGUE, rules);
    const kept = JSON.parse(JSON.stringify(keepWishes(wishes, []))) as QuoteFacts['wishes'];
    expect(priceLines(readWishes(kept), CATALOGUE, rules)).toEqual(ordered);

    const amounts = (
      lines: readonly { taxCategory: string; unitPrice: bigint; quantity: bigint; discount: bigint }[],
    ) =>
      invoiceAmounts(
        lines.map((line) => ({ ...line, ratePpm: line.taxCategory === 'exempt' ? 0 : 70_000 })),
        pricesIncludeTax,
      );
    const order = { ...ordered, lines: ordered.lines.map((line) => ({ ...line, coupons: [] })) };
    const sale = saleOf(basketOf(order, amounts(ordered.lines)));
    const lines = quoteLines(7, sale);
    expect(sum(lines.map((line) => line.net))).toBe(sale.net);
    expect(sum(lines.map((line) => line.total))).toBe(sale.total);
    expect(amounts(lines)).toMatchObject({ net: sale.net, tax: sale.tax, total: sale.total });
    const sent = planSending(
      { state: 'draft', number: null, version: 1, validUntil: null, terms: null, wishes: kept },
      lines,
      { today: TODAY, validDays: 30, terms: 'x' },
    );
    expect(sent).toEqual({ state: 'sent', validUntil: '2030-07-15', terms: 'x' });
  },
);
