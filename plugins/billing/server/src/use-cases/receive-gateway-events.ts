import { isRefusal, keepWords, move } from '@sanya/strapi-plugin-platform/kernel';
import type { Charge, GatewayName, Platform, SignedMessage } from '@sanya/strapi-plugin-platform/kit';
import { AWAITED, judgeEvent, nextAsk, NO_REFUNDS } from '../domain/charge';
import { gatewayEventLife } from '../domain/lives';
import type { Mark } from '../domain/marks';
import { askedRefunds, backOf } from '../stores/card-refunds';
import { type ChargePayment, loadCharges, paymentOfCharge } from '../stores/charges';
import {
  type GatewayEventRow,
  insertGatewayEvent,
  loadGatewayEvents,
  updateGatewayEvents,
} from '../stores/gateway-events';
import { asGateway, recordCharge } from './record-charges';
import { askToRefund } from './refund-to-card';
import { reversePayments } from './reverse-payments';

type Verb = 'handle' | 'ignore' | 'doubt';

async function end(
  platform: Platform,
  event: GatewayEventRow,
  verb: Verb,
  about: { payment?: number; problem?: Mark } = {},
): Promise<void> {
  await platform.transaction(async () => {
    const [stored] = await loadGatewayEvents(platform, [event.id], 'wait');
    if (stored?.state !== 'received') return;
    const state = move(gatewayEventLife, stored.state, verb);
    const { payment = null, problem = null } = about;
    await updateGatewayEvents(platform, [{ id: event.id, state, payment, problem, askAt: null }]);
  });
}

/** Undoes what the gateway says went back; where a rule keeps it, a person sees to it. */
async function reverse(
  platform: Platform,
  payment: ChargePayment,
  why: 'refunded' | 'dispute_lost',
): Promise<Mark | null> {
  const reason = keepWords(`payment.reversed_by_gateway.${why}`);
  try {
    await asGateway(platform, payment.gateway, () => reversePayments(platform, [{ payment: payment.id, reason }]));
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // Told twice in other words, the other may have come first.
    const [now] = await loadCharges(platform, [payment.id]);
    if (now?.state === 'reversed') return null;
    return { code: why === 'refunded' ? 'sent_back_kept' : 'dispute_lost_kept', params: { reason: error.code } };
  }
}

async function settle(platform: Platform, event: GatewayEventRow, id: number, charge: Charge): Promise<void> {
  const [known] = await loadCharges(platform, [id]);
  if (known && AWAITED.includes(known.state)) {
    await recordCharge(platform, event.gateway, { payment: id, charge });
  }
  const [payment] = await loadCharges(platform, [id]);
  if (!payment) return end(platform, event, 'ignore');
  const own = (await backOf(platform, [id])).get(id) ?? NO_REFUNDS;
  const judged = judgeEvent(payment.state, charge, event, own);
  const problem = judged.verdict === 'reverse' ? await reverse(platform, payment, judged.why) : null;
  const mark = judged.verdict === 'doubt' ? judged.mark : problem;
  await end(platform, event, mark ? 'doubt' : 'handle', { payment: id, ...(mark ? { problem: mark } : {}) });
}

/**
 * Looks into what a gateway told. Its message is only the reason to ask: how the charge stands now is what counts, so
 * that messages may come in any order. A charge that is none of ours is shown to staff where money moved.
 */
async function lookInto(platform: Platform, event: GatewayEventRow): Promise<void> {
  const { gateway, chargeId, paymentKey: key, moves } = event;
  const id = await paymentOfCharge(platform, gateway, { chargeId, key });
  if (id === undefined) {
    const problem: Mark = { code: 'unknown_payment', params: { charge: chargeId ?? '' } };
    return moves ? end(platform, event, 'doubt', { problem }) : end(platform, event, 'ignore');
  }
  const [payment] = await loadCharges(platform, [id]);
  if (event.about === 'refund') await askToRefund(platform, await askedRefunds(platform, { payment: id }));
  const asked = payment?.chargeId ?? chargeId;
  if (asked === null) return end(platform, event, 'ignore', { payment: id });
  return settle(platform, event, id, await platform.gateway.ask(gateway, asked));
}

/** Answers how many were dealt with; the others are tried again later. */
export async function lookIntoEvents(platform: Platform, ids: readonly number[]): Promise<number> {
  let done = 0;
  for (const event of await loadGatewayEvents(platform, ids)) {
    if (event.state !== 'received') continue;
    try {
      await lookInto(platform, event);
      done += 1;
    } catch {
      const { now, zone } = platform.clock;
      const askAt = nextAsk(event.asks, now(), zone());
      await updateGatewayEvents(platform, [{ id: event.id, asks: event.asks + 1, askAt }]);
    }
  }
  return done;
}

/** What a gateway tells is kept once, whatever comes of it: told again, it is answered and nothing happens. */
export async function receiveGatewayEvent(
  platform: Platform,
  gateway: GatewayName,
  message: SignedMessage,
): Promise<void> {
  const {
    id: eventId,
    kind,
    about,
    moves,
    charge: chargeId,
    key,
    dispute,
  } = await platform.gateway.read(gateway, message);
  const now = platform.clock.now();
  const made = await platform.transaction(() =>
    insertGatewayEvent(platform, {
      ...{ gateway, eventId, about, moves, dispute, chargeId },
      kind: kind.slice(0, 100),
      paymentKey: key?.slice(0, 60) ?? null,
      state: about === 'other' ? 'ignored' : 'received',
      receivedAt: now,
      askAt: about === 'other' ? null : nextAsk(0, now, platform.clock.zone()),
      asks: 0,
    }),
  );
  if (made) await lookIntoEvents(platform, [made.id]);
}
