import type { Rehearsed } from './rehearsal';

/** What came of a number of steps. */
export interface Tally {
  /** Mails, letters and calls: one a customer and day. */
  contacts: number;
  /** Steps that were told, or taken without a word. */
  steps: number;
  fees: number;
  /** Minor units by currency. */
  charged: ReadonlyMap<string, bigint>;
  suspended: number;
  ended: number;
  handedOver: number;
  writtenOff: number;
}

export type Taken = Pick<Rehearsed, 'currency' | 'leads' | 'fee' | 'actions'>;

export const NOTHING_DONE: Tally = {
  ...{ contacts: 0, steps: 0, fees: 0, charged: new Map(), suspended: 0, ended: 0, handedOver: 0, writtenOff: 0 },
};

const count = (list: readonly Taken[], action: Taken['actions'][number]): number =>
  list.filter(({ actions }) => actions.includes(action)).length;

export function tallyOf(list: readonly Taken[]): Tally {
  const charged = new Map<string, bigint>();
  for (const { currency, fee } of list) {
    if (fee > 0n) charged.set(currency, (charged.get(currency) ?? 0n) + fee);
  }
  return {
    contacts: list.filter(({ leads }) => leads).length,
    steps: list.length,
    fees: list.filter(({ fee }) => fee > 0n).length,
    charged,
    suspended: count(list, 'suspend'),
    ended: count(list, 'terminate'),
    handedOver: count(list, 'legal'),
    writtenOff: count(list, 'write_off'),
  };
}

export function together(a: Tally, b: Tally): Tally {
  const charged = new Map(a.charged);
  for (const [currency, amount] of b.charged) charged.set(currency, (charged.get(currency) ?? 0n) + amount);
  return {
    ...{ contacts: a.contacts + b.contacts, steps: a.steps + b.steps, fees: a.fees + b.fees, charged },
    ...{ suspended: a.suspended + b.suspended, ended: a.ended + b.ended, writtenOff: a.writtenOff + b.writtenOff },
    handedOver: a.handedOver + b.handedOver,
  };
}

/** How hard the difference is: an end above a suspension, that above a fee, a fee above a word. */
export const weightOf = (would: Tally, did: Tally): number =>
  1000 * Math.abs(would.ended - did.ended) +
  500 * Math.abs(would.handedOver - did.handedOver) +
  100 * Math.abs(would.suspended - did.suspended) +
  10 * Math.abs(would.fees - did.fees) +
  Math.abs(would.contacts - did.contacts);
