import type { DocumentTable } from '../../../../kit/src/documents';
import { figure, words, type Node } from '../nodes';
import type { Say } from '../say';
import { COLOUR } from '../theme';
import { head, ruled } from './lines';

/** A list with columns of its own, numbered; its head stands again on every page. */
export function table({ columns, rows }: DocumentTable, say: Say): Node {
  const side = (right: boolean | undefined): string => (right ? 'right' : 'left');
  const row = (cells: readonly string[], index: number): Node[] => [
    figure(String(index + 1), { alignment: 'center', color: COLOUR.muted }),
    ...columns.map(({ width, right }, place) =>
      (width === undefined ? words : figure)(cells[place] ?? '', { alignment: side(right) }),
    ),
  ];
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [24, ...columns.map(({ width }) => width ?? '*')],
      body: [
        [head(say('document.line_number'), 'center'), ...columns.map(({ title, right }) => head(title, side(right)))],
        ...rows.map(row),
      ],
    },
    layout: ruled(rows.length),
  };
}
