import { addDays, broken, compareDates, keepWords, move } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { NextTerm } from '../../domain/next-term';
import { renewalMachine } from '../../domain/renewal-machine';
import { type RenewalRow, renewalsStore } from '../../stores/renewals';
import { soldStore } from '../../stores/sold';
import { contractEvent } from '../contract-events';
import { contractsAsIs } from '../contracts-as-is';
import { type InvoiceDraft, invoicing, type IssuedInvoice } from '../invoicing';
import { must } from '../must';
import { firstBill } from './first-bill';
import { type LockedRenewal, lockRenewals } from './lock-renewals';
import { planTerms } from './plan-term';
import { renewalTeller } from './renewal-mails';
import { readRenewalPolicy, type RenewalPolicy } from './renewal-policy';

export interface OfferWish {
  /** Row id. */
  renewal: number;
  /** For the whole term, said by staff; absent: by the table, or as until now. */
  price?: bigint | null;
  priceNote?: string | null;
  /** False: the notice of the same day carries it. */
  mail?: boolean;
}

interface Offer {
  one: LockedRenewal;
  wish: OfferWish;
  term: NextTerm;
  draft: InvoiceDraft | undefined;
  dueDate: string;
}

const later = (a: string, b: string): string => (compareDates(a, b) >= 0 ? a : b);

/**
 * An invoice of the next term is owed by nobody before it is renewed: it is due when it can be paid no longer, and nothing
 * that is owed already stands on it.
 */
const dueOf = ({ contract, customer }: LockedRenewal, policy: RenewalPolicy, today: string): string => {
  const end = addDays(must(contract.endsOn ?? undefined), policy.winBackDays);
  return later(end, addDays(today, customer.creditTermsDays));
};

/**
 * What was offered before is taken back, where it stands: nobody may pay two prices for one term. What was paid of it
 * already is the customer's again.
 */
export async function withdrawOffers(
  { platform, strapi }: Tools,
  renewals: readonly RenewalRow[],
  reason: string,
): Promise<void> {
  const store = renewalsStore(platform.rows);
  const offered = renewals.filter(({ invoice }) => invoice !== null);
  // First: whoever hears of a void invoice shall not find it here.
  await store.update(offered.map(({ id }) => ({ id, invoice: null, offerEndsOn: null })));
  const invoices = await soldStore(platform.rows).invoices(offered.flatMap(({ invoice }) => invoice ?? []));
  const billing = invoicing(strapi);
  const ways = await billing.waysBack(invoices.filter(({ state }) => state === 'open').map(({ id }) => id));
  const refusal = ways.find((one) => one.refusal)?.refusal;
  if (refusal) throw refusal;
  const back = (how: 'void' | 'credit'): number[] => ways.filter(({ way }) => way === how).map(({ id }) => id);
  const [untouched, begun] = [back('void'), back('credit')];
  if (untouched.length > 0) await billing.void(untouched, reason);
  if (begun.length > 0) {
    await billing.credit(begun.map((invoice) => ({ invoice, cause: 'contract_ended', reason })));
  }
}

/** Somebody has voided what was offered, or credited all of it: it asks for nothing any more, and may be offered again. */
export async function forgetOffers({ platform }: Pick<Tools, 'platform'>, invoices: readonly number[]): Promise<void> {
  if (invoices.length === 0) return;
  const store = renewalsStore(platform.rows);
  const asked = (await store.ofInvoices(invoices)).filter(({ state }) => state === 'offered' || state === 'lapsed');
  await store.update(asked.map(({ id }) => ({ id, invoice: null, offerEndsOn: null })));
}

/**
 * Makes the invoices of the next terms in advance, each with its own days and the price of its year: all of them, or none.
 * Offered again, the one before is void.
 */
export async function offerRenewals(tools: Tools, wishes: readonly OfferWish[]): Promise<void> {
  const { platform, strapi } = tools;
  if (wishes.length === 0) return;
  await platform.transaction(async () => {
    const today = platform.clock.today();
    const policy = await readRenewalPolicy(tools);
    const locked = await lockRenewals(
      tools,
      wishes.map(({ renewal }) => renewal),
    );
    const moved = locked.map((one, index) => {
      const state = move(renewalMachine, one.renewal.state, 'offer');
      const { number, endsOn } = one.contract;
      if (endsOn === null || endsOn < today)
        throw broken('renewal.nothing_ends', { params: { contract: number ?? '' } });
      return { one, wish: must(wishes[index]), state };
    });
    const terms = await planTerms(
      tools,
      moved.map(({ one, wish }) => ({ one, price: wish.price ?? null })),
    );
    const offers = moved.map(({ one, wish }, index): Offer => {
      const term = must(terms[index]);
      const dueDate = dueOf(one, policy, today);
      const { draft } = firstBill(platform, one, term);
      return {
        one,
        wish,
        term,
        dueDate,
        draft: draft && { ...draft, dueDate, send: false, takesFees: false, takesCredit: false },
      };
    });
    await withdrawOffers(
      tools,
      locked.map(({ renewal }) => renewal),
      keepWords('renewal.repriced'),
    );
    const asked = offers.filter(({ draft }) => draft !== undefined);
    const issued = await invoicing(strapi).issue(asked.flatMap(({ draft }) => draft ?? []));
    const invoiceOf = (offer: Offer): IssuedInvoice | null => {
      const place = asked.indexOf(offer);
      return place < 0 ? null : must(issued[place]);
    };
    const changes = offers.map((offer, index) => ({
      ...{ id: offer.one.renewal.id, state: must(moved[index]).state, offeredOn: today, nextOfferOn: null },
      ...{ startsOn: offer.term.startsOn, endsOn: offer.term.endsOn, price: offer.term.price, problem: null },
      ...{ termEndsOn: must(offer.one.contract.endsOn ?? undefined) },
      // Said by staff, with or without a word why.
      priceNote: (offer.wish.price ?? null) === null ? null : (offer.wish.priceNote ?? ''),
      ...{ invoice: invoiceOf(offer)?.id ?? null, offerEndsOn: invoiceOf(offer) ? offer.dueDate : null },
    }));
    await renewalsStore(platform.rows).update(changes);
    await platform.events.record(
      offers.map((offer) =>
        contractEvent('contract.renewal_offered', offer.one.contract, {
          ...{ state: offer.one.contract.state, startsOn: offer.term.startsOn, endsOn: offer.term.endsOn },
          ...{ price: offer.term.price, currency: offer.one.contract.currency },
          invoice: invoiceOf(offer)?.number ?? null,
        }),
      ),
    );
    const told = offers.map((offer, index) => ({
      term: offer.term,
      one: { ...offer.one, renewal: { ...offer.one.renewal, ...must(changes[index]) } },
    }));
    const teller = await renewalTeller(
      tools,
      told.map(({ one }) => one),
      policy.mailTo,
    );
    await platform.mail.queue(
      told.flatMap((telling, index) => {
        const { documentId, invoice } = telling.one.renewal;
        if (must(wishes[index]).mail === false) return [];
        return teller.customer('renewal-offer', telling, `renewal:${documentId}:offer:${invoice ?? today}`);
      }),
    );
  });
}

const isOffered = ({ state, invoice }: RenewalRow): boolean => state === 'offered' && invoice !== null;

/** As contracts stand now, at the price that staff said where they said one. */
const anew = (tools: Tools, offered: readonly RenewalRow[]): Promise<void> =>
  offerRenewals(
    tools,
    offered.map(({ id, price, priceNote }) => ({ renewal: id, ...(priceNote === null ? {} : { price, priceNote }) })),
  );

/** Contracts were changed: what was offered of them asks for what they were. It is void, and offered as they are now. */
export async function offerAnew(tools: Tools, contracts: readonly number[]): Promise<void> {
  const all = await renewalsStore(tools.platform.rows).ofContracts(contracts);
  await anew(tools, all.filter(isOffered));
}

/** Contracts are on again: where the days off moved the end of the term, what was offered begins on another day. */
export async function offerMoved(tools: Tools, contracts: readonly number[]): Promise<void> {
  const { rows, clock } = tools.platform;
  const offered = (await renewalsStore(rows).ofContracts(contracts)).filter(isOffered);
  if (offered.length === 0) return;
  const found = await contractsAsIs(
    tools,
    offered.map(({ contract }) => contract),
  );
  const today = clock.today();
  // Whoever is closed is offered nothing more: that stops nobody from being on again.
  const moved = new Map(
    found.flatMap(({ contract: { id, endsOn }, customer }) =>
      customer.state === 'active' && endsOn !== null && endsOn >= today ? [[id, endsOn]] : [],
    ),
  );
  await anew(
    tools,
    offered.filter(({ contract, termEndsOn }) => (moved.get(contract) ?? termEndsOn) !== termEndsOn),
  );
}
