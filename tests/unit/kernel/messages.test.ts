import { pickLanguage, translate } from '@sanya/strapi-plugin-platform/kernel';

const catalogues = {
  th: { 'order.late': 'คำสั่งซื้อ {number} ช้า {days} วัน' },
  en: { 'order.late': 'Order {number} is {days} days late', 'order.gone': 'Gone' },
};

test('messages', () => {
  expect(translate(catalogues, 'th', 'order.late', { number: 'A1', days: 3 })).toBe('คำสั่งซื้อ A1 ช้า 3 วัน');
  expect(translate(catalogues, 'th', 'order.gone', {})).toBe('Gone');
  expect(translate(catalogues, 'th', 'order.other', {})).toBe('order.other');
  expect(translate(catalogues, 'en', 'order.late', { number: '{days}' })).toBe('Order {days} is {days} days late');
  expect(translate(catalogues, 'en', 'toString')).toBe('toString');
});

test.each([
  [undefined, 'th'],
  ['', 'th'],
  ['en', 'en'],
  ['EN-us', 'en'],
  ['th-TH,th;q=0.9,en;q=0.8', 'th'],
  ['en-US,en;q=0.9,th;q=0.8', 'en'],
  ['th;q=0.1, en;q=0.2', 'en'],
  ['en;q=0', 'th'],
  ['de, fr', 'th'],
  ['de, en;q=0.5', 'en'],
  ['*', 'th'],
  ['*, th;q=0', 'en'],
  ['en;q=0.5, *', 'th'],
  ['en;q=2, th;q=0.1', 'th'],
  ['en,th', 'en'],
  [';;,=,q', 'th'],
])('Accept-Language %p is %s', (header, lang) => expect(pickLanguage(header, 'th')).toBe(lang));
