import type { Charge, Platform } from '@sanya/strapi-plugin-platform/kit';
import { AWAITED, isAbandoned, isUnreached } from '../domain/charge';
import { type ChargePayment, loadCharges } from '../stores/charges';
import { recordCharge, recordSilence, recordUnreached } from './record-charges';

export interface Asking {
  /** Called off at the gateway where it is not paid yet: now, or when it has waited long enough. */
  abandon: 'now' | 'when_old';
}

/** How a charge stands; called off where nobody is to pay it any more. Null: the gateway knows of none. */
async function standingOf(platform: Platform, payment: ChargePayment, { abandon }: Asking): Promise<Charge | null> {
  const { gateway, chargeId, documentId, submittedAt, asks, debitAttempt } = payment;
  const charge =
    chargeId === null
      ? await platform.gateway.find(gateway, documentId, submittedAt)
      : await platform.gateway.ask(gateway, chargeId);
  // Of what is charged by itself nobody is there to be asked by their bank.
  const isOver = abandon === 'now' || debitAttempt !== null || isAbandoned(asks);
  return isOver && charge?.state === 'pending' && charge.id !== null && charge.key === documentId
    ? platform.gateway.abandon(gateway, charge.id)
    : charge;
}

/**
 * Asks the gateways about payments that are awaited, one after the other and with no transaction open. What they do not
 * say is asked again later. Answers how many it came to know of.
 */
export async function askGateways(platform: Platform, ids: readonly number[], asking: Asking): Promise<number> {
  let known = 0;
  for (const payment of await loadCharges(platform, ids)) {
    if (!AWAITED.includes(payment.state)) continue;
    const { id, gateway, submittedAt } = payment;
    let charge: Charge | null;
    try {
      charge = await standingOf(platform, payment, asking);
    } catch (error) {
      await recordSilence(platform, gateway, { id, error });
      continue;
    }
    const { now, zone } = platform.clock;
    if (charge) await recordCharge(platform, gateway, { payment: id, charge });
    else if (isUnreached(submittedAt, now(), zone())) await recordUnreached(platform, gateway, id);
    else await recordSilence(platform, gateway, { id, error: 'not known yet' });
    known += 1;
  }
  return known;
}
