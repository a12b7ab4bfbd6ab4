import { sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { Place } from '../domain/change-place';
import { isBilledShort, takenFrom } from '../domain/change-plan';
import type { Interval } from '../domain/intervals';
import { cutBefore } from '../domain/line-chain';
import type { ContractLineRow } from '../stores/contracts';
import { type PeriodRow, periodsStore } from '../stores/periods';
import { soldStore } from '../stores/sold';
import { invoicing } from './invoicing';
import { intervalsOf, type LockedContract } from './lock-contracts';

/** Changes of which nothing has come yet: their invoices are void, and it is as if they had never been. */
export interface Withdrawal {
  periods: PeriodRow[];
  /** Row ids. */
  invoices: number[];
}

/** Nothing was asked for, and nothing given back, beyond what stood on earlier invoices. */
const isFree = ({ invoice, amount, carried }: PeriodRow): boolean => invoice === null && amount === (carried ?? 0n);

/**
 * Whether something of what was asked for before was given back: by these changes, which carry nothing of it, or by one
 * before them, whose periods they carry on. That stays given back.
 * @param own the periods of what is to be withdrawn
 */
function gaveBack(
  places: readonly Place<ContractLineRow>[],
  own: readonly PeriodRow[],
  facts: { suspensions: readonly Interval[]; periods: readonly PeriodRow[] },
): boolean {
  const sources = new Set(own.flatMap(({ carriedFrom }) => carriedFrom ?? []));
  const isSource = ({ documentId }: PeriodRow): boolean => sources.has(documentId);
  const known = new Set(places.flatMap(({ kept, withdrawn }) => [kept, ...withdrawn].map(({ id }) => id)));
  return (
    facts.periods.some((period) => isSource(period) && !known.has(period.line)) ||
    places.some((place) => takenFrom(place, facts).some(({ period }) => !isSource(period)))
  );
}

/**
 * What undoes the changes that are withdrawn, where they stand on invoices of their own of which nothing has come; undefined
 * where that is not so, and what was billed is given back instead. All of them, or none.
 */
export async function withdrawalOf(
  { platform, strapi }: Pick<Tools, 'platform' | 'strapi'>,
  one: LockedContract,
  places: readonly Place<ContractLineRow>[],
): Promise<Withdrawal | undefined> {
  const lines = new Set(places.flatMap(({ withdrawn }) => withdrawn.map(({ id }) => id)));
  if (lines.size === 0) return undefined;
  const facts = { suspensions: intervalsOf(one.suspensions), periods: one.periods };
  if (places.some((place) => place.withdrawn.length > 0 && isBilledShort(place, facts))) return undefined;
  const periods = one.periods.filter(({ line }) => lines.has(line));
  if (gaveBack(places, periods, facts)) return undefined;
  if (periods.some((period) => period.invoice === null && !isFree(period))) return undefined;
  const invoices = [...new Set(periods.flatMap(({ invoice }) => invoice ?? []))];
  if (invoices.length === 0) return { periods, invoices };
  const own = new Set(periods.map(({ id }) => id));
  const standing = await periodsStore(platform.rows).ofInvoices(invoices);
  if (standing.some(({ id }) => !own.has(id))) return undefined;
  const found = await soldStore(platform.rows).invoiceLines(invoices);
  const parts = sum(standing.map((period) => BigInt(period.parts)));
  if (BigInt(found.length) !== parts) return undefined;
  const voidable = await invoicing(strapi).voidable(invoices);
  return voidable.length === invoices.length ? { periods, invoices } : undefined;
}

/** The contract as it would be, had what is withdrawn never been agreed. */
export function asBefore(
  one: LockedContract,
  places: readonly Place<ContractLineRow>[],
  { periods }: Withdrawal,
): LockedContract {
  const ends = new Map(
    places.flatMap(({ kept, withdrawn, endsOn }) =>
      withdrawn.length === 0
        ? []
        : [
            [kept.id, endsOn] as const,
            ...withdrawn.map((line) => [line.id, cutBefore(line, line.startsOn ?? '')] as const),
          ],
    ),
  );
  const gone = new Set(periods.map(({ id }) => id));
  return {
    ...one,
    lines: one.lines.map((line) => ({
      ...line,
      endsOn: ends.has(line.id) ? (ends.get(line.id) ?? null) : line.endsOn,
    })),
    periods: one.periods.filter(({ id }) => !gone.has(id)),
  };
}
