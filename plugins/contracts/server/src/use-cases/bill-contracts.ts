import { broken, sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractNextBillOn, isHeld } from '../domain/contract';
import { planBilling } from '../domain/plan-billing';
import { contractsStore } from '../stores/contracts';
import { billedByLine, type PeriodFacts, periodsStore } from '../stores/periods';
import { runsStore } from '../stores/runs';
import { contractEvent } from './contract-events';
import { type Billing, invoiceDrafts, type Placed, usuallyTogether } from './invoice-drafts';
import { invoicing } from './invoicing';
import { billedOf, byContract, type ContractToBill, lockToBill } from './lock-contracts';
import { must } from './must';

export interface BillWish {
  /** Row ids of contracts that have something due. */
  contracts: readonly number[];
  asOf: CivilDate;
  /** Also what was undone and is held for staff. */
  heldToo: boolean;
  /** Row id of the billing run. */
  run: number;
  /** `skip` leaves out those of customers whose money somebody else is moving just now. */
  busy: 'wait' | 'skip';
}

export interface Billed {
  contracts: number;
  invoices: number;
  periods: number;
  total: bigint;
}

/** What is due of each, as it stands under the lock; one of which nothing is due any more is left alone. */
export const billingOf = (locked: ContractToBill, asOf: CivilDate): Billing => ({
  contract: locked.contract,
  customer: locked.customer,
  due: planBilling(locked.lines, billedOf(locked), asOf),
});

/** A period that is billed now, wherever it comes to stand. */
const periodOf = (
  { billing: { contract }, due: { line, index, start, end, amount, pieces } }: Placed,
  { run, billedOn }: { run: number; billedOn: CivilDate },
): Omit<PeriodFacts, 'invoice' | 'position'> => ({
  contract: contract.id,
  line: line.id,
  periodNumber: index,
  state: 'billed',
  startsOn: start,
  endsOn: end,
  amount,
  parts: pieces.length,
  billingRun: run,
  billedOn,
});

/**
 * Bills what is due of contracts: all of them, or none. Invoices, periods and the next day are written in one transaction,
 * with a constant number of statements; that a period is billed once, the database sees to.
 */
export async function billContracts(tools: Tools, { contracts, asOf, heldToo, run, busy }: BillWish): Promise<Billed> {
  const { platform, strapi } = tools;
  return platform.transaction(async () => {
    const today = platform.clock.today();
    const isAhead = asOf > today;
    // Whoever was found due may have been undone, set aside or given up meanwhile.
    const locked = (await lockToBill(tools, contracts, busy)).filter(
      ({ contract, suspensions }) =>
        contract.state === 'active' &&
        contract.parkedAt === null &&
        (heldToo || !isHeld(contract, today)) &&
        (contract.nextBillOn ?? asOf) <= asOf &&
        !(isAhead && suspensions.some(({ resumesOn }) => resumesOn === null)),
    );
    const billings = locked.map((one) => billingOf(one, asOf));

    const { drafts, placed } = invoiceDrafts(platform, billings, await usuallyTogether(platform));
    const due = placed.map((place) => periodOf(place, { run, billedOn: today }));
    const dueOf = byContract(due);
    const nextOf = locked.map((one) => {
      const billed = billedByLine([...one.periods, ...(dueOf.get(one.contract.id) ?? [])]);
      const nextBillOn = contractNextBillOn(one.lines, { ...billedOf(one), billed });
      // Else the run would find it for ever.
      if (nextBillOn !== null && nextBillOn <= asOf) throw broken('contract.still_due', { params: { on: nextBillOn } });
      return { id: one.contract.id, nextBillOn };
    });
    // While numbers are taken, whoever else needs one waits: what needs none comes before.
    await contractsStore(platform.rows).update(nextOf);

    const invoices = await invoicing(strapi).issue(drafts);
    const periods = placed.map(({ draft, position }, index): PeriodFacts => {
      const period = must(due[index]);
      if (draft === null) return { ...period, invoice: null, position: null };
      return { ...period, invoice: must(invoices[draft]).id, position };
    });
    await periodsStore(platform.rows).insert(periods);

    const invoiceOf = new Map(
      placed.map(({ billing, draft }) => [billing.contract.id, draft === null ? null : must(invoices[draft]).number]),
    );
    await platform.events.record(
      locked.flatMap(({ contract }) => {
        const invoice = invoiceOf.get(contract.id);
        if (invoice === undefined) return [];
        const own = dueOf.get(contract.id)?.length ?? 0;
        return [contractEvent('contract.billed', contract, { state: contract.state, invoice, periods: own })];
      }),
    );
    const billed: Billed = {
      contracts: billings.length,
      invoices: invoices.length,
      periods: periods.length,
      total: sum(invoices.map(({ total }) => total)),
    };
    await runsStore(platform.rows).add(run, { ...billed, parked: 0 });
    return billed;
  });
}
