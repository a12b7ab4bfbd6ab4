import { changesOf, draftOf, newValues, unreadable, valuesOf } from '../../../plugins/crm/admin/src/customer-values';
import { shownAddress } from '../../../plugins/crm/admin/src/shown';
import type { Customer } from '../../../plugins/crm/admin/src/types';

const named = { ...newValues(1), name: 'ก' };
const ALL = { credit: true, assign: true };
const NONE = { credit: false, assign: false };
const address = {
  ...{ line1: '99 ถนนห้วยแก้ว', line2: '', subdistrict: 'ช้างเผือก', district: 'เมืองเชียงใหม่' },
  ...{ province: 'เชียงใหม่', postcode: '50300', country: 'TH' },
};
const customer: Customer = {
  ...{ documentId: 'abc', code: 'C-000001', kind: 'organisation', name: 'บริษัท หนึ่ง จำกัด', nameEn: null },
  ...{
    taxId: '0105000000012',
    branchCode: '00000',
    vatRegistered: true,
    poRequired: false,
    wantsPaper: false,
    invoices: null,
    formerCode: null,
    supplier: false,
    email: null,
  },
  ...{ phone: '+6653111222' },
  ...{
    state: 'active',
    language: 'th',
    creditTermsDays: 30,
    creditLimit: '1000000',
    earlyPayment: '2/10',
    currency: 'THB',
  },
  ...{ billingAddress: address, shippingAddress: null, class: null, note: null, owner: 7 },
};

test('a customer that nobody touched sends nothing', () => {
  const values = valuesOf(customer);
  expect(changesOf(values, values, ALL)).toEqual({ facts: undefined, credit: undefined, owner: undefined });
  expect(changesOf(values, { ...values, creditLimit: '10000' }, ALL).credit).toBeUndefined();
});

test('only what differs is sent, by the action that changes it', () => {
  const before = valuesOf(customer);
  const after = { ...before, nameEn: ' One ', creditLimit: '25,000.50', owner: '', phone: '' };
  expect(changesOf(before, after, ALL)).toEqual({
    facts: { nameEn: 'One', phone: null },
    credit: { creditTermsDays: 30, creditLimit: '2500050', earlyPayment: '2/10' },
    owner: { owner: null },
  });
  expect(changesOf(before, { ...before, poRequired: true }, NONE).facts).toEqual({ poRequired: true });
  expect(changesOf(before, after, NONE)).toMatchObject({ credit: undefined, owner: undefined });
});

test('a draft leaves to the office what was not said, and what is not the reader’s to say', () => {
  const values = { ...newValues(7), name: 'ก' };
  expect(draftOf(values, NONE)).toMatchObject({ name: 'ก', taxId: null, shippingAddress: null });
  for (const key of ['creditTermsDays', 'creditLimit', 'owner', 'language', 'vatRegistered']) {
    expect(draftOf(values, NONE)).not.toHaveProperty(key);
  }
  expect(draftOf({ ...values, creditLimit: '10,000.00' }, ALL)).toMatchObject({ creditLimit: '1000000', owner: 7 });
  expect(draftOf(values, ALL)).not.toHaveProperty('creditTermsDays');
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ creditLimit: '1,50' }, 'creditLimit'],
  [{ earlyPayment: '2 in 10' }, 'earlyPayment'],
  [{ creditLimit: '-1' }, 'creditLimit'],
  [{ creditLimit: '0.001' }, 'creditLimit'],
  [{ creditTermsDays: 'สามสิบ' }, 'creditTermsDays'],
  [{ creditTermsDays: '1.5' }, 'creditTermsDays'],
])('%j is told before it is sent', (typed, field) => {
  expect(unreadable({ ...named, ...typed }, true)).toMatchObject({ field });
});

test('a new customer may leave the terms to the class, one that is there has some', () => {
  expect(unreadable(named, true)).toBeUndefined();
  expect(unreadable(named, false)).toMatchObject({ field: 'creditTermsDays' });
});

test('an address is shown as documents print it', () => {
  expect(shownAddress(address)).toEqual(['99 ถนนห้วยแก้ว', 'ช้างเผือก เมืองเชียงใหม่', 'เชียงใหม่ 50300']);
  expect(shownAddress({ ...address, country: 'LA' }).at(-1)).toBe('เชียงใหม่ 50300 LA');
});
