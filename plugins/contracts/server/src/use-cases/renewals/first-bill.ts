import { sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { termsOf } from '../../domain/contract';
import type { ContinuingLine, NextTerm } from '../../domain/next-term';
import { piecesOf } from '../../domain/price-versions';
import { periodsOf } from '../../domain/schedule';
import type { ContractLineRow } from '../../stores/contracts';
import type { PeriodFacts } from '../../stores/periods';
import { invoiceDrafts, type Placed } from '../invoice-drafts';
import type { InvoiceDraft } from '../invoicing';
import { intervalsOf, type LockedContract } from '../lock-contracts';
import { must } from '../must';

/** What a next term asks for at once: the first period of each line that is billed in advance. */
export interface FirstBill {
  /** Undefined where there is nothing to ask for. */
  draft: InvoiceDraft | undefined;
  placed: Placed[];
}

/** A line that is not written yet, as the one that it continues stands on papers. */
const asRow = (line: ContinuingLine, before: readonly ContractLineRow[]): ContractLineRow => {
  const { id, documentId, contract, position } = must(before.find((one) => one.id === line.predecessor));
  return { ...line, id, documentId, contract, position };
};

export function firstBill(platform: Platform, one: LockedContract, term: NextTerm): FirstBill {
  const due = term.lines.flatMap((line) => {
    const row = asRow(line, one.lines);
    const terms = termsOf(row);
    const first =
      terms && row.billedIn === 'advance' ? periodsOf(terms, intervalsOf(one.suspensions)).next().value : undefined;
    if (!terms || !first) return [];
    const pieces = piecesOf(first, terms.prices, [first]);
    const amount = sum(pieces.map((piece) => piece.amount));
    return [{ line: row, index: first.index, start: first.start, end: first.end, billOn: first.start, pieces, amount }];
  });
  if (due.length === 0) return { draft: undefined, placed: [] };
  const { drafts, placed } = invoiceDrafts(platform, [{ contract: one.contract, customer: one.customer, due }], false);
  return { draft: drafts[0], placed };
}

/** The periods that an offered invoice asked for, of the lines as they were written. */
export const firstPeriodsBilled = (
  { placed }: FirstBill,
  { term, lines, invoice, today }: { term: NextTerm; lines: readonly Ref[]; invoice: number; today: string },
): Omit<PeriodFacts, 'contract'>[] =>
  placed.map(({ due, position }) => {
    const place = term.lines.findIndex(({ predecessor }) => predecessor === due.line.id);
    return {
      ...{ line: must(lines[place]).id, periodNumber: due.index, startsOn: due.start, endsOn: due.end },
      ...{ state: 'billed', amount: due.amount, invoice, position, parts: due.pieces.length },
      ...{ billingRun: null, billedOn: today },
    };
  });
