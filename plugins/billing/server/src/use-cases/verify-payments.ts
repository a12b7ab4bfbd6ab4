import { badInput, conflict, move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { paymentLife } from '../domain/lives';
import { checkReceivedOn } from '../domain/past-days';
import { referenceKey } from '../domain/slip';
import { lockCustomers } from '../stores/parties';
import { loadPayments, paymentsLike, type PaymentFacts } from '../stores/payments';
import type { PaidDocuments } from './document-payments';
import { landPayments } from './land-payments';
import { refuseTwice } from './refuse-twice';

/** A person has seen the money. What they read off the slip or the statement may correct what was submitted. */
export interface Verification {
  /** Row id of the payment. */
  payment: number;
  /** The cash that really came, in minor units. */
  amount?: bigint;
  receivedOn?: string;
  bank?: string | null;
  reference?: string | null;
  /** Row id of the line of a bank statement that shows it. */
  statementLine?: number;
}

function correct(payment: PaymentFacts, verification: Verification, today: string): PaymentFacts {
  const amount = verification.amount ?? payment.amount;
  if (amount <= 0n) throw badInput('payment.amount_not_positive', { field: 'amount' });
  const receivedOn = verification.receivedOn ?? payment.receivedOn ?? today;
  checkReceivedOn(receivedOn, today);
  return {
    ...payment,
    state: move(paymentLife, payment.state, 'verify'),
    amount,
    receivedOn,
    bank: verification.bank ?? payment.bank,
    reference: verification.reference ?? payment.reference,
  };
}

/** Staff verify submitted payments: they succeed, and settle what they were submitted for. */
export const verifyPayments = (
  platform: Platform,
  verifications: readonly Verification[],
): Promise<PaidDocuments & { payments: PaymentFacts[] }> =>
  platform.transaction(async () => {
    const ids = verifications.map((one) => one.payment);
    refuseTwice(ids);
    const owners = (await loadPayments(platform, ids)).map((payment) => payment.customer);
    const customers = await lockCustomers(platform, owners);
    const stored = new Map((await loadPayments(platform, ids)).map((payment) => [payment.id, payment]));
    const today = platform.clock.today();
    const payments = verifications.map((verification) => {
      const payment = stored.get(verification.payment);
      if (!payment) throw notFound('payment.unknown');
      return correct(payment, verification, today);
    });
    await refuseUsedReferences(platform, payments);

    return landPayments(platform, customers, payments, (_, index) => ({
      statementLine: verifications[index]?.statementLine ?? null,
      verifiedBy: platform.caller().key,
    }));
  });

async function refuseUsedReferences(platform: Platform, payments: readonly PaymentFacts[]): Promise<void> {
  const own = new Set(payments.map((payment) => payment.id));
  const keys = payments.flatMap((one) => referenceKey(one.method, one.bank, one.reference) ?? []);
  if (keys.length === 0) return;
  const others = (await paymentsLike(platform, 'referenceKey', keys)).filter((other) => !own.has(other.id));
  if (others.length === 0) return;
  throw conflict('payment.reference_used', {
    field: 'reference',
    params: { reference: payments.flatMap((one) => one.reference ?? []).join(', ') },
  });
}
