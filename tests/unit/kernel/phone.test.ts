import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';

test.each([
  ['+6653123456', '053-123-456'],
  ['+66812345678', '081-234-5678'],
  ['+6621234567', '02-123-4567'],
  ['+6653123456 ext. 12', '053-123-456 ต่อ 12'],
  ['053 123456', '053-123-456'],
  ['+12133734253', '+1 213 373 4253'],
  ['053-123456, 081-2345678', '053-123456, 081-2345678'],
  ['1112', '1112'],
  [null, ''],
])('%s is written as %s', (kept, written) => expect(formatPhone(kept, 'ต่อ')).toBe(written));

test('a form shows an extension as it can be read again', () => {
  expect(formatPhone('+6621234567 ext. 12')).toBe('02-123-4567 ext. 12');
});
