import { broken, move } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractNextBillOn } from '../../domain/contract';
import type { NextTerm } from '../../domain/next-term';
import { renewalMachine } from '../../domain/renewal-machine';
import { contractsStore } from '../../stores/contracts';
import { billedByLine } from '../../stores/periods';
import { type RenewalRow, renewalsStore } from '../../stores/renewals';
import { contractEvent } from '../contract-events';
import { billedOf } from '../lock-contracts';
import { must } from '../must';
import { type LockedRenewal, lockRenewals } from './lock-renewals';
import { planTerms } from './plan-term';
import { renewalTeller } from './renewal-mails';
import { readRenewalPolicy } from './renewal-policy';
import { standingOffers, writeTerms, type WrittenTerm } from './write-terms';

/** What was offered for the whole term holds; else it is planned as the contract stands. */
export const offeredPrice = ({ renewal, contract }: LockedRenewal): bigint | null =>
  contract.renewalTerms === null && renewal.priceNote === null ? null : renewal.price;

const renewed = (
  { renewal, contract }: LockedRenewal,
  { startsOn, endsOn, price }: NextTerm,
  { platform }: Tools,
): { id: number } & Partial<RenewalRow> => ({
  ...{ id: renewal.id, state: move(renewalMachine, renewal.state, 'renew'), startsOn, endsOn, price },
  ...{
    decidedOn: platform.clock.today(),
    decidedBy: platform.caller().key,
    termEndsOn: must(contract.endsOn ?? undefined),
  },
  ...{ nextNoticeOn: null, nextOfferOn: null, offerEndsOn: null, problem: null, reason: null, note: null },
});

/** The contract with its new end, and the day on which it is billed next. */
function extended(one: LockedRenewal, term: NextTerm, { lines, periods }: WrittenTerm) {
  const rows = periods.map((period) => ({ ...period, id: 0, documentId: '' }));
  return {
    ...{ id: one.contract.id, endsOn: term.endsOn, term: one.contract.term + 1, renewalTerms: term.renewalTerms },
    ...{ noticeGivenOn: null, endReason: null },
    nextBillOn: contractNextBillOn([...one.lines, ...lines], {
      ...billedOf(one),
      billed: billedByLine([...one.periods, ...rows]),
    }),
  };
}

/**
 * Contracts go on for a further term: their lines are continued from the day after the last, what an offered invoice asks
 * for is billed, and the end is that of the new term. A term is renewed once: whoever comes second is refused.
 */
export async function renewContracts(tools: Tools, renewals: readonly number[]): Promise<void> {
  const { platform } = tools;
  if (renewals.length === 0) return;
  await platform.transaction(async () => {
    const locked = await lockRenewals(tools, renewals);
    for (const { renewal, contract } of locked) {
      move(renewalMachine, renewal.state, 'renew');
      if (contract.state !== 'active') throw broken('renewal.over', { params: { contract: contract.number ?? '' } });
    }
    const standing = await standingOffers(tools, locked);
    const terms = await planTerms(
      tools,
      locked.map((one) => ({ one, price: offeredPrice(one) })),
    );
    const written = await writeTerms(
      tools,
      locked.map((one, index) => ({
        ...{ one, term: must(terms[index]) },
        into: { contract: one.contract.id, lines: Math.max(0, ...one.lines.map(({ position }) => position)) },
        invoice: one.renewal.invoice !== null && standing.has(one.renewal.invoice) ? one.renewal.invoice : null,
      })),
    );
    await contractsStore(platform.rows).update(
      locked.map((one, index) => extended(one, must(terms[index]), must(written[index]))),
    );
    const changes = locked.map((one, index) => renewed(one, must(terms[index]), tools));
    await renewalsStore(platform.rows).update(changes);
    await platform.events.record(
      locked.map(({ contract }, index) => {
        const { startsOn, endsOn, price } = must(terms[index]);
        return contractEvent('contract.renewed', contract, {
          ...{ state: contract.state, contract: contract.id, term: contract.term + 1, from: startsOn, to: endsOn },
          ...{ price, currency: contract.currency },
        });
      }),
    );
    await tellRenewed(
      tools,
      locked.map((one, index) => ({ ...one, renewal: { ...one.renewal, ...must(changes[index]) } })),
    );
  });
  platform.afterCommit(() => platform.jobs.poke());
}

async function tellRenewed(tools: Tools, list: readonly LockedRenewal[]): Promise<void> {
  const { mailTo } = await readRenewalPolicy(tools);
  const teller = await renewalTeller(tools, list, mailTo);
  await tools.platform.mail.queue(
    list.flatMap((one) =>
      teller.customer('renewal-renewed', { one, term: null }, `renewal:${one.renewal.documentId}:renewed`),
    ),
  );
}
