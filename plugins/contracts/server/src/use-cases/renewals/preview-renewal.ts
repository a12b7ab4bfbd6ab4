import { broken, conflict, moneyParam, next } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { renewalMachine } from '../../domain/renewal-machine';
import { renewalsStore } from '../../stores/renewals';
import { soldStore } from '../../stores/sold';
import type { LockedContract } from '../lock-contracts';
import { planTerm } from './plan-term';
import { offeredPrice } from './renew-contracts';
import { standingOffers } from './write-terms';

/** What renewing a contract as it stands would come to: reads alone. */
export async function previewRenewal(tools: Tools, one: LockedContract) {
  const { platform } = tools;
  const { contract } = one;
  const params = { contract: contract.number ?? '' };
  if (contract.state !== 'active') throw broken('renewal.over', { params });
  const renewals = await renewalsStore(platform.rows).ofContracts([contract.id]);
  const last = renewals.find(({ term }) => term === contract.term);
  if (last?.startsOn && last.startsOn > platform.clock.today()) {
    throw conflict('renewal.renewed_already', { params: { ...params, until: contract.endsOn ?? '' } });
  }
  const renewal = renewals.find(({ term }) => term === contract.term + 1);
  if (renewal && next(renewalMachine, renewal.state, 'renew') === undefined) throw conflict('renewal.decided');
  const { startsOn, endsOn, price } = await planTerm(tools, {
    ...{ one, price: renewal ? offeredPrice({ ...one, renewal }) : null },
  });
  const standing = renewal ? await standingOffers(tools, [{ renewal }]) : new Set<number>();
  const [invoice] = await soldStore(platform.rows).invoices([...standing]);
  const { currency } = contract;
  const told = { from: startsOn, until: endsOn, price: moneyParam(price, currency) };
  const say = (key: string, more: Record<string, string> = {}): string =>
    platform.messages.say(platform.caller().language, key, { ...told, ...more });
  return {
    ...{ startsOn, endsOn, price, currency, invoice: invoice?.number ?? null },
    sentence: invoice
      ? say('renewal.preview_offered', { invoice: invoice.number ?? '' })
      : say(contract.pricesIncludeTax ? 'renewal.preview_with_tax' : 'renewal.preview'),
  };
}
