import {
  changesOf,
  draftOf,
  NEW_PRICE,
  newValues,
  unreadable,
  valuesOf,
} from '../../../plugins/sales/admin/src/product-values';
import { bothAmounts, pointsOf, priceState, priceToday, textOf } from '../../../plugins/sales/admin/src/product-shown';
import type { Price, Product, ProductChoices } from '../../../plugins/sales/admin/src/types';

const price: Price = {
  ...{ id: 1, documentId: 'p1', label: null, unitPrice: '150000', currency: 'THB', per: 'one_time' },
  ...{ validFrom: null, validTo: null, includesTax: null, translations: null },
  ...{ model: 'fixed', tiers: null, setupFee: null, trialDays: null, minimumMonths: null },
};
const product: Product = {
  ...{ documentId: 'abc', name: 'กล้อง', sku: null, kind: 'goods', group: null, state: 'active', description: null },
  ...{ sellingPoints: '- เห็นกลางคืน\n\n• ทนฝน', unit: 'ตัว', quantityStep: '0.5', taxCategory: 'standard' },
  ...{
    incomeKind: null,
    stockTracked: true,
    warrantyMonths: null,
    ...{ checkBeforeShipping: false, weightGrams: null, hsCode: null, originCountry: null },
    translations: { en: { name: 'Camera' } },
    prices: [price],
  },
  options: null,
  components: null,
};
const choices: ProductChoices = {
  ...{ pricesIncludeTax: false, groups: [], incomeKinds: [] },
  taxCategories: [{ code: 'standard', name: {}, ratePpm: 70000 }],
};

test('what nobody touched is not sent; a price keeps its place', () => {
  const before = valuesOf(product);
  expect(before).toMatchObject({ quantityStep: '0.5', nameEn: 'Camera', prices: [{ unitPrice: '1,500.00' }] });
  expect(changesOf(before, before)).toEqual({ prices: [{ documentId: 'p1' }] });
  const [own] = before.prices;
  const after = {
    ...before,
    ...{ sku: ' CAM ', nameEn: '' },
    prices: [
      { ...(own ?? NEW_PRICE), unitPrice: '1,600.50', tax: 'in' as const },
      { ...NEW_PRICE, unitPrice: '10' },
    ],
  };
  expect(changesOf(before, after)).toEqual({
    ...{ sku: 'CAM', translations: null },
    prices: [
      { documentId: 'p1', unitPrice: '160050', includesTax: true },
      expect.objectContaining({ unitPrice: '1000', per: 'one_time', validFrom: null, includesTax: null }),
    ],
  });
});

test('a draft is sent in minor units; what is no amount is not sent', () => {
  const values = { ...newValues('ชิ้น'), name: 'ก', prices: [{ ...NEW_PRICE, unitPrice: '1,500.00' }] };
  expect(draftOf(values)).toMatchObject({ quantityStep: '1', sku: null, prices: [{ unitPrice: '150000' }] });
  expect(unreadable(values)).toBeUndefined();
  for (const unitPrice of ['', 'abc', '-5', '1.999']) {
    const wrong = unreadable({ ...values, prices: [...values.prices, { ...NEW_PRICE, unitPrice }] });
    expect(wrong).toEqual({ field: 'prices.1.unitPrice', key: 'product.no_amount' });
  }
  expect(unreadable({ ...values, name: ' ' })?.field).toBe('name');
  expect(unreadable({ ...values, quantityStep: 'half' })?.field).toBe('quantityStep');
});

test('a bundle is sent with what it is made of, and as none when it is emptied', () => {
  const components = [{ product: 'cable', quantity: '2' }];
  const before = valuesOf({ ...product, components });
  expect(changesOf(before, before)).toEqual({ prices: [{ documentId: 'p1' }] });
  expect(draftOf(before).components).toEqual(components);
  const typed = { ...before, components: [{ product: 'cable', quantity: ' 3 ' }] };
  expect(changesOf(before, typed)).toMatchObject({ components: [{ product: 'cable', quantity: '3' }] });
  expect(changesOf(before, { ...before, components: [] })).toMatchObject({ components: null });
});

test('the price before VAT and with it, whichever of the two was agreed', () => {
  expect(bothAmounts(price, 'standard', choices)).toEqual({ inside: false, before: 150000n, with: 160500n });
  const inside = { ...price, unitPrice: '107000', includesTax: true };
  expect(bothAmounts(inside, 'standard', choices)).toEqual({ inside: true, before: 100000n, with: 107000n });
  expect(bothAmounts(price, 'gone', choices)).toBeUndefined();
  expect(bothAmounts(price, 'standard', undefined)).toBeUndefined();
});

test('what is shown: the reader’s language, points without their dashes, the price of the day', () => {
  expect(textOf(product, 'name', 'en')).toBe('Camera');
  expect(textOf(product, 'name', 'th')).toBe('กล้อง');
  expect(pointsOf(product.sellingPoints ?? '')).toEqual(['เห็นกลางคืน', 'ทนฝน']);
  const later = { ...price, id: 2, validFrom: '2026-06-01' };
  const both = { ...product, prices: [price, later] };
  expect(priceToday(both, '2026-05-31')?.id).toBe(1);
  expect(priceToday(both, '2026-06-01')?.id).toBe(2);
  expect(priceState(later, '2026-05-31')).toBe('upcoming');
  expect(priceState({ ...price, validTo: '2026-05-30' }, '2026-05-31')).toBe('ended');
});
