import { isRefusal, keepProblem, move, notFound, type Refusal } from '../../../kernel/src';
import type { Platform } from '../platform';
import type { AnyImportKind, ImportRow } from './kind';
import { importStore, type WaitingRow } from './store';

export interface Carried {
  processed: number;
  failed: number;
}

/** Lets the job carry a file out that was looked at. */
export async function startImport(platform: Platform, kind: AnyImportKind, id: number): Promise<void> {
  await platform.transaction(async () => {
    const store = importStore(platform.rows, kind);
    const found = await store.lock(id);
    if (!found) throw notFound(`${kind.area}.unknown`);
    const state = move(kind.life, found.state, 'start');
    await store.update({ id, state, startedAt: platform.clock.now() });
    await platform.events.record([
      {
        name: `${kind.event}.started`,
        subject: { type: kind.type, id, documentId: found.documentId },
        after: { fileName: found.fileName, rows: found.rows, wrong: found.wrong },
      },
    ]);
  });
  platform.afterCommit(() => platform.jobs.poke());
}

const groupsOf = (list: readonly WaitingRow[]): WaitingRow[][] => {
  const byKey = new Map<string, WaitingRow[]>();
  for (const row of list) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  return [...byKey.values()];
};

/** Decided anew: since the file was read what is there may have changed. All of these or none. */
async function write(
  platform: Platform,
  kind: AnyImportKind,
  one: ImportRow,
  list: readonly WaitingRow[],
): Promise<Carried> {
  return platform.transaction(async () => {
    const decided = await kind.decide(platform, groupsOf(list), one, 'wait');
    const works = decided.flatMap(({ work }) => (work === undefined ? [] : [work]));
    if (works.length > 0) await kind.write(platform, works, one);
    const refusals = new Map(decided.flatMap(({ rows }) => rows.map(({ row, refusal }) => [row, refusal] as const)));
    await importStore(platform.rows, kind).updateRows(
      list.map(({ id, row }) => {
        const refusal = refusals.get(row);
        return { id, state: refusal ? 'failed' : 'done', reason: refusal ? keepProblem(refusal) : null };
      }),
    );
    const failed = [...refusals.values()].filter((refusal) => refusal !== undefined).length;
    return { processed: list.length - failed, failed };
  });
}

const setAside = (
  platform: Platform,
  kind: AnyImportKind,
  list: readonly WaitingRow[],
  refusal: Refusal,
): Promise<unknown> =>
  importStore(platform.rows, kind).updateRows(
    list.map(({ id }) => ({ id, state: 'failed', reason: keepProblem(refusal) })),
  );

/** A chunk that a rule refuses is redone key by key; the one that is refused alone is set aside with its reason. */
export async function carryOut(
  platform: Platform,
  kind: AnyImportKind,
  one: ImportRow,
  list: readonly WaitingRow[],
): Promise<Carried> {
  try {
    return await write(platform, kind, one, list);
  } catch (refused) {
    if (!isRefusal(refused)) throw refused;
  }
  const done: Carried = { processed: 0, failed: 0 };
  for (const rows of groupsOf(list)) {
    try {
      const { processed, failed } = await write(platform, kind, one, rows);
      done.processed += processed;
      done.failed += failed;
    } catch (refused) {
      if (!isRefusal(refused)) throw refused;
      await setAside(platform, kind, rows, refused);
      done.failed += rows.length;
    }
  }
  return done;
}

/** Counts what was done; with nothing left the import is finished. */
export async function noteCarried(
  platform: Platform,
  kind: AnyImportKind,
  one: ImportRow,
  { processed, failed }: Carried,
  isLast: boolean,
): Promise<void> {
  const store = importStore(platform.rows, kind);
  const now = await store.lock(one.id);
  if (!now) return;
  const counts = { done: now.done + processed, failed: now.failed + failed };
  await store.update({
    ...{ id: one.id, ...counts },
    ...(isLast ? { state: move(kind.life, now.state, 'finish'), finishedAt: platform.clock.now() } : {}),
  });
  if (!isLast) return;
  await platform.events.record([
    {
      name: `${kind.event}.finished`,
      subject: { type: kind.type, id: one.id, documentId: one.documentId },
      after: { fileName: one.fileName, ...counts },
    },
  ]);
}
