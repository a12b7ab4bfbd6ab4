import {
  addDays,
  badInput,
  conflict,
  type CivilDate,
  keepWords,
  type Refusal,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_RUN, CUSTOMER } from '../content-types/types';
import type { Decision, Settlement, UndoCause } from '../domain/undo-run';
import { type RunRow, runsStore } from '../stores/runs';
import { type BilledByRun, type UndoRow, undosStore } from '../stores/undos';
import { type InvoiceWayBack } from './invoicing';
import type { ContractCustomer } from './lock-contracts';
import { must } from './must';
import { waysBackOf } from './ways-back-of';

export interface UndoWish {
  /** Row id. */
  run: number;
  reason: string;
  cause: UndoCause;
  settle: Settlement;
  decisions: readonly Decision[];
  /** Absent: tomorrow. */
  billAgainOn: CivilDate | undefined;
}

async function finishedRun({ platform }: Tools, id: number, lock?: 'wait'): Promise<RunRow> {
  const store = runsStore(platform.rows);
  const run = must(await store.byId(id, lock));
  if (run.state === 'running' || (await store.running())) throw conflict('billing_run.running');
  return run;
}

/**
 * Begins to undo a run. One that is being undone, or of which nothing stands any more, is answered as it is: asked twice,
 * nothing is done twice.
 */
export async function beginUndo(tools: Tools, wish: UndoWish): Promise<UndoRow> {
  const { platform } = tools;
  const today = platform.clock.today();
  const billAgainOn = wish.billAgainOn ?? addDays(today, 1);
  if (billAgainOn < today) throw badInput('billing_undo.in_past', { field: 'billAgainOn', params: { today } });
  return platform.transaction(async () => {
    const store = undosStore(platform.rows);
    const underWay = await store.running();
    if (underWay?.run === wish.run) return underWay;
    if (underWay) throw conflict('billing_undo.running');
    const run = await finishedRun(tools, wish.run, 'wait');
    const standing = await store.standing(run.id);
    if (standing.periods === 0) {
      const last = await store.lastOf(run.id);
      if (last) return last;
      throw conflict('billing_undo.nothing');
    }
    const caller = platform.caller();
    const reason = wish.reason || keepWords('billing_undo.no_reason');
    const ref = await store.insert({
      ...{ run: run.id, state: 'running', reason, cause: wish.cause },
      ...{ settle: wish.settle, decisions: wish.decisions, billAgainOn },
      ...{ askedBy: caller.key, userId: caller.userId ?? null, startedAt: platform.clock.now(), finishedAt: null },
      ...{ invoices: standing.invoices, voided: 0, credited: 0, left: 0, periods: 0 },
      ...{ currency: run.currency, total: 0n },
    });
    if (!ref) throw conflict('billing_undo.running');
    await platform.events.record([
      {
        name: 'billing_run.undo_started',
        subject: { type: BILLING_RUN, id: run.id, documentId: run.documentId },
        after: { invoices: standing.invoices, periods: standing.periods, reason },
      },
    ]);
    platform.afterCommit(() => platform.jobs.poke());
    return must(await store.byId(ref.id));
  });
}

export async function finishUndo({ platform }: Tools, id: number): Promise<void> {
  await platform.transaction(async () => {
    const store = undosStore(platform.rows);
    const undo = await store.byId(id, 'wait');
    if (undo?.state !== 'running') return;
    await store.update({ id, state: 'finished', finishedAt: platform.clock.now() });
    const run = must(await runsStore(platform.rows).byId(undo.run));
    const { voided, credited, left, periods, total, currency, reason } = undo;
    await platform.events.record([
      {
        name: 'billing_run.undone',
        subject: { type: BILLING_RUN, id: run.id, documentId: run.documentId },
        after: { voided, credited, left, periods, total, currency, reason },
      },
    ]);
  });
}

export interface UndoPreview extends BilledByRun {
  currency: string;
  shown: (InvoiceWayBack & { customerName: string })[];
  /** Customers who paid something: for each is to be decided where that goes. */
  customers: { documentId: string; name: string; invoices: number; settled: bigint; refundable: bigint }[];
  problems: { documentId: string; number: string; customerName: string; refusal: Refusal }[];
  /** There are more than were looked at. */
  more: boolean;
}

const MOST_SHOWN = 500;

/** What undoing a run would do; writes nothing. */
export async function previewUndo(tools: Tools, id: number): Promise<UndoPreview> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const run = await finishedRun(tools, id);
    const store = undosStore(platform.rows);
    const found = await store.toShow(run.id, MOST_SHOWN + 1);
    const ways = await waysBackOf(tools, found.slice(0, MOST_SHOWN));
    const customers = new Map(
      (
        await platform.rows.byIds<ContractCustomer>(CUSTOMER, [...new Set(ways.map(({ customer }) => customer))], {
          fields: ['name'],
        })
      ).map((one) => [one.id, one]),
    );
    const shown = ways.map((way) => ({ ...way, customerName: customers.get(way.customer)?.name ?? '' }));
    const deciding = new Map<number, UndoPreview['customers'][number]>();
    for (const { customer, customerName, settled, refundable, way } of shown) {
      if (way !== 'credit' || settled <= 0n) continue;
      const known = deciding.get(customer) ?? {
        ...{ documentId: customers.get(customer)?.documentId ?? '', name: customerName },
        ...{ invoices: 0, settled: 0n, refundable: 0n },
      };
      deciding.set(customer, {
        ...known,
        invoices: known.invoices + 1,
        settled: known.settled + settled,
        refundable: known.refundable + refundable,
      });
    }
    return {
      ...(await store.standing(run.id)),
      currency: run.currency,
      shown,
      customers: [...deciding.values()],
      problems: shown.flatMap(({ documentId, number, customerName, refusal }) =>
        refusal ? [{ documentId, number, customerName, refusal }] : [],
      ),
      more: found.length > MOST_SHOWN,
    };
  });
}
