import { isRefusal, keepProblem, sum, conflict, moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';
import { creditCause } from '../domain/credit-cause';
import { settlementOf, settleWishes } from '../domain/undo-run';
import { contractsStore } from '../stores/contracts';
import { periodsStore } from '../stores/periods';
import { soldStore } from '../stores/sold';
import { type UndoItemFacts, type UndoRow, undosStore } from '../stores/undos';
import { type InvoiceWayBack, invoicing } from './invoicing';
import { lockCustomers } from './lock-contracts';
import { undoBilled, undoPeriods } from './undo-periods';
import { waysBackOf } from './ways-back-of';

export interface Undone {
  voided: number;
  credited: number;
  left: number;
}

const NONE: Undone = { voided: 0, credited: 0, left: 0 };

async function tell({ platform }: Tools, id: number, more: Undone & { periods: number; total: bigint }): Promise<void> {
  const store = undosStore(platform.rows);
  const row = await store.byId(id, 'wait');
  if (!row) throw new Error(`There is no undo ${id}`);
  await store.update({
    id,
    voided: row.voided + more.voided,
    credited: row.credited + more.credited,
    left: row.left + more.left,
    periods: row.periods + more.periods,
    total: row.total + more.total,
  });
}

/** Above the limit of whoever undoes, an invoice is void or credited where that is asked for: on its own page. */
async function withinLimit({ platform }: Tools, ways: readonly InvoiceWayBack[]): Promise<InvoiceWayBack[]> {
  const { mayAlone } = platform.approvals;
  const most = ways.reduce((highest, { total }) => (total > highest ? total : highest), 0n);
  if (await mayAlone('void', most)) return [...ways];
  const checked: InvoiceWayBack[] = [];
  for (const one of ways) {
    const isFree = one.refusal !== undefined || (await mayAlone('void', one.total));
    const params = { amount: moneyParam(one.total, one.currency) };
    checked.push(isFree ? one : { ...one, way: undefined, refusal: conflict('billing_undo.beyond_limit', { params }) });
  }
  return checked;
}

const itemOf = (undo: UndoRow, one: InvoiceWayBack): UndoItemFacts => ({
  ...{ undo: undo.id, invoice: one.id, settled: one.settled },
  outcome: one.way === undefined ? 'left' : one.way === 'void' ? 'voided' : 'credited',
  settle: one.way === 'credit' && one.settled > 0n ? settlementOf(undo, one.customer) : null,
  problem: one.refusal ? keepProblem(one.refusal) : null,
});

/** All of these, or none; what cannot be taken back as it stands is left with its reason. */
async function takeBack(tools: Tools, undo: UndoRow, ids: readonly number[]): Promise<Undone> {
  const { platform, strapi } = tools;
  return platform.transaction(async () => {
    const owners = await platform.rows.byIds<{ customer: number }>(INVOICE, ids, { fields: ['customer'] });
    await lockCustomers(
      tools,
      owners.map(({ customer }) => customer),
    );
    // Another instance may have been first while this one waited.
    const store = periodsStore(platform.rows);
    const standing = await store.ofInvoices(ids);
    const open = new Set(standing.map(({ invoice }) => invoice));
    const ways = await withinLimit(
      tools,
      await waysBackOf(
        tools,
        ids.filter((id) => open.has(id)),
      ),
    );
    const voided = ways.filter(({ way }) => way === 'void');
    const credited = ways.filter(({ way }) => way === 'credit');
    const done = [...voided, ...credited];
    const face = invoicing(strapi);
    if (voided.length > 0) {
      // Whoever hears of it undoes their periods.
      await face.void(
        voided.map(({ id }) => id),
        undo.reason,
      );
    }
    if (credited.length > 0) {
      const lines = await soldStore(platform.rows).invoiceLines(credited.map(({ id }) => id));
      await face.credit(
        credited.map((one) => ({
          ...{ invoice: one.id, reason: undo.reason },
          cause: creditCause(
            undo.cause,
            lines.filter(({ invoice }) => invoice === one.id),
          ),
          settle: settleWishes(one, settlementOf(undo, one.customer)),
        })),
      );
      await undoPeriods(
        tools,
        credited.map(({ id }) => id),
      );
    }
    const back = new Set(done.map(({ id }) => id));
    const periods = standing.filter(({ invoice }) => invoice !== null && back.has(invoice));
    await contractsStore(platform.rows).hold(
      periods.map(({ contract }) => contract),
      undo.billAgainOn,
    );
    await platform.mail.withdraw(
      INVOICE,
      done.map(({ documentId }) => documentId),
    );
    await undosStore(platform.rows).insertItems(ways.map((one) => itemOf(undo, one)));
    const undone = { voided: voided.length, credited: credited.length, left: ways.length - done.length };
    await tell(tools, undo.id, { ...undone, periods: periods.length, total: sum(done.map(({ total }) => total)) });
    return undone;
  });
}

/** What is refused alone is left with its reason, and stops no other. */
async function leave(tools: Tools, undo: UndoRow, invoice: number, error: unknown): Promise<Undone> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const items = await undosStore(platform.rows).insertItems([
      { undo: undo.id, invoice, outcome: 'left', settle: null, settled: 0n, problem: keepProblem(error) },
    ]);
    const undone = { ...NONE, left: items.length };
    await tell(tools, undo.id, { ...undone, periods: 0, total: 0n });
    return undone;
  });
}

/** Undoes a chunk of invoices of a run: together, and where something of them is refused, one by one. */
export async function undoInvoices(tools: Tools, undo: UndoRow, ids: readonly number[]): Promise<Undone> {
  try {
    return await takeBack(tools, undo, ids);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) return leave(tools, undo, only, error);
  }
  const all = { ...NONE };
  for (const id of ids) {
    const { voided, credited, left } = await undoInvoices(tools, undo, [id]);
    all.voided += voided;
    all.credited += credited;
    all.left += left;
  }
  return all;
}

/** Periods for which there was nothing to ask stand on no invoice. Returns how many were undone. */
export async function undoFree(tools: Tools, undo: UndoRow, most: number): Promise<number> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const free = await periodsStore(platform.rows).freeOf(undo.run, most);
    await undoBilled(tools, free);
    await contractsStore(platform.rows).hold(
      free.map(({ contract }) => contract),
      undo.billAgainOn,
    );
    await tell(tools, undo.id, { ...NONE, periods: free.length, total: 0n });
    return free.length;
  });
}
