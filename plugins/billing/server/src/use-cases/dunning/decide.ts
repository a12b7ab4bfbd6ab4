import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { contactOf, type Planned } from '../../domain/dunning/contact';
import { dueSteps } from '../../domain/dunning/due-steps';
import type { DunningFacts } from '../../stores/dunning/facts';
import { policyFor, type StoredPolicy } from '../../stores/dunning/policies';

export type PlannedSteps = Planned<DunningFacts>;

/** What is done today for one customer. */
export interface CustomerPlan {
  customer: number;
  policy: StoredPolicy;
  told: readonly PlannedSteps[];
  silent: readonly PlannedSteps[];
}

export interface Deciding {
  policies: readonly StoredPolicy[];
  classes: ReadonlyMap<number, number | null>;
  contacted: ReadonlySet<number>;
  /** Who does business no more is asked for what is owed, and charged nothing. */
  closed: ReadonlySet<number>;
  asOf: CivilDate;
  isWorkingDay: (date: CivilDate) => boolean;
}

/** What is due of invoices today, each by the policy of its customer's class. Pure. */
export function stepsDue(facts: readonly DunningFacts[], deciding: Deciding): PlannedSteps[] {
  const { policies, classes, closed, asOf, isWorkingDay } = deciding;
  return facts.flatMap((fact): PlannedSteps[] => {
    const { customer } = fact.invoice;
    const policy = policyFor(policies, classes.get(customer) ?? null);
    const due = policy && dueSteps(policy, fact.invoice, fact.notices, fact.pauses, asOf, isWorkingDay);
    if (!due) return [];
    return [{ invoice: fact, due: closed.has(customer) ? { ...due, fees: [] } : due }];
  });
}

/** What of it is done for each customer today. Pure. */
export function decideSteps(planned: readonly PlannedSteps[], deciding: Deciding): CustomerPlan[] {
  const { policies, classes, contacted } = deciding;
  const byCustomer = new Map<number, PlannedSteps[]>();
  for (const one of planned) {
    const { customer } = one.invoice.invoice;
    byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), one]);
  }
  return [...byCustomer].flatMap(([customer, own]) => {
    const policy = policyFor(policies, classes.get(customer) ?? null);
    return policy ? [{ customer, policy, ...contactOf(own, contacted.has(customer)) }] : [];
  });
}
