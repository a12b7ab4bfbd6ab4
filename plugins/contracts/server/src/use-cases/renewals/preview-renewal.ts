import { broken, type CivilDate, conflict, moneyParam, next } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { renewalMachine } from '../../domain/renewal-machine';
import { renewalsStore } from '../../stores/renewals';
import { soldStore } from '../../stores/sold';
import type { LockedContract } from '../lock-contracts';
import { planTerm } from './plan-term';
import { offeredPrice } from './renew-contracts';
import { termBack } from './win-back-contracts';
import { standingOffers } from './write-terms';

/** The days and the price of a term, in words: `key`, that prices hold the tax already, or that an invoice asks for it. */
async function termView(
  { platform }: Tools,
  { contract }: LockedContract,
  { startsOn, endsOn, price }: { startsOn: CivilDate; endsOn: CivilDate; price: bigint },
  { key, standing }: { key: string; standing: ReadonlySet<number> },
) {
  const [invoice] = await soldStore(platform.rows).invoices([...standing]);
  const { currency } = contract;
  const told = { from: startsOn, until: endsOn, price: moneyParam(price, currency), invoice: invoice?.number ?? '' };
  const how = invoice ? '_offered' : contract.pricesIncludeTax ? '_with_tax' : '';
  return {
    ...{ startsOn, endsOn, price, currency, invoice: invoice?.number ?? null },
    sentence: platform.messages.say(platform.caller().language, `${key}${how}`, told),
  };
}

/** What winning back a contract that lapsed would come to. */
async function previewReturn(tools: Tools, one: LockedContract) {
  const { contract } = one;
  const renewals = await renewalsStore(tools.platform.rows).ofContracts([contract.id]);
  const renewal = renewals.find(({ state }) => state === 'lapsed');
  if (!renewal) throw broken('renewal.over', { params: { contract: contract.number ?? '' } });
  const standing = await standingOffers(tools, [{ renewal }]);
  const offered = renewal.invoice !== null && standing.has(renewal.invoice) ? renewal.invoice : null;
  const { term, begins } = await termBack(tools, { ...one, renewal }, { offered, startsOn: undefined });
  return termView(tools, one, { ...term, startsOn: begins }, { key: 'renewal.preview_back', standing });
}

/** What renewing a contract as it stands would come to, or winning it back where it lapsed: reads alone. */
export async function previewRenewal(tools: Tools, one: LockedContract) {
  const { platform } = tools;
  const { contract } = one;
  const params = { contract: contract.number ?? '' };
  if (contract.state === 'ended') return previewReturn(tools, one);
  if (contract.state !== 'active') throw broken('renewal.over', { params });
  const renewals = await renewalsStore(platform.rows).ofContracts([contract.id]);
  const last = renewals.find(({ term }) => term === contract.term);
  if (last?.startsOn && last.startsOn > platform.clock.today()) {
    throw conflict('renewal.renewed_already', { params: { ...params, until: contract.endsOn ?? '' } });
  }
  const renewal = renewals.find(({ term }) => term === contract.term + 1);
  if (renewal && next(renewalMachine, renewal.state, 'renew') === undefined) throw conflict('renewal.decided');
  const term = await planTerm(tools, {
    ...{ one, price: renewal ? offeredPrice({ ...one, renewal }) : null },
  });
  const standing = renewal ? await standingOffers(tools, [{ renewal }]) : new Set<number>();
  return termView(tools, one, term, { key: 'renewal.preview', standing });
}
