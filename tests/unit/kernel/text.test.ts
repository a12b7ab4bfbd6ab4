import { collapseSpaces, hasControlCharacters, isEmail, lowerEmail } from '@sanya/strapi-plugin-platform/kernel';

test('control characters', () => {
  expect(['\u0000', 'a\u001fb', '\u007f', '\u000b'].every(hasControlCharacters)).toBe(true);
  expect(['', 'a\tb\r\nc', 'สวัสดี', '🙂'].some(hasControlCharacters)).toBe(false);
});

test('spaces', () => expect(collapseSpaces('  a \n\t b\u00a0 c ')).toBe('a b c'));

test.each(['a@b.co', 'first.last+tag@sub.example.co.th', "o'hara@example.com", 'ผู้ใช้@ตัวอย่าง.ไทย'])(
  '%s is mail',
  (text) => expect(isEmail(text)).toBe(true),
);
test.each([
  '',
  'a',
  'a@b',
  '@b.co',
  'a@',
  'a@@b.co',
  'a b@c.co',
  '.a@b.co',
  'a..b@c.co',
  'a@-b.co',
  'a@b..co',
  'a@b.co\n',
  'a@b.co,c@d.co',
  '<a@b.co>',
  `${'a'.repeat(65)}@b.co`,
  `a@${'b.'.repeat(130)}co`,
])('%p is none', (text) => expect(isEmail(text)).toBe(false));

test('an address is kept in lower case', () => expect(lowerEmail(' A@B.Co ')).toBe('a@b.co'));
