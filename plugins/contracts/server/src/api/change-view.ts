import { compareDates, max, moneyParam, sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { entitledSentence } from './change-entitled';
import { namesOf, type Promised, promisedIn } from '../domain/plan-words';
import { creditsOf } from '../use-cases/change-contracts';
import type { PlannedAddition } from '../use-cases/added-lines';
import { changesOfEntitlements } from '../use-cases/entitlements/change-of-entitlements';
import type { LockedContract } from '../use-cases/lock-contracts';
import { must } from '../use-cases/must';
import type { PlannedChange, PlannedLine } from '../use-cases/plan-change';

type Say = (code: string, params: Record<string, string | ReturnType<typeof moneyParam>>) => string;

interface Figures {
  from: CivilDate;
  before: Promised | null;
  after: Promised | null;
  until: CivilDate | null;
  billed: bigint;
  costs: bigint;
  charge: bigint;
  credit: bigint;
  fee: bigint;
  isRestored: boolean;
  /** What is withdrawn stood on an invoice. */
  isVoid: boolean;
}

const lastOf = (days: readonly CivilDate[]): CivilDate | null => [...days].sort(compareDates).at(-1) ?? null;

function figuresOf(line: PlannedLine, isVoid: boolean): Figures {
  const { settled, credits, soon, next, isRestored } = line;
  const billed = sum([...settled.map(({ credit }) => credit), ...credits.map(({ amount }) => amount)]);
  const costs = sum([...settled.map(({ charged }) => charged.amount), ...soon.map(({ amount }) => amount)]);
  const charge = sum([
    ...settled.map(({ charged, credit }) => max(0n, charged.amount - credit)),
    ...soon.map(({ amount }) => amount),
  ]);
  return {
    ...{ from: line.from, before: promisedIn(line.before), fee: line.fee, isRestored, isVoid },
    after: isRestored ? promisedIn(line.kept) : next && promisedIn(next),
    until: lastOf([
      ...settled.map(({ charged }) => charged.end),
      ...soon.map(({ end }) => end),
      ...credits.map(({ period }) => period.endsOn),
    ]),
    ...{ billed, costs, charge, credit: sum(creditsOf(line).map(({ amount }) => amount)) },
  };
}

function figuresOfAdded({ from, next, soon }: PlannedAddition): Figures {
  const costs = sum(soon.map(({ amount }) => amount));
  return {
    ...{ from, before: null, after: promisedIn(next), until: lastOf(soon.map(({ end }) => end)) },
    ...{ billed: 0n, costs, charge: costs, credit: 0n, fee: 0n, isRestored: false, isVoid: false },
  };
}

/** What becomes of what: the beginning of the sentence. */
function whatOf({ before, after, isRestored }: Figures): string {
  if (isRestored) return 'restored';
  if (before === null) return 'joins';
  return after === null ? 'leaves' : 'becomes';
}

/** What it does to the bill: the middle of the sentence. */
function moneyOf({ charge, credit, billed, costs, isRestored, isVoid }: Figures): string {
  if (isRestored) return isVoid ? 'void' : 'withdrawn';
  if (charge > 0n && credit > 0n) return 'both';
  if (charge > 0n) return billed > 0n ? 'difference' : 'charge';
  if (credit > 0n) return costs > 0n ? 'less' : 'credit';
  return billed > 0n ? 'even' : 'nothing';
}

function sentenceOf(figures: Figures, say: Say, currency: string, vat: string): string {
  const { from, before, after, until, billed, costs, charge, credit, fee } = figures;
  const names = namesOf(before ? [before] : [], after ? [after] : [], currency);
  const money = (amount: bigint) => moneyParam(amount, currency);
  const params = {
    ...{ ...names, from, until: until ?? from, vat },
    ...{ billed: money(billed), costs: money(costs), charge: money(charge), credit: money(credit), fee: money(fee) },
  };
  const parts = [
    say(`contract.change_${whatOf(figures)}`, params),
    say(`contract.change_money_${moneyOf(figures)}`, params),
    ...(fee > 0n ? [say('contract.change_fee', params)] : []),
    ...(figures.isVoid && !figures.isRestored ? [say('contract.change_voids', params)] : []),
  ];
  return say('contract.change_sentence', {
    what: parts[0] ?? '',
    money: parts.slice(1).join(say('contract.change_and', {})),
  });
}

/** What a change comes to, line by line and in words; writes nothing. */
export async function changeView(platform: Platform, plan: PlannedChange, now: LockedContract) {
  const { one, lines, added, withdrawal } = plan;
  const { contract } = one;
  const { language } = platform.caller();
  const say: Say = (code, params) => platform.messages.say(language, code, params);
  const vat = say(contract.pricesIncludeTax ? 'contract.with_vat' : 'contract.before_vat', {});
  const isVoid = (withdrawal?.invoices.length ?? 0) > 0;
  const figures = [...lines.map((line) => figuresOf(line, isVoid)), ...added.map(figuresOfAdded)];
  const entitled = await changesOfEntitlements({ platform }, plan, now.lines);
  const told = figures.map(({ isRestored: _, isVoid: __, ...shown }, index) => ({
    ...shown,
    sentence: [
      sentenceOf(must(figures[index]), say, contract.currency, vat),
      ...entitledSentence(entitled[index], shown.from, say),
    ].join(' '),
  }));
  return {
    currency: contract.currency,
    charge: sum(figures.map(({ charge }) => charge)),
    credit: sum(figures.map(({ credit }) => credit)),
    fee: sum(figures.map(({ fee }) => fee)),
    sentence: told.map(({ sentence }) => sentence).join(' '),
    lines: told,
  };
}
