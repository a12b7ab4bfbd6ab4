import { conflict, next } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { renewalMachine } from '../../domain/renewal-machine';
import { contractsStore } from '../../stores/contracts';
import { type RenewalRow, renewalsStore } from '../../stores/renewals';
import { must } from '../must';
import { lockRenewals } from './lock-renewals';
import { offerRenewals } from './offer-renewals';
import { currentRenewal } from './open-renewals';
import { renewContracts } from './renew-contracts';
import { winBackContracts } from './win-back-contracts';
import { standingOffers } from './write-terms';

/** Who asks: staff decide; a member decides on credit terms, and renews by paying otherwise. */
export type Asking = 'staff' | 'member';

async function renewalOf(tools: Tools, contract: number): Promise<RenewalRow> {
  const { platform } = tools;
  const [row] = await contractsStore(platform.rows).byIds([contract]);
  if (row?.state !== 'ended') return (await currentRenewal(tools, contract)).renewal;
  const lapsed = (await renewalsStore(platform.rows).ofContracts([contract])).find(({ state }) => state === 'lapsed');
  if (!lapsed) throw conflict('renewal.over', { params: { contract: row.number ?? '' } });
  return lapsed;
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
    const { renewal, customer } = must(one);
    if (who === 'staff' || customer.creditTermsDays > 0) {
      await decide(tools, id, renewal.state);
      return id;
    }
    const hasOffer = renewal.invoice !== null && (await standingOffers(tools, [{ renewal }])).has(renewal.invoice);
    if (hasOffer) return id;
    if (next(renewalMachine, renewal.state, 'offer') === undefined) {
      throw conflict('renewal.ask_us', { params: { contract: must(one).contract.number ?? '' } });
    }
    const { price, priceNote } = renewal;
    await offerRenewals(tools, [{ renewal: id, ...(priceNote === null ? {} : { price, priceNote }) }]);
    const [offered] = await renewalsStore(platform.rows).byIds([id]);
    // There is nothing to be paid in advance: to want it is enough.
    if (offered?.invoice === null) await renewContracts(tools, [id]);
    return id;
  });
}

/** Offers were paid just now: in time they renew, and after the end they win back. */
export async function renewPaid(tools: Tools, invoices: readonly number[]): Promise<void> {
  const paid = await renewalsStore(tools.platform.rows).ofInvoices(invoices);
  const may = (verb: 'renew' | 'win_back'): number[] =>
    paid.filter(({ state }) => next(renewalMachine, state, verb) !== undefined).map(({ id }) => id);
  await renewContracts(tools, may('renew'));
  const back = may('win_back');
  if (back.length > 0)
    await winBackContracts(
      tools,
      back.map((renewal) => ({ renewal })),
    );
}
