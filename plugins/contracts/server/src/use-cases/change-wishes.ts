import {
  addDays,
  badInput,
  compareDates,
  conflict,
  notFound,
  type CivilDate,
} from '@sanya/strapi-plugin-platform/kernel';
import { type Place, placeOf } from '../domain/change-place';
import { termsOf } from '../domain/contract';
import { periodAt } from '../domain/schedule';
import type { ContractLineRow } from '../stores/contracts';
import type { LineChange } from './change-targets';
import type { Apart } from './credit-periods';
import { intervalsOf, type LockedContract } from './lock-contracts';
import type { NewLine } from './make-contracts';

export interface ChangeWish {
  /** Row id of the contract. */
  id: number;
  /** `period_end`: the day after the period that runs. */
  when: 'now' | 'period_end';
  /** The first day of what is new, today or later; today unless told. */
  on: CivilDate | null;
  lines: readonly LineChange[];
  /** Document ids of lines that are taken off. */
  remove: readonly string[];
  add: readonly NewLine[];
  reason: string | null;
  /** Customers change among what is on sale; all else is agreed with staff. */
  byCustomer: boolean;
  /**
   * It follows what was sold: without days of notice or a fee for leaving, and what stands apart is settled with the
   * order.
   */
  apart?: Apart;
}

/** What is asked of one line; `change` null: it is taken off. */
export interface AskedChange {
  change: LineChange | null;
  /** Path in what was sent. */
  at: string;
  /** Where it falls, and what was to take over later. */
  place: Place<ContractLineRow>;
}

interface Named {
  line: ContractLineRow;
  change: LineChange | null;
  at: string;
  field: string;
}

function namedIn({ lines, contract }: LockedContract, wish: ChangeWish): Named[] {
  const lineOf = (documentId: string, field: string): ContractLineRow => {
    const line = lines.find((one) => one.documentId === documentId);
    if (!line) throw notFound('contract.line_unknown', { field, params: { contract: contract.number ?? '' } });
    return line;
  };
  return [
    ...wish.lines.map((change, index) => {
      const at = `lines.${index}`;
      return { line: lineOf(change.line, `${at}.line`), change, at, field: `${at}.line` };
    }),
    ...wish.remove.map((documentId, index) => {
      const at = `remove.${index}`;
      return { line: lineOf(documentId, at), change: null, at, field: at };
    }),
  ];
}

/** The last day of the period of a line in which a day lies, whatever becomes of the line. */
export function periodEndAt(
  line: ContractLineRow,
  { suspensions }: LockedContract,
  day: CivilDate,
): CivilDate | undefined {
  const terms = termsOf(line);
  const whole = terms && { ...terms, startsOn: terms.countedFrom ?? terms.startsOn, endsOn: null };
  return whole && periodAt(whole, intervalsOf(suspensions), day)?.end;
}

/** The day of a change of a line; what is taken off keeps the days of notice. */
function dayOf(one: LockedContract, { line, change }: Named, wish: ChangeWish, today: CivilDate): CivilDate {
  const soonest = change === null ? addDays(today, wish.apart ? 0 : one.contract.noticeDays) : today;
  if (wish.on !== null) {
    if (compareDates(wish.on, soonest) < 0) {
      throw conflict('contract.change_in_notice', { field: 'on', params: { soonest } });
    }
    return wish.on;
  }
  if (wish.when === 'now') return soonest;
  const end = periodEndAt(line, one, soonest);
  return end === undefined ? soonest : addDays(end, 1);
}

/** What is asked of which line, each once. Refuses days that have passed, and lines that are closed by then. */
export function askedChanges(one: LockedContract, wish: ChangeWish, today: CivilDate): AskedChange[] {
  if (wish.lines.length + wish.remove.length + wish.add.length === 0) {
    throw badInput('contract.change_nothing', { field: 'lines' });
  }
  if (wish.on !== null && wish.when === 'period_end') throw badInput('contract.change_day_twice', { field: 'on' });
  if (wish.on !== null && compareDates(wish.on, today) < 0) {
    throw badInput('contract.change_in_past', { field: 'on', params: { today } });
  }
  const seen = new Set<number>();
  return namedIn(one, wish).map((named) => {
    const { line, change, at, field } = named;
    const place = placeOf(one.lines, line, { from: dayOf(one, named, wish, today), today, field });
    if (seen.has(place.kept.id)) throw badInput('contract.change_twice', { field });
    seen.add(place.kept.id);
    return { change, at, place };
  });
}
