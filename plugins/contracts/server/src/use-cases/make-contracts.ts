import { badInput, conflict, extend, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import {
  checkLine,
  checkStart,
  type ContractFacts,
  type ContractLineFacts,
  keepPrice,
  SINCE_EVER,
} from '../domain/contract';
import { type DiscountPhase, pricesOfPhases } from '../domain/discount-phases';
import type { KeptTiers } from '../domain/price-tiers';
import { keepRenewalTerms, type RenewalTerms, type RenewalTermsWish } from '../domain/renewal-terms';
import { serviceId } from '../domain/service-id';
import { checkTerm } from '../domain/term';
import { contractsStore } from '../stores/contracts';
import { activateWhatMay } from './activate-contracts';
import { contractEvent } from './contract-events';
import { lockCustomers } from './lock-contracts';
import { must } from './must';

export const CONTRACT_SERIES = 'contract';
const MOST_LINES = 200;

export interface NewLine extends Omit<ContractLineFacts, 'contract' | 'position' | 'prices' | 'startsOn' | 'endsOn'> {
  /** What is taken off its first periods, where that is not `discount`, which holds after them. */
  phases?: readonly DiscountPhase[];
  /** Where its price follows the quantity. */
  tiers?: KeptTiers;
}

type Said = 'customer' | 'order' | 'invoice' | 'firstPeriodBilled' | 'activation' | 'agreedStart' | 'termMonths';
type SaidToo = 'noticeDays' | 'currency' | 'pricesIncludeTax' | 'billedTogether' | 'poNumber' | 'note';

export interface NewContract extends Pick<ContractFacts, Said | SaidToo> {
  /** Row id of the service level that is agreed; absent: what is usual for the customer. */
  serviceLevel?: number | null;
  /** Not agreed yet. */
  draft: boolean;
  /** The number that it has already, from the books before; the next of ours when absent. */
  number?: string;
  lines: readonly NewLine[];
  /** How it goes on after its term; absent: nobody said, and it is asked when it ends. */
  renewal?: NewRenewal;
}

export interface NewRenewal {
  autoRenew: boolean;
  /** What further terms cost; null: as until now. */
  terms: RenewalTermsWish | RenewalTerms | null;
  /** Number of the first term: 0 is a free one. */
  term: number;
  predecessor?: number;
}

function check(wish: NewContract): void {
  // What comes back continues the lines that it had.
  if (wish.lines.length === 0 && wish.renewal?.predecessor === undefined)
    throw badInput('contract.no_lines', { field: 'lines' });
  if (wish.lines.length > MOST_LINES) {
    throw badInput('contract.too_many_lines', { field: 'lines', params: { most: MOST_LINES } });
  }
  wish.lines.forEach((line, index) => checkLine(line, `lines.${index}.`));
  const { renewal } = wish;
  checkTerm({ ...wish, autoRenew: renewal?.autoRenew ?? false, renewalTable: renewal?.terms ?? null });
  if (wish.activation === 'date' && wish.agreedStart === null) {
    throw badInput('contract.start_missing', { field: 'startsOn' });
  }
  if (wish.agreedStart !== null) checkStart(wish.agreedStart, 'startsOn');
  if (wish.activation === 'payment' && wish.invoice === null) {
    throw badInput('contract.payment_of_what', { field: 'activation' });
  }
}

const isKept = (terms: RenewalTermsWish | RenewalTerms): terms is RenewalTerms => 'before' in terms;

/** What costs nothing is a free term: it is not counted. */
const isFree = (lines: readonly NewLine[]): boolean =>
  lines.length > 0 && lines.every((line) => extend(line.unitPrice, line.quantity) === line.discount);

const renewalOf = ({ renewal, lines, termMonths }: NewContract) => ({
  ...{ autoRenew: renewal?.autoRenew ?? false, predecessor: renewal?.predecessor ?? null },
  term: isFree(lines) ? 0 : (renewal?.term ?? 1),
  renewalTerms: renewal?.terms
    ? isKept(renewal.terms)
      ? renewal.terms
      : keepRenewalTerms(renewal.terms, lines, must(termMonths ?? undefined))
    : null,
});

const NOT_YET = {
  ...{
    serviceId: null,
    startsOn: null,
    trialUntil: null,
    endsOn: null,
    nextBillOn: null,
    problem: null,
    parkedAt: null,
  },
  noticeGivenOn: null,
  ...{ activatedAt: null, endedAt: null, cancelledAt: null, endReason: null },
} as const;

/**
 * Makes contracts: all of them, or none. One that waits for nothing more begins at once. The number is taken last, and the
 * service id, which is told on the phone, comes from the row.
 */
export async function makeContracts(tools: Tools, wishes: readonly NewContract[]): Promise<Ref[]> {
  const { platform } = tools;
  if (wishes.length === 0) return [];
  wishes.forEach(check);
  return platform.transaction(async () => {
    const customers = new Map(
      (
        await lockCustomers(
          tools,
          wishes.map(({ customer }) => customer),
        )
      ).map((one) => [one.id, one]),
    );
    for (const { customer, order } of wishes) {
      const found = customers.get(customer);
      if (!found) throw notFound('contract.customer_unknown', { field: 'customer' });
      // Whoever is closed may still pay what was ordered; what is to be billed then, the run sets aside.
      if (order === null && found.state !== 'active') {
        throw conflict('contract.customer_closed', { params: { customer: found.name } });
      }
    }
    const store = contractsStore(platform.rows);
    const numbers = await platform.numbers.take(
      wishes
        .filter(({ number }) => number === undefined)
        .map(() => ({ series: CONTRACT_SERIES, branch: null, date: platform.clock.today() })),
    );
    const facts = wishes.map(
      ({ draft, lines, number, renewal, ...said }): ContractFacts => ({
        ...said,
        ...NOT_YET,
        ...renewalOf({ draft, lines, renewal, ...said }),
        serviceLevel: said.serviceLevel ?? null,
        number: number ?? must(numbers.shift()),
        takenOverOn: number === undefined ? null : platform.clock.today(),
        state: draft ? 'draft' : 'awaiting_start',
      }),
    );
    const refs = await store.insert(facts);
    await store.update(refs.map(({ id }) => ({ id, serviceId: serviceId(id) })));
    await store.insertLines(
      refs.flatMap(({ id }, index) =>
        must(wishes[index]).lines.map(({ phases, tiers, ...line }, place) => ({
          ...line,
          entitlements: line.entitlements?.length ? line.entitlements : null,
          ...{ contract: id, position: place + 1, startsOn: null, endsOn: null },
          prices: phases
            ? pricesOfPhases({ ...line, tiers }, phases)
            : [keepPrice({ ...line, tiers, from: SINCE_EVER })],
        })),
      ),
    );
    await platform.events.record(
      refs.map((ref, index) => {
        const made = { ...must(facts[index]), ...ref };
        return { ...contractEvent('contract.made', made, { state: made.state }), before: null };
      }),
    );
    await activateWhatMay(
      tools,
      refs.filter((_, index) => wishes[index]?.draft === false).map(({ id }) => id),
    );
    return refs;
  });
}
