import { moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { UNDECIDED } from '../domain/renewal-machine';
import { renewsItselfOn } from '../domain/renewal-notices';
import { contractsStore } from '../stores/contracts';
import { renewalsStore } from '../stores/renewals';
import { must } from '../use-cases/must';

/** What becomes of the term of a contract that runs, in one sentence; null: it is not followed yet. */
export async function renewalStands(platform: Platform, id: number): Promise<string | null> {
  const [found] = await contractsStore(platform.rows).byIds([id]);
  const contract = must(found);
  const { term, endsOn, noticeDays, autoRenew, currency } = contract;
  const renewal = (await renewalsStore(platform.rows).ofContracts([id])).find((one) => one.term === term + 1);
  if (!renewal || endsOn === null) return null;
  const { language } = platform.caller();
  const say = (code: string, params: Parameters<typeof platform.messages.say>[2]): string =>
    platform.messages.say(language, code, params);
  if (!UNDECIDED.includes(renewal.state)) return say(`renewal.stands_${renewal.state}`, { ends: endsOn });
  const decision = autoRenew
    ? say('renewal.stands_auto', { on: renewsItselfOn({ endsOn, noticeDays }) })
    : say('renewal.stands_asked', { ends: endsOn });
  if (renewal.state !== 'offered' || renewal.price === null) return decision;
  const price = moneyParam(renewal.price, currency);
  return [decision, say('renewal.stands_offered', { price, on: renewal.offeredOn ?? '' })].join(' ');
}
