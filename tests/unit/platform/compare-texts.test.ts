import fc from 'fast-check';
import { compareTexts, type Piece } from '../../../plugins/platform/server/src/templates/compare-texts';

const without = (pieces: readonly Piece[], kind: Piece['kind']): string =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('');

test('both texts are there, whole, and what is the same is told once', () => {
  const text = fc
    .array(fc.constantFrom('<p>', '</p>', '{{ total }}', '{', '<', ' ', '\n', 'pay', 'ชำระเงิน', 'ภายใน', 'x'), {
      maxLength: 30,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = compareTexts(before, after);
      expect(without(pieces, 'after')).toBe(before);
      expect(without(pieces, 'before')).toBe(after);
      expect(pieces.every(({ kind }, index) => kind !== pieces[index - 1]?.kind)).toBe(true);
      if (before === after) expect(pieces.every(({ kind }) => kind === 'same')).toBe(true);
    }),
  );
});

test('a change is as small as its words, in Thai too; one that is very large is told as a whole', () => {
  expect(compareTexts('<p>กรุณาชำระเงิน {{ total }}</p>', '<p>กรุณาโอนเงิน {{ total }}</p>')).toEqual([
    { kind: 'same', text: '<p>กรุณา' },
    { kind: 'before', text: expect.stringContaining('ชำระ') },
    { kind: 'after', text: expect.stringContaining('โอน') },
    { kind: 'same', text: expect.stringContaining(' {{ total }}</p>') },
  ]);
  const many = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(' ');
  const started = performance.now();
  expect(compareTexts(many('a'), many('b'))).toHaveLength(2);
  expect(performance.now() - started).toBeLessThan(2000);
});
