import type { Core } from '@strapi/types';
import { type CivilDate, min, moneyParam, type MessageParams } from '@sanya/strapi-plugin-platform/kernel';
import { platform as platformOf, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, SETTING } from '../content-types/types';
import { type CreditProposal, proposeTerms } from '../domain/credit-proposal';
import { type CreditScore, scoreOf } from '../domain/credit-score';
import { availableOf, type CreditProblem, creditProblems, type ExposurePart, exposureOf } from '../domain/exposure';
import { inHandOf } from '../stores/cheques';
import { openAccounts, paymentHistory } from '../stores/credit-history';
import { type Punctuality, punctualityOf } from '../stores/punctuality';

/** What else counts towards the exposure of customers, by row id: a later plugin tells what it promised. */
export type CountsAs = (customers: readonly number[]) => Promise<Map<number, bigint>>;

export interface CreditStanding {
  currency: string;
  creditTermsDays: number;
  creditLimit: bigint | null;
  parts: ExposurePart[];
  credit: bigint;
  exposure: bigint;
  available: bigint | null;
  overdueDays: number;
  score: CreditScore;
  proposal: CreditProposal | null;
}

export interface CreditWish {
  /** Row id. */
  customer: number;
  amount: bigint;
}

export interface CreditAnswer {
  problems: CreditProblem[];
  /** The problems as sentences to be said. */
  words: { code: string; params: MessageParams }[];
}

export interface CreditService {
  /** Whoever promises goods or work before it invoices them says how much: `orders`. */
  counts(code: string, as: CountsAs): void;
  /** How a customer stands today, with the score and why. */
  standing(customer: number): Promise<CreditStanding>;
  /** How customers pay, by row id: for lists. */
  punctuality(customers: readonly number[]): Promise<Map<number, Punctuality>>;
  /**
   * What stands against selling on credit, in the order asked: each finds the exposure as those before it leave it. Who
   * pays before is never asked. The customers are locked by whoever calls.
   */
  check(wishes: readonly CreditWish[]): Promise<CreditAnswer[]>;
}

interface TermsRow {
  creditTermsDays: number;
  creditLimit: bigint | null;
}

export const credit = ({ strapi }: { strapi: Core.Strapi }): CreditService => {
  const platform = (): Platform => platformOf(strapi);
  const counted = new Map<string, CountsAs>();

  /** What stands open with each customer, part by part. */
  async function exposures(customers: readonly number[], today: CivilDate) {
    const accounts = await openAccounts(platform(), customers, today);
    const inHand = await inHandOf(platform(), customers);
    const more: [string, Map<number, bigint>][] = [];
    for (const [code, as] of counted) more.push([code, await as(customers)]);
    return (customer: number) => {
      const { open = 0n, credit: over = 0n, overdueDays = 0 } = accounts.get(customer) ?? {};
      const parts: ExposurePart[] = [
        // A cheque is no money yet: what it is to pay stays owed, and is told apart.
        { code: 'invoices', amount: open - min(open, inHand.get(customer) ?? 0n) },
        { code: 'cheques', amount: min(open, inHand.get(customer) ?? 0n) },
        ...more.map(([code, amounts]) => ({ code, amount: amounts.get(customer) ?? 0n })),
      ];
      return { parts, credit: over, overdueDays };
    };
  }

  const termsOf = (customers: readonly number[]) =>
    platform().rows.byIds<TermsRow>(CUSTOMER, customers, { fields: ['creditTermsDays', 'creditLimit'] });

  const sentence = (problem: CreditProblem, currency: string): CreditAnswer['words'][number] =>
    problem.code === 'overdue'
      ? { code: 'credit.overdue', params: { days: problem.days } }
      : {
          code: 'credit.over_limit',
          params: { exposure: moneyParam(problem.exposure, currency), limit: moneyParam(problem.limit, currency) },
        };

  return {
    counts(code, as) {
      counted.set(code, as);
    },

    async standing(customer) {
      const today = platform().clock.today();
      const own = (await exposures([customer], today))(customer);
      const [terms] = await termsOf([customer]);
      const { creditTermsDays = 0, creditLimit = null } = terms ?? {};
      const { monthly, ...history } = await paymentHistory(platform(), customer, today);
      const score = scoreOf({ ...history, overdueDays: own.overdueDays }, today);
      const exposure = exposureOf(own);
      return {
        ...own,
        currency: await platform().currency.own(),
        creditTermsDays,
        creditLimit,
        exposure,
        available: availableOf(exposure, creditLimit),
        score,
        proposal: proposeTerms(score.grade, { creditTermsDays, creditLimit }, monthly),
      };
    },

    punctuality: (customers) => punctualityOf(platform(), customers, platform().clock.today()),

    async check(wishes) {
      const terms = new Map((await termsOf(wishes.map((wish) => wish.customer))).map((row) => [row.id, row]));
      const onTerms = wishes.filter(({ customer }) => (terms.get(customer)?.creditTermsDays ?? 0) > 0);
      if (onTerms.length === 0) return wishes.map(() => ({ problems: [], words: [] }));
      const of = await exposures(
        onTerms.map((wish) => wish.customer),
        platform().clock.today(),
      );
      const { creditOverdueDays } = await platform().settings.read<{ creditOverdueDays: number }>(SETTING);
      const currency = await platform().currency.own();
      const before = new Map<number, bigint>();
      return wishes.map((wish): CreditAnswer => {
        const { customer, amount } = wish;
        if (!onTerms.includes(wish)) return { problems: [], words: [] };
        const standing = of(customer);
        const placed = before.get(customer) ?? 0n;
        const problems = creditProblems(
          { ...standing, parts: [...standing.parts, { code: 'placed', amount: placed }] },
          amount,
          {
            limit: terms.get(customer)?.creditLimit ?? null,
            overdueDays: standing.overdueDays,
            mostOverdueDays: creditOverdueDays,
          },
        );
        if (problems.length === 0) before.set(customer, placed + amount);
        return { problems, words: problems.map((problem) => sentence(problem, currency)) };
      });
    },
  };
};
