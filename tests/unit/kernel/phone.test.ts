import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';

test.each([
  ['+66812345678', '081 234 5678'],
  ['+6653111222', '053 111 222'],
  ['+6621234567', '02 123 4567'],
  ['+6621234567 ext. 12', '02 123 4567 ext. 12'],
  ['+14155550100', '+14155550100'],
  [null, ''],
])('%s is shown as %s', (stored, shown) => expect(formatPhone(stored)).toBe(shown));
