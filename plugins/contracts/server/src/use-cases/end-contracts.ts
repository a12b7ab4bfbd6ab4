import { addDays, compareDates, keepWords, move, ONE, sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT } from '../content-types/types';
import { contractNextBillOn, feeOf, minimumUntil, termsOf } from '../domain/contract';
import { neverWas } from '../domain/line-chain';
import { contractMachine } from '../domain/contract-machine';
import { type Ending, feeToEnd, lastDay, paidBeyond } from '../domain/ending';
import { type ContractLineRow, contractsStore } from '../stores/contracts';
import { contractEvent } from './contract-events';
import { creditPeriods, type PeriodCredit } from './credit-periods';
import { invoicing, type IssuedInvoice } from './invoicing';
import { billedOf, intervalsOf, type LockedContract, lockContracts } from './lock-contracts';
import { must } from './must';
import { NOT_PARKED } from './park-contracts';

export interface EndWish {
  id: number;
  ending: Ending;
  reason: string | null;
  /** For debt: what was agreed about days of notice binds nobody any more. */
  withoutNotice?: true;
}

/** What giving up a contract comes to: when each line ends, what that costs, and what comes back. */
export interface PlannedEnding {
  endsOn: CivilDate;
  lines: (ContractLineRow & { endsOn: CivilDate; fee: bigint })[];
  fee: bigint;
  credits: PeriodCredit[];
}

/** What comes back of the periods of a line, as it was until now, that were billed beyond its new last day. */
export function beyond(one: LockedContract, line: ContractLineRow, endsOn: CivilDate): PeriodCredit[] {
  const terms = termsOf(line);
  if (!terms) return [];
  const own = one.periods.filter((period) => period.line === line.id);
  const billed = new Map(own.map(({ periodNumber, amount }) => [periodNumber, amount]));
  const back = paidBeyond(terms, intervalsOf(one.suspensions), { endsOn, billed });
  return own.flatMap((period) => {
    const amount = back.get(period.periodNumber) ?? 0n;
    return amount === 0n ? [] : [{ period, amount, pricesIncludeTax: one.contract.pricesIncludeTax }];
  });
}

/** Pure of all but what is given: the preview and the deed are one. */
export function planEnding(one: LockedContract, ending: Ending, today: CivilDate): PlannedEnding {
  const suspensions = intervalsOf(one.suspensions);
  const { noticeDays, endsOn: termEndsOn } = one.contract;
  const plans = one.lines.flatMap((line) => {
    const terms = termsOf(line);
    if (!terms) return [];
    const minimum = minimumUntil(line);
    const term = termEndsOn ?? minimum;
    const tried = Boolean(line.trialDays) && compareDates(today, terms.startsOn) < 0;
    // What is only tried has not begun: it never does, as what was to take over later, and leaving costs nothing.
    const endsOn = lastDay(
      tried ? { ...terms, follows: true } : terms,
      { ending, noticeDays, termEndsOn: term },
      { suspensions, today },
    );
    const leaves = tried && compareDates(endsOn, terms.startsOn) < 0;
    // Who does business no more is charged nothing.
    const owesNothing = leaves || one.customer.state !== 'active';
    const fee = owesNothing ? 0n : feeToEnd(terms, { fee: feeOf(line), minimumUntil: minimum, suspensions }, endsOn);
    return [{ planned: { ...line, endsOn, fee }, credits: beyond(one, line, endsOn) }];
  });
  const lines = plans.map(({ planned }) => planned);
  // What was to take over later never does.
  const held = lines.filter((line) => !neverWas(line));
  const last = must(
    (held.length > 0 ? held : lines)
      .map(({ endsOn }) => endsOn)
      .sort(compareDates)
      .at(-1),
  );
  const onTrial = held.length === 0 && lines.some(({ trialDays }) => trialDays);
  return {
    lines,
    endsOn: onTrial && ending === 'now' ? addDays(today, noticeDays) : last,
    fee: sum(lines.map(({ fee }) => fee)),
    credits: plans.flatMap(({ credits }) => credits),
  };
}

/**
 * The fee on an invoice of its own, in the tax category of fees, named for what it is: one for each contract that has one
 * to pay, in their order.
 * @param why how the line of the invoice says what the fee is for
 */
export async function chargeFees(
  { platform, strapi }: Tools,
  ending: readonly { one: LockedContract; plan: Pick<PlannedEnding, 'fee' | 'lines'> }[],
  why = { line: 'contract.fee_line', details: 'contract.fee_details' },
): Promise<IssuedInvoice[]> {
  const charged = ending.filter(({ plan }) => plan.fee > 0n);
  if (charged.length === 0) return [];
  const { feeTaxCategory } = await platform.settings.read<{ feeTaxCategory: string }>('plugin::billing.setting');
  return invoicing(strapi).issue(
    charged.map(({ one: { contract, customer }, plan }) => ({
      ...{ customer: contract.customer, branch: null, currency: contract.currency },
      ...(contract.poNumber === null ? {} : { poNumber: contract.poNumber }),
      // Outside VAT unless the settings say otherwise, and then the fee is without it.
      ...{ pricesIncludeTax: false, corrects: true },
      source: {
        type: CONTRACT,
        id: contract.id,
        documentId: contract.documentId,
        number: contract.number ?? undefined,
      },
      lines: plan.lines.flatMap((line) =>
        line.fee === 0n
          ? []
          : [
              {
                sourceLine: line.documentId,
                description: platform.messages.say(customer.language, why.line, { line: line.description }),
                details: platform.messages.say(customer.language, why.details, {
                  ends: line.endsOn,
                  until: minimumUntil(line) ?? line.endsOn,
                }),
                ...{ kind: 'service' as const, quantity: ONE, unit: '', unitPrice: line.fee, discount: 0n },
                ...{ taxCategory: feeTaxCategory, incomeKind: null, derivation: {} },
              },
            ],
      ),
    })),
  );
}

/**
 * Contracts are given up. One that has not begun is cancelled; one that runs gets its last day, its fee where it leaves
 * before the minimum term, and back what was billed beyond.
 */
export async function endContracts(tools: Tools, wishes: readonly EndWish[]): Promise<void> {
  const { platform } = tools;
  const today = platform.clock.today();
  await platform.transaction(async () => {
    const locked = await lockContracts(
      tools,
      wishes.map(({ id }) => id),
    );
    const wishOf = (one: LockedContract): EndWish => must(wishes.find(({ id }) => id === one.contract.id));
    const waiting = locked.filter(({ contract }) => contract.state !== 'active');
    await cancel(
      tools,
      waiting.map((one) => ({ one, reason: wishOf(one).reason })),
    );
    const ending = locked
      .filter(({ contract }) => contract.state === 'active')
      .map((one) => {
        const { ending: how, reason, withoutNotice } = wishOf(one);
        const agreed = withoutNotice ? { ...one, contract: { ...one.contract, noticeDays: 0 } } : one;
        return { one, reason, plan: planEnding(agreed, how, today) };
      });
    const store = contractsStore(platform.rows);
    await store.updateLines(ending.flatMap(({ plan }) => plan.lines.map(({ id, endsOn }) => ({ id, endsOn }))));
    await store.update(
      ending.map(({ one, plan, reason }) => ({
        ...{ id: one.contract.id, endsOn: plan.endsOn, endReason: reason, noticeGivenOn: today },
        nextBillOn: contractNextBillOn(plan.lines, billedOf(one)),
      })),
    );
    await platform.events.record(
      ending.map(({ one: { contract }, plan, reason }) =>
        contractEvent('contract.notice_given', contract, {
          ...{ state: contract.state, endsOn: plan.endsOn, fee: plan.fee, currency: contract.currency, reason },
        }),
      ),
    );
    await chargeFees(tools, ending);
    for (const { plan } of ending) {
      const reason = keepWords('contract.credit_ended', { ends: plan.endsOn });
      await creditPeriods(tools, plan.credits, { cause: 'contract_ended', reason });
    }
  });
  platform.afterCommit(() => platform.jobs.poke());
}

/** What has not begun never does. */
export async function cancel(
  { platform }: Tools,
  waiting: readonly { one: LockedContract; reason: string | null }[],
): Promise<void> {
  const cancelledAt = platform.clock.now();
  const cancelled = waiting.map(({ one: { contract }, reason }) => ({
    ...{ contract, reason, state: move(contractMachine, contract.state, 'cancel') },
  }));
  await contractsStore(platform.rows).update(
    cancelled.map(({ contract: { id }, state, reason }) => ({
      ...{ id, state, cancelledAt, endReason: reason },
      ...NOT_PARKED,
    })),
  );
  await platform.events.record(
    cancelled.map(({ contract, state, reason }) => contractEvent('contract.cancelled', contract, { state, reason })),
  );
}
