import { isRefusal, keepProblem, sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import { chunksOf } from '../domain/run-chunks';
import { contractsStore, type DueContract } from '../stores/contracts';
import { billingOf } from './bill-contracts';
import { type Billing, invoiceDrafts, usuallyTogether } from './invoice-drafts';
import { invoicing } from './invoicing';
import { type ContractCustomer, readContracts } from './lock-contracts';
import { must } from './must';

interface Named {
  documentId: string;
  number: string;
  customer: string;
}

export interface Preview {
  asOf: CivilDate;
  /** The first of them: of all, the counts. */
  list: (Named & { periods: number; amount: bigint })[];
  /** What cannot be billed, or was set aside before. */
  problems: (Named & { problem: string })[];
  contracts: number;
  periods: number;
  invoices: number;
  parked: number;
  /** What the invoices come to, VAT included. */
  total: bigint;
  /** There are more than were looked at. */
  more: boolean;
}

const MOST_SEEN = 10_000;
const MOST_SHOWN = 500;

const named = ({ contract, customer }: Pick<Billing, 'contract' | 'customer'>): Named => ({
  documentId: contract.documentId,
  number: contract.number ?? '',
  customer: customer.name,
});

const amountOf = ({ due }: Billing): bigint => sum(due.map(({ amount }) => amount));

/** Adds what a chunk would come to; one that is refused counts with those that cannot be billed. */
async function lookAt(tools: Tools, preview: Preview, due: readonly DueContract[]): Promise<void> {
  const { platform, strapi } = tools;
  const customers = await platform.rows.byIds<ContractCustomer>(CUSTOMER, [
    ...new Set(due.map(({ customer }) => customer)),
  ]);
  const found = await readContracts(
    tools,
    due.map(({ id }) => id),
    { customers },
  );
  const refuse = (one: Pick<Billing, 'contract' | 'customer'>, error: unknown): void => {
    if (!isRefusal(error)) throw error;
    preview.parked += 1;
    if (preview.problems.length < MOST_SHOWN) preview.problems.push({ ...named(one), problem: keepProblem(error) });
  };
  const billings = found.flatMap((one): Billing[] => {
    try {
      return [billingOf(one, preview.asOf)];
    } catch (error) {
      refuse(one, error);
      return [];
    }
  });
  const { drafts, placed } = invoiceDrafts(platform, billings, await usuallyTogether(platform));
  const foreseen = await invoicing(strapi).foresee(drafts);
  const draftOf = new Map(placed.map(({ billing, draft }) => [billing, draft]));
  for (const billing of billings) {
    const draft = draftOf.get(billing) ?? null;
    const refusal = draft === null ? undefined : must(foreseen[draft]).refusal;
    if (refusal) {
      refuse(billing, refusal);
      continue;
    }
    preview.contracts += 1;
    preview.periods += billing.due.length;
    if (preview.list.length < MOST_SHOWN) {
      preview.list.push({ ...named(billing), periods: billing.due.length, amount: amountOf(billing) });
    }
  }
  const billed = foreseen.flatMap(({ amounts }) => amounts ?? []);
  preview.invoices += billed.length;
  preview.total += sum(billed.map(({ total }) => total));
}

/** What was set aside before is not billed until somebody has seen to it. */
async function addParked({ platform }: Tools, preview: Preview): Promise<void> {
  const parked = await contractsStore(platform.rows).parked(MOST_SHOWN);
  const customers = new Map(
    (
      await platform.rows.byIds<{ name: string }>(
        CUSTOMER,
        parked.map(({ customer }) => customer),
        { fields: ['name'] },
      )
    ).map(({ id, name }) => [id, name]),
  );
  preview.parked += parked.length;
  for (const { documentId, number, customer, problem } of parked) {
    preview.problems.push({
      ...{ documentId, number: number ?? '', customer: customers.get(customer) ?? '', problem: problem ?? '' },
    });
  }
}

/** What a run would bill: reads alone, locks nothing and writes nothing. */
export async function previewRun(tools: Tools, asOf: CivilDate): Promise<Preview> {
  const due = await contractsStore(tools.platform.rows).due(asOf, {
    most: MOST_SEEN + 1,
    today: tools.platform.clock.today(),
    heldToo: true,
  });
  const more = due.length > MOST_SEEN;
  const preview: Preview = {
    ...{ asOf, list: [], problems: [], contracts: 0, periods: 0, invoices: 0, parked: 0, total: 0n, more },
  };
  for (const chunk of chunksOf(due, more)) await lookAt(tools, preview, chunk);
  await addParked(tools, preview);
  return preview;
}
