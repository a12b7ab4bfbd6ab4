import { badInput, isRefusal, keepProblem } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { readColumns } from '../../domain/import/columns';
import { decideProduct, type Outcome, type ReadRow } from '../../domain/import/decide-rows';
import { readRow } from '../../domain/import/read-row';
import { importStore, type RowFacts } from '../../stores/imports';

const MOST_ROWS = 100_000;
const LONGEST_CODE = 60;

export interface ProductFile {
  name: string;
  content: Buffer;
}

/** Reads a file of products and prices and says of each row what it would do: nothing of the catalogue changes yet. */
export async function readImport({ platform }: Pick<Tools, 'platform'>, file: ProductFile): Promise<Ref> {
  const sheet = await platform.sheets.read(file.content, 'product_import');
  const columns = readColumns(sheet.rows);
  const lines = sheet.rows.filter(({ row, cells }) => row > columns.header && cells.some((cell) => cell.trim() !== ''));
  if (lines.length === 0) throw badInput('product_import.empty', { field: 'file' });
  if (lines.length > MOST_ROWS) {
    throw badInput('product_import.too_long', { field: 'file', params: { rows: lines.length, most: MOST_ROWS } });
  }
  const currency = await platform.currency.own();
  const today = platform.clock.today();
  const bySku = new Map<string, ReadRow[]>();
  const cellsOf = new Map(lines.map(({ row, cells }) => [row, cells]));
  const kept: Omit<RowFacts, 'import'>[] = [];
  for (const { row, cells } of lines) {
    try {
      const said = readRow(cells, columns, currency);
      const same = bySku.get(said.sku);
      if (same) same.push({ row, said });
      else bySku.set(said.sku, [{ row, said }]);
    } catch (refusal) {
      if (!isRefusal(refusal)) throw refusal;
      const sku = (cells[columns.places.sku ?? 0] ?? '').trim().slice(0, LONGEST_CODE);
      kept.push({
        ...{ row, sku, said: {}, cells, outcome: 'wrong', before: null, after: null, state: 'failed' },
        reason: keepProblem(refusal),
      });
    }
  }
  return platform.transaction(async () => {
    const store = importStore(platform.rows);
    const known = await store.known([...bySku.keys()]);
    for (const [sku, rows] of bySku) {
      const there = known.get(sku);
      const saidOf = new Map(rows.map(({ row, said }) => [row, said]));
      const decided = decideProduct(
        there && { id: there.product.id, facts: there.product, prices: there.prices },
        rows,
        today,
      );
      for (const { row, outcome, refusal, before, after } of decided.rows) {
        kept.push({
          ...{ row, sku, said: saidOf.get(row) ?? {}, cells: cellsOf.get(row) ?? [], outcome, before, after },
          state: outcome === 'wrong' ? 'failed' : outcome === 'unchanged' ? 'done' : 'waiting',
          reason: refusal ? keepProblem(refusal) : null,
        });
      }
    }
    const many = (outcome: Outcome): number => kept.filter((one) => one.outcome === outcome).length;
    const ref = await store.insert({
      ...{ fileName: file.name.slice(-255), state: 'ready', ignored: columns.ignored, rows: kept.length },
      ...{ newProducts: many('new_product'), newPrices: many('new_price'), changed: many('changed') },
      ...{ unchanged: many('unchanged'), wrong: many('wrong'), done: 0, failed: 0 },
      ...{ readBy: platform.caller().key, readAt: platform.clock.now(), startedAt: null, finishedAt: null },
    });
    const id = ref?.id ?? 0;
    await store.insertRows(kept.map((one) => ({ import: id, ...one })));
    return ref ?? { id, documentId: '' };
  });
}
