import { badInput, broken, conflict, moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { CardReference, Charge, ChargeRequest, GatewayName, Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import { nextAsk } from '../domain/charge';
import type { BillingRules } from '../domain/rules';
import { cardText } from '../domain/payment-method';
import { awaitedOf } from '../stores/charges';
import { invoiceOwners, loadInvoices } from '../stores/invoice-facts';
import { lockCustomers } from '../stores/parties';
import { payerAt } from '../stores/payment-methods';
import { readRules } from '../stores/settings';
import { askGateways } from './ask-gateways';
import { chargeEvent } from './charge-events';
import { chargeable } from './chargeable-card';
import { type PaymentWish, planPayment } from './plan-payment';
import { recordCharge, recordSilence } from './record-charges';

export interface CardWish extends Omit<PaymentWish, 'method'> {
  /** What the gateway's script made of the card. */
  card?: string;
  returnUrl?: string;
  /** Row id of a card that the gateway kept: instead of `card`. */
  paymentMethod?: number;
  /** The payer agrees that the gateway keeps the card for later. */
  saveCard?: boolean;
  /** Why staff may charge it: what the member said, and when. */
  consent?: string;
}

export interface StartedPayment {
  /** Row id. */
  payment: number;
  redirectUrl: string | null;
  clientSecret: string | null;
}

/** The gateway that takes cards here; refused where none is set up. */
export function cardGateway(platform: Platform, rules: Pick<BillingRules, 'cardGateway'>): GatewayName {
  const { cardGateway: gateway } = rules;
  if (gateway === 'none' || !platform.gateway.wired(gateway).secret) {
    throw broken('payment.method_unavailable', { field: 'method', params: { method: 'card' } });
  }
  return gateway;
}

interface Begun {
  id: number;
  documentId: string;
  amount: bigint;
  currency: string;
  number: string;
  saved: CardReference | null;
  keep: ChargeRequest['keep'];
}

const begin = (platform: Platform, gateway: GatewayName, wish: CardWish): Promise<Begun> =>
  platform.transaction(async () => {
    const owners = await invoiceOwners(platform, [wish.invoice]);
    const customers = await lockCustomers(platform, owners);
    const [owner = 0] = owners;
    const saved =
      wish.paymentMethod === undefined ? null : await chargeable(platform, owner, wish.paymentMethod, gateway);
    const invoices = await loadInvoices(platform, [wish.invoice]);
    const rules = await readRules(platform);
    const today = platform.clock.today();
    const row = planPayment({ ...wish, method: 'card' }, 'initiated', invoices, customers, rules, today);
    const { amountDue = 0n, number = '' } = invoices.get(wish.invoice) ?? {};
    if (row.amount + row.withheld > amountDue) {
      throw broken('payment.card_more_than_due', {
        field: 'amount',
        params: { due: moneyParam(amountDue, row.currency) },
      });
    }
    if (row.amount <= 0n) throw badInput('payment.amount_not_positive', { field: 'amount' });
    if ((await awaitedOf(platform, wish.invoice)).length > 0) throw conflict('payment.card_under_way');
    const at = platform.clock.now();
    const [ref] = await platform.rows.insert(PAYMENT, [
      {
        ...row,
        gateway,
        paymentMethod: saved?.id ?? null,
        note: wish.consent ?? null,
        submittedAt: at,
        submittedBy: platform.caller().key,
        // If this process ends before it has written down the answer, a job asks.
        askAt: nextAsk(0, at, platform.clock.zone()),
      },
    ]);
    const keep = wish.saveCard && !saved ? { customer: await payerAt(platform, owner, gateway) } : undefined;
    const begun = { id: 0, documentId: '', ...ref, amount: row.amount, currency: row.currency, number, saved, keep };
    const { amount, currency } = begun;
    await platform.events.record([
      chargeEvent({ ...begun, customer: row.customer }, 'payment.initiated', {
        ...{ gateway, amount, currency },
        ...(saved ? { card: cardText(saved) } : {}),
        ...(wish.consent ? { consent: wish.consent } : {}),
      }),
    ]);
    return begun;
  });

/**
 * Pays an invoice by card: written down first, then the gateway is asked with no transaction open and our id as its key,
 * then its answer is written down. An earlier try that nobody ended is asked about and called off first: only one card
 * is ever charged for an invoice at a time.
 */
export async function startCardPayment(platform: Platform, wish: CardWish): Promise<StartedPayment> {
  const gateway = cardGateway(platform, await readRules(platform));
  if (gateway === 'omise' && !wish.card && wish.paymentMethod === undefined)
    throw badInput('payment.card_missing', { field: 'card' });
  await askGateways(platform, await awaitedOf(platform, wish.invoice), { abandon: 'now' });

  const { id, documentId, amount, currency, number, saved, keep } = await begin(platform, gateway, wish);
  const { card, returnUrl } = wish;
  let charge: Charge;
  try {
    const how = saved ? { saved: { customer: saved.customer, card: saved.card } } : { card, keep };
    const request = { gateway, key: documentId, amount, currency, description: number, returnUrl, ...how };
    charge = await platform.gateway.charge(request);
  } catch (error) {
    await recordSilence(platform, gateway, { id, error });
    return { payment: id, redirectUrl: null, clientSecret: null };
  }
  await recordCharge(platform, gateway, { payment: id, charge });
  return { payment: id, redirectUrl: charge.redirectUrl, clientSecret: charge.clientSecret };
}
