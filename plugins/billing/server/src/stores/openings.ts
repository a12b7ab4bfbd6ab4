import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, PAYMENT, TAX_INVOICE } from '../content-types/types';
import type { KnownMoney } from '../domain/opening/decide-money';
import type { KnownInvoice } from '../domain/opening/decide-opening';

/** Of one statement: SQLite takes so many values. */
const MOST = 5000;

async function inParts<Row>(
  values: readonly string[],
  read: (part: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const unique = [...new Set(values)];
  const found: Row[] = [];
  for (let at = 0; at < unique.length; at += MOST) found.push(...(await read(unique.slice(at, at + MOST))));
  return found;
}

const byNumbers = <Row>(
  { rows }: Platform,
  uid: string,
  numbers: readonly string[],
  ended: string,
  fields: readonly string[],
) =>
  inParts(numbers, (part) =>
    rows.find<Row & { number: string }>(
      uid,
      (query, column) =>
        void query
          .whereIn(column('number'), part)
          // What was taken over wrongly and ended there may be taken over again.
          .where((any) => void any.whereNull(column('takenOverOn')).orWhereNot(column('state'), ended)),
      { fields: ['number', ...fields] },
    ),
  );

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

/** Money that was taken over under these references and stands. */
export async function takenOverMoney(
  { rows }: Platform,
  references: readonly string[],
): Promise<Map<string, KnownMoney>> {
  const found = await inParts(references, (part) =>
    rows.find<KnownMoney & { reference: string }>(
      PAYMENT,
      (query, column) =>
        void query
          .whereIn(column('reference'), part)
          .whereNotNull(column('takenOverOn'))
          .where(column('state'), 'succeeded'),
      { fields: ['reference', 'customer', 'receivedOn', 'amount'] },
    ),
  );
  return new Map(found.map((one) => [one.reference, one]));
}
