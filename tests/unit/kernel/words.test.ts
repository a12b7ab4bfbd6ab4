import { amountInWords, bahtWords } from '@sanya/strapi-plugin-platform/kernel';

test.each([
  [0n, 'ศูนย์บาทถ้วน'],
  [100n, 'หนึ่งบาทถ้วน'],
  [1_000n, 'สิบบาทถ้วน'],
  [1_100n, 'สิบเอ็ดบาทถ้วน'],
  [2_100n, 'ยี่สิบเอ็ดบาทถ้วน'],
  [10_100n, 'หนึ่งร้อยเอ็ดบาทถ้วน'],
  [107_000n, 'หนึ่งพันเจ็ดสิบบาทถ้วน'],
  [50n, 'ห้าสิบสตางค์'],
  [1n, 'หนึ่งสตางค์'],
  [10_025n, 'หนึ่งร้อยบาทยี่สิบห้าสตางค์'],
  [10_001n, 'หนึ่งร้อยบาทหนึ่งสตางค์'],
  [12_345_678n, 'หนึ่งแสนสองหมื่นสามพันสี่ร้อยห้าสิบหกบาทเจ็ดสิบแปดสตางค์'],
  [100_000_000n, 'หนึ่งล้านบาทถ้วน'],
  [100_000_100n, 'หนึ่งล้านเอ็ดบาทถ้วน'],
  [2_100_000_000n, 'ยี่สิบเอ็ดล้านบาทถ้วน'],
  [100_000_000_000_000n, 'หนึ่งล้านล้านบาทถ้วน'],
  [100_000_000_000_000_000n, 'หนึ่งพันล้านล้านบาทถ้วน'],
  [-2_150n, 'ลบยี่สิบเอ็ดบาทห้าสิบสตางค์'],
])('%s satang in Thai', (amount, words) => expect(bahtWords(amount)).toBe(words));

test.each([
  [0n, 'Zero baht only'],
  [100n, 'One baht only'],
  [107_000n, 'One thousand and seventy baht only'],
  [107_050n, 'One thousand and seventy baht and 50 satang'],
  [5n, 'Zero baht and 5 satang'],
  [2_100n, 'Twenty-one baht only'],
  [11_500n, 'One hundred and fifteen baht only'],
  [123_456_700n, 'One million two hundred and thirty-four thousand five hundred and sixty-seven baht only'],
  [100_000_100n, 'One million and one baht only'],
  [107_000_000n, 'One million seventy thousand baht only'],
  [10_000_000n, 'One hundred thousand baht only'],
  [100_000_000_000_000_000n, 'One quadrillion baht only'],
  [-107_000n, 'Minus one thousand and seventy baht only'],
])('%s satang in English', (amount, words) => expect(amountInWords(amount)).toBe(words));

test('English ends at 10²¹ baht', () => {
  expect(amountInWords(10n ** 23n - 1n)).toContain('quintillion');
  expect(() => amountInWords(10n ** 23n)).toThrow(RangeError);
});
