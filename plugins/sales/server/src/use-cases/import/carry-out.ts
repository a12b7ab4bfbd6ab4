import { isRefusal, keepProblem, move, type Refusal } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT_IMPORT } from '../../content-types/types';
import { type DecidedProduct, decideProduct } from '../../domain/import/decide-rows';
import { importMachine } from '../../domain/import/life';
import { importStore, type ImportRow, type WaitingRow } from '../../stores/imports';
import { createProducts } from '../create-products';
import { updateProducts } from '../update-products';

type Needs = Pick<Tools, 'platform'>;

export interface Carried {
  processed: number;
  failed: number;
}

const groupsOf = (list: readonly WaitingRow[]): WaitingRow[][] => {
  const bySku = new Map<string, WaitingRow[]>();
  for (const row of list) bySku.set(row.sku, [...(bySku.get(row.sku) ?? []), row]);
  return [...bySku.values()];
};

/** Decided anew: since the file was read the catalogue may have changed. All of these products or none. */
async function write({ platform }: Needs, list: readonly WaitingRow[]): Promise<Carried> {
  return platform.transaction(async () => {
    const store = importStore(platform.rows);
    const groups = groupsOf(list);
    const known = await store.known(
      groups.flatMap(([first]) => first?.sku ?? []),
      'wait',
    );
    const today = platform.clock.today();
    const decided = groups.map((rows): DecidedProduct => {
      const there = known.get(rows[0]?.sku ?? '');
      return decideProduct(there && { id: there.product.id, facts: there.product, prices: there.prices }, rows, today);
    });
    const creates = decided.flatMap(({ create }) => create ?? []);
    const changes = decided.flatMap(({ change }) => change ?? []);
    if (creates.length > 0) await createProducts({ platform }, creates);
    if (changes.length > 0) await updateProducts({ platform }, changes, known.values());
    const refusals = new Map(decided.flatMap(({ rows }) => rows.map(({ row, refusal }) => [row, refusal] as const)));
    await store.updateRows(
      list.map(({ id, row }) => {
        const refusal = refusals.get(row);
        return { id, state: refusal ? 'failed' : 'done', reason: refusal ? keepProblem(refusal) : null };
      }),
    );
    const failed = [...refusals.values()].filter((refusal) => refusal !== undefined).length;
    return { processed: list.length - failed, failed };
  });
}

const setAside = (platform: Tools['platform'], list: readonly WaitingRow[], refusal: Refusal): Promise<unknown> =>
  importStore(platform.rows).updateRows(list.map(({ id }) => ({ id, state: 'failed', reason: keepProblem(refusal) })));

/** A chunk that a rule refuses is redone product by product; the one that is refused alone is set aside with its reason. */
export async function carryOut({ platform }: Needs, list: readonly WaitingRow[]): Promise<Carried> {
  try {
    return await write({ platform }, list);
  } catch (refused) {
    if (!isRefusal(refused)) throw refused;
  }
  const done: Carried = { processed: 0, failed: 0 };
  for (const rows of groupsOf(list)) {
    try {
      const { processed, failed } = await write({ platform }, rows);
      done.processed += processed;
      done.failed += failed;
    } catch (refused) {
      if (!isRefusal(refused)) throw refused;
      await setAside(platform, rows, refused);
      done.failed += rows.length;
    }
  }
  return done;
}

/** Counts what was done; with nothing left the import is finished. */
export async function note({ platform }: Needs, one: ImportRow, { processed, failed }: Carried, isLast: boolean) {
  const store = importStore(platform.rows);
  const now = await store.lock(one.id);
  if (!now) return;
  const counts = { done: now.done + processed, failed: now.failed + failed };
  await store.update({
    ...{ id: one.id, ...counts },
    ...(isLast ? { state: move(importMachine, now.state, 'finish'), finishedAt: platform.clock.now() } : {}),
  });
  if (!isLast) return;
  await platform.events.record([
    {
      name: 'product-import.finished',
      subject: { type: PRODUCT_IMPORT, id: one.id, documentId: one.documentId },
      after: { fileName: one.fileName, ...counts },
    },
  ]);
}
