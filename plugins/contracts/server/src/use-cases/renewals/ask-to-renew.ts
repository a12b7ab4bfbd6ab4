import { addDays, compareDates, conflict, next } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { renewalMachine } from '../../domain/renewal-machine';
import { contractsStore } from '../../stores/contracts';
import { type RenewalRow, renewalsStore } from '../../stores/renewals';
import { must } from '../must';
import { contractsAsIs } from '../contracts-as-is';
import { openOf } from '../credit-unused';
import { type LockedRenewal, lockRenewals } from './lock-renewals';
import { offerRenewals } from './offer-renewals';
import { currentRenewal } from './open-renewals';
import { readRenewalPolicy } from './renewal-policy';
import { renewContracts } from './renew-contracts';
import { winBackContracts } from './win-back-contracts';
import { standingOffers } from './write-terms';

/** Who asks: staff decide; a member decides on credit terms, and renews by paying otherwise. */
export type Asking = 'staff' | 'member';

async function renewalOf(tools: Tools, contract: number): Promise<RenewalRow> {
  const { platform } = tools;
  const [row] = await contractsStore(platform.rows).byIds([contract]);
  if (row?.state !== 'ended') return (await currentRenewal(tools, contract)).renewal;
  const all = await renewalsStore(platform.rows).ofContracts([contract]);
  // The link of a letter is pressed twice, or again later: it came back once.
  const lapsed = all.find(({ state }) => state === 'lapsed' || state === 'won_back');
  if (!lapsed) throw conflict('renewal.over', { params: { contract: row.number ?? '' } });
  return lapsed;
}

/** What was given up otherwise than by declining, is off for debt, or lapsed too long ago, is agreed anew with staff. */
async function isForStaff(tools: Tools, one: LockedRenewal): Promise<boolean> {
  const { renewal, contract } = one;
  if (renewal.state === 'lapsed') {
    const { winBackDays } = await readRenewalPolicy(tools);
    return compareDates(tools.platform.clock.today(), addDays(renewal.termEndsOn, winBackDays)) > 0;
  }
  const isDeclined = renewal.state === 'declined' && contract.endsOn === renewal.termEndsOn;
  const isGivenUp = contract.state === 'active' && contract.noticeGivenOn !== null && !isDeclined;
  return isGivenUp || openOf(one)?.cause === 'debt';
}

async function decide(tools: Tools, id: number, state: RenewalRow['state']): Promise<void> {
  if (state === 'lapsed') await winBackContracts(tools, [{ renewal: id }]);
  else await renewContracts(tools, [id]);
}

/**
 * A contract shall go on: at once where whoever asks may decide so; else what is to be paid for it is asked for, and it
 * goes on when that is paid. Answers the renewal's row id.
 */
export async function askToRenew(tools: Tools, contract: number, who: Asking): Promise<number> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const { id } = await renewalOf(tools, contract);
    const [one] = await lockRenewals(tools, [id]);
    const { renewal, customer, contract: agreed } = must(one);
    if (renewal.state === 'won_back') return id;
    if (who === 'member' && (await isForStaff(tools, must(one)))) {
      throw conflict('renewal.ask_us', { params: { contract: agreed.number ?? '' } });
    }
    if (who === 'staff' || customer.creditTermsDays > 0) {
      await decide(tools, id, renewal.state);
      return id;
    }
    const hasOffer = renewal.invoice !== null && (await standingOffers(tools, [{ renewal }])).has(renewal.invoice);
    if (hasOffer) return id;
    if (next(renewalMachine, renewal.state, 'offer') === undefined) {
      throw conflict('renewal.ask_us', { params: { contract: agreed.number ?? '' } });
    }
    const { price, priceNote } = renewal;
    await offerRenewals(tools, [{ renewal: id, ...(priceNote === null ? {} : { price, priceNote }) }]);
    const [offered] = await renewalsStore(platform.rows).byIds([id]);
    // There is nothing to be paid in advance: to want it is enough.
    if (offered?.invoice === null) await renewContracts(tools, [id]);
    return id;
  });
}

/**
 * Offers were paid just now: in time they renew, and after the end they win back. Whoever is closed meanwhile stays so:
 * money that came is kept all the same, and staff decide what becomes of it.
 */
export async function renewPaid(tools: Tools, invoices: readonly number[]): Promise<void> {
  const paid = await renewalsStore(tools.platform.rows).ofInvoices(invoices);
  const may = (verb: 'renew' | 'win_back'): RenewalRow[] =>
    paid.filter(({ state }) => next(renewalMachine, state, verb) !== undefined);
  await renewContracts(
    tools,
    may('renew').map(({ id }) => id),
  );
  const back = may('win_back');
  if (back.length === 0) return;
  const found = await contractsAsIs(
    tools,
    back.map(({ contract }) => contract),
  );
  const active = new Set(found.flatMap(({ contract, customer }) => (customer.state === 'active' ? contract.id : [])));
  await winBackContracts(
    tools,
    back.filter(({ contract }) => active.has(contract)).map(({ id }) => ({ renewal: id })),
  );
}
