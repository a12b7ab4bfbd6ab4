import { broken, move } from '@sanya/strapi-plugin-platform/kernel';
import type { GatewayName, GatewayRefund, Platform } from '@sanya/strapi-plugin-platform/kit';
import { chargeFor, refundKey } from '../domain/card-refund';
import { nextAsk } from '../domain/charge';
import { cardText } from '../domain/payment-method';
import { refundLife } from '../domain/refund';
import { chargesBehind } from '../stores/card-refunds';
import { loadCharges } from '../stores/charges';
import { paymentMethodsByIds } from '../stores/payment-methods';
import { loadRefunds, type RefundFacts, type RefundRow, updateRefunds } from '../stores/refunds';
import { lockedRefunds, refuseVerifiers } from './locked-refunds';
import { asGateway } from './record-charges';
import { recordSentRefunds } from './record-sent-refunds';
import { refundEvent } from './refund-events';

type Change = Partial<Omit<RefundFacts, 'state'>>;

async function change(platform: Platform, refund: RefundRow, verb: 'ask' | 'fail', changes: Change) {
  const state = move(refundLife, refund.state, verb);
  await updateRefunds(platform, [{ id: refund.id, state, ...changes }]);
  return { ...refund, state, ...changes };
}

/** Writes down that the gateway is asked, before it is. */
const begin = (platform: Platform, id: number): Promise<void> =>
  platform.transaction(async () => {
    const [refund] = await lockedRefunds(platform, [id]);
    if (!refund) return;
    move(refundLife, refund.state, 'ask');
    await refuseVerifiers(platform, [refund]);
    const charge = chargeFor(refund, await chargesBehind(platform, refund));
    if (!platform.gateway.wired(charge.gateway).secret) {
      throw broken('refund.gateway_silent', { params: { gateway: charge.gateway } });
    }
    const { now, zone } = platform.clock;
    const asking = await change(platform, refund, 'ask', {
      ...{ cardPayment: charge.payment, cardTries: refund.cardTries + 1, failReason: null, asks: 0 },
      // If this process ends before it has written down the answer, a job asks.
      askAt: nextAsk(0, now(), zone()),
      sentBy: platform.caller().key,
    });
    const [card] = await paymentMethodsByIds(platform, charge.card === null ? [] : [charge.card]);
    const told = refundEvent(asking, refund.state);
    await platform.events.record([
      { ...told, after: { ...told.after, gateway: charge.gateway, ...(card ? { card: cardText(card) } : {}) } },
    ]);
  });

/** Writes down what the gateway said of a try; null: nothing. What was decided meanwhile stays as it is. */
const record = (
  platform: Platform,
  { id, cardTries }: RefundRow,
  gateway: GatewayName,
  answer: GatewayRefund | null,
): Promise<void> =>
  asGateway(platform, gateway, () =>
    platform.transaction(async () => {
      const [refund] = await lockedRefunds(platform, [id]);
      if (refund?.state !== 'sending' || refund.cardTries !== cardTries) return;
      const { now, today, zone } = platform.clock;
      if (answer?.state === 'succeeded') {
        const { sentBy } = refund;
        const reference = answer.id ?? refundKey(refund.documentId, cardTries);
        await recordSentRefunds(platform, [
          { refund, verb: 'land', reference, sentOn: today(), account: null, sentBy },
        ]);
      } else if (answer?.state === 'failed') {
        const failReason = (answer.failure ?? 'failed').slice(0, 200);
        const failed = await change(platform, refund, 'fail', { failReason, cardPayment: null, askAt: null });
        const told = refundEvent(failed, refund.state);
        await platform.events.record([
          { ...told, name: 'refund.card_failed', after: { ...told.after, reason: failReason } },
        ]);
      } else {
        await updateRefunds(platform, [{ id, asks: refund.asks + 1, askAt: nextAsk(refund.asks + 1, now(), zone()) }]);
      }
    }),
  );

/**
 * Asks the gateways to send refunds back, with no transaction open and one key a try: one that was sent already is not
 * sent again. What they do not say is asked again later. Answers how many they said something of.
 */
export async function askToRefund(platform: Platform, ids: readonly number[]): Promise<number> {
  let known = 0;
  const refunds = (await loadRefunds(platform, ids)).filter(({ state }) => state === 'sending');
  const charges = await loadCharges(
    platform,
    refunds.flatMap(({ cardPayment }) => cardPayment ?? []),
  );
  for (const refund of refunds) {
    const charged = charges.find(({ id }) => id === refund.cardPayment);
    if (!charged?.chargeId) continue;
    const { gateway, chargeId: charge } = charged;
    const { documentId, cardTries, amount } = refund;
    const key = refundKey(documentId, cardTries);
    const answer = await platform.gateway.refund(gateway, { charge, amount, key }).catch(() => null);
    await record(platform, refund, gateway, answer);
    if (answer) known += 1;
  }
  return known;
}

/** Sends an approved refund back to the card that it was paid with, through its gateway. */
export async function refundToCard(platform: Platform, id: number): Promise<RefundRow[]> {
  await begin(platform, id);
  await askToRefund(platform, [id]);
  return loadRefunds(platform, [id]);
}
