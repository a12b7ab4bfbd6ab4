import { addDays, badInput, compareDates, move } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractNextBillOn } from '../../domain/contract';
import { contractMachine } from '../../domain/contract-machine';
import { renewalMachine } from '../../domain/renewal-machine';
import { contractsStore } from '../../stores/contracts';
import { peopleStore } from '../../stores/people';
import { billedByLine } from '../../stores/periods';
import { renewalsStore } from '../../stores/renewals';
import { contractEvent } from '../contract-events';
import { saidInFull } from '../entitlements/ledgers';
import { makeContracts } from '../make-contracts';
import { must } from '../must';
import { type LockedRenewal, lockRenewals } from './lock-renewals';
import { planTerm } from './plan-term';
import { offeredPrice } from './renew-contracts';
import { renewalTeller } from './renewal-mails';
import { readRenewalPolicy } from './renewal-policy';
import { standingOffers, writeTerms } from './write-terms';

export interface WinBackWish {
  /** Row id. */
  renewal: number;
  /** Its first day where nothing that was offered says it; today unless told. */
  startsOn?: string;
}

/**
 * What has lapsed comes back as a contract of its own that continues the one before: what is over stays over. Where the
 * offered invoice stands, its days are those of the invoice, and the first period is billed by it.
 */
export async function winBackContracts(tools: Tools, wishes: readonly WinBackWish[]): Promise<number[]> {
  const { platform } = tools;
  const won = await platform.transaction(async () => {
    const locked = await lockRenewals(
      tools,
      wishes.map(({ renewal }) => renewal),
    );
    const standing = await standingOffers(tools, locked);
    const made: number[] = [];
    for (const [index, one] of locked.entries()) {
      const { invoice } = one.renewal;
      const offered = invoice !== null && standing.has(invoice) ? invoice : null;
      made.push(await winBack(tools, one, { offered, startsOn: wishes[index]?.startsOn }));
    }
    return made;
  });
  platform.afterCommit(() => platform.jobs.poke());
  return won;
}

interface Back {
  offered: number | null;
  startsOn: string | undefined;
}

/** The term that one that lapsed would come back with: from the day after its last where the offer stands, else from a day on. */
export async function termBack(tools: Tools, one: LockedRenewal, { offered, startsOn }: Back) {
  const { renewal } = one;
  const today = tools.platform.clock.today();
  const after = addDays(renewal.termEndsOn, 1);
  const from = offered === null ? (startsOn ?? today) : after;
  if (compareDates(from, after) < 0 || compareDates(from, today) > 0) {
    throw badInput('renewal.comes_back_when', { field: 'startsOn', params: { from: after, until: today } });
  }
  // The days that were off moved the contract before, not this one.
  const before = { ...one, suspensions: [], lines: saidInFull(one.lines) };
  const term = await planTerm(tools, {
    ...{ one: before, price: offeredPrice(one), isOwn: true },
    ...(from === after ? {} : { from }),
  });
  // Lines beside one that was moved end earlier, and what was offered of them goes on from there.
  const begins = term.lines.map((line) => line.startsOn).sort(compareDates)[0] ?? from;
  return { before, term, begins };
}

async function winBack(tools: Tools, one: LockedRenewal, back: Back): Promise<number> {
  const { platform } = tools;
  const { contract, renewal } = one;
  const { offered } = back;
  const state = move(renewalMachine, renewal.state, 'win_back');
  const today = platform.clock.today();
  const { before, term, begins } = await termBack(tools, one, back);
  const [first] = await makeContracts(tools, [
    {
      ...{ customer: contract.customer, order: null, invoice: null, firstPeriodBilled: false, activation: 'date' },
      ...{ agreedStart: begins, termMonths: contract.termMonths, noticeDays: contract.noticeDays },
      ...{ currency: contract.currency, pricesIncludeTax: contract.pricesIncludeTax },
      ...{ billedTogether: contract.billedTogether, poNumber: contract.poNumber, note: contract.note },
      serviceLevel: contract.serviceLevel,
      // It begins when its lines are there.
      draft: true,
      lines: [],
      renewal: {
        ...{ autoRenew: contract.autoRenew, terms: term.renewalTerms, term: renewal.term },
        predecessor: contract.id,
      },
    },
  ]);
  const made = must(first);
  await peopleStore(platform.rows).copy(contract.id, made.id);
  const [written] = await writeTerms(tools, [
    { one: before, term, into: { contract: made.id, lines: 0 }, invoice: offered },
  ]);
  const { lines, periods } = must(written);
  const store = contractsStore(platform.rows);
  const begun = move(contractMachine, move(contractMachine, 'draft', 'agree'), 'activate');
  const billed = billedByLine(periods.map((period) => ({ ...period, id: 0, documentId: '' })));
  await store.update([
    {
      ...{ id: made.id, state: begun, startsOn: begins, endsOn: term.endsOn, activatedAt: platform.clock.now() },
      ...{ invoice: offered, nextBillOn: contractNextBillOn(lines, { suspensions: [], billed }) },
    },
  ]);
  const successor = must((await store.byIds([made.id]))[0]);
  await renewalsStore(platform.rows).update([
    {
      ...{ id: renewal.id, state, successor: made.id, startsOn: begins, endsOn: term.endsOn, price: term.price },
      ...{ decidedOn: today, decidedBy: platform.caller().key, offerEndsOn: null },
    },
  ]);
  await platform.events.record([
    contractEvent('contract.activated', successor, { state: begun, startsOn: begins, endsOn: term.endsOn }),
    contractEvent('contract.won_back', contract, {
      ...{ state: contract.state, successor: successor.number, startsOn: begins, endsOn: term.endsOn },
    }),
  ]);
  const { mailTo } = await readRenewalPolicy(tools);
  const told = { ...one, contract: successor, renewal: { ...renewal, state, startsOn: begins, endsOn: term.endsOn } };
  const teller = await renewalTeller(tools, [told], mailTo);
  await platform.mail.queue(
    teller.customer('renewal-renewed', { one: told, term }, `renewal:${renewal.documentId}:won_back`),
  );
  return made.id;
}
