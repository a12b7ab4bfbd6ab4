import type { DocumentModel } from '../../../../kit/src/documents';
import { rule, words, type Node } from '../nodes';
import type { Say } from '../say';
import { COLOUR, INNER_WIDTH, SIZE } from '../theme';

const GAP = 20;
const WIDEST = 170;

/** Places to sign, with a date below each. */
export function signatures(model: DocumentModel, say: Say): Node[] {
  const count = model.signatures.length;
  if (count === 0) return [];
  const width = Math.min(WIDEST, (INNER_WIDTH - GAP * (count - 1)) / count);
  const place = (label: string): Node => ({
    width,
    stack: [
      rule(width, COLOUR.muted, 0.7, [0, 34, 0, 4]),
      words(label, { fontSize: SIZE.small, alignment: 'center' }),
      words(`${say('document.date')} ______ / ______ / ______`, {
        fontSize: SIZE.small,
        color: COLOUR.muted,
        alignment: 'center',
        margin: [0, 3, 0, 0],
      }),
    ],
  });
  return [{ columns: [{ width: '*', text: '' }, ...model.signatures.map(place)], columnGap: GAP, unbreakable: true }];
}
