import type Stripe from 'stripe';
import type { Charge, ChargeRequest, GatewayEvent, GatewayRefund } from '../../../../kit/src/gateway';
import { wallClock } from '../../core/clock';
import type { GatewayAdapter } from '../gateway';
import {
  type GatewayWiring,
  refusedCharge,
  refusedRefund,
  searchedFrom,
  secretOf,
  tooLate,
  TOLERANCE_SECONDS,
  unreadable,
  unsigned,
  wireAmount,
} from './shared';

const EXPAND = ['latest_charge.balance_transaction', 'payment_method'];
const NO_CARD = 'requires_payment_method';
/** What its API says before it has made anything: nothing was charged. */
const DEFINITE = new Set([
  'StripeCardError',
  'StripeInvalidRequestError',
  'StripeAuthenticationError',
  'StripePermissionError',
]);

/** Where the SDK speaks to. */
function addressOf(url: string | undefined): Stripe.StripeConfig {
  if (!url) return {};
  const { hostname, port, protocol } = new URL(url);
  return { host: hostname, port: port || undefined, protocol: protocol === 'http:' ? 'http' : 'https' };
}

const isObject = <T extends object>(value: T | string | null | undefined): value is T =>
  typeof value === 'object' && value !== null;
const idOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : ((value as { id?: string } | null | undefined)?.id ?? null);

/**
 * A card that was named at once is tried once: when it is declined, that payment has failed. Where the payer names the
 * card in Stripe's own form, the form lets them try another.
 */
function stateOf(intent: Stripe.PaymentIntent): Charge['state'] {
  if (intent.status === 'succeeded') return 'succeeded';
  if (intent.status === 'canceled') return 'failed';
  const declined = intent.status === NO_CARD && Boolean(intent.last_payment_error);
  return declined && intent.metadata.card === 'given' ? 'failed' : 'pending';
}

function refundOf({ id, status, amount, failure_reason }: Stripe.Refund): GatewayRefund {
  const state = status === 'succeeded' || status === 'pending' ? status : 'failed';
  return { id, state, amount: BigInt(amount), failure: state === 'failed' ? (failure_reason ?? status) : null };
}

/** The card of a payment that was to keep it. */
function keptOf(intent: Stripe.PaymentIntent): Charge['kept'] {
  const customer = idOf(intent.customer);
  const method = isObject(intent.payment_method) ? intent.payment_method : null;
  if (intent.status !== 'succeeded' || !intent.setup_future_usage || customer === null || !method?.card) return null;
  const { brand, last4, exp_month: expiryMonth, exp_year: expiryYear } = method.card;
  return { customer, card: method.id, brand, lastFour: last4, expiryMonth, expiryYear };
}

function chargeOf(intent: Stripe.PaymentIntent): Charge {
  const state = stateOf(intent);
  const paid = isObject(intent.latest_charge) ? intent.latest_charge : null;
  const balance = paid && isObject(paid.balance_transaction) ? paid.balance_transaction : null;
  const error = intent.last_payment_error;
  return {
    id: intent.id,
    key: intent.metadata.payment ?? null,
    state,
    amount: BigInt(state === 'succeeded' ? intent.amount_received : intent.amount),
    currency: intent.currency.toUpperCase(),
    fee: balance && balance.currency === intent.currency ? BigInt(balance.fee) : null,
    paidAt: paid && state === 'succeeded' ? new Date(paid.created * 1000).toISOString() : null,
    refunded: BigInt(paid?.amount_refunded ?? 0),
    failure: state === 'failed' ? (error?.decline_code ?? error?.code ?? intent.cancellation_reason ?? 'failed') : null,
    redirectUrl: state === 'pending' ? (intent.next_action?.redirect_to_url?.url ?? null) : null,
    clientSecret: state === 'pending' ? intent.client_secret : null,
    kept: keptOf(intent),
  };
}

const MOVING = /^(payment_intent\.succeeded|charge\.(succeeded|refunded)|charge\.dispute\.|refund\.)/;

const DISPUTES: Record<string, GatewayEvent['dispute']> = { lost: 'lost', won: 'won', warning_closed: 'won' };

function eventOf(event: Stripe.Event): GatewayEvent {
  const object = event.data.object as unknown as {
    id: string;
    payment_intent?: unknown;
    metadata?: Record<string, string> | null;
    status?: string;
  };
  const isIntent = event.type.startsWith('payment_intent.');
  const dispute = event.type.startsWith('charge.dispute.');
  const refund = /^(charge\.refunded$|charge\.refund\.|refund\.)/.test(event.type);
  const ours = isIntent || event.type.startsWith('charge.') || refund;
  return {
    id: event.id,
    kind: event.type,
    about: dispute ? 'dispute' : refund ? 'refund' : ours ? 'charge' : 'other',
    moves: MOVING.test(event.type),
    charge: isIntent ? object.id : idOf(object.payment_intent),
    key: object.metadata?.payment ?? null,
    dispute: dispute ? (DISPUTES[object.status ?? ''] ?? 'open') : null,
  };
}

/** Cards by Stripe's payment intents. */
export function stripeGateway({ secretKey, webhookSecret, url, patienceMs }: GatewayWiring): GatewayAdapter {
  let client: Promise<Stripe> | undefined;
  const connect = async (): Promise<Stripe> => {
    const { default: Client } = await import('stripe');
    return new Client(secretOf(secretKey, 'STRIPE_SECRET_KEY'), {
      ...addressOf(url),
      timeout: patienceMs,
      // What came of a call without an answer is asked about later, not tried again while the payer waits.
      maxNetworkRetries: 0,
      telemetry: false,
    });
  };
  const stripe = (): Promise<Stripe> => {
    client ??= connect();
    client.catch(() => (client = undefined));
    return client;
  };
  const ask = async (id: string): Promise<Charge> =>
    chargeOf(await (await stripe()).paymentIntents.retrieve(id, { expand: EXPAND }));

  /** Who pays, where the card is kept for them. */
  async function payerOf({ key, saved, keep }: ChargeRequest): Promise<string | undefined> {
    if (saved) return saved.customer;
    if (!keep) return undefined;
    if (keep.customer !== null) return keep.customer;
    const { customers } = await stripe();
    return (await customers.create({ metadata: { payment: key } }, { idempotencyKey: `${key}:payer` })).id;
  }

  async function charge(request: ChargeRequest): Promise<Charge> {
    const { key, amount, currency, description, returnUrl, saved, keep } = request;
    const card = saved?.card ?? request.card;
    try {
      const customer = await payerOf(request);
      const intent = await (
        await stripe()
      ).paymentIntents.create(
        {
          amount: wireAmount(amount),
          currency: currency.toLowerCase(),
          description,
          allowed_payment_method_types: ['card'],
          metadata: { payment: key, card: card ? 'given' : 'asked' },
          ...(customer ? { customer } : {}),
          ...(keep ? { setup_future_usage: 'off_session' as const } : {}),
          // Where the payer does not say where to come back to, they are not there.
          ...(saved && !returnUrl ? { off_session: true } : {}),
          ...(card ? { payment_method: card, confirm: true, ...(returnUrl ? { return_url: returnUrl } : {}) } : {}),
          expand: EXPAND,
        },
        { idempotencyKey: key },
      );
      return chargeOf(intent);
    } catch (error) {
      const { type, code, decline_code, payment_intent } = error as Stripe.errors.StripeError;
      if (!DEFINITE.has(type)) throw error;
      return refusedCharge(request, decline_code ?? code ?? type, payment_intent?.id ?? null);
    }
  }

  return {
    charge,
    ask,
    async find(key, since) {
      const from = Math.floor(searchedFrom(since, wallClock()).getTime() / 1000);
      const list = (await stripe()).paymentIntents.list({ created: { gte: from }, limit: 100 });
      for await (const intent of list) if (intent.metadata.payment === key) return ask(intent.id);
      return null;
    },
    async abandon(id) {
      try {
        await (await stripe()).paymentIntents.cancel(id, { cancellation_reason: 'abandoned' });
      } catch (error) {
        // Paid or cancelled already: how it stands says which.
        if ((error as Stripe.errors.StripeError).code !== 'payment_intent_unexpected_state') throw error;
      }
      return ask(id);
    },
    async refund({ charge: id, amount, key }) {
      const { refunds } = await stripe();
      // Its idempotency keys are kept for a day and replay the first answer: what was asked before is looked up.
      for await (const known of refunds.list({ payment_intent: id, limit: 100 })) {
        if (known.metadata?.refund === key) return refundOf(known);
      }
      try {
        const request = { payment_intent: id, amount: wireAmount(amount), metadata: { refund: key } };
        return refundOf(await refunds.create(request, { idempotencyKey: key }));
      } catch (error) {
        const { type, code } = error as Stripe.errors.StripeError;
        if (!DEFINITE.has(type)) throw error;
        return refusedRefund(amount, code ?? type);
      }
    },
    async forget({ card }) {
      try {
        await (await stripe()).paymentMethods.detach(card);
      } catch (error) {
        if ((error as Stripe.errors.StripeError).type !== 'StripeInvalidRequestError') throw error;
      }
    },
    async read({ body, header }) {
      const { default: Client } = await import('stripe');
      const signature = header('Stripe-Signature');
      if (!webhookSecret || !signature) throw unsigned();
      let event: Stripe.Event;
      try {
        event = Client.webhooks.constructEvent(body, signature, webhookSecret, TOLERANCE_SECONDS);
      } catch (error) {
        if (error instanceof SyntaxError) throw unreadable();
        throw /tolerance/.test((error as Error).message) ? tooLate() : unsigned();
      }
      if (typeof event?.id !== 'string' || typeof event.type !== 'string' || !event.data?.object) throw unreadable();
      return eventOf(event);
    },
    wired: () => ({
      secret: Boolean(secretKey),
      webhookSecret: Boolean(webhookSecret),
      live: /^(sk|rk)_live_/.test(secretKey ?? ''),
    }),
  };
}
