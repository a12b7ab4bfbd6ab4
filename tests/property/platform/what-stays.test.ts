import fc from 'fast-check';
import { whatStays } from '../../../plugins/platform/server/src/moves/what-stays';

const node = fc.integer({ min: 0, max: 30 }).map(String);
const ties = fc.array(fc.tuple(node, node), { maxLength: 60 });
const moved = fc.uniqueArray(node).map((list) => new Set(list));

describe('what stays when a move is undone', () => {
  test('nothing that goes back hangs together with anything that does not', () => {
    fc.assert(
      fc.property(moved, ties, (set, pairs) => {
        const stays = whatStays(set, pairs);
        const goes = (key: string): boolean => set.has(key) && !stays.has(key);
        for (const [one, other] of pairs) expect(goes(one)).toBe(goes(other));
      }),
    );
  });

  test('only what was moved stays, and only what is tied, through others, to what was not', () => {
    fc.assert(
      fc.property(moved, ties, (set, pairs) => {
        const reached = new Set(pairs.flat().filter((key) => !set.has(key)));
        for (let grown = true; grown; ) {
          const before = reached.size;
          for (const [one, other] of pairs) {
            if (reached.has(one) || reached.has(other)) reached.add(one).add(other);
          }
          grown = reached.size > before;
        }
        expect([...whatStays(set, pairs)].sort()).toEqual([...reached].filter((key) => set.has(key)).sort());
      }),
    );
  });
});
