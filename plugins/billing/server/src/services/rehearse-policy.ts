import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { type Policy, keptSteps } from '../domain/dunning/policy';
import { rehearse, REHEARSED_DAYS } from '../domain/dunning/rehearsal';
import { NOTHING_DONE, type Tally, tallyOf, together, weightOf } from '../domain/dunning/rehearsal-tally';
import { customersInPast, type PastDays, pastOf } from '../stores/dunning/past';
import { activePolicies, loadPolicies } from '../stores/dunning/policies';
import { readCustomers } from '../stores/parties';
import { checkWish, type PolicyWish } from '../use-cases/dunning/save-policy';
import { readWorkingDays } from './working-days';

/** Customers that are read together. */
const CHUNK = 200;
/** Whoever looks waits for it: of more invoices only so many are looked at. */
const MOST_INVOICES = 20_000;
/** Customers that are named, those first of whom most would be otherwise. */
const MOST_NAMED = 50;

export interface RehearsedCustomer {
  documentId: string;
  name: string;
  would: Tally;
  did: Tally;
}

export interface Rehearsal {
  from: string;
  to: string;
  /** What the policy would have done, and what was done. */
  would: Tally;
  did: Tally;
  customers: RehearsedCustomer[];
  /** How many customers would have met something else. */
  differing: number;
  /** There are more invoices than were looked at. */
  more: boolean;
}

/** The wish as a policy that can be followed: a step that stands keeps its id, so that what was told by it stays told. */
async function policyOf(platform: Platform, wish: PolicyWish, id: number | undefined): Promise<Policy> {
  const [known] = id === undefined ? [] : await loadPolicies(platform, [id]);
  const kept = keptSteps(known?.steps ?? [], wish.steps);
  const steps = wish.steps.map(({ step: _, ...step }, index) => ({ ...step, id: kept[index]?.id ?? -1 - index }));
  return { ...wish, steps: steps.sort((a, b) => a.day - b.day) };
}

/** What a policy would have done in the days up to today, against what was done. Writes nothing. */
export async function rehearsePolicy(platform: Platform, wish: PolicyWish, id?: number): Promise<Rehearsal> {
  await checkWish(platform, wish, id);
  const policy = await policyOf(platform, wish, id);
  const others = (await activePolicies(platform)).filter((one) => one.id !== id);
  const to = platform.clock.today();
  const from = addDays(to, 1 - REHEARSED_DAYS);
  const steps = policy.steps.map(({ day }) => day);
  const days: PastDays = {
    ...{ from, to, dueFrom: addDays(from, -Math.max(0, ...steps)), dueTo: addDays(to, -Math.min(0, ...steps)) },
  };
  const isWorkingDay = await readWorkingDays(platform);
  const sum = { would: NOTHING_DONE, did: NOTHING_DONE };
  const named: (Omit<RehearsedCustomer, 'documentId' | 'name'> & { id: number; weight: number })[] = [];
  let [after, looked, differing] = [0, 0, 0];
  let more = false;
  for (;;) {
    const customers = await customersInPast(platform, { policy: wish, others, after, most: CHUNK }, days);
    const known = await readCustomers(platform, customers);
    for (const [customer, past] of await pastOf(platform, customers, days)) {
      const closed = known.get(customer)?.closed ?? false;
      const would = tallyOf(rehearse(policy, past.invoices, { from, to, isWorkingDay, closed }));
      const did = tallyOf(past.taken);
      sum.would = together(sum.would, would);
      sum.did = together(sum.did, did);
      looked += past.invoices.length;
      const weight = weightOf(would, did);
      if (weight === 0) continue;
      differing += 1;
      named.push({ id: customer, weight, would, did });
    }
    named.sort((a, b) => b.weight - a.weight || a.id - b.id).splice(MOST_NAMED);
    after = customers.at(-1) ?? after;
    more = customers.length === CHUNK && looked >= MOST_INVOICES;
    if (customers.length < CHUNK || more) break;
  }
  const names = await readCustomers(
    platform,
    named.map((one) => one.id),
  );
  return {
    ...{ from, to, ...sum, differing, more },
    customers: named.flatMap(({ id: customer, would, did }) => {
      const row = names.get(customer);
      return row ? [{ documentId: row.documentId, name: row.buyer.name, would, did }] : [];
    }),
  };
}
