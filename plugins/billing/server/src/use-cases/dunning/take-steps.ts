import { keepWords, timeIn } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../../content-types/types';
import { mayContact } from '../../domain/dunning/contact';
import { feeTotal } from '../../domain/dunning/due-steps';
import type { Channel, DunningAction } from '../../domain/dunning/policy';
import type { CustomerFacts } from '../../domain/issue-invoice';
import { offersAmong } from '../../stores/offers';
import { readWorkingDays } from '../../services/working-days';
import { latestDue } from '../../stores/dunning/due';
import { classesOf, contactedOn, dunningFacts } from '../../stores/dunning/facts';
import { insertNotices, type NewNotice, reserveNotices } from '../../stores/dunning/notices';
import { activePolicies } from '../../stores/dunning/policies';
import { lockCustomers, readSellers } from '../../stores/parties';
import { writeOffInvoices } from '../change-invoices';
import { chargeFees } from './charge-fees';
import { type CustomerPlan, type Deciding, decideSteps, type PlannedSteps, stepsDue } from './decide';
import { dueOf } from './due-events';
import { mailsOf } from './mail-steps';

/** Whether debtors may be contacted now. */
export async function isContactTime(platform: Platform): Promise<boolean> {
  const { clock } = platform;
  const isWorkingDay = await readWorkingDays(platform);
  return mayContact(isWorkingDay(clock.today()), timeIn(clock.zone(), clock.now()));
}

/** One step that was taken, with the customer's other ones of the day. */
export interface TakenStep {
  plan: CustomerPlan;
  planned: PlannedSteps;
  /** How the customer is told; a mail without an address is a letter. */
  channel: Channel;
  leads: boolean;
  notice: Ref;
}

/**
 * Takes the steps that are due of customers, all in one transaction: notices, late fees, write-offs, mails and events, a
 * constant number of statements however many there are. Read under the lock of the customers, so that whoever comes
 * second finds it done.
 */
export const takeSteps = (platform: Platform, customers: readonly number[]): Promise<number> =>
  platform.transaction(async () => {
    const known = await lockCustomers(platform, customers);
    const policies = await activePolicies(platform);
    const asOf = platform.clock.today();
    const facts = await dunningFacts(platform, customers, asOf, latestDue(policies, asOf));
    const deciding: Deciding = {
      ...{ policies, asOf, isWorkingDay: await readWorkingDays(platform) },
      classes: await classesOf(platform, customers),
      contacted: await contactedOn(platform, customers, asOf),
      closed: new Set([...known].flatMap(([id, { closed }]) => (closed ? [id] : []))),
    };
    const due = stepsDue(facts, deciding);
    const offers = await offersAmong(
      platform,
      due.map(({ invoice }) => invoice.invoice.id),
    );
    const plans = decideSteps(
      due.filter(({ invoice }) => !offers.has(invoice.invoice.id)),
      deciding,
    );
    const sellerOf = await readSellers(platform, []);
    const steps = plans.flatMap((plan) => stepsOf(plan, known.get(plan.customer)));
    const at = platform.clock.now();
    const rows = steps.flatMap((step): NewNotice[] => noticesOf(step, known, sellerOf(null), { asOf, at }));
    const refs = await reserveNotices(platform, rows.length);
    const notices = rows.flatMap((row, index) => (refs[index] ? [{ ...row, ...refs[index] }] : []));
    const spoken = new Map(notices.flatMap((one) => (one.state === 'told' ? [[one.invoice, one] as const] : [])));
    const taken = steps.flatMap((step): TakenStep[] => {
      const notice = spoken.get(step.planned.invoice.invoice.id);
      return notice ? [{ ...step, notice }] : [];
    });
    const fees = await chargeFees(platform, taken, known);
    await insertNotices(
      platform,
      notices.map((notice) => ({ ...notice, feeInvoice: fees.get(notice.id) ?? null })),
    );
    await giveUp(platform, taken);
    await platform.events.record([...taken.map(stepTaken), ...followUps(taken)]);
    // Whoever suspended something by now has a letter about it: it goes with the mail.
    await platform.mail.queue(await mailsOf(platform, taken, known, fees));
    return taken.length;
  });

type Step = Omit<TakenStep, 'notice'>;

function stepsOf(plan: CustomerPlan, customer: CustomerFacts | undefined): Step[] {
  const [lead] = plan.told;
  const wanted = lead?.due.step.channel ?? 'none';
  const channel = wanted === 'mail' && !customer?.buyer.email ? 'letter' : wanted;
  return [
    ...plan.told.map((planned, index) => ({ plan, planned, channel, leads: index === 0 })),
    ...plan.silent.map((planned) => ({ plan, planned, channel: 'none' as const, leads: false })),
  ];
}

/** The hardest of what is done: of an ended service nobody asks whether it was suspended. */
const hardest = (actions: readonly DunningAction[]): DunningAction =>
  (['terminate', 'suspend', 'legal', 'write_off'] as const).find((one) => actions.includes(one)) ?? 'none';

function noticesOf(
  { plan, planned: { invoice: facts, due }, channel, leads }: Step,
  customers: ReadonlyMap<number, CustomerFacts>,
  seller: unknown,
  { asOf, at }: { asOf: string; at: string },
): NewNotice[] {
  const { invoice } = facts;
  const customer = customers.get(invoice.customer);
  const isLetter = channel === 'letter' && leads;
  const isLater = plan.policy.feeOn === 'next_invoice' && feeTotal(due) > 0n;
  const shared = {
    ...{ customer: invoice.customer, invoice: invoice.id, number: invoice.number, takenOn: asOf, takenAt: at },
    ...{ currency: invoice.currency, amountDue: invoice.amountDue },
  };
  return [
    ...due.overtaken.map((step) => ({
      ...{ ...shared, step: step.id, day: step.day, state: 'overtaken' as const, channel: 'none' as const },
      ...{ contact: null, leads: false, template: null, warned: [], action: 'none' as const },
      ...{ fee: 0n, feeLater: false, feeWaits: false, seller: null, buyer: null },
    })),
    {
      ...{ ...shared, step: due.step.id, day: due.step.day, state: 'told' as const, channel, leads },
      contact: channel === 'none' ? null : `${customer?.documentId ?? ''}:${asOf}`,
      template: due.step.template,
      warned: due.warns,
      action: hardest(due.actions),
      fee: feeTotal(due),
      ...{ feeLater: isLater, feeWaits: isLater },
      seller: isLetter ? seller : null,
      buyer: isLetter ? customer?.buyer : null,
    },
  ];
}

async function giveUp(platform: Platform, taken: readonly TakenStep[]): Promise<void> {
  const ids = taken
    .filter(({ planned }) => planned.due.actions.includes('write_off'))
    .map(({ planned }) => planned.invoice.invoice.id);
  if (ids.length > 0) await writeOffInvoices(platform, ids, keepWords('dunning.written_off'));
}

const stepTaken = ({ planned: { invoice: facts, due }, channel }: TakenStep): NewEvent => {
  const { id, documentId, customer, number, amountDue } = facts.invoice;
  return {
    name: 'dunning.step_taken',
    subject: { type: INVOICE, id, documentId },
    customer,
    after: {
      number,
      day: due.step.day,
      channel,
      amountDue,
      fee: feeTotal(due),
      warned: due.warns,
      actions: due.actions,
    },
  };
};

/** What is to be suspended or ended is for those to do who know contracts; what is handed over, for those who hand it. */
const followUps = (taken: readonly TakenStep[]): NewEvent[] =>
  taken.flatMap(({ planned: { invoice: facts, due } }) => [
    ...(due.actions.includes('suspend') ? [dueOf('suspension', facts.invoice)] : []),
    ...(due.actions.includes('terminate') ? [dueOf('termination', facts.invoice)] : []),
    ...(due.actions.includes('legal') ? [dueOf('legal_action', facts.invoice)] : []),
  ]);
