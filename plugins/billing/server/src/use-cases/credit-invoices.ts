import { badInput, formatMoney, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, INVOICE } from '../content-types/types';
import { CREDIT_CAUSES, refuseUnlawful } from '../domain/causes';
import { type CreditPlan, planCredit } from '../domain/credit-invoice';
import {
  creditAllocation,
  offsetOwn,
  type SettlePart,
  settleParts,
  type SettleWish,
  withAdjustments,
} from '../domain/credit-settlement';
import type { LineWish } from '../domain/credit-wishes';
import type { CustomerFacts } from '../domain/issue-invoice';
import { type NoteDay, noteDay, type NoteDayWish } from '../domain/note-day';
import { noteMail } from '../domain/note-mail';
import type { RefundAccount } from '../domain/refund';
import type { BillingRules } from '../domain/rules';
import { type InvoiceFacts, type SettledInvoice, settleInvoice } from '../domain/settlement';
import { writeAllocations } from '../stores/allocations';
import { loadCorrections } from '../stores/corrections';
import { type NewCreditNote, writeCreditNotes, type WrittenCreditNote } from '../stores/credit-notes';
import { writeBalances } from '../stores/invoice-facts';
import { readSellers } from '../stores/parties';
import { moneyOn } from '../stores/refunds';
import { readRules } from '../stores/settings';
import { holdTaxMonths } from '../stores/tax-months';
import { documentPayments } from './document-payments';
import { invoicesUnderLock } from './invoices-under-lock';
import { refuseDeposited } from './locked-deposit';
import { requestRefunds } from './request-refunds';
import { paidEvent } from './settle-payments';

export interface CreditWish extends NoteDayWish {
  /** Row id of the invoice. One wish an invoice. */
  invoice: number;
  reason: string;
  /** Lawful cause (s.82/10): `goods_returned`, `price_wrong`, `service_not_rendered`, `contract_ended` … */
  cause: string;
  /** None: whole. */
  lines?: readonly LineWish[];
  /** None: the open amount of the invoice first, the rest is customer credit. */
  settle?: readonly SettleWish[];
  /** Where what goes back is to go. */
  account?: RefundAccount | null;
  /** Staff credit it by itself: nothing else rests on the note, so it can be cancelled. */
  byHand?: boolean;
}

export interface IssuedCreditNote extends WrittenCreditNote, NoteDay {
  settle: SettlePart[];
}

interface Planned {
  plan: CreditPlan;
  wish: CreditWish;
  day: NoteDay;
}

/** A credit that was decided: what it says, and what it does to the invoices it is laid on. */
interface Decided extends Planned {
  settle: SettlePart[];
  moves: SettledInvoice[];
}

/** Decides the credits in the order of the wishes; each finds the invoices as the one before has left them. */
function decide(
  plans: readonly Planned[],
  loaded: readonly InvoiceFacts[],
  on: string,
  rules: BillingRules,
  paid: ReadonlyMap<number, bigint>,
) {
  const invoices = new Map(loaded.map((invoice) => [invoice.id, invoice]));
  const credited = new Set(plans.map(({ plan }) => plan.invoice.id));
  for (const { plan } of plans) invoices.set(plan.invoice.id, withAdjustments(plan.invoice, plan));
  const decided = plans.map(({ plan, wish, day }): Decided => {
    wish.settle?.forEach(({ invoice }, index) => {
      if (invoice !== undefined && invoice !== plan.invoice.id && credited.has(invoice)) {
        throw badInput('allocation.twice', { field: `settle.${index}.invoice` });
      }
    });
    const settle = settleParts(plan, wish.settle, invoices, paid.get(plan.invoice.id));
    const moves = settle.flatMap((part): SettledInvoice[] => {
      const target = part.invoice && invoices.get(part.invoice.id);
      if (!target) return [];
      const settled =
        target.id === plan.invoice.id
          ? offsetOwn(plan, target, part.amount, on, rules)
          : [settleInvoice(target, creditAllocation(target.id, part.amount), on, rules)];
      for (const { invoice } of settled) invoices.set(invoice.id, invoice);
      return settled;
    });
    return { plan, wish, day, settle, moves };
  });
  return { decided, invoices };
}

const newNote = (
  { plan, wish, day, settle }: Decided,
  number: string | undefined,
  seller: NewCreditNote['seller'],
  customer: CustomerFacts | undefined,
): NewCreditNote => {
  if (!customer) throw notFound('invoice.customer_unknown');
  return {
    plan,
    number: number ?? '',
    seller,
    buyer: customer.buyer,
    cause: wish.cause,
    reason: wish.reason,
    ...day,
    byHand: wish.byHand ?? false,
    settle: settle.map(({ how, amount, invoice }) => ({
      how,
      amount,
      ...(invoice && invoice.id !== plan.invoice.id ? { invoice: invoice.number } : {}),
    })),
  };
};

/**
 * Credits invoices, whole or by lines: what is open of them first unless told otherwise, what no invoice takes is
 * customer credit.
 */
export const creditInvoices = (platform: Platform, wishes: readonly CreditWish[]): Promise<IssuedCreditNote[]> =>
  platform.transaction(async () => {
    const ids = wishes.map((wish) => wish.invoice);
    const named = wishes.flatMap((wish) => wish.settle?.flatMap((part) => part.invoice ?? []) ?? []);
    const { customers, invoices } = await invoicesUnderLock(platform, [...ids, ...named]);
    const rules = await readRules(platform);
    const facts = await loadCorrections(
      platform,
      invoices.filter((invoice) => ids.includes(invoice.id)),
    );
    const sellerOf = await readSellers(
      platform,
      facts.map(({ invoice }) => invoice.branch),
    );
    const today = platform.clock.today();
    const plans = wishes.map((wish) => {
      const own = facts.find(({ invoice }) => invoice.id === wish.invoice);
      if (!own) throw notFound('invoice.unknown');
      const plan = planCredit(own, wish);
      if (plan.originals.length > 0) {
        refuseUnlawful(
          wish.cause,
          CREDIT_CAUSES,
          plan.lines.map(({ line }) => line.kind),
        );
      }
      return { plan, wish, day: noteDay(wish, plan, today) };
    });
    await refuseDeposited(
      platform,
      plans.map(({ plan }) => plan),
    );
    const paid = await moneyOn(
      platform,
      wishes.flatMap((wish) => (wish.settle?.some(({ how }) => how === 'refund') ? wish.invoice : [])),
    );
    const { decided, invoices: after } = decide(plans, invoices, today, rules, paid);

    await holdTaxMonths(platform);
    const numbers = await platform.numbers.take(
      decided.map(({ plan }) => ({ series: 'credit-note', branch: plan.invoice.branch, date: today })),
    );
    const notes = decided.map((one, index) =>
      newNote(one, numbers[index], sellerOf(one.plan.invoice.branch), customers.get(one.plan.invoice.customer)),
    );
    const written = await writeCreditNotes(platform, notes);
    const moves = decided.flatMap(({ plan, moves: own }, index) =>
      own.map((settled) => ({ settled, plan, creditNote: written[index]?.id ?? null })),
    );
    await writeAllocations(
      platform,
      moves.map(({ settled, creditNote }) => ({ settled, payment: null, creditNote, allocatedOn: today })),
    );
    const moved = new Set(moves.map(({ settled }) => settled.invoice.id));
    await writeBalances(
      platform,
      [...moved].flatMap((id) => after.get(id) ?? []),
    );
    await platform.events.record([
      ...written.flatMap((note, index) => eventsOf(note, decided[index]?.settle ?? [])),
      ...invoices.flatMap((before) => paidEvents(before, after.get(before.id), plans)),
    ]);
    await documentPayments(
      platform,
      moves.map(({ settled, plan }) => ({
        settlement: {
          payment: null,
          customer: plan.invoice.customer,
          allocations: [settled.allocation],
          withheld: [],
          rest: 0n,
          on: today,
          fresh: false,
        },
        invoices: [settled],
      })),
      { customers, invoices: new Map(invoices.map((invoice) => [invoice.id, invoice])), rules },
    );
    await platform.mail.queue(
      written.flatMap((note, index) => mailOf(note, notes[index], decided[index]?.settle ?? [], today)),
    );
    await requestRefunds(
      platform,
      written.flatMap((note, index) => {
        const { settle = [], wish } = decided[index] ?? {};
        const amount = sum(settle.filter(({ how }) => how === 'refund').map((part) => part.amount));
        return amount > 0n ? [{ creditNote: note.id, amount, reason: wish?.reason ?? '', account: wish?.account }] : [];
      }),
    );
    return written.flatMap((note, index) => {
      const { settle, day } = decided[index] ?? {};
      return settle && day ? [{ ...note, ...day, settle }] : [];
    });
  });

const partOf = (settle: readonly SettlePart[], how: SettlePart['how']): bigint =>
  sum(settle.filter((part) => part.how === how).map((part) => part.amount));

const eventsOf = ({ id, documentId, number, plan }: WrittenCreditNote, settle: readonly SettlePart[]): NewEvent[] => [
  {
    name: 'credit_note.issued',
    subject: { type: CREDIT_NOTE, id, documentId },
    customer: plan.invoice.customer,
    after: {
      number,
      invoice: plan.invoice.id,
      total: plan.total,
      offset: plan.total - partOf(settle, 'credit') - partOf(settle, 'refund'),
    },
  },
  {
    name: 'invoice.credited',
    subject: { type: INVOICE, id: plan.invoice.id, documentId: plan.invoice.documentId },
    customer: plan.invoice.customer,
    before: { state: plan.invoice.state },
    after: { number: plan.invoice.number, creditNote: number, total: plan.total, whole: plan.whole },
  },
];

/** An invoice of which nothing is charged any more is not paid: nobody is to confirm an order by it. */
function paidEvents(
  before: InvoiceFacts,
  after: InvoiceFacts | undefined,
  plans: readonly { plan: CreditPlan }[],
): NewEvent[] {
  if (!after || after.amountDue === before.amountDue) return [];
  const own = plans.find(({ plan }) => plan.invoice.id === before.id);
  const isUnpaid = own && (own.plan.whole || after.state !== 'paid');
  return isUnpaid ? [] : paidEvent(after, before);
}

const mailOf = (
  { id, documentId, number, plan }: WrittenCreditNote,
  note: NewCreditNote | undefined,
  settle: readonly SettlePart[],
  today: string,
): NewDelivery[] => {
  if (!note) return [];
  const { currency, customer } = plan.invoice;
  const credit = partOf(settle, 'credit');
  return noteMail(
    {
      template: 'credit-note-mail',
      type: CREDIT_NOTE,
      documentId,
      number,
      customer,
      currency,
      issuedOn: today,
      total: plan.total,
      reason: note.reason,
      seller: note.seller,
      invoice: plan.invoice.number,
      documents: [{ kind: 'credit-note', id }],
      more: { credit: credit > 0n ? formatMoney(credit, currency) : '' },
    },
    note.buyer,
  );
};
