import { amountInWords, bahtWords } from '../../../../kernel/src';
import type { DocumentModel } from '../../../../kit/src/documents';
import { figure, padded, words, type Node } from '../nodes';
import type { Say } from '../say';
import { COLOUR, SIZE } from '../theme';

const TOTALS_WIDTH = 226;
/** Above this many signs notes may fill a page of their own and must be allowed to break. */
const SHORT_NOTES = 900;

function totals(model: DocumentModel): Node {
  const cell = (text: string, strong: boolean, alignment: string): Node => {
    const style = strong
      ? { bold: true, color: COLOUR.onAccent, fontSize: SIZE.total, fillColor: COLOUR.accent, alignment }
      : { color: COLOUR.ink, fontSize: SIZE.body, alignment };
    return alignment === 'right' ? figure(text, style) : words(text, style);
  };
  const strong = (index: number): boolean => model.totals[index]?.strong === true;
  return {
    table: {
      widths: ['*', 'auto'],
      body: model.totals.map((one, index) => [
        cell(one.label, strong(index), 'left'),
        cell(one.value, strong(index), 'right'),
      ]),
    },
    layout: {
      ...padded(7, 2.5),
      paddingTop: (row: number) => (strong(row) ? 5 : 2.5),
      paddingBottom: (row: number) => (strong(row) ? 5 : 2.5),
    },
  };
}

// Words are written for baht only: the kernel knows no other currency's words.
function inWords(model: DocumentModel, say: Say): Node[] {
  if (model.amountInWords === undefined || model.currency !== 'THB') return [];
  const amount = BigInt(model.amountInWords);
  const text = model.language === 'th' ? bahtWords(amount) : amountInWords(amount);
  return [
    {
      table: {
        widths: ['*'],
        body: [
          [
            {
              stack: [
                words(say('document.in_words'), { fontSize: SIZE.tiny, color: COLOUR.muted }),
                words(text, { fontSize: SIZE.body, bold: true }),
              ],
            },
          ],
        ],
      },
      layout: padded(9, 5, COLOUR.tint),
    },
  ];
}

function notes(model: DocumentModel, say: Say): Node[] {
  if (model.notes.length === 0) return [];
  return [
    words(say('document.notes'), { fontSize: SIZE.small, bold: true, color: COLOUR.accent, margin: [0, 10, 0, 0] }),
    ...model.notes.map((note) => words(note, { fontSize: SIZE.small, color: COLOUR.ink, margin: [0, 1, 0, 0] })),
  ];
}

const qr = (code: NonNullable<DocumentModel['qr']>): Node => ({
  margin: [0, 12, 0, 0],
  columns: [
    { width: '*', text: '' },
    {
      width: 118,
      stack: [
        { qr: code.payload, fit: 104, eccLevel: 'M', foreground: COLOUR.ink, alignment: 'center' },
        words(code.caption, { fontSize: SIZE.small, bold: true, alignment: 'center', margin: [0, 4, 0, 0] }),
      ],
    },
  ],
});

/** On the left the amount in words and notes, on the right totals and the code to pay with. */
export const summary = (model: DocumentModel, say: Say): Node => ({
  unbreakable: model.notes.join('').length < SHORT_NOTES,
  columns: [
    { width: '*', stack: [...inWords(model, say), ...notes(model, say)] },
    {
      width: TOTALS_WIDTH,
      stack: [...(model.totals.length > 0 ? [totals(model)] : []), ...(model.qr ? [qr(model.qr)] : [])],
    },
  ],
  columnGap: 18,
  margin: [0, 8, 0, 0],
});
