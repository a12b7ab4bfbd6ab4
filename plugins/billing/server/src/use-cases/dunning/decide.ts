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

/** What is due for customers today, each by the policy of its class. Pure. */
export function decideSteps(facts: readonly DunningFacts[], deciding: Deciding): CustomerPlan[] {
  const { policies, classes, contacted, closed, asOf, isWorkingDay } = deciding;
  const byCustomer = new Map<number, PlannedSteps[]>();
  for (const fact of facts) {
    const { customer } = fact.invoice;
    const policy = policyFor(policies, classes.get(customer) ?? null);
    const due = policy && dueSteps(policy, fact.invoice, fact.notices, fact.pauses, asOf, isWorkingDay);
    if (!due) continue;
    const charged = closed.has(customer) ? { ...due, fees: [] } : due;
    byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), { invoice: fact, due: charged }]);
  }
  return [...byCustomer].flatMap(([customer, planned]) => {
    const policy = policyFor(policies, classes.get(customer) ?? null);
    return policy ? [{ customer, policy, ...contactOf(planned, contacted.has(customer)) }] : [];
  });
}
