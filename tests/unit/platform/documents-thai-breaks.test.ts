import fc from 'fast-check';
import { BREAK, thaiBreaks } from '../../../plugins/platform/server/src/documents/thai-breaks';

const shown = (text: string): string => thaiBreaks(text).replaceAll(BREAK, '|');

describe('Thai line breaks', () => {
  it.each([
    ['กำลังซื้อบริการดูแล', 'กำลัง|ซื้อ|บริการ|ดูแล'],
    ['น้ำ ที่ ป้า กำลัง', 'น้ำ ที่ ป้า กำลัง'],
    ['บริษัท เชียงใหม่เซอร์วิส จำกัด (มหาชน)', 'บริษัท เชียงใหม่|เซอร์วิส จำกัด (มหาชน)'],
    ['Air conditioner 12,000 BTU', 'Air conditioner 12,000 BTU'],
    ['', ''],
  ])('%s becomes %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('never parts ๆ and ฯ from their word, nor a sign that the dictionary left over', () => {
    expect(shown('เร็วๆนี้ กรุงเทพฯ')).not.toMatch(/\|[ๆฯ]/);
    expect(shown('ฮกขคงพัน')).not.toMatch(/(^|\|).(\||$)/);
  });

  it('lets a long run without breaks break, but never within a consonant and its marks', () => {
    expect(
      shown('9'.repeat(60))
        .split('|')
        .map((part) => part.length),
    ).toEqual([24, 24, 12]);
    for (const part of thaiBreaks('กี่'.repeat(60)).split(BREAK)) expect(part).toMatch(/^(กี่)*$/);
  });

  it('changes nothing but the marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bare = text.replaceAll(BREAK, '');
        expect(thaiBreaks(text).replaceAll(BREAK, '')).toBe(bare);
        expect(thaiBreaks(thaiBreaks(text))).toBe(thaiBreaks(text));
      }),
    );
  });
});
