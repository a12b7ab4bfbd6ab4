import { branchLabel, isBranchCode, isTaxId, normaliseTaxId } from '@sanya/strapi-plugin-platform/kernel';

test.each(['1234567890121', '0107537000521', '0994000160976'])('%s has its check digit', (id) =>
  expect(isTaxId(id)).toBe(true),
);
test.each([
  '1234567890123',
  '0000000000000',
  '123456789012',
  '12345678901210',
  '0-1075-37000-52-1',
  '',
  '๑234567890121',
])('%p is no id', (id) => expect(isTaxId(id)).toBe(false));

test('an id is compared without spaces and dashes', () => {
  expect(normaliseTaxId(' 0-1075-37000 52–1 ')).toBe('0107537000521');
});

test('branches', () => {
  expect(['00000', '00001', '0001', '000001', 'A0001'].map(isBranchCode)).toEqual([true, true, false, false, false]);
  expect(branchLabel('00000', 'th')).toBe('สำนักงานใหญ่');
  expect(branchLabel('00001', 'th')).toBe('สาขาที่ 00001');
  expect(branchLabel('00000', 'en')).toBe('Head office');
  expect(branchLabel('00001', 'en')).toBe('Branch 00001');
});
