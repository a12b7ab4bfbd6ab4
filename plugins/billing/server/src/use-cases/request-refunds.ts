import { conflict, moneyParam, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { REFUND } from '../content-types/types';
import { planRefund, type RefundAccount, type RefundSource } from '../domain/refund';
import { standingAllocations } from '../stores/allocations';
import { lockCustomers, readSellers } from '../stores/parties';
import { loadPayments } from '../stores/payments';
import {
  insertRefunds,
  loadNotes,
  moneyOn,
  type RefundFacts,
  type RefundRow,
  slipVerifiers,
  standingRefunds,
} from '../stores/refunds';
import { approveRefunds } from './approve-refunds';
import { refundEvent } from './refund-events';

export interface RefundWish {
  /** Row id of one of the two. */
  payment?: number;
  creditNote?: number;
  /** Minor units; all that can go back when absent. */
  amount?: bigint;
  reason: string;
  account?: RefundAccount | null;
}

interface Known {
  payment: number | null;
  creditNote: number | null;
  customer: number;
  /** Row id of the invoice that a note credits. */
  invoice: number | null;
  source: Omit<RefundSource, 'used' | 'refunded' | 'paid'>;
}

async function knownSources(platform: Platform, wishes: readonly RefundWish[]): Promise<Known[]> {
  const payments = new Map(
    (
      await loadPayments(
        platform,
        wishes.flatMap((wish) => wish.payment ?? []),
      )
    ).map((row) => [row.id, row]),
  );
  const notes = new Map(
    (
      await loadNotes(
        platform,
        wishes.flatMap((wish) => wish.creditNote ?? []),
      )
    ).map((row) => [row.id, row]),
  );
  return wishes.map((wish): Known => {
    const payment = payments.get(wish.payment ?? 0);
    const note = notes.get(wish.creditNote ?? 0);
    if (payment) {
      const { customer, currency, amount, state, reference, receivedOn } = payment;
      if (state !== 'succeeded') throw conflict('refund.payment_not_received', { params: { state } });
      const name = reference ?? receivedOn ?? '';
      return { payment: payment.id, creditNote: null, customer, invoice: null, source: { name, currency, amount } };
    }
    if (!note) throw notFound('refund.source_unknown');
    const { customer, currency, total, invoice, number, state } = note;
    if (state !== 'issued') throw conflict('refund.note_not_issued', { params: { state } });
    const source = { name: number ?? '', currency, amount: total };
    return { payment: null, creditNote: note.id, customer, invoice, source };
  });
}

/** What can go back of each source, as it stands under the lock of its customer. */
async function standings(platform: Platform, known: readonly Known[]): Promise<RefundSource[]> {
  const payments = known.flatMap(({ payment }) => payment ?? []);
  const notes = known.flatMap(({ creditNote }) => creditNote ?? []);
  const used = [
    ...(await standingAllocations(platform, 'payment', payments)),
    ...(await standingAllocations(platform, 'creditNote', notes)),
  ];
  const back = [
    ...(await standingRefunds(platform, 'payment', payments)),
    ...(await standingRefunds(platform, 'creditNote', notes)),
  ];
  const money = await moneyOn(
    platform,
    known.flatMap(({ invoice }) => invoice ?? []),
  );
  return known.map(({ source, payment, creditNote, invoice }) => {
    const isOwn = (one: { payment: number | null; creditNote: number | null }): boolean =>
      payment === null ? one.creditNote === creditNote : one.payment === payment;
    return {
      ...source,
      used: sum(used.filter(isOwn).map((one) => one.cash + one.credit)),
      refunded: sum(back.filter(isOwn).map((one) => one.amount)),
      paid: invoice === null ? null : (money.get(invoice) ?? 0n),
    };
  });
}

/**
 * Asks for money to go back. It is set aside at once: nothing else can use it. Within the limit of whoever asks it is
 * approved by that, above it somebody else has to grant it; so it has always where the asker verified the slip.
 */
export const requestRefunds = (platform: Platform, wishes: readonly RefundWish[]): Promise<RefundRow[]> =>
  platform.transaction(async () => {
    const owners = (await knownSources(platform, wishes)).map(({ customer }) => customer);
    const customers = await lockCustomers(platform, owners);
    const known = await knownSources(platform, wishes);
    const sources = await standings(platform, known);
    const me = platform.caller().key;
    const verifiers = await slipVerifiers(platform, known);
    known.forEach(({ payment }, index) => {
      if (payment !== null && verifiers[index]?.has(me)) throw conflict('refund.own_verification');
    });
    const seller = (await readSellers(platform, []))(null);
    const amounts = wishes.map((wish, index) => planRefund(sources[index] as RefundSource, wish.amount));
    const today = platform.clock.today();
    const numbers = await platform.numbers.take(wishes.map(() => ({ series: 'refund', branch: null, date: today })));
    const facts = wishes.map(({ reason, account }, index): RefundFacts => {
      const { customer = 0, payment = null, creditNote = null } = known[index] ?? {};
      const buyer = customers.get(customer)?.buyer;
      if (!buyer) throw notFound('payment.customer_unknown');
      return {
        ...{ customer, payment, creditNote, reason, seller, buyer },
        number: numbers[index] ?? '',
        state: 'requested',
        currency: sources[index]?.currency ?? '',
        amount: amounts[index] ?? 0n,
        account: account ?? null,
        requestedAt: platform.clock.now(),
        requestedBy: me,
        ...{ reference: null, sentOn: null, approvedAt: null, sentAt: null, confirmedAt: null, cancelledAt: null },
        ...{ cancelReason: null, approvedBy: null, sentBy: null, confirmedBy: null },
        ...{ cardPayment: null, cardTries: 0, askAt: null, asks: 0, failReason: null },
      };
    });
    const refs = await insertRefunds(platform, facts);
    const refunds = facts.map((row, index): RefundRow => ({ id: 0, documentId: '', ...row, ...refs[index] }));
    await platform.events.record(refunds.map((refund) => refundEvent(refund, null)));

    const alone: number[] = [];
    const asked: RefundRow[] = [];
    for (const [index, refund] of refunds.entries()) {
      const isFree = !verifiers[index]?.has(me) && (await platform.approvals.mayAlone('refund', refund.amount));
      if (isFree) alone.push(refund.id);
      else asked.push(refund);
    }
    await platform.approvals.ask(
      asked.map((refund) => ({
        kind: 'refund',
        subject: { type: REFUND, id: refund.id, documentId: refund.documentId, name: refund.number },
        customer: { id: refund.customer, name: refund.buyer.name },
        words: [
          {
            code: 'approval.refund.asked',
            params: { amount: moneyParam(refund.amount, refund.currency), customer: refund.buyer.name },
          },
        ],
        amount: refund.amount,
        currency: refund.currency,
        reason: refund.reason,
      })),
    );
    const approved = new Map((await approveRefunds(platform, alone)).map((refund) => [refund.id, refund]));
    return refunds.map((refund) => approved.get(refund.id) ?? refund);
  });
