import type { DocumentModel } from '../../../../kit/src/documents';
import { words, type Node } from '../nodes';
import { COLOUR, SIZE } from '../theme';

/** Above this many signs a clause may break: else it would leave the page before it empty. */
const LONGEST_WHOLE = 1_500;

/** What is agreed, over the whole width: a heading stays with what it is over. */
export function clauses({ clauses: agreed = [] }: DocumentModel): Node[] {
  return agreed.map(({ title, paragraphs }, index) => ({
    stack: [
      ...(title ? [words(title, { fontSize: SIZE.body, bold: true, color: COLOUR.accent, margin: [0, 0, 0, 2] })] : []),
      ...paragraphs.map((text) => words(text, { fontSize: SIZE.body, color: COLOUR.ink, margin: [0, 0, 0, 3] })),
    ],
    margin: [0, index === 0 ? 14 : 5, 0, 0],
    unbreakable: paragraphs.join('').length < LONGEST_WHOLE,
  }));
}
