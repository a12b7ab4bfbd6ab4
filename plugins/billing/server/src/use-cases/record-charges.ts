import { dateIn, isRefusal, move } from '@sanya/strapi-plugin-platform/kernel';
import type { Charge, GatewayName, Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import { AWAITED, feeOf, judgeCharge, nextAsk } from '../domain/charge';
import { paymentLife } from '../domain/lives';
import type { Mark } from '../domain/marks';
import { type ChargePayment, loadCharges } from '../stores/charges';
import { lockCustomers } from '../stores/parties';
import { readRules } from '../stores/settings';
import { chargeEvent } from './charge-events';
import { declineDebit } from './decline-debits';
import { keepCards, paidAgain } from './keep-cards';
import { landPayments } from './land-payments';

export interface ToldCharge {
  /** Row id. */
  payment: number;
  charge: Charge;
}

/** Who has the word about card money: the gateway, whoever's request or job it is that asks. */
export const asGateway = <T>(platform: Platform, gateway: GatewayName, work: () => Promise<T>): Promise<T> =>
  platform.as({ kind: 'system', key: `system:${gateway}` }, work);

/** The day of the money: never before it was asked for, nor after today. */
function paidOn(platform: Platform, payment: ChargePayment, charge: Charge): string {
  const { clock } = platform;
  const [first, today] = [dateIn(clock.zone(), payment.submittedAt), clock.today()];
  const on = charge.paidAt ? dateIn(clock.zone(), charge.paidAt) : today;
  return on < first ? first : on > today ? today : on;
}

const chargeIdOf = ({ chargeId }: ChargePayment, charge: Charge): string | null => charge.id ?? chargeId;

/** Of those still awaited, with their customers locked. What was decided meanwhile stays as it is. */
async function awaited(platform: Platform, ids: readonly number[]) {
  const owners = (await loadCharges(platform, ids)).map(({ customer }) => customer);
  const customers = await lockCustomers(platform, owners);
  const payments = (await loadCharges(platform, ids)).filter(({ state }) => AWAITED.includes(state));
  return { customers, payments };
}

/** Writes down what gateways said of charges, and settles what was paid. Asking again changes nothing. */
const recordCharges = (platform: Platform, told: readonly ToldCharge[]): Promise<void> =>
  platform.transaction(async () => {
    const { customers, payments } = await awaited(
      platform,
      told.map(({ payment }) => payment),
    );
    const chargeOf = new Map(told.map(({ payment, charge }) => [payment, charge]));
    const judged = payments.flatMap((payment) => {
      const charge = chargeOf.get(payment.id);
      return charge ? [{ payment, charge, judged: judgeCharge(payment, charge) }] : [];
    });
    const { now, zone } = platform.clock;
    for (const { payment, charge, judged: verdict } of judged) {
      if (verdict.verdict === 'wait')
        await keepWaiting(platform, payment, charge, nextAsk(payment.asks, now(), zone()));
      if (verdict.verdict === 'fail') await failCharge(platform, payment, chargeIdOf(payment, charge), verdict.reason);
      if (verdict.verdict === 'doubt') await doubtCharge(platform, payment, charge, verdict.mark);
    }
    const paid = judged.filter(({ judged: { verdict } }) => verdict === 'succeed');
    if (paid.length === 0) return;
    const { cardFeePpm } = await readRules(platform);
    await landPayments(
      platform,
      customers,
      paid.map(({ payment, charge }) => ({
        ...payment,
        state: move(paymentLife, payment.state, 'succeed'),
        receivedOn: paidOn(platform, payment, charge),
        reference: charge.id,
      })),
      (_, index) => {
        const { payment, charge } = paid[index] as (typeof paid)[number];
        return {
          chargeId: chargeIdOf(payment, charge),
          fee: feeOf(charge, cardFeePpm),
          askAt: null,
          verifiedBy: platform.caller().key,
        };
      },
    );
    await keepCards(platform, paid);
    await paidAgain(platform, paid);
  });

async function keepWaiting(platform: Platform, payment: ChargePayment, charge: Charge, askAt: string): Promise<void> {
  const state = payment.state === 'pending' ? payment.state : move(paymentLife, payment.state, 'send');
  await platform.rows.update(PAYMENT, [
    { id: payment.id, state, chargeId: chargeIdOf(payment, charge), asks: payment.asks + 1, askAt },
  ]);
}

/** Nothing was taken. */
async function failCharge(
  platform: Platform,
  payment: ChargePayment,
  chargeId: string | null,
  reason: string,
): Promise<void> {
  const state = move(paymentLife, payment.state, 'fail');
  const declined = payment.debitAttempt === null ? undefined : await declineDebit(platform, payment, reason);
  await platform.rows.update(PAYMENT, [
    {
      ...{ id: payment.id, state, chargeId, failReason: reason.slice(0, 200), askAt: null },
      debitRetryOn: declined?.debitRetryOn ?? null,
    },
  ]);
  const { invoice } = payment;
  await platform.events.record([chargeEvent(payment, 'payment.failed', { reason, invoice, ...declined?.told })]);
}

/** Money was taken, but not as it was asked for: a person looks at it before it settles anything. */
async function doubtCharge(platform: Platform, payment: ChargePayment, charge: Charge, mark: Mark): Promise<void> {
  const state = move(paymentLife, payment.state, 'doubt');
  // A charge that is another payment's stays that one's.
  const chargeId = mark.code === 'other_payment' ? payment.chargeId : chargeIdOf(payment, charge);
  await platform.rows.update(PAYMENT, [
    { id: payment.id, state, chargeId, reference: charge.id, marks: [mark], askAt: null },
  ]);
  await platform.events.record([chargeEvent(payment, 'payment.doubted', { mark: mark.code })]);
}

/**
 * The same for one payment: where a rule keeps its money from settling (the invoice was voided meanwhile, a month
 * closed), the money has come all the same, and a person says what becomes of it.
 */
export async function recordCharge(platform: Platform, gateway: GatewayName, told: ToldCharge): Promise<void> {
  await asGateway(platform, gateway, async () => {
    try {
      await recordCharges(platform, [told]);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await platform.transaction(async () => {
        const { payments } = await awaited(platform, [told.payment]);
        const mark: Mark = { code: 'refused', params: { reason: error.code } };
        for (const payment of payments) await doubtCharge(platform, payment, told.charge, mark);
      });
    }
  });
}

/** The gateway knows of no charge, and cannot come to know of one: the payment never reached it. */
export const recordUnreached = (platform: Platform, gateway: GatewayName, id: number): Promise<void> =>
  asGateway(platform, gateway, () =>
    platform.transaction(async () => {
      const { payments } = await awaited(platform, [id]);
      for (const payment of payments) await failCharge(platform, payment, payment.chargeId, 'never_reached');
    }),
  );

/** The gateway did not say: it is asked again. */
export const recordSilence = (
  platform: Platform,
  gateway: GatewayName,
  { id, error }: { id: number; error: unknown },
): Promise<void> =>
  asGateway(platform, gateway, () =>
    platform.transaction(async () => {
      const { payments } = await awaited(platform, [id]);
      const { now, zone } = platform.clock;
      for (const payment of payments) {
        // What the gateway has answered once is pending there, whether it answers now or not.
        const isLost = payment.state === 'initiated';
        const state = isLost ? move(paymentLife, payment.state, 'lose') : payment.state;
        const askAt = nextAsk(payment.asks, now(), zone());
        await platform.rows.update(PAYMENT, [{ id: payment.id, state, asks: payment.asks + 1, askAt }]);
        const reason = error instanceof Error ? error.message.slice(0, 300) : String(error);
        if (isLost) await platform.events.record([chargeEvent(payment, 'payment.unanswered', { reason })]);
      }
    }),
  );
