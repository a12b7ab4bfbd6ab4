import { type CivilDate, keepWords } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { endOn } from '../../domain/line-chain';
import { contractNextBillOn } from '../../domain/contract';
import { contractsStore } from '../../stores/contracts';
import { contractEvent } from '../contract-events';
import { type Apart, creditPeriods } from '../credit-periods';
import { creditUnused } from '../credit-unused';
import { beyond, cancel } from '../end-contracts';
import { closing, finish } from '../finish-contracts';
import { billedOf, type LockedContract, lockContracts } from '../lock-contracts';
import { must } from '../must';

export interface EndAtOnce {
  /** Row id of the contract. */
  id: number;
  reason: string | null;
}

/** What was said and done: the last day, and what comes back with VAT. */
export interface EndedAtOnce {
  one: LockedContract;
  endsOn: CivilDate | null;
  credited: bigint;
}

interface Ending {
  one: LockedContract;
  reason: string | null;
  endsOn: CivilDate;
  nextBillOn: CivilDate | null;
}

/** As it is once it is off no more: what lines that shift have left is counted from there. */
function onAgain(one: LockedContract, endsOn: CivilDate): LockedContract {
  const off = closing(one, endsOn);
  if (!off) return one;
  return {
    ...one,
    suspensions: one.suspensions.map((open) => (open.id === off.id ? { ...open, resumesOn: off.to } : open)),
  };
}

/** What of it is still to be billed, the run bills first, and then it is over. */
async function leaveToTheRun({ platform }: Tools, ending: readonly Ending[]): Promise<void> {
  const store = contractsStore(platform.rows);
  await store.resume(
    ending.flatMap(({ one, endsOn }) => {
      const off = closing(one, endsOn);
      return off ? [{ id: off.id, resumesOn: off.to }] : [];
    }),
  );
  const noticeGivenOn = platform.clock.today();
  await store.update(
    ending.map(({ one, reason, endsOn, nextBillOn }) => ({
      ...{ id: one.contract.id, endsOn, nextBillOn, endReason: reason, noticeGivenOn },
    })),
  );
  await platform.events.record(
    ending.map(({ one: { contract }, reason, endsOn }) =>
      contractEvent('contract.notice_given', contract, { state: contract.state, endsOn, reason }),
    ),
  );
}

/**
 * Contracts of what is not sold any more are over today, without notice and without a fee; those that have not begun are
 * cancelled. What was billed beyond today comes back, but for what is settled with the order.
 */
export async function endAtOnce(tools: Tools, wishes: readonly EndAtOnce[], apart: Apart): Promise<EndedAtOnce[]> {
  const { platform } = tools;
  const today = platform.clock.today();
  const reasonOf = ({ contract }: LockedContract) => must(wishes.find(({ id }) => id === contract.id)).reason;
  const locked = await lockContracts(
    tools,
    wishes.map(({ id }) => id),
  );
  const waiting = locked.filter(({ contract: { state } }) => state === 'draft' || state === 'awaiting_start');
  await cancel(
    tools,
    waiting.map((one) => ({ one, reason: reasonOf(one) })),
  );
  const ending = locked
    .filter(({ contract }) => contract.state === 'active')
    .map((one) => {
      const { startsOn } = one.contract;
      const endsOn = startsOn !== null && startsOn > today ? startsOn : today;
      const until = onAgain(one, endsOn);
      const lines = one.lines.map((line) => ({ ...line, endsOn: endOn(line, endsOn) }));
      const credits = one.lines.flatMap((line) => beyond(until, line, endOn(line, endsOn)));
      const nextBillOn = contractNextBillOn(lines, billedOf(until));
      return { one, lines, credits, endsOn, nextBillOn, reason: reasonOf(one) };
    });
  await contractsStore(platform.rows).updateLines(
    ending.flatMap(({ lines }) => lines.map(({ id, endsOn }) => ({ id, endsOn }))),
  );
  await leaveToTheRun(
    tools,
    ending.filter(({ nextBillOn }) => nextBillOn !== null),
  );
  await finish(
    tools,
    ending.filter(({ nextBillOn }) => nextBillOn === null),
  );
  const ended: EndedAtOnce[] = waiting.map((one) => ({ one, endsOn: null, credited: 0n }));
  for (const { one, endsOn, credits } of ending) {
    const reason = keepWords('contract.credit_ended', { ends: endsOn });
    const back = await creditPeriods(tools, credits, { cause: 'contract_ended', reason, apart });
    const off = closing(one, endsOn);
    const unused = off ? await creditUnused(tools, one, off, apart) : 0n;
    ended.push({ one, endsOn, credited: back + unused });
  }
  return ended;
}
