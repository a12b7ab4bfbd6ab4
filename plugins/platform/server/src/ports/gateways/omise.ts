import { createHmac, timingSafeEqual } from 'node:crypto';
import type {
  CardReference,
  Charge,
  ChargeRequest,
  GatewayEvent,
  GatewayRefund,
  SignedMessage,
} from '../../../../kit/src/gateway';
import { wallClock } from '../../core/clock';
import type { GatewayAdapter } from '../gateway';
import { connectOmise, type OmiseCharge, type OmiseClient, type OmiseError, type OmiseRefund } from './omise-client';
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

const PAGE = 100;
/** Refusals before anything is charged. Any other code leaves open what happened. */
const DEFINITE = new Set([
  ...['invalid_card', 'invalid_card_token', 'missing_card', 'used_token', 'not_found', 'bad_request', 'invalid_charge'],
  ...['invalid_amount', 'invalid_currency', 'authentication_failure', 'failed_fraud_check', 'locked_account_error'],
  'failed_refund',
]);

const STATES: Record<OmiseCharge['status'], Charge['state']> = {
  successful: 'succeeded',
  pending: 'pending',
  failed: 'failed',
  expired: 'failed',
  reversed: 'failed',
};

function refundOf({ id, status, amount }: OmiseRefund): GatewayRefund {
  const state = status === 'pending' ? 'pending' : status === 'failed' ? 'failed' : 'succeeded';
  return { id, state, amount: BigInt(amount), failure: state === 'failed' ? 'failed' : null };
}

/** The card of a payment that was to keep it. */
function keptOf({ status, metadata, customer, card }: OmiseCharge): Charge['kept'] {
  if (status !== 'successful' || metadata?.keep !== 'yes' || !customer || !card) return null;
  const { brand, last_digits: lastFour, expiration_month: expiryMonth, expiration_year: expiryYear } = card;
  return { customer, card: card.id, brand, lastFour, expiryMonth, expiryYear };
}

function chargeOf(charge: OmiseCharge): Charge {
  const state = STATES[charge.status] ?? 'pending';
  return {
    id: charge.id,
    key: charge.metadata?.payment ?? null,
    state,
    amount: BigInt(charge.amount),
    currency: charge.currency.toUpperCase(),
    fee: typeof charge.fee === 'number' ? BigInt(charge.fee) + BigInt(charge.fee_vat ?? 0) : null,
    paidAt: state === 'succeeded' && charge.paid_at ? new Date(charge.paid_at).toISOString() : null,
    refunded: BigInt(charge.refunded_amount ?? 0),
    failure: state === 'failed' ? (charge.failure_code ?? charge.status) : null,
    redirectUrl: state === 'pending' ? (charge.authorize_uri ?? null) : null,
    clientSecret: null,
    kept: keptOf(charge),
  };
}

/** The SDK waits for ever: a gateway that hangs must not hold the payer. */
async function within<T>(patienceMs: number, work: Promise<T>): Promise<T> {
  let bell: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    bell = setTimeout(() => reject(new Error('Omise did not answer in time')), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    if (error instanceof Error) throw error;
    // It rejects with what the server said, which is no error of JavaScript.
    const { code, message } = (error ?? {}) as OmiseError;
    throw Object.assign(new Error(`Omise: ${message ?? String(error)}`), { code });
  } finally {
    clearTimeout(bell);
  }
}

/** `Omise-Signature` is the HMAC of `<timestamp>.<body>`; while a secret is being changed there are two, with a comma. */
function checkOmiseSignature({ body, header }: SignedMessage, secret: string, wall: string): void {
  const [signatures, timestamp] = [header('Omise-Signature'), header('Omise-Signature-Timestamp')];
  if (!signatures || !/^\d{1,12}$/.test(timestamp)) throw unsigned();
  const right = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${timestamp}.`).update(body).digest();
  const isRight = signatures.split(',').some((one) => {
    const given = Buffer.from(one.trim(), 'hex');
    return given.length === right.length && timingSafeEqual(given, right);
  });
  if (!isRight) throw unsigned();
  if (Math.abs(Date.parse(wall) / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) throw tooLate();
}

const ABOUT: Record<string, GatewayEvent['about']> = { charge: 'charge', refund: 'refund', dispute: 'dispute' };

interface Told {
  id?: unknown;
  key?: unknown;
  data?: { id?: string; status?: string; charge?: string | { id: string }; metadata?: Record<string, string> | null };
}

function eventOf({ id, key, data }: Told): GatewayEvent {
  if (typeof id !== 'string' || typeof key !== 'string') throw unreadable();
  const about = ABOUT[key.split('.')[0] ?? ''] ?? 'other';
  const charge = typeof data?.charge === 'object' ? data.charge.id : data?.charge;
  const closed = data?.status === 'won' || data?.status === 'lost' ? data.status : 'open';
  return {
    id,
    kind: key,
    about,
    moves: about === 'refund' || about === 'dispute' || (about === 'charge' && data?.status === 'successful'),
    charge: (about === 'charge' ? data?.id : charge) ?? null,
    key: (about === 'charge' && data?.metadata?.payment) || null,
    dispute: about === 'dispute' ? closed : null,
  };
}

/** Cards by Omise's charges. It has no idempotency key: a charge is asked for once, and found again by its metadata. */
export function omiseGateway({ secretKey, webhookSecret, url, patienceMs }: GatewayWiring): GatewayAdapter {
  const inTime = <T>(work: Promise<T>): Promise<T> => within(patienceMs, work);
  let client: Promise<OmiseClient> | undefined;
  const omise = (): Promise<OmiseClient> => {
    client ??= (async () => connectOmise(secretOf(secretKey, 'OMISE_SECRET_KEY'), url))();
    client.catch(() => (client = undefined));
    return client;
  };

  /**
   * A token is good for one thing: where the card is kept, it becomes a payer's, and the payer's card is charged. A payer
   * has one card: of two that came at once nobody could say which is whose.
   */
  async function keepCard(token: string, key: string): Promise<CardReference> {
    const { customers } = await omise();
    const { id: customer } = await inTime(customers.create({ card: token, metadata: { payment: key } }));
    const { data } = await inTime(customers.listCards(customer, { limit: 1 }));
    const [card] = data;
    if (!card) throw Object.assign(new Error('Omise: no card was kept'), { code: 'invalid_card_token' });
    return { customer, card: card.id };
  }

  async function forget({ customer, card }: CardReference): Promise<void> {
    try {
      await inTime((await omise()).customers.destroyCard(customer, card));
    } catch (error) {
      if ((error as OmiseError).code !== 'not_found') throw error;
    }
  }

  /** What was declined is not kept: nobody is told of it. That it cannot be forgotten just now hides no answer. */
  async function told(charge: OmiseCharge): Promise<Charge> {
    const { status, metadata, customer, card } = charge;
    const isDeclined = status === 'failed' || status === 'expired';
    if (isDeclined && metadata?.keep === 'yes' && customer && card) {
      await forget({ customer, card: card.id }).catch(() => undefined);
    }
    return chargeOf(charge);
  }

  const ask = async (id: string): Promise<Charge> => told(await inTime((await omise()).charges.retrieve(id)));

  async function charge(request: ChargeRequest): Promise<Charge> {
    const { key, amount, currency, description, returnUrl, keep } = request;
    if (!request.card && !request.saved) return refusedCharge(request, 'missing_card', null);
    let made: CardReference | undefined;
    try {
      if (keep && request.card && !request.saved) made = await keepCard(request.card, key);
      const payer = made ?? request.saved ?? { card: request.card };
      const answer = (await omise()).charges.create({
        amount: wireAmount(amount),
        currency: currency.toLowerCase(),
        description,
        ...payer,
        ...(returnUrl ? { return_uri: returnUrl } : {}),
        metadata: { payment: key, ...(made ? { keep: 'yes' } : {}) },
      });
      return await told(await inTime(answer));
    } catch (error) {
      const { code } = error as OmiseError;
      if (!code || !DEFINITE.has(code)) throw error;
      if (made) await forget(made).catch(() => undefined);
      return refusedCharge(request, code, null);
    }
  }

  return {
    charge,
    ask,
    async find(key, since) {
      const from = searchedFrom(since, wallClock()).toISOString();
      for (let offset = 0; ; offset += PAGE) {
        const page = { from, limit: PAGE, offset, order: 'reverse_chronological' };
        const { data, total } = await inTime((await omise()).charges.list(page));
        const mine = data.find((one) => one.metadata?.payment === key);
        if (mine) return await told(mine);
        if (data.length === 0 || offset + PAGE >= total) return null;
      }
    },
    async abandon(id) {
      try {
        await inTime((await omise()).charges.expire(id));
      } catch (error) {
        // Not to be expired any more: how it stands says why.
        if ((error as OmiseError).code === undefined) throw error;
      }
      return ask(id);
    },
    async refund({ charge: id, amount, key }) {
      const { charges } = await omise();
      const known = (await inTime(charges.listRefunds(id))).data.find((one) => one.metadata?.refund === key);
      if (known) return refundOf(known);
      try {
        const request = { amount: wireAmount(amount), metadata: { refund: key } };
        return refundOf(await inTime(charges.createRefund(id, request)));
      } catch (error) {
        const { code } = error as OmiseError;
        if (!code || !DEFINITE.has(code)) throw error;
        return refusedRefund(amount, code);
      }
    },
    forget,
    async read(message) {
      if (!webhookSecret) throw unsigned();
      checkOmiseSignature(message, webhookSecret, wallClock());
      let event: Told;
      try {
        event = JSON.parse(message.body.toString('utf8')) as Told;
      } catch {
        throw unreadable();
      }
      return eventOf(event ?? {});
    },
    wired: () => ({
      secret: Boolean(secretKey),
      webhookSecret: Boolean(webhookSecret),
      live: /^skey_(?!test_)/.test(secretKey ?? ''),
    }),
  };
}
