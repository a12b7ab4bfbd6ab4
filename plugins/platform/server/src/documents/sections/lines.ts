import type { DocumentLine, DocumentModel } from '../../../../kit/src/documents';
import { figure, words, type Node } from '../nodes';
import type { Say } from '../say';
import { COLOUR, SIZE } from '../theme';

/** The head of a column, as it stands above every table. */
export const head = (text: string, alignment: string): Node =>
  words(text, { fontSize: SIZE.small, bold: true, color: COLOUR.onAccent, alignment });

/** A coloured head, thin lines between rows, a strong one at the end. */
export const ruled = (rows: number): Node => ({
  hLineWidth: (index: number) => (index < 2 ? 0 : index > rows ? 1 : 0.6),
  hLineColor: (index: number) => (index > rows ? COLOUR.accent : COLOUR.line),
  vLineWidth: () => 0,
  fillColor: (index: number) => (index === 0 ? COLOUR.accent : null),
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 4,
  paddingBottom: () => 4,
});

const description = (line: DocumentLine): Node => ({
  stack: [
    words(line.description),
    ...(line.details ? [words(line.details, { fontSize: SIZE.small, color: COLOUR.muted })] : []),
  ],
});

/** The table of lines; its head stands again on every page. */
export function lines(model: DocumentModel, say: Say): Node {
  const priced = model.lines.some((line) => line.amount !== undefined);
  const discounted = model.lines.some((line) => line.discount);
  const row = (line: DocumentLine, index: number): Node[] => [
    figure(String(index + 1), { alignment: 'center', color: COLOUR.muted }),
    description(line),
    words(line.quantity, { alignment: 'right' }),
    ...(priced ? [figure(line.unitPrice ?? '', { alignment: 'right' })] : []),
    ...(discounted ? [figure(line.discount ?? '', { alignment: 'right' })] : []),
    ...(priced ? [figure(line.amount ?? '', { alignment: 'right' })] : []),
  ];
  const titles = [
    head(say('document.line_number'), 'center'),
    head(say('document.description'), 'left'),
    head(say('document.quantity'), 'right'),
    ...(priced ? [head(say('document.unit_price'), 'right')] : []),
    ...(discounted ? [head(say('document.discount'), 'right')] : []),
    ...(priced ? [head(say('document.amount'), 'right')] : []),
  ];
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [24, '*', ...(priced ? [56, 62] : [100]), ...(discounted ? [54] : []), ...(priced ? [72] : [])],
      body: [titles, ...model.lines.map(row)],
    },
    layout: ruled(model.lines.length),
  };
}
