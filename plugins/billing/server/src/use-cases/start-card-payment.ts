import { badInput, broken, conflict, moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { ChargeRequest, GatewayName, Platform } from '@sanya/strapi-plugin-platform/kit';
import type { BillingRules } from '../domain/rules';
import { awaitedOf } from '../stores/charges';
import { invoiceOwners, loadInvoices } from '../stores/invoice-facts';
import { lockCustomers } from '../stores/parties';
import { payerAt } from '../stores/payment-methods';
import { readRules } from '../stores/settings';
import { askGateways } from './ask-gateways';
import { askToCharge, beginCharge, type BegunCharge } from './begin-charge';
import { chargeable, type ChargeableCard } from './chargeable-card';
import { type PaymentWish, planPayment } from './plan-payment';

export interface CardWish extends Omit<PaymentWish, 'method'> {
  /** What the gateway's script made of the card. */
  card?: string;
  returnUrl?: string;
  /** Row id of a card that the gateway kept: instead of `card`. */
  paymentMethod?: number;
  /** The payer agrees that the gateway keeps the card for later. */
  saveCard?: boolean;
  /** And that it is charged by itself when something is due. */
  autoDebit?: boolean;
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

interface Begun extends BegunCharge {
  number: string;
  saved: ChargeableCard | null;
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
    const keeps = wish.saveCard === true && !saved;
    const keep = keeps ? { customer: await payerAt(platform, owner, gateway) } : undefined;
    const { consent } = wish;
    const begun = await beginCharge(platform, row, {
      ...{ gateway, saved },
      more: { note: consent ?? null, wantsAutoDebit: keeps && wish.autoDebit === true },
      told: consent ? { consent } : {},
    });
    return { ...begun, number, saved, keep };
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

  const { number: description, saved, keep, ...begun } = await begin(platform, gateway, wish);
  const { card, returnUrl } = wish;
  const how = saved ? { saved: { customer: saved.customer, card: saved.card } } : { card, keep };
  const charge = await askToCharge(platform, begun, { gateway, description, returnUrl, ...how });
  const { redirectUrl = null, clientSecret = null } = charge ?? {};
  return { payment: begun.id, redirectUrl, clientSecret };
}
