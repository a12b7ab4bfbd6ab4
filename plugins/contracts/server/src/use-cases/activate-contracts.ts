import { addDays, broken, move, sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';
import { type ActivationFacts, beginsOn } from '../domain/activation';
import { checkStart, contractNextBillOn, termsOf } from '../domain/contract';
import { datedPrices } from '../domain/discount-phases';
import { contractMachine } from '../domain/contract-machine';
import { lastDayAfterMonths } from '../domain/cycle';
import { piecesOf } from '../domain/price-versions';
import { periodsOf } from '../domain/schedule';
import { contractsStore, type ContractLineRow } from '../stores/contracts';
import { billedByLine, type PeriodFacts, periodsStore } from '../stores/periods';
import { contractEvent } from './contract-events';
import { type LockedContract, lockContracts } from './lock-contracts';
import { NOT_PARKED } from './park-contracts';

interface Beginning extends LockedContract {
  startsOn: CivilDate;
  /** The invoice that it was made from stands. */
  isInvoiced: boolean;
}

/** How the invoices stand that contracts were made from. */
async function invoiceStates(
  { platform }: Tools,
  locked: readonly LockedContract[],
): Promise<ReadonlyMap<number | null, string>> {
  const invoices = locked.flatMap(({ contract }) => contract.invoice ?? []);
  if (invoices.length === 0) return new Map();
  const rows = await platform.rows.byIds<{ state: string }>(INVOICE, invoices, { fields: ['state'] });
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** What is asked for on one of these was billed; of a void one the run bills it. */
const STANDING: ReadonlySet<string | undefined> = new Set(['open', 'paid', 'uncollectible']);

const NOTHING: ActivationFacts = {
  ...{ paidOn: null, signedOn: null, purchaseOrderOn: null, startsOn: null },
  ...{ installationAcceptedOn: null, onCreditTerms: false },
};

/** What of its first period the invoice asks for that a contract was made from. */
function firstPeriods(
  { contract, isInvoiced }: Beginning,
  lines: readonly ContractLineRow[],
  today: CivilDate,
): PeriodFacts[] {
  if (!contract.firstPeriodBilled || !isInvoiced) return [];
  return lines.flatMap((line): PeriodFacts[] => {
    // What is tried is billed after that.
    const terms = line.trialDays ? undefined : termsOf(line);
    const first = terms && periodsOf(terms, []).next().value;
    if (!first) return [];
    return [
      {
        ...{ contract: contract.id, line: line.id, periodNumber: first.index },
        ...{ startsOn: first.start, endsOn: first.end, state: 'billed' },
        amount: sum(piecesOf(first, terms.prices, [first]).map(({ amount }) => amount)),
        ...{ invoice: contract.invoice, position: line.invoicePosition, parts: 1 },
        ...{ billingRun: null, billedOn: today },
      },
    ];
  });
}

async function begin({ platform }: Tools, beginning: readonly Beginning[]): Promise<void> {
  if (beginning.length === 0) return;
  const store = contractsStore(platform.rows);
  const activatedAt = platform.clock.now();
  const begun = beginning.map((one) => {
    const { startsOn, contract } = one;
    const endsOn = contract.termMonths === null ? null : lastDayAfterMonths(startsOn, contract.termMonths);
    const lines = one.lines.map((line) => {
      const begins = { ...line, startsOn: addDays(startsOn, line.trialDays ?? 0), endsOn };
      return { ...begins, prices: datedPrices(begins) };
    });
    const trialDays = Math.max(0, ...one.lines.map((line) => line.trialDays ?? 0));
    const trialUntil = trialDays === 0 ? null : addDays(startsOn, trialDays - 1);
    return { ...one, lines, endsOn, trialUntil, state: move(contractMachine, contract.state, 'activate') };
  });
  const periods = begun.flatMap((one) => firstPeriods(one, one.lines, platform.clock.today()));
  const billed = billedByLine(periods.map((period) => ({ ...period, id: 0, documentId: '' })));
  await store.updateLines(
    begun.flatMap(({ lines }) => lines.map(({ id, startsOn, endsOn, prices }) => ({ id, startsOn, endsOn, prices }))),
  );
  await store.update(
    begun.map(({ contract: { id }, lines, ...one }) => ({
      ...{ id, state: one.state, startsOn: one.startsOn, endsOn: one.endsOn, activatedAt },
      ...{ trialUntil: one.trialUntil, ...NOT_PARKED },
      nextBillOn: contractNextBillOn(lines, { suspensions: [], billed }),
    })),
  );
  await periodsStore(platform.rows).insert(periods);
  await platform.events.record(
    begun.map(({ contract, state, startsOn, endsOn, trialUntil }) =>
      contractEvent('contract.activated', contract, {
        ...{ state, startsOn, endsOn },
        ...(trialUntil === null ? {} : { trialUntil }),
      }),
    ),
  );
}

/** What they waited for has happened: only their day is still to come. */
async function leaveToTheDay({ platform }: Tools, early: readonly LockedContract[]): Promise<void> {
  const waiting = early.filter(({ contract }) => contract.activation !== 'date');
  await contractsStore(platform.rows).update(waiting.map(({ contract: { id } }) => ({ id, activation: 'date' })));
  await platform.events.record(
    waiting.map(({ contract }) =>
      contractEvent('contract.scheduled', contract, { state: contract.state, startsOn: contract.agreedStart }),
    ),
  );
}

/** Of contracts that wait, those begin for which everything has happened; the others go on waiting. */
export async function activateWhatMay(tools: Tools, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tools.platform.transaction(async () => {
    const waiting = (await lockContracts(tools, ids)).filter(({ contract }) => contract.state === 'awaiting_start');
    const states = await invoiceStates(tools, waiting);
    const today = tools.platform.clock.today();
    const ready = waiting.flatMap((one): Beginning[] => {
      const { activation, agreedStart, invoice } = one.contract;
      const facts: ActivationFacts = {
        ...NOTHING,
        startsOn: agreedStart,
        paidOn: states.get(invoice) === 'paid' ? today : null,
        onCreditTerms: one.customer.creditTermsDays > 0,
      };
      const startsOn = beginsOn(activation, facts, today);
      return startsOn === null ? [] : [{ ...one, startsOn, isInvoiced: STANDING.has(states.get(invoice)) }];
    });
    await leaveToTheDay(
      tools,
      ready.filter(({ startsOn }) => startsOn > today),
    );
    await begin(
      tools,
      ready.filter(({ startsOn }) => startsOn <= today),
    );
  });
}

export interface ActivateWish {
  id: number;
  /** The day on which it happened: signed, ordered, accepted, begun. */
  on: CivilDate;
}

/**
 * Staff say that what a contract waits for has happened. It begins then, or on the day that was agreed where that comes
 * later. What it is to be paid for first begins with its payment, and otherwise for nobody but customers on credit terms.
 */
export async function activateContracts(tools: Tools, wishes: readonly ActivateWish[]): Promise<void> {
  const { platform } = tools;
  wishes.forEach(({ on }) => checkStart(on, 'on'));
  await platform.transaction(async () => {
    const locked = await lockContracts(
      tools,
      wishes.map(({ id }) => id),
    );
    const states = await invoiceStates(tools, locked);
    const today = platform.clock.today();
    const ready = locked.map((one): Beginning => {
      const { contract, customer } = one;
      move(contractMachine, contract.state, 'activate');
      const on = wishes.find(({ id }) => id === contract.id)?.on ?? today;
      const startsOn = beginsOn(
        contract.activation,
        {
          ...{ signedOn: on, purchaseOrderOn: on, installationAcceptedOn: on },
          startsOn: contract.activation === 'date' ? on : contract.agreedStart,
          paidOn: states.get(contract.invoice) === 'paid' ? on : null,
          onCreditTerms: customer.creditTermsDays > 0,
        },
        today,
      );
      if (on > today) throw broken('contract.starts_later', { field: 'on', params: { on } });
      if (startsOn === null) throw broken('contract.waits', { params: { contract: contract.number ?? '' } });
      return { ...one, startsOn, isInvoiced: STANDING.has(states.get(contract.invoice)) };
    });
    await leaveToTheDay(
      tools,
      ready.filter(({ startsOn }) => startsOn > today),
    );
    await begin(
      tools,
      ready.filter(({ startsOn }) => startsOn <= today),
    );
  });
  platform.afterCommit(() => platform.jobs.poke());
}

/** What was a draft is agreed: from here it waits for its beginning. */
export async function agreeContracts(tools: Tools, ids: readonly number[]): Promise<void> {
  const { platform } = tools;
  await platform.transaction(async () => {
    const locked = await lockContracts(tools, ids);
    const agreed = locked.map(({ contract }) => ({
      contract,
      state: move(contractMachine, contract.state, 'agree'),
    }));
    await contractsStore(platform.rows).update(agreed.map(({ contract: { id }, state }) => ({ id, state })));
    await platform.events.record(
      agreed.map(({ contract, state }) => contractEvent('contract.agreed', contract, { state })),
    );
    await activateWhatMay(tools, ids);
  });
}
