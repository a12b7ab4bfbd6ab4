import { branchLabel, isBranchCode } from '../../../../kernel/src';
import type { DocumentModel, Party } from '../../../../kit/src/documents';
import { figure, padded, rule, words, type Node } from '../nodes';
import { COLOUR, INNER_WIDTH, SIZE } from '../theme';
import type { Say } from '../say';

const branchOf = (party: Party, model: DocumentModel): string | undefined =>
  party.branch && isBranchCode(party.branch) ? branchLabel(party.branch, model.language) : party.branch;

function identity(party: Party, model: DocumentModel, say: Say): Node[] {
  const parts = [party.taxId && `${say('document.tax_id')} ${party.taxId}`, branchOf(party, model)];
  const text = parts.filter(Boolean).join('   ');
  return text ? [words(text, { fontSize: SIZE.small, color: COLOUR.ink, margin: [0, 1.5, 0, 0] })] : [];
}

function mark(text: string): Node {
  return {
    width: 'auto',
    table: { body: [[figure(text, { fontSize: SIZE.small, bold: true, color: COLOUR.accent })]] },
    layout: {
      ...padded(7, 1.5),
      hLineWidth: () => 0.8,
      vLineWidth: () => 0.8,
      hLineColor: () => COLOUR.accent,
      vLineColor: () => COLOUR.accent,
    },
    margin: [5, 0, 0, 0],
  };
}

function title(model: DocumentModel): Node {
  return {
    width: 250,
    stack: [
      words(model.title, { fontSize: SIZE.title, bold: true, color: COLOUR.accent, alignment: 'right', lineHeight: 1 }),
      ...(model.subtitle
        ? [words(model.subtitle, { fontSize: SIZE.body, color: COLOUR.muted, alignment: 'right' })]
        : []),
      ...(model.marks.length > 0
        ? [{ columns: [{ width: '*', text: '' }, ...model.marks.map(mark)], columnGap: 0, margin: [0, 5, 0, 0] }]
        : []),
    ],
  };
}

/** Seller on the left, what the document is on the right. */
export const heading = (model: DocumentModel, say: Say): Node[] => [
  {
    columns: [
      {
        width: '*',
        stack: [
          words(model.seller.name, { fontSize: SIZE.seller, bold: true, color: COLOUR.ink, lineHeight: 1.1 }),
          ...model.seller.lines.map((line) => words(line, { fontSize: SIZE.small, color: COLOUR.muted })),
          ...identity(model.seller, model, say),
        ],
      },
      title(model),
    ],
    columnGap: 18,
  },
  rule(INNER_WIDTH, COLOUR.accent, 1.6, [0, 9, 0, 10]),
];

const SHORT_LABEL = 20;

const facts = (model: DocumentModel): Node => ({
  width: 200,
  table: {
    widths: ['auto', '*'],
    body: model.facts.map((fact) => [
      // A short label stays whole: beside a long value Thai would be broken inside a word.
      (fact.label.length <= SHORT_LABEL ? figure : words)(fact.label, { fontSize: SIZE.small, color: COLOUR.muted }),
      words(fact.value, { fontSize: SIZE.body, bold: true, alignment: 'right' }),
    ]),
  },
  layout: {
    ...padded(9, 2, COLOUR.tint),
    paddingTop: (row: number) => (row === 0 ? 7 : 1.5),
    paddingBottom: (row: number) => (row === model.facts.length - 1 ? 7 : 1.5),
  },
});

const buyerOf = (buyer: Party, model: DocumentModel, say: Say): Node[] => [
  words(model.buyerLabel ?? say('document.buyer'), { fontSize: SIZE.small, bold: true, color: COLOUR.accent }),
  words(buyer.name, { fontSize: 11, bold: true, margin: [0, 1, 0, 1] }),
  ...buyer.lines.map((line) => words(line, { fontSize: SIZE.body, color: COLOUR.muted })),
  ...identity(buyer, model, say),
];

/** Buyer on the left, number, dates and references on the right. */
export const parties = (model: DocumentModel, say: Say): Node => ({
  columns: [
    {
      width: '*',
      stack: model.buyer ? buyerOf(model.buyer, model, say) : [],
    },
    ...(model.facts.length > 0 ? [facts(model)] : []),
  ],
  columnGap: 24,
  margin: [0, 0, 0, 14],
});
