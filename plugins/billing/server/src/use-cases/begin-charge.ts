import type { Charge, ChargeRequest, GatewayName, Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import { nextAsk } from '../domain/charge';
import { cardText } from '../domain/payment-method';
import { chargeEvent } from './charge-events';
import type { ChargeableCard } from './chargeable-card';
import type { PlannedPayment } from './plan-payment';
import { recordCharge, recordSilence } from './record-charges';

/** A card payment that is written down, and not asked for yet. */
export interface BegunCharge {
  id: number;
  /** Key of the charge. */
  documentId: string;
  amount: bigint;
  currency: string;
}

interface Beginning {
  gateway: GatewayName;
  saved: ChargeableCard | null;
  /** What else is kept with the payment. */
  more?: Record<string, unknown>;
  /** What else its event says. */
  told?: Record<string, unknown>;
}

/** Writes a card payment down, before its gateway is asked. Its customer is locked. */
export async function beginCharge(
  platform: Platform,
  row: PlannedPayment,
  { gateway, saved, more = {}, told = {} }: Beginning,
): Promise<BegunCharge> {
  const at = platform.clock.now();
  const [ref = { id: 0, documentId: '' }] = await platform.rows.insert(PAYMENT, [
    {
      ...row,
      ...{ gateway, paymentMethod: saved?.id ?? null, submittedAt: at, submittedBy: platform.caller().key },
      // If this process ends before it has written down the answer, a job asks.
      askAt: nextAsk(0, at, platform.clock.zone()),
      ...more,
    },
  ]);
  const { amount, currency, customer } = row;
  await platform.events.record([
    chargeEvent({ ...ref, customer }, 'payment.initiated', {
      ...{ gateway, amount, currency },
      ...(saved ? { card: cardText(saved) } : {}),
      ...told,
    }),
  ]);
  return { ...ref, amount, currency };
}

/** Asks the gateway with no transaction open, and writes down what it says. Null: it did not say. */
export async function askToCharge(
  platform: Platform,
  { id, documentId: key, amount, currency }: BegunCharge,
  request: Omit<ChargeRequest, 'key' | 'amount' | 'currency'>,
  answered: (charge: Charge) => Promise<Charge> = async (charge) => charge,
): Promise<Charge | null> {
  const { gateway } = request;
  let charge: Charge;
  try {
    charge = await answered(await platform.gateway.charge({ ...request, key, amount, currency }));
  } catch (error) {
    await recordSilence(platform, gateway, { id, error });
    return null;
  }
  await recordCharge(platform, gateway, { payment: id, charge });
  return charge;
}
