import { isRefusal } from '@sanya/strapi-plugin-platform/kernel';
import { addressLines, completeAddress } from '../../../plugins/crm/server/src/domain/address';
import { changeContact, completeContact } from '../../../plugins/crm/server/src/domain/contact';
import { changeCustomer, completeCustomer, type CustomerDraft } from '../../../plugins/crm/server/src/domain/customer';
import { marksOf, sameMarks } from '../../../plugins/crm/server/src/domain/duplicates';
import { decideMember, splitMemberChange } from '../../../plugins/crm/server/src/domain/member';
import { nameKey } from '../../../plugins/platform/kernel/src';
import { readPhone } from '../../../plugins/crm/server/src/domain/phone';
import { searchFilter } from '../../../plugins/crm/server/src/domain/search';
import { en } from '../../../plugins/crm/server/src/messages/en';
import { th } from '../../../plugins/crm/server/src/messages/th';

const TAX_ID = '0105536000313';
const defaults = { language: 'th', currency: 'THB', termsDays: 0 } as const;
const complete = (draft: Partial<CustomerDraft>) =>
  completeCustomer({ kind: 'organisation', name: 'ก', ...draft }, defaults);

const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (isRefusal(error)) return { code: error.code, field: error.field };
    throw error;
  }
  return undefined;
};

describe('customer', () => {
  test('each part is brought to its one form', () => {
    const facts = complete({
      name: '  บริษัท  ล้านนา   จำกัด ',
      taxId: '๐-1055-36000-31-3',
      email: ' Info@Example.COM ',
      phone: '053 123 456',
      billingAddress: { line1: ' 9/1 ', postcode: '๕๐๒๐๐' },
      shippingAddress: { country: 'TH' },
      nameEn: ' ',
    });
    expect(facts).toMatchObject({
      name: 'บริษัท ล้านนา จำกัด',
      nameKey: 'ล้านนา',
      taxId: TAX_ID,
      branchCode: '00000',
      vatRegistered: true,
      email: 'info@example.com',
      phone: '+6653123456',
      billingAddress: { line1: '9/1', postcode: '50200', country: 'TH' },
      shippingAddress: null,
      nameEn: null,
      creditTermsDays: 0,
      creditLimit: null,
    });
  });

  test('without tax id there is no branch, and nobody is VAT registered', () => {
    expect(complete({ branchCode: '00000' })).toMatchObject({ taxId: null, branchCode: null, vatRegistered: false });
  });

  test('a person with an id is not VAT registered unless said', () => {
    expect(complete({ kind: 'person', taxId: TAX_ID }).vatRegistered).toBe(false);
    expect(complete({ kind: 'person', taxId: TAX_ID, vatRegistered: true }).vatRegistered).toBe(true);
  });

  test('abroad an id is of another kind', () => {
    const facts = complete({
      taxId: 'de 811-907-980',
      billingAddress: { line1: 'Allee 1', country: 'de', postcode: '1' },
    });
    expect(facts).toMatchObject({ taxId: 'DE811907980', billingAddress: { country: 'DE' } });
  });

  test.each<[Partial<CustomerDraft>, string, string]>([
    [{ name: ' ' }, 'name.missing', 'name'],
    [{ taxId: '0105536000316' }, 'tax_id.invalid', 'taxId'],
    [{ taxId: TAX_ID, branchCode: '1' }, 'branch.invalid', 'branchCode'],
    [{ branchCode: '00001' }, 'branch.without_tax_id', 'taxId'],
    [{ email: 'x' }, 'email.invalid', 'email'],
    [{ phone: '0812345' }, 'phone.invalid', 'phone'],
    [{ billingAddress: { postcode: '5020' } }, 'postcode.invalid', 'billingAddress.postcode'],
    [{ shippingAddress: { line1: 'x', country: 'Thailand' } }, 'country.invalid', 'shippingAddress.country'],
    [{ creditTermsDays: -1 }, 'customer.terms_invalid', 'creditTermsDays'],
    [{ creditTermsDays: 1.5 }, 'customer.terms_invalid', 'creditTermsDays'],
    [{ creditLimit: -1n }, 'customer.credit_limit_invalid', 'creditLimit'],
  ])('%j is refused', (draft, code, field) => {
    expect(refusal(() => complete(draft))).toEqual({ code, field });
  });

  test('a change leaves what it does not name; a tax id that goes takes its branch along', () => {
    const facts = complete({ taxId: TAX_ID, branchCode: '00002', creditTermsDays: 30, creditLimit: 5_000_000n });
    expect(changeCustomer(facts, { name: 'ข', phone: undefined })).toEqual({ ...facts, name: 'ข', nameKey: 'ข' });
    expect(changeCustomer(facts, { taxId: null })).toMatchObject({
      taxId: null,
      branchCode: null,
      creditTermsDays: 30,
    });
    expect(changeCustomer(facts, { creditLimit: null }).creditLimit).toBeNull();
  });
});

describe('address', () => {
  test('prints at most four lines and no empty one', () => {
    const full = completeAddress({
      line1: '9/1',
      subdistrict: 'สุเทพ',
      district: 'เมือง',
      province: 'เชียงใหม่',
      postcode: '50200',
    });
    expect(addressLines(full)).toEqual(['9/1', 'สุเทพ เมือง', 'เชียงใหม่ 50200']);
    expect(addressLines(completeAddress({ line1: 'A', country: 'DE', postcode: '1' }))).toEqual(['A', '1 DE']);
    expect(addressLines(completeAddress({ line1: ' ' }))).toEqual([]);
  });
});

describe('phone', () => {
  test.each([
    ['081-234-5678', '+66812345678'],
    ['๐๘๑ ๒๓๔ ๕๖๗๘', '+66812345678'],
    ['02-123-4567 ต่อ 12', '+6621234567 ext. 12'],
    ['+1 415 555 2671', '+14155552671'],
    ['', null],
    [null, null],
  ])('%s is %s', (typed, stored) => {
    expect(readPhone(typed, 'phone')).toBe(stored);
  });

  test('what is stored is read as itself', () => {
    expect(readPhone('+6621234567 ext. 12', 'phone')).toBe('+6621234567 ext. 12');
  });
});

describe('who may be the same', () => {
  test.each([
    ['บริษัท ล้านนา จำกัด', 'ล้านนา'],
    ['บจก. ล้านนา', 'ล้านนา (จำกัด)'],
    ['Lanna Co., Ltd.', 'LANNA company limited'],
    ['Mr. John Smith', 'john smith'],
    ['นาย ทวี ใจดี', 'ทวีใจดี'],
    ['น.ส. ทวี ใจดี', 'คุณทวี ใจดี'],
  ])('%s is called like %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test('a name of nothing but a legal form still has a key', () => {
    expect(nameKey('บริษัท')).not.toBe('');
    expect(nameKey('...')).not.toBe('');
  });

  test('one company has many branches', () => {
    const head = marksOf({ taxId: TAX_ID });
    expect(sameMarks(head, marksOf({ taxId: TAX_ID, branchCode: '00000' }))).toEqual(['tax_id']);
    expect(sameMarks(head, marksOf({ taxId: TAX_ID, branchCode: '00001' }))).toEqual([]);
  });

  test('nothing known matches nothing', () => {
    expect(sameMarks(marksOf({}), marksOf({}))).toEqual([]);
  });
});

describe('search', () => {
  test('a phone number as written here finds the stored one', () => {
    expect(JSON.stringify(searchFilter('081-234'))).toContain('{"phone":{"$contains":"81234"}}');
  });
  test('text is no phone number, and nothing is no filter', () => {
    expect(JSON.stringify(searchFilter('ล้านนา'))).not.toContain('phone');
    expect(searchFilter('  ')).toBeUndefined();
  });
});

describe('member', () => {
  const login = { id: 1, username: 'somchai', email: 's@example.com' };
  test('one who says nothing is a person by the user name', () => {
    const { customer, contact } = decideMember(login, {});
    expect(customer).toMatchObject({ kind: 'person', name: 'somchai', email: 's@example.com' });
    expect(contact).toMatchObject({ name: 'somchai' });
  });
  test('the name of a person is the contact’s too, that of an organisation is not', () => {
    expect(splitMemberChange('person', { name: 'ก' }).contact.name).toBe('ก');
    expect(splitMemberChange('organisation', { name: 'ก' }).contact.name).toBeUndefined();
    expect(splitMemberChange('organisation', { contactName: 'ข' })).toMatchObject({
      customer: { name: undefined },
      contact: { name: 'ข' },
    });
  });
});

describe('contact', () => {
  test('is asked first unless said; a priority is 1 to 9', () => {
    expect(completeContact({ name: ' ก ' })).toMatchObject({
      name: 'ก',
      type: 'general',
      priority: 1,
      state: 'active',
    });
    expect(refusal(() => completeContact({ name: 'ก', priority: 10 }))).toEqual({
      code: 'contact.priority_invalid',
      field: 'priority',
    });
  });
  test('a change leaves what it does not name', () => {
    const facts = completeContact({ name: 'ก', phone: '0812345678' });
    expect(changeContact(facts, { position: 'ผู้จัดการ', phone: undefined })).toEqual({
      ...facts,
      position: 'ผู้จัดการ',
    });
  });
});

test('every message is there in both languages', () => {
  expect(Object.keys(th).sort()).toEqual(Object.keys(en).sort());
});
