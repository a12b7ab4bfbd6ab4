import { addDays, addDuration, compareInstants, keepProblem, startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import type { Job, StepResult, Tools } from '@sanya/strapi-plugin-platform/kit';
import { opensOn, renewsItselfOn } from '../domain/renewal-notices';
import { type ContractToRenew, type RenewalRow, renewalsStore } from '../stores/renewals';
import { endOffers, lapseRenewals } from '../use-cases/renewals/lapse-renewals';
import { noticeRenewals } from '../use-cases/renewals/notice-renewals';
import { offerRenewals } from '../use-cases/renewals/offer-renewals';
import { openRenewals } from '../use-cases/renewals/open-renewals';
import { renewContracts } from '../use-cases/renewals/renew-contracts';
import { readRenewalPolicy } from '../use-cases/renewals/renewal-policy';
import { allOrEach } from './all-or-each';

const CHUNK = 200;
/** Of the day: nobody is written to at night. */
const HOUR = 'PT8H';

/**
 * Follows what becomes of terms: asks in time, offers, renews what goes on by itself, and lets lapse what nobody decided.
 * One that a rule refuses is told of in its renewal and stops no other.
 */
export function createKeepRenewals(tools: Tools): Job {
  const { platform } = tools;
  const store = () => renewalsStore(platform.rows);
  const midnight = (day: string): string => startOfDay(platform.clock.zone(), day);
  const morning = (day: string): string => addDuration(midnight(day), HOUR, platform.clock.zone());
  /** What was missed is made up for in the morning. */
  const later = (day: string): string => (day < platform.clock.today() ? platform.clock.today() : day);
  const itself = ({ endsOn, noticeDays }: ContractToRenew): string =>
    renewsItselfOn({ endsOn: endsOn ?? '', noticeDays });

  /** The renewals of contracts that are to be decided now. */
  async function renewalsOf(contracts: readonly ContractToRenew[]): Promise<number[]> {
    const all = await store().ofContracts(contracts.map(({ id }) => id));
    return all
      .filter(({ contract, term }) => contracts.some((one) => one.id === contract && one.term + 1 === term))
      .map(({ id }) => id);
  }

  /** All at once, and where one is refused each alone: that one keeps its reason. */
  const all = async (
    ids: readonly number[],
    does: (ids: readonly number[]) => Promise<unknown>,
  ): Promise<StepResult> => ({
    done: ids.length < CHUNK,
    ...(await allOrEach(ids, does, (id, error) =>
      platform.transaction(() => store().update([{ id, problem: keepProblem(error), nextOfferOn: null }])),
    )),
  });

  const idsOf = (renewals: readonly RenewalRow[]): number[] => renewals.map(({ id }) => id);

  return {
    name: 'contracts.keep-renewals',
    async nextDue() {
      const policy = await readRenewalPolicy(tools);
      const first = await store().firstToOpen();
      const [own] = await store().renewingThemselves(1);
      const [open] = await store().undecided(1);
      const [over] = await store().offersOver(1);
      const [notice] = await store().due('nextNoticeOn', 1);
      const [offer] = await store().due('nextOfferOn', 1);
      const instants = [
        first?.endsOn && midnight(opensOn(policy, first.endsOn)),
        own && midnight(itself(own)),
        open?.endsOn && midnight(addDays(open.endsOn, 1)),
        over?.offerEndsOn && midnight(addDays(over.offerEndsOn, 1)),
        notice?.nextNoticeOn && morning(later(notice.nextNoticeOn)),
        offer?.nextOfferOn && morning(later(offer.nextOfferOn)),
      ].filter((instant): instant is string => typeof instant === 'string' && instant !== '');
      return instants.sort(compareInstants)[0] ?? null;
    },
    async step(): Promise<StepResult> {
      const { clock } = platform;
      const today = clock.today();
      const policy = await readRenewalPolicy(tools);
      const parts: StepResult[] = [];
      const opening = await store().toOpen(addDays(today, policy.days[0] ?? 0), CHUNK);
      await openRenewals(tools, opening);
      parts.push({ done: opening.length < CHUNK, processed: opening.length });

      const own = (await store().renewingThemselves(CHUNK)).filter((one) => itself(one) <= today);
      parts.push(await all(await renewalsOf(own), (ids) => renewContracts(tools, ids)));
      const open = await store().undecided(CHUNK, today);
      parts.push(await all(await renewalsOf(open), (ids) => lapseRenewals(tools, ids)));
      parts.push(await all(idsOf(await store().offersOver(CHUNK, today)), (ids) => endOffers(tools, ids)));

      if (compareInstants(clock.now(), morning(today)) >= 0) {
        const offers = await store().due('nextOfferOn', CHUNK, today);
        const told = new Set(idsOf(await store().due('nextNoticeOn', CHUNK, today)));
        parts.push(
          await all(idsOf(offers), (ids) =>
            offerRenewals(
              tools,
              ids.map((renewal) => ({ renewal, mail: !told.has(renewal) })),
            ),
          ),
        );
        const notices = await store().due('nextNoticeOn', CHUNK, today);
        parts.push(await all(idsOf(notices), (ids) => noticeRenewals(tools, ids)));
      }
      const count = (what: 'processed' | 'failed') => parts.reduce((total, part) => total + (part[what] ?? 0), 0);
      return { done: parts.every(({ done }) => done), processed: count('processed'), failed: count('failed') };
    },
  };
}
