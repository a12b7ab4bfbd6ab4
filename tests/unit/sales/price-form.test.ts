import {
  groupValues,
  NEW_CHOICE,
  NEW_GROUP,
  optionsOf,
  unreadableOption,
} from '../../../plugins/sales/admin/src/option-values';
import { NO_TERMS, termsOf, termValues, unreadableTerms } from '../../../plugins/sales/admin/src/tier-values';
import type { Price } from '../../../plugins/sales/admin/src/types';
import type { OptionGroup } from '../../../plugins/sales/server/src/domain/options';

const price: Price = {
  ...{ id: 1, documentId: 'p1', label: null, unitPrice: '10000', currency: 'THB', per: 'month' },
  ...{ validFrom: null, validTo: null, includesTax: null, translations: null },
  ...{ model: 'volume', setupFee: '120000', trialDays: 14, minimumMonths: 12 },
  tiers: [
    { from: '1', unitPrice: '10000' },
    { from: '11', unitPrice: '9000' },
  ],
};
const options: OptionGroup[] = [
  {
    ...{ code: 'memory', name: 'หน่วยความจำ', required: true, many: false, translations: { en: { name: 'Memory' } } },
    choices: [{ code: '128gb', name: '128 GB', sku: null, priceDelta: '-2500', translations: null }],
  },
];

test('terms are typed in baht and sent in satang; they come back as they went', () => {
  const values = termValues(price);
  expect(values).toMatchObject({
    ...{ model: 'volume', setupFee: '1,200.00', trialDays: '14', minimumMonths: '12' },
    tiers: [
      { from: '1', unitPrice: '100.00' },
      { from: '11', unitPrice: '90.00' },
    ],
  });
  const { model, unitPrice, tiers, setupFee, trialDays, minimumMonths } = price;
  const typed = { ...values, unitPrice: 'left from before', per: 'month' };
  expect(termsOf(typed)).toEqual({ model, unitPrice, tiers, setupFee, trialDays, minimumMonths });
  expect(unreadableTerms(typed)).toBeUndefined();
  // What is charged once has no term, and what has one price no tiers.
  expect(termsOf({ ...typed, model: 'fixed', unitPrice: '5', per: 'one_time' })).toEqual({
    ...{ model: 'fixed', unitPrice: '500', tiers: null, setupFee, trialDays: null, minimumMonths: null },
  });
});

test.each([
  [{ unitPrice: '' }, 'unitPrice'],
  [{ model: 'volume' as const }, 'model'],
  [{ model: 'volume' as const, tiers: [{ from: '1', unitPrice: 'x' }] }, 'tiers.0.unitPrice'],
  [{ setupFee: '-1' }, 'setupFee'],
  [{ trialDays: 'two' }, 'trialDays'],
  [{ minimumMonths: '1.5' }, 'minimumMonths'],
])('%j cannot be sent', (wrong, field) => {
  expect(unreadableTerms({ ...NO_TERMS, unitPrice: '1.00', ...wrong })?.field).toBe(field);
});

test('options go as they came; a new one needs its names and amounts', () => {
  const values = groupValues(options);
  expect(values).toMatchObject([{ nameEn: 'Memory', choices: [{ nameEn: '', sku: '', priceDelta: '-25.00' }] }]);
  expect(optionsOf(values)).toEqual(options);
  expect(optionsOf([])).toBeNull();
  expect(groupValues(null)).toEqual([]);
  expect(unreadableOption(values)).toBeUndefined();
  expect(unreadableOption([...values, NEW_GROUP])?.field).toBe('options.1.name');
  expect(unreadableOption([{ ...NEW_GROUP, name: 'x' }])?.field).toBe('options.0.choices.0.name');
  const choices = [{ ...NEW_CHOICE, name: 'x', priceDelta: 'free' }];
  expect(unreadableOption([{ ...NEW_GROUP, name: 'x', choices }])?.field).toBe('options.0.choices.0.priceDelta');
});

test('whoever changes the English name of an option keeps its other languages and texts', () => {
  const th = { name: 'ความจำ' };
  const [group] = options;
  const translations = { th, en: { name: 'Memory', hint: 'How much it keeps' } };
  const told = (group?.choices ?? []).map((choice) => ({ ...choice, translations: { th } }));
  const [values] = groupValues([{ ...group, choices: told, translations } as OptionGroup]);
  if (!values) throw new Error('no group');
  const choices = values.choices.map((choice) => ({ ...choice, nameEn: '128 gigabytes' }));
  expect(optionsOf([{ ...values, nameEn: 'Storage', choices }])).toMatchObject([
    {
      translations: { th, en: { name: 'Storage', hint: 'How much it keeps' } },
      choices: [{ translations: { th, en: { name: '128 gigabytes' } } }],
    },
  ]);
  expect(optionsOf([{ ...values, nameEn: ' ' }])?.[0]?.translations).toEqual({ th, en: { hint: 'How much it keeps' } });
});
