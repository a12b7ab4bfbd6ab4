import { type CivilDate, dateIn } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, DUNNING_EXEMPTION, DUNNING_NOTICE, INVOICE, PROMISE_TO_PAY } from '../../content-types/types';
import type { Channel, DunningAction, Threat } from '../../domain/dunning/policy';
import type { PastPause } from '../../domain/dunning/rehearsal';

const EVENT = 'plugin::platform.event';

export const PAST_FIELDS = ['customer', 'currency', 'issuedOn', 'dueDate', 'total', 'state', 'voidedAt'];
export interface PastRow {
  customer: number;
  currency: string;
  issuedOn: CivilDate;
  dueDate: CivilDate;
  total: bigint;
  state: string;
  voidedAt: string | null;
}

export interface Settlement {
  invoice: number;
  amount: bigint;
  allocatedOn: CivilDate;
  undoneOn: CivilDate | null;
}

export const settlementsOf = (platform: Platform, invoices: readonly number[]) =>
  inPieces(invoices, (piece) =>
    platform.rows.find<Settlement>(ALLOCATION, (query, column) => void query.whereIn(column('invoice'), [...piece]), {
      fields: ['invoice', 'amount', 'allocatedOn', 'undoneOn'],
    }),
  );

export interface PastNotice {
  invoice: number;
  step: number;
  day: number;
  state: 'told' | 'overtaken';
  takenOn: CivilDate;
  channel: Channel;
  warned: Threat[];
  action: DunningAction;
  fee: bigint;
  currency: string;
}

export const pastNotices = (platform: Platform, invoices: readonly number[]) =>
  inPieces(invoices, (piece) =>
    platform.rows.find<PastNotice>(
      DUNNING_NOTICE,
      (query, column) => void query.whereIn(column('invoice'), [...piece]).orderBy(column('id')),
      { fields: ['invoice', 'step', 'day', 'state', 'takenOn', 'channel', 'warned', 'action', 'fee', 'currency'] },
    ),
  );

/** Databases take so many parameters and no more. */
const PIECE = 10_000;
async function inPieces<Row>(
  list: readonly number[],
  read: (piece: readonly number[]) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < list.length; from += PIECE) found.push(...(await read(list.slice(from, from + PIECE))));
  return found;
}

/** When invoices were given up that are so still. */
export async function givenUpOn(
  platform: Platform,
  invoices: readonly (PastRow & Ref)[],
): Promise<Map<number, CivilDate>> {
  const given = invoices.filter(({ state }) => state === 'uncollectible').map(({ id }) => id);
  const events = await inPieces(given, (piece) =>
    platform.rows.find<{ subjectId: number; at: string }>(
      EVENT,
      (query, column) =>
        void query
          .where(column('subjectType'), INVOICE)
          .where(column('name'), 'invoice.written_off')
          .whereIn(column('subjectId'), [...piece])
          .orderBy(column('id')),
      { fields: ['subjectId', 'at'] },
    ),
  );
  return new Map(events.map(({ subjectId, at }) => [Number(subjectId), dateIn(platform.clock.zone(), at)]));
}

export async function pastPauses(
  platform: Platform,
  customers: readonly number[],
): Promise<(PastPause & { customer: number; invoice: number | null })[]> {
  const day = (instant: string): CivilDate => dateIn(platform.clock.zone(), instant);
  const of = (type: string, fields: string[]) =>
    platform.rows.find<{
      customer: number;
      invoice: number | null;
      until?: CivilDate;
      madeAt: string;
      endedAt: string | null;
    }>(type, (query, column) => void query.whereIn(column('customer'), [...customers]), { fields });
  const fields = ['customer', 'invoice', 'madeAt', 'endedAt'];
  const all = [...(await of(PROMISE_TO_PAY, [...fields, 'until'])), ...(await of(DUNNING_EXEMPTION, fields))];
  return all.map(({ customer, invoice, until, madeAt, endedAt }) => ({
    ...{ customer, invoice, from: day(madeAt), until: until ?? null, endedOn: endedAt === null ? null : day(endedAt) },
  }));
}
