import { readFile } from 'node:fs/promises';
import { badInput, isRefusal, keepProblem, Refusal } from '../../../kernel/src';
import type { UploadedFile } from '../actions';
import type { Platform } from '../platform';
import type { Ref } from '../rows';
import { readColumns } from './columns';
import type { ImportKind, SaidRow } from './kind';
import { importStore, type RowFacts } from './store';

const MOST_ROWS = 100_000;
const LARGEST_MB = 10;

async function contentOf([upload, another]: readonly UploadedFile[], area: string) {
  if (!upload || another) throw badInput(`${area}.one_file`, { field: 'file' });
  if (upload.size > LARGEST_MB * 1024 * 1024) {
    throw new Refusal({ code: `${area}.too_large`, status: 413, field: 'file', params: { most: LARGEST_MB } });
  }
  return { name: upload.name, content: await readFile(upload.path) };
}

/** Reads a file and says of each row what it would do: nothing but the import and its rows is written. */
export async function readImport<Field extends string, Said extends object, Work, Asked extends object>(
  platform: Platform,
  kind: ImportKind<Field, Said, Work, Asked>,
  files: readonly UploadedFile[],
  asked: Asked,
): Promise<Ref> {
  const { area, keyColumn, blank } = kind;
  const file = await contentOf(files, area);
  await kind.check?.(platform, asked);
  const sheet = await platform.sheets.read(file.content, area);
  const columns = readColumns(sheet.rows, kind);
  const lines = sheet.rows.filter(({ row, cells }) => row > columns.header && cells.some((cell) => cell.trim() !== ''));
  if (lines.length === 0) throw badInput(`${area}.empty`, { field: 'file' });
  if (lines.length > MOST_ROWS) {
    throw badInput(`${area}.too_long`, { field: 'file', params: { rows: lines.length, most: MOST_ROWS } });
  }
  const read = await kind.reader(platform);
  const groups = new Map<string, SaidRow<Said>[]>();
  const cellsOf = new Map(lines.map(({ row, cells }) => [row, cells]));
  const kept: Omit<RowFacts, 'import'>[] = [];
  for (const { row, cells } of lines) {
    try {
      const said = read(cells, columns);
      const key = kind.keyOf(said);
      const same = groups.get(key);
      if (same) same.push({ row, said });
      else groups.set(key, [{ row, said }]);
    } catch (refusal) {
      if (!isRefusal(refusal)) throw refusal;
      const anchor = kind.anchors.map((field) => columns.places[field]).find((place) => place !== undefined) ?? 0;
      kept.push({
        ...{ row, said: {}, cells, outcome: 'wrong', state: 'failed', reason: keepProblem(refusal), ...blank },
        [keyColumn]: (cells[anchor] ?? '').trim().slice(0, kind.longestKey),
      });
    }
  }
  return platform.transaction(async () => {
    if (kind.together) {
      const unread = new Map(kept.map((one) => [(one as Record<string, unknown>)[keyColumn], one.row]));
      for (const [key, rows] of [...groups]) {
        const beside = unread.get(key);
        if (beside === undefined) continue;
        groups.delete(key);
        const reason = keepProblem(badInput(`${area}.with_row`, { params: { row: beside } }));
        for (const { row, said } of rows) {
          kept.push({
            ...{ row, said, cells: cellsOf.get(row) ?? [], outcome: 'wrong', state: 'failed', reason, ...blank },
            [keyColumn]: key,
          });
        }
      }
    }
    const keys = [...groups.keys()];
    const decided = await kind.decide(platform, [...groups.values()], asked);
    keys.forEach((key, index) => {
      const saidOf = new Map(groups.get(key)?.map(({ row, said }) => [row, said]));
      for (const { row, outcome, refusal, columns: more } of decided[index]?.rows ?? []) {
        kept.push({
          ...{ row, said: saidOf.get(row) ?? {}, cells: cellsOf.get(row) ?? [], outcome },
          state: outcome === 'wrong' ? 'failed' : outcome === 'unchanged' ? 'done' : 'waiting',
          reason: refusal ? keepProblem(refusal) : null,
          ...blank,
          ...more,
          [keyColumn]: key,
        });
      }
    });
    const counts = Object.fromEntries(
      Object.entries(kind.counts).map(([outcome, column]) => [
        column,
        kept.filter((one) => one.outcome === outcome).length,
      ]),
    ) as { unchanged: number; wrong: number };
    const store = importStore(platform.rows, kind);
    const ref = await store.insert({
      ...{ fileName: file.name.slice(-255), state: 'ready', ignored: columns.ignored, rows: kept.length },
      ...{ ...asked, ...counts, done: 0, failed: 0 },
      ...{ readBy: platform.caller().key, readAt: platform.clock.now(), startedAt: null, finishedAt: null },
      tidiedAt: null,
    });
    await store.insertRows(kept.map((one) => ({ import: ref.id, ...one })));
    return ref;
  });
}
