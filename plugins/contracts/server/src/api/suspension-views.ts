import { type CivilDate, daysBetween, moneyParam, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import type { SuspensionPolicy } from '../domain/schedule';
import { payableCredits } from '../use-cases/credit-periods';
import type { LockedContract } from '../use-cases/lock-contracts';
import type { PlannedResumption } from '../use-cases/plan-suspension';

const POLICIES: readonly SuspensionPolicy[] = ['keep', 'stop', 'shift'];

const sayIn = ({ messages, caller }: Platform) => {
  const { language } = caller();
  return (code: string, params: Parameters<typeof messages.say>[2]) => messages.say(language, code, params);
};

/** What being off does to the bills of each line. */
export function suspensionView(platform: Platform, { lines }: LockedContract, from: CivilDate) {
  const say = sayIn(platform);
  const living = lines.filter(
    ({ startsOn, endsOn }) => endsOn === null || (endsOn >= from && endsOn >= (startsOn ?? '')),
  );
  const sentences = POLICIES.flatMap((policy) => {
    const own = living.filter(({ whileSuspended }) => whileSuspended === policy);
    const names = [...new Set(own.map(({ description }) => description))].join(', ');
    return own.length === 0 ? [] : [say(`contract.off_${policy}`, { from, lines: names })];
  });
  return { from, sentence: sentences.join(' ') };
}

/** What comes back, when it ends, and when it is billed next. */
export async function resumptionView(
  tools: Parameters<typeof payableCredits>[0],
  { contract }: LockedContract,
  { open, resumesOn, endsOn, nextBillOn, credits }: PlannedResumption,
) {
  const { platform } = tools;
  const say = sayIn(platform);
  const credit = sum((await payableCredits(tools, credits)).map(({ amount }) => amount));
  const days = daysBetween(open.startsOn, resumesOn);
  const today = platform.clock.today();
  // What was due while it was off is billed at once.
  const next = nextBillOn !== null && nextBillOn < today ? today : nextBillOn;
  const isMoved = endsOn !== null && endsOn !== contract.endsOn;
  const sentences = [
    say('contract.on_again', { on: resumesOn, days }),
    ...(credit > 0n ? [say('contract.on_credit', { credit: moneyParam(credit, contract.currency) })] : []),
    ...(isMoved ? [say('contract.on_ends', { ends: endsOn, was: contract.endsOn ?? endsOn })] : []),
    ...(next === null ? [] : [say('contract.on_next', { next })]),
  ];
  return {
    on: resumesOn,
    days,
    credit,
    currency: contract.currency,
    endsOn,
    nextBillOn: next,
    sentence: sentences.join(' '),
  };
}
