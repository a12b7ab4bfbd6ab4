import { addDays, startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import { type Platform, storedInstant } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, PAYMENT, TAX_INVOICE } from '../content-types/types';
import { daysOf } from '../domain/tax-month';
import { proofStore } from './proof';

/** Something a month should not be closed without. */
export interface MissingOfMonth {
  /** `untaxed`: paid, but on no tax invoice; `to_verify`: said to be paid, and nobody has looked. */
  what: 'untaxed' | 'to_verify';
  type: string;
  documentId: string;
  number: string;
  line: string;
  currency: string;
  amount: string;
}

interface Slip {
  currency: string;
  amount: bigint;
  invoice: number | null;
}

/** Slips that nobody has looked at: verified later, they are money of a closed month. */
async function slipsOf(platform: Platform, lastDay: string): Promise<MissingOfMonth[]> {
  const { rows, clock } = platform;
  const end = startOfDay(clock.zone(), addDays(lastDay, 1));
  const slips = await rows.find<Slip>(
    PAYMENT,
    (query, column) =>
      void query.where(column('state'), 'submitted').where(column('submittedAt'), '<', storedInstant(rows, end)),
    { fields: ['currency', 'amount', 'invoice'] },
  );
  const invoices = await rows.byIds<{ number: string }>(
    INVOICE,
    slips.flatMap((slip) => slip.invoice ?? []),
    { fields: ['number'] },
  );
  const numbers = new Map(invoices.map((invoice) => [invoice.id, invoice.number]));
  return slips.map((slip) => ({
    what: 'to_verify',
    type: PAYMENT,
    documentId: slip.documentId,
    number: numbers.get(slip.invoice ?? 0) ?? '',
    line: '',
    currency: slip.currency,
    amount: String(slip.amount),
  }));
}

/** What is still missing in a month: tax points without their document, money that nobody has looked at. */
export async function missingIn(platform: Platform, month: string): Promise<MissingOfMonth[]> {
  const { firstDay, lastDay } = daysOf(month);
  const untaxed = await proofStore(platform).linesUnlikeTaxPoints({ from: firstDay, to: lastDay });
  return [
    ...untaxed.map(
      ({ document, number, line, currency, paid, taxed }): MissingOfMonth => ({
        what: 'untaxed',
        type: INVOICE,
        documentId: String(document),
        number: String(number),
        line: String(line),
        currency: String(currency),
        amount: String(BigInt(paid ?? 0) - BigInt(taxed ?? 0)),
      }),
    ),
    ...(await slipsOf(platform, lastDay)),
  ];
}

/** Tax points of closed months whose documents bear a later day, by the month of the tax point. */
export async function lateByMonth(
  platform: Platform,
  from: string,
  to: string,
): Promise<Map<string, { documents: number; tax: bigint; waiting: number }>> {
  const late = await platform.rows.find<{ taxPointOn: string; tax: bigint; additionalReturnOn: string | null }>(
    TAX_INVOICE,
    (query, column) => void query.whereBetween(column('taxPointOn'), [from, to]).where(column('state'), 'issued'),
    { fields: ['taxPointOn', 'tax', 'additionalReturnOn'] },
  );
  const months = new Map<string, { documents: number; tax: bigint; waiting: number }>();
  for (const { taxPointOn, tax, additionalReturnOn } of late) {
    const month = taxPointOn.slice(0, 7);
    const known = months.get(month) ?? { documents: 0, tax: 0n, waiting: 0 };
    months.set(month, {
      documents: known.documents + 1,
      tax: known.tax + tax,
      waiting: known.waiting + (additionalReturnOn === null ? 1 : 0),
    });
  }
  return months;
}
