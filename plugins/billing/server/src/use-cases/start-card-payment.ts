import { badInput, broken, conflict, moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { Charge, GatewayName, Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import { nextAsk } from '../domain/charge';
import type { BillingRules } from '../domain/rules';
import { awaitedOf } from '../stores/charges';
import { invoiceOwners, loadInvoices } from '../stores/invoice-facts';
import { lockCustomers } from '../stores/parties';
import { readRules } from '../stores/settings';
import { askGateways } from './ask-gateways';
import { chargeEvent } from './charge-events';
import { type PaymentWish, planPayment } from './plan-payment';
import { recordCharge, recordSilence } from './record-charges';

export interface CardWish extends Omit<PaymentWish, 'method'> {
  /** What the gateway's script made of the card. */
  card?: string;
  returnUrl?: string;
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
}

const begin = (platform: Platform, gateway: GatewayName, wish: CardWish): Promise<Begun> =>
  platform.transaction(async () => {
    const customers = await lockCustomers(platform, await invoiceOwners(platform, [wish.invoice]));
    const invoices = await loadInvoices(platform, [wish.invoice]);
    const rules = await readRules(platform);
    const row = planPayment({ ...wish, method: 'card' }, 'initiated', invoices, customers, rules);
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
        submittedAt: at,
        submittedBy: platform.caller().key,
        // If this process ends before it has written down the answer, a job asks.
        askAt: nextAsk(0, at, platform.clock.zone()),
      },
    ]);
    const begun = { id: 0, documentId: '', ...ref, amount: row.amount, currency: row.currency, number };
    const { amount, currency } = begun;
    await platform.events.record([
      chargeEvent({ ...begun, customer: row.customer }, 'payment.initiated', { gateway, amount, currency }),
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
  if (gateway === 'omise' && !wish.card) throw badInput('payment.card_missing', { field: 'card' });
  await askGateways(platform, await awaitedOf(platform, wish.invoice), { abandon: 'now' });

  const { id, documentId, amount, currency, number } = await begin(platform, gateway, wish);
  const { card, returnUrl } = wish;
  let charge: Charge;
  try {
    const request = { gateway, key: documentId, amount, currency, description: number, card, returnUrl };
    charge = await platform.gateway.charge(request);
  } catch (error) {
    await recordSilence(platform, gateway, { id, error });
    return { payment: id, redirectUrl: null, clientSecret: null };
  }
  await recordCharge(platform, gateway, { payment: id, charge });
  return { payment: id, redirectUrl: charge.redirectUrl, clientSecret: charge.clientSecret };
}
