import { keepWords, move, next } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { renewalMachine } from '../../domain/renewal-machine';
import { contractsStore } from '../../stores/contracts';
import { type RenewalRow, renewalsStore } from '../../stores/renewals';
import { contractEvent } from '../contract-events';
import { lockRenewals } from './lock-renewals';
import { withdrawOffers } from './offer-renewals';

export interface DeclineWish {
  /** Row ids. */
  renewal: number;
  reason: number | null;
  /** What the reason is called. */
  reasonName: string | null;
  note: string | null;
}

const declined = ({ platform }: Tools, { id }: RenewalRow, { reason, note }: Pick<DeclineWish, 'reason' | 'note'>) => ({
  ...{ id, state: 'declined' as const, reason, note, decidedOn: platform.clock.today() },
  ...{ decidedBy: platform.caller().key, nextNoticeOn: null, nextOfferOn: null, problem: null },
});

/** Somebody has said that they will not go on: it is known since today, and the contract is over on its last day. */
export async function declineRenewals(tools: Tools, wishes: readonly DeclineWish[]): Promise<void> {
  const { platform } = tools;
  await platform.transaction(async () => {
    const locked = await lockRenewals(
      tools,
      wishes.map(({ renewal }) => renewal),
    );
    const store = renewalsStore(platform.rows);
    const said = locked.map((one, index) => {
      move(renewalMachine, one.renewal.state, 'decline');
      return { one, wish: wishes[index] ?? { reason: null, reasonName: null, note: null } };
    });
    await withdrawOffers(
      tools,
      locked.map(({ renewal }) => renewal),
      keepWords('renewal.declined_offer'),
    );
    await store.update(said.map(({ one, wish }) => declined(tools, one.renewal, wish)));
    const reasonOf = ({ reasonName, note }: Pick<DeclineWish, 'reasonName' | 'note'>): string | null =>
      [reasonName, note].filter(Boolean).join(': ').slice(0, 500) || null;
    await contractsStore(platform.rows).update(
      said.map(({ one, wish }) => ({
        ...{ id: one.contract.id, noticeGivenOn: platform.clock.today(), endReason: reasonOf(wish) },
      })),
    );
    await platform.events.record(
      said.map(({ one: { contract }, wish }) =>
        contractEvent('contract.renewal_declined', contract, {
          ...{ state: contract.state, endsOn: contract.endsOn, reason: reasonOf(wish) },
        }),
      ),
    );
  });
}

/** Contracts were given up otherwise: nobody is asked any more whether they go on. */
export async function declineGivenUp(tools: Tools, contracts: readonly number[]): Promise<void> {
  const { platform } = tools;
  const store = renewalsStore(platform.rows);
  const open = (await store.ofContracts(contracts)).filter(({ state }) => next(renewalMachine, state, 'decline'));
  if (open.length === 0) return;
  await withdrawOffers(tools, open, keepWords('renewal.declined_offer'));
  await store.update(open.map((renewal) => declined(tools, renewal, { reason: null, note: null })));
}
