import { explain, type Derivation } from '../../../plugins/billing/server/src/domain/derivation';
import { invoiceAmounts } from '../../../plugins/billing/server/src/domain/invoice-amounts';
import {
  correctWithholding,
  proposeWithholding,
  withholdingByRate,
} from '../../../plugins/billing/server/src/domain/withholding';
import { rateOn, type TaxCategory } from '../../../plugins/billing/server/src/domain/tax-rates';
import { referenceKey } from '../../../plugins/billing/server/src/domain/slip';
import { en } from '../../../plugins/billing/server/src/messages/en';
import { th } from '../../../plugins/billing/server/src/messages/th';
import { translate } from '@sanya/strapi-plugin-platform/kernel';

const line = (unitPrice: bigint) => ({
  quantity: 1000n,
  unitPrice,
  discount: 0n,
  taxCategory: 'standard',
  ratePpm: 70_000,
});

test('33.33 + 33.33 + 33.34 is 100.00 with VAT 7.00, by line 2.33 + 2.33 + 2.34', () => {
  const amounts = invoiceAmounts([line(3333n), line(3333n), line(3334n)], false);
  expect([amounts.net, amounts.tax]).toEqual([10000n, 700n]);
  expect(amounts.lines.map((one) => one.tax)).toEqual([233n, 233n, 234n]);
});

test('100.00 with VAT inside holds 6.54 and 93.46', () => {
  const amounts = invoiceAmounts([line(10000n)], true);
  expect([amounts.tax, amounts.net, amounts.total]).toEqual([654n, 9346n, 10000n]);
});

const rates = {
  kinds: [
    { kind: 'service', ppm: 30_000 },
    { kind: 'rent', ppm: 50_000 },
    { kind: 'goods', ppm: 0 },
  ],
  governmentPpm: 10_000,
  from: 100_000n,
};
const part = (incomeKind: string | null, net: bigint, total: bigint, settled = total) => ({
  incomeKind,
  net,
  total,
  part: settled,
});

test('3 % of services, 5 % of rent, nothing of goods; government 1 % of all; persons nothing', () => {
  const parts = [
    part('service', 1_000_000n, 1_070_000n),
    part('rent', 100_000n, 100_000n),
    part('goods', 50_000n, 53_500n),
  ];
  expect(proposeWithholding('organisation', rates, parts).map((one) => [one.kind, one.amount])).toEqual([
    ['service', 30_000n],
    ['rent', 5_000n],
  ]);
  expect(proposeWithholding('government', rates, parts).map((one) => one.amount)).toEqual([10_000n, 1_000n, 500n]);
  expect(proposeWithholding('person', rates, parts)).toEqual([]);
});

test('a contract of 1,000.00 and more counts, before VAT and of what is withheld from, even when one payment is below', () => {
  const proposed = (...parts: ReturnType<typeof part>[]) =>
    proposeWithholding('organisation', rates, parts).map((one) => [one.kind, one.amount]);
  expect(proposed(part('service', 99_999n, 106_999n))).toEqual([]);
  expect(proposed(part('service', 100_000n, 107_000n))).toEqual([['service', 3_000n]]);
  // 50.00 and its VAT of 10,000.00 and theirs.
  expect(proposed(part('service', 1_000_000n, 1_070_000n, 5_350n))).toEqual([['service', 150n]]);
  // Goods beside do not count for a company, but for government, which withholds from them too.
  const beside = [part('service', 50_000n, 53_500n), part('goods', 900_000n, 963_000n)];
  expect(proposed(...beside)).toEqual([]);
  expect(proposed(part('service', 50_000n, 53_500n), part('rent', 50_000n, 50_000n))).toEqual([
    ['service', 1_500n],
    ['rent', 2_500n],
  ]);
  expect(proposeWithholding('government', rates, beside).map((one) => one.amount)).toEqual([500n, 9_000n]);
  // What the rates come to stays what a payer who states it is held against.
  expect(withholdingByRate('organisation', rates, beside)).toMatchObject([{ kind: 'service', amount: 1_500n }]);
});

test('the payer corrects to the certificate within the tolerance only', () => {
  const proposal = proposeWithholding('organisation', rates, [part('service', 1_000_000n, 1_070_000n)]);
  expect(correctWithholding(proposal, [{ kind: 'service', amount: 30_050n }], 100n)).toMatchObject({
    withheld: [{ amount: 30_050n }],
  });
  expect(correctWithholding(proposal, [{ kind: 'service', amount: 40_000n }], 100n)).toEqual({
    mismatch: { kind: 'service', stated: 40_000n, expected: 30_000n },
  });
  expect(correctWithholding(proposal, [{ kind: 'rent', amount: 1_000n }], 100n)).toHaveProperty('mismatch');
});

test('the rate is that of the day; a seller who is not registered charges none', () => {
  const categories: TaxCategory[] = [
    {
      code: 'standard',
      name: { th: '', en: '' },
      treatment: 'rated',
      rates: [
        { from: '1992-01-01', ppm: 70_000 },
        { from: '2027-10-01', ppm: 100_000 },
      ],
    },
  ];
  const registered = { from: '1992-01-01', to: null };
  expect(rateOn(categories, registered, 'standard', '2027-09-30')?.ppm).toBe(70_000);
  expect(rateOn(categories, registered, 'standard', '2027-10-01')?.ppm).toBe(100_000);
  expect(rateOn(categories, registered, 'standard', '1991-12-31')).toEqual({ treatment: 'outside', ppm: 0 });
  expect(rateOn(categories, { from: null, to: null }, 'standard', '2026-01-01')).toEqual({
    treatment: 'outside',
    ppm: 0,
  });
  expect(rateOn(categories, registered, 'nothing', '2026-01-01')).toBeUndefined();
});

test('one bank reference is one, however it is typed; cash has none', () => {
  expect(referenceKey('bank_transfer', 'K-Bank', 'ab 12-3')).toBe(referenceKey('bank_transfer', 'kbank', 'AB123'));
  expect(referenceKey('cash', 'kbank', 'AB123')).toBeNull();
  expect(referenceKey('promptpay', null, ' - ')).toBeNull();
});

const derivation: Derivation = {
  currency: 'THB',
  unitPrice: '12000',
  quantity: '2000',
  unit: 'pieces',
  discount: '4000',
  price: { origin: 'list', name: 'Retail 2026' },
  discounts: [{ cause: 'coupon', name: 'RAINY', amount: '4000' }],
  tax: { category: 'standard', ratePpm: 70_000, included: false, share: '0' },
};

test('the sentence says why it cost 214.00, in both languages', () => {
  const say = (language: 'th' | 'en') => (code: string, params?: Record<string, string | number>) =>
    translate({ th, en }, language, code, params);
  expect(explain(derivation, say('en'))).toEqual([
    'The price 120.00 is the list price “Retail 2026”.',
    '2 pieces × 120.00 = 240.00.',
    'The coupon RAINY takes 40.00 off.',
    'Less the discount of 40.00: 200.00.',
    'VAT 7 % of 200.00 is 14.00.',
    'Together 214.00.',
  ]);
  expect(explain(derivation, say('th')).at(-1)).toBe('รวมเป็นเงิน 214.00');
});

test('what is tried says for how many days, and what is not charged before', () => {
  const tried: Derivation = {
    ...derivation,
    discount: '24000',
    discounts: [{ cause: 'trial', amount: '24000', days: 14 }],
  };
  const say = (language: 'th' | 'en') => (code: string, params?: Record<string, string | number>) =>
    translate({ th, en }, language, code, params);
  expect(explain(tried, say('en'))).toContain('It is tried for 14 days: 240.00 are not charged before they are over.');
  expect(explain(tried, say('th'))).toContain('ทดลองใช้ 14 วัน ไม่คิด 240.00 จนกว่าจะพ้นช่วงทดลองใช้');
});

test('every message is there in both languages, with the same places', () => {
  expect(Object.keys(th).sort()).toEqual(Object.keys(en).sort());
  const places = (text = ''): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
  for (const code of Object.keys(en)) expect([code, places(th[code])]).toEqual([code, places(en[code])]);
});
