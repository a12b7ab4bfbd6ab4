import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { DEPOSIT, INVOICE } from '../content-types/types';
import { loadDeposits } from './deposits';
import type { ProofRow } from './proof';

const CHUNK = 500;

/** Deposits of which more is laid on invoices or given back than came in. */
export async function depositsOverused(platform: Platform): Promise<ProofRow[]> {
  const { rows } = platform;
  const invoices = await rows.find<{ number: string }>(
    INVOICE,
    (query, column) =>
      void query.whereIn(
        column('id'),
        (deposits) => void deposits.from(rows.table(DEPOSIT)).select(rows.column(DEPOSIT, 'invoice')),
      ),
    { fields: ['number'] },
  );
  const numbers = new Map(invoices.map(({ id, number }) => [id, number]));
  const ids = [...numbers.keys()];
  const found: ProofRow[] = [];
  for (let at = 0; at < ids.length; at += CHUNK) {
    const deposits = await loadDeposits(platform, 'invoice', ids.slice(at, at + CHUNK));
    for (const { documentId, invoice, currency, paid, applied } of deposits) {
      if (applied <= paid) continue;
      found.push({
        ...{ document: documentId, number: numbers.get(invoice) ?? '', currency },
        ...{ paid: String(paid), allocated: String(applied) },
      });
    }
  }
  return found;
}
