import { moneyParam, spread } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT } from '../content-types/types';
import type { ContractLineRow } from '../stores/contracts';
import { type PeriodFacts, periodsStore } from '../stores/periods';
import { lineOf, sayDays } from './invoice-drafts';
import { type InvoiceDraft, type InvoiceDraftLine, invoicing, type IssuedInvoice } from './invoicing';
import { must } from './must';
import type { PlannedChange, PlannedLine, Settled } from './plan-change';

/** A change with the rows of its new lines. */
export interface Written {
  plan: PlannedChange;
  /** In the order of the plan: what takes over, then what was added. */
  made: ContractLineRow[];
}

/** The row of the line that takes over. */
export const madeOf = ({ made }: Written, line: PlannedLine): ContractLineRow | undefined =>
  line.next ? made.find(({ position }) => position === line.next?.position) : undefined;

/** What the tiers of its price take off a line. */
const byTiersOf = ({ discounts = [] }: InvoiceDraftLine['derivation']) =>
  discounts.filter(({ cause }) => cause === 'volume');

/** What of a period is asked for beyond what was asked for before, with its derivation. */
function draftLines(
  { platform }: Tools,
  {
    one,
    before,
    line,
    settled: { charged, credit },
  }: {
    one: PlannedChange['one'];
    before: ContractLineRow;
    line: ContractLineRow;
    settled: Settled;
  },
): InvoiceDraftLine[] {
  const parts = spread(
    credit,
    charged.pieces.map(({ amount }) => amount),
  );
  const say = sayDays(platform);
  return charged.pieces.map((piece, index) => {
    const part = parts[index] ?? 0n;
    const draft = lineOf(say, one, line, piece);
    if (part === 0n) return draft;
    const less = platform.messages.say(one.customer.language, 'contract.change_less', {
      ...{ line: before.description, amount: moneyParam(part, one.contract.currency) },
    });
    const discounts = [{ cause: 'billed_before' as const, name: before.description, amount: String(part) }];
    return {
      ...{ ...draft, details: `${draft.details}\n${less}`, discount: draft.discount + part },
      derivation: { ...draft.derivation, discounts: [...byTiersOf(draft.derivation), ...discounts] },
    };
  });
}

interface Placed {
  written: Written;
  planned: PlannedLine;
  line: ContractLineRow;
  settled: Settled;
  /** Its place on the contract's invoice; null where nothing more is asked for. */
  position: number | null;
}

/** One invoice a contract, over what its new prices ask for beyond what was asked for before. */
export async function charge(
  tools: Tools,
  all: readonly Written[],
): Promise<{ placed: Placed[]; invoices: Map<Written, IssuedInvoice> }> {
  const placed: Placed[] = [];
  const drafts: { written: Written; draft: InvoiceDraft }[] = [];
  for (const written of all) {
    const { one } = written.plan;
    const { contract } = one;
    const lines: InvoiceDraftLine[] = [];
    for (const planned of written.plan.lines) {
      const line = madeOf(written, planned);
      if (!line) continue;
      for (const settled of planned.settled) {
        const isCharged = settled.charged.amount > settled.credit;
        placed.push({ written, planned, line, settled, position: isCharged ? lines.length + 1 : null });
        if (isCharged) lines.push(...draftLines(tools, { one, before: planned.before, line, settled }));
      }
    }
    if (lines.length === 0) continue;
    drafts.push({
      written,
      draft: {
        ...{ customer: contract.customer, branch: null, currency: contract.currency, lines },
        ...(contract.poNumber === null ? {} : { poNumber: contract.poNumber }),
        pricesIncludeTax: contract.pricesIncludeTax,
        source: {
          ...{ type: CONTRACT, id: contract.id, documentId: contract.documentId },
          number: contract.number ?? undefined,
        },
      },
    });
  }
  const issued = await invoicing(tools.strapi).issue(drafts.map(({ draft }) => draft));
  return { placed, invoices: new Map(drafts.map(({ written }, index) => [written, must(issued[index])])) };
}

export async function writePeriods(
  { platform }: Tools,
  placed: readonly Placed[],
  invoices: ReadonlyMap<Written, Ref>,
) {
  const billedOn = platform.clock.today();
  const periods = placed.map(
    ({ written, line, settled: { charged, freed, credit }, position }): PeriodFacts => ({
      ...{ contract: line.contract, line: line.id, periodNumber: charged.index, state: 'billed' },
      ...{ startsOn: charged.start, endsOn: charged.end, amount: charged.amount },
      invoice: position === null ? null : must(invoices.get(written)).id,
      ...{ position, parts: charged.pieces.length, billingRun: null, billedOn },
      ...{ carried: credit, carriedFrom: freed.map(({ period }) => period.documentId) },
    }),
  );
  await periodsStore(platform.rows).insert(periods);
  return periods;
}
