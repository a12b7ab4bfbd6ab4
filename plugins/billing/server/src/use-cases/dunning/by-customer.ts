import type { TakenStep } from './take-steps';

/** In the order in which they were taken. */
export function byCustomer(taken: readonly TakenStep[]): Map<number, TakenStep[]> {
  const groups = new Map<number, TakenStep[]>();
  for (const step of taken) groups.set(step.plan.customer, [...(groups.get(step.plan.customer) ?? []), step]);
  return groups;
}
