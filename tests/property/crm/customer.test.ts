import fc from 'fast-check';
import { differences, isRefusal, isTaxId } from '@sanya/strapi-plugin-platform/kernel';
import {
  changeCustomer,
  completeCustomer,
  CUSTOMER_KINDS,
  type CustomerDraft,
  type CustomerFacts,
} from '../../../plugins/crm/server/src/domain/customer';
import { nameKey } from '../../../plugins/platform/kernel/src';
import { property } from '../../support/random';

const defaults = { language: 'th', currency: 'THB', termsDays: 15 } as const;

const validTaxId = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }).map((digits) => {
  const total = digits.reduce((sum, digit, index) => sum + digit * (13 - index), 0);
  return `${digits.join('')}${(11 - (total % 11)) % 10}`;
});
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const address = fc.record(
  { line1: text, province: text, postcode: fc.oneof(text, fc.constant('50200')) },
  { requiredKeys: [] },
);
const draft: fc.Arbitrary<CustomerDraft> = fc.record(
  {
    kind: fc.constantFrom(...CUSTOMER_KINDS),
    name: text,
    taxId: fc.oneof(text, validTaxId),
    branchCode: fc.oneof(text, fc.constantFrom('00000', '00001')),
    email: fc.oneof(text, fc.emailAddress()),
    phone: fc.oneof(text, fc.constantFrom('0812345678', '02 123 4567 ต่อ 5')),
    billingAddress: address,
    creditTermsDays: fc.integer({ min: -5, max: 400 }),
    creditLimit: fc.bigInt({ min: -10n, max: 10n ** 12n }),
  },
  { requiredKeys: ['kind', 'name'] },
);

const completed = (one: CustomerDraft): CustomerFacts | undefined => {
  try {
    return completeCustomer(one, defaults);
  } catch (error) {
    if (isRefusal(error) && error.status === 400 && error.field) return undefined;
    throw error;
  }
};

property('whatever is typed is completed or refused as bad input with its field, never a defect', draft, (one) => {
  completed(one);
});

property('what was completed completes to itself, and changing nothing changes nothing', draft, (one) => {
  const facts = completed(one);
  if (!facts) return;
  expect(completeCustomer(facts, defaults)).toEqual(facts);
  expect(differences(facts, changeCustomer(facts, {}))).toBeUndefined();
});

property('a tax id is stored with a branch, or neither', draft, (one) => {
  const facts = completed(one);
  if (!facts) return;
  expect(facts.taxId === null).toBe(facts.branchCode === null);
  if (facts.taxId !== null && (facts.billingAddress?.country ?? 'TH') === 'TH') expect(isTaxId(facts.taxId)).toBe(true);
});

property('the key of a name is never empty and blind to case and spaces', fc.string({ minLength: 1 }), (name) => {
  if (name.trim() === '') return;
  expect(nameKey(name)).not.toBe('');
  expect(nameKey(`  ${name} `)).toBe(nameKey(name));
});
