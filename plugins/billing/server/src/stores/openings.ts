import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, TAX_INVOICE } from '../content-types/types';
import type { KnownInvoice } from '../domain/opening/decide-opening';

/** Of one statement: SQLite takes so many values. */
const MOST = 5000;

async function byNumbers<Row>(
  { rows }: Platform,
  uid: string,
  numbers: readonly string[],
  ended: string,
  fields: readonly string[],
) {
  const unique = [...new Set(numbers)];
  const found: (Row & { number: string })[] = [];
  for (let at = 0; at < unique.length; at += MOST) {
    found.push(
      ...(await rows.find<Row & { number: string }>(
        uid,
        (query, column) =>
          void query
            .whereIn(column('number'), unique.slice(at, at + MOST))
            // What was taken over wrongly and ended there may be taken over again.
            .where((any) => void any.whereNull(column('takenOverOn')).orWhereNot(column('state'), ended)),
        { fields: ['number', ...fields] },
      )),
    );
  }
  return found;
}

/** Invoices that have these numbers. */
export const numberedInvoices = async (
  platform: Platform,
  numbers: readonly string[],
): Promise<Map<string, KnownInvoice>> =>
  new Map(
    (
      await byNumbers<KnownInvoice>(platform, INVOICE, numbers, 'void', [
        'customer',
        'issuedOn',
        'total',
        'takenOverOn',
      ])
    ).map((row) => [row.number, row]),
  );

export const standingTaxNumbers = async (platform: Platform, numbers: readonly string[]): Promise<Set<string>> =>
  new Set((await byNumbers<object>(platform, TAX_INVOICE, numbers, 'cancelled', [])).map(({ number }) => number));
