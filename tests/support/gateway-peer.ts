import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const STRIPE_SECRET = 'sk_test_peer';
const STRIPE_WEBHOOK = 'whsec_peer';
const OMISE_SECRET = 'skey_test_peer';
const OMISE_WEBHOOK = Buffer.from('omise webhook secret of the peer').toString('base64');

/** What the next charge meets. `lost`: it is charged, and no answer ever comes; `broken`: 500 before anything is done; `refused`: 400. */
export type Fault =
  | 'none'
  | 'declined'
  | 'stolen'
  | 'refused'
  | 'lost'
  | 'broken'
  | 'three-ds'
  | 'other-amount'
  | 'slow'
  | 'broken-after';

export interface PeerCharge {
  gateway: 'stripe' | 'omise';
  id: string;
  key: string | null;
  amount: number;
  currency: string;
  state: 'pending' | 'succeeded' | 'failed';
  cardGiven: boolean;
  /** Who pays, the card, and whether it is to be kept. */
  customer: string | null;
  card: string | null;
  keeps: boolean;
  offSession: boolean;
  failure: string | null;
  refunded: number;
  created: number;
  refunds: PeerRefund[];
}

interface PeerRefund {
  id: string;
  amount: number;
  key: string | null;
  state: 'pending' | 'succeeded';
}

/** In which words each declines. */
const DECLINES = {
  stripe: { declined: 'insufficient_funds', stolen: 'stolen_card' },
  omise: { declined: 'insufficient_funds', stolen: 'stolen_or_lost_card' },
} as const;

type Params = Record<string, string>;

const fee = (amount: number): number => Math.round(amount * 0.0365);
const seconds = (): number => Math.floor(Date.now() / 1000);
const word = (): string => randomBytes(9).toString('hex');

const EXPIRY = { month: 12, year: 2031 };

const intentOf = (charge: PeerCharge, url: string) => ({
  id: charge.id,
  object: 'payment_intent',
  amount: charge.amount,
  amount_received: charge.state === 'succeeded' ? charge.amount : 0,
  currency: charge.currency,
  client_secret: `${charge.id}_secret_x`,
  metadata: { ...(charge.key ? { payment: charge.key } : {}), card: charge.cardGiven ? 'given' : 'asked' },
  status:
    charge.state === 'succeeded'
      ? 'succeeded'
      : charge.failure === 'abandoned'
        ? 'canceled'
        : charge.state === 'failed' || !charge.cardGiven
          ? 'requires_payment_method'
          : 'requires_action',
  last_payment_error:
    charge.state === 'failed' && charge.failure !== 'abandoned'
      ? { code: 'card_declined', decline_code: charge.failure }
      : null,
  customer: charge.customer,
  setup_future_usage: charge.keeps ? 'off_session' : null,
  payment_method: charge.card && {
    id: charge.card,
    card: { brand: 'visa', last4: '4242', exp_month: EXPIRY.month, exp_year: EXPIRY.year },
  },
  cancellation_reason: charge.failure === 'abandoned' ? 'abandoned' : null,
  next_action:
    charge.state === 'pending' && charge.cardGiven
      ? { type: 'redirect_to_url', redirect_to_url: { url: `${url}/3ds/${charge.id}` } }
      : null,
  latest_charge:
    charge.state === 'succeeded'
      ? {
          id: charge.id.replace('pi_', 'ch_'),
          created: charge.created,
          amount_refunded: charge.refunded,
          balance_transaction: { fee: fee(charge.amount), currency: charge.currency },
        }
      : null,
});

const omiseOf = (charge: PeerCharge, url: string) => ({
  object: 'charge',
  id: charge.id,
  amount: charge.amount,
  currency: charge.currency,
  status: { pending: 'pending', succeeded: 'successful', failed: 'failed' }[charge.state],
  metadata: { ...(charge.key ? { payment: charge.key } : {}), ...(charge.keeps ? { keep: 'yes' } : {}) },
  customer: charge.customer,
  card: charge.card && {
    ...{ id: charge.card, brand: 'Visa', last_digits: '4242' },
    ...{ expiration_month: EXPIRY.month, expiration_year: EXPIRY.year },
  },
  fee: fee(charge.amount),
  fee_vat: 0,
  paid_at: charge.state === 'succeeded' ? new Date(charge.created * 1000).toISOString() : null,
  refunded_amount: charge.refunded,
  failure_code: charge.failure,
  authorize_uri: charge.state === 'pending' ? `${url}/3ds/${charge.id}` : null,
});

const refundShown = ({ gateway }: PeerCharge, { id, amount, key, state }: PeerRefund) => ({
  ...{ object: 'refund', id, amount, metadata: { refund: key } },
  status: state === 'succeeded' && gateway === 'omise' ? 'closed' : state,
});

const bodyOf = async (request: IncomingMessage): Promise<Params> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  if (text === '') return {};
  if (String(request.headers['content-type']).includes('json')) {
    const { metadata, ...rest } = JSON.parse(text) as Params & { metadata?: Params };
    const flat = Object.entries(metadata ?? {}).map(([key, value]) => [`metadata[${key}]`, value]);
    return { ...rest, ...Object.fromEntries(flat) };
  }
  return Object.fromEntries(new URLSearchParams(text));
};

const answer = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

/** Speaks the calls of Stripe and Omise that the suite makes, signs as they do, and fails as it is told to. */
export async function startGatewayPeer() {
  const charges = new Map<string, PeerCharge>();
  /** Cards that are kept, by who pays. */
  const kept = new Map<string, string[]>();
  const replies = new Map<string, { status: number; body: unknown }>();
  const faults: Fault[] = [];
  const asked: string[] = [];
  let isDown = false;
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const shown = (charge: PeerCharge): object =>
    charge.gateway === 'stripe' ? intentOf(charge, url) : omiseOf(charge, url);

  function charge(gateway: PeerCharge['gateway'], params: Params, fault: Fault): PeerCharge {
    const cardGiven = Boolean(params.payment_method ?? params.card);
    const made: PeerCharge = {
      gateway,
      id: `${gateway === 'stripe' ? 'pi_' : 'chrg_test_'}${word()}`,
      key: params['metadata[payment]'] ?? null,
      amount: Number(params.amount) + (fault === 'other-amount' ? 100 : 0),
      currency: params.currency ?? '',
      state:
        fault === 'declined' || fault === 'stolen'
          ? 'failed'
          : !cardGiven || fault === 'three-ds'
            ? 'pending'
            : 'succeeded',
      cardGiven,
      customer: params.customer ?? null,
      card: params.payment_method ?? params.card ?? null,
      keeps: params.setup_future_usage === 'off_session' || params['metadata[keep]'] === 'yes',
      offSession: params.off_session === 'true',
      failure: DECLINES[gateway][fault as 'declined' | 'stolen'] ?? null,
      refunded: 0,
      created: seconds(),
      refunds: [],
    };
    charges.set(made.id, made);
    if (gateway === 'stripe' && made.keeps && made.customer && made.card && made.state === 'succeeded') {
      kept.set(made.customer, [...(kept.get(made.customer) ?? []), made.card]);
    }
    return made;
  }

  async function create(gateway: PeerCharge['gateway'], request: IncomingMessage, response: ServerResponse) {
    const params = await bodyOf(request);
    const key = String(request.headers['idempotency-key'] ?? '');
    const kept = key ? replies.get(key) : undefined;
    if (kept) return answer(response, kept.status, kept.body);
    const fault = faults.shift() ?? 'none';
    if (fault === 'broken') {
      if (gateway === 'stripe') return answer(response, 500, { error: { type: 'api_error', message: 'broken' } });
      return answer(response, 500, { object: 'error', code: 'internal_server_error', message: 'broken' });
    }
    if (fault === 'refused') {
      if (gateway === 'stripe') return answer(response, 400, { error: { type: 'invalid_request_error' } });
      return answer(response, 400, { object: 'error', code: 'failed_fraud_check', message: 'refused' });
    }
    const made = charge(gateway, params, fault);
    const declined = (fault === 'declined' || fault === 'stolen') && gateway === 'stripe';
    const error = {
      type: 'card_error',
      code: 'card_declined',
      decline_code: made.failure,
      payment_intent: shown(made),
    };
    const reply = declined ? { status: 402, body: { error } } : { status: 200, body: shown(made) };
    if (key) replies.set(key, reply);
    if (fault === 'lost') return;
    if (fault === 'broken-after') return answer(response, 500, { error: { type: 'api_error', message: 'broken' } });
    return answer(response, reply.status, reply.body);
  }

  async function refund(charged: PeerCharge, request: IncomingMessage, response: ServerResponse) {
    const params = await bodyOf(request);
    const key = params['metadata[refund]'] ?? null;
    const known = String(request.headers['idempotency-key'] ?? '');
    const kept = known ? replies.get(known) : undefined;
    if (kept) return answer(response, kept.status, kept.body);
    const fault = faults.shift() ?? 'none';
    if (fault === 'broken') return fail(charged.gateway, response, 500);
    const amount = Number(params.amount);
    if (fault === 'refused' || charged.refunded + amount > charged.amount) return fail(charged.gateway, response, 400);
    const made: PeerRefund = { id: `re_${word()}`, amount, key, state: fault === 'slow' ? 'pending' : 'succeeded' };
    charged.refunded += made.amount;
    charged.refunds.push(made);
    const body = refundShown(charged, made);
    if (known) replies.set(known, { status: 200, body });
    if (fault === 'lost') return;
    return answer(response, 200, body);
  }

  function fail(gateway: PeerCharge['gateway'], response: ServerResponse, status: 400 | 500): void {
    const codes =
      status === 500
        ? { type: 'api_error', code: 'internal_server_error' }
        : { type: 'invalid_request_error', code: gateway === 'stripe' ? 'charge_already_refunded' : 'failed_refund' };
    const message = 'as it was told to';
    if (gateway === 'omise') return answer(response, status, { object: 'error', code: codes.code, message });
    return answer(response, status, { error: { ...codes, message } });
  }

  /** Who pays, and their cards. False: the call is about something else. */
  async function payers(call: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const stripeCustomer = call === 'POST /v1/customers';
    const [, known = '', cards = '', card = ''] =
      /^\w+ \/customers(?:\/(cust_\w+))?(\/cards)?(?:\/(\w+))?$/.exec(call) ?? [];
    const [, detached = ''] = /^POST \/v1\/payment_methods\/(\w+)\/detach$/.exec(call) ?? [];
    if (detached) {
      for (const [payer, list] of kept) {
        kept.set(
          payer,
          list.filter((one) => one !== detached),
        );
      }
      answer(response, 200, { id: detached, object: 'payment_method', customer: null });
      return true;
    }
    if (!stripeCustomer && !/^\w+ \/customers(\/|$)/.test(call)) return false;
    if (request.method === 'DELETE') {
      kept.set(
        known,
        (kept.get(known) ?? []).filter((one) => one !== card),
      );
      answer(response, 200, { object: 'card', id: card, deleted: true });
      return true;
    }
    if (cards !== '') {
      const data = [...(kept.get(known) ?? [])].reverse().map((id) => ({ object: 'card', id }));
      answer(response, 200, { object: 'list', total: data.length, data });
      return true;
    }
    const params = await bodyOf(request);
    const id = known || `${stripeCustomer ? 'cus_' : 'cust_test_'}${word()}`;
    const made = params.card ? [`card_test_${word()}`] : [];
    kept.set(id, [...(kept.get(id) ?? []), ...made]);
    answer(response, 200, { object: 'customer', id });
    return true;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const call = `${request.method} ${pathname}`;
    asked.push(call);
    if (isDown) return void request.socket.destroy();
    const gateway = pathname.startsWith('/v1/') ? 'stripe' : 'omise';
    const given = String(request.headers.authorization ?? '');
    const right = gateway === 'stripe' ? [STRIPE_SECRET] : [`${OMISE_SECRET}:`];
    const read = given.startsWith('Basic ') ? Buffer.from(given.slice(6), 'base64').toString() : given.slice(7);
    if (!right.includes(read)) {
      if (gateway === 'stripe') return answer(response, 401, { error: { type: 'invalid_request_error' } });
      return answer(response, 401, { object: 'error', code: 'authentication_failure', message: 'wrong key' });
    }
    if (await payers(call, request, response)) return;
    if (call === 'POST /v1/payment_intents') return create('stripe', request, response);
    if (call === 'POST /charges') return create('omise', request, response);
    const own = [...charges.values()].filter((one) => one.gateway === gateway).reverse();
    if (call === 'GET /v1/payment_intents') {
      return answer(response, 200, {
        object: 'list',
        url: pathname,
        has_more: false,
        data: own.filter((one) => one.created >= Number(searchParams.get('created[gte]'))).map(shown),
      });
    }
    if (call === 'GET /charges') {
      return answer(response, 200, { object: 'list', total: own.length, data: own.map(shown) });
    }
    if (call === 'GET /v1/refunds') {
      const of = charges.get(searchParams.get('payment_intent') ?? '');
      const data = of?.refunds.map((one) => refundShown(of, one)) ?? [];
      return answer(response, 200, { object: 'list', url: pathname, has_more: false, data });
    }
    if (call === 'POST /v1/refunds') {
      const params = await bodyOf(request);
      const charged = charges.get(params.payment_intent ?? '');
      const replay = Object.assign(new PassedOn(params), { headers: request.headers });
      if (charged) return refund(charged, replay as never, response);
    }
    const [, id = '', verb = ''] = /\/(pi_\w+|chrg_\w+)\/?(\w*)$/.exec(pathname) ?? [];
    const charged = charges.get(id);
    if (!charged) {
      if (gateway === 'stripe') return answer(response, 404, { error: { type: 'invalid_request_error' } });
      return answer(response, 404, { object: 'error', code: 'not_found', message: 'no such charge' });
    }
    if (verb === 'cancel' || verb === 'expire') {
      if (charged.state === 'succeeded') {
        const error = { type: 'invalid_request_error', code: 'payment_intent_unexpected_state' };
        if (gateway === 'stripe') return answer(response, 400, { error });
        return answer(response, 400, { object: 'error', code: 'invalid_charge', message: 'paid' });
      }
      Object.assign(charged, { state: 'failed', failure: 'abandoned' });
    }
    if (verb === 'refunds' && request.method === 'POST') return refund(charged, request, response);
    if (verb === 'refunds') {
      const data = charged.refunds.map((one) => refundShown(charged, one));
      return answer(response, 200, { object: 'list', total: data.length, data });
    }
    return answer(response, 200, shown(charged));
  }

  return {
    url,
    charges,
    kept,
    /** Every call that came, `POST /charges`. */
    asked,
    /** What the next charges meet, in order. */
    meet: (...next: Fault[]) => void faults.push(...next),
    down: (is: boolean) => void (isDown = is),
    of: (key: string) => [...charges.values()].filter((one) => one.key === key),
    shown,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type GatewayPeer = Awaited<ReturnType<typeof startGatewayPeer>>;

/** A request whose body has been read already, for the part that reads it again. */
class PassedOn {
  constructor(private readonly params: Params) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    yield new URLSearchParams(this.params).toString();
  }
}

/** Omise's SDK can be told a host but no port: plain http goes to the peer unless somebody says otherwise. */
export function pointPlainHttpAt(url: string): () => void {
  const agent = http.globalAgent as unknown as { defaultPort: number };
  const before = agent.defaultPort;
  agent.defaultPort = Number(new URL(url).port);
  return () => {
    agent.defaultPort = before;
  };
}

/** Signs as Stripe does. */
export function stripeSigned(event: object, secret = STRIPE_WEBHOOK, at = seconds()) {
  const body = JSON.stringify(event);
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  return { body, headers: { 'Stripe-Signature': `t=${at},v1=${signature}` } };
}

/** Signs as Omise does. */
export function omiseSigned(event: object, secret = OMISE_WEBHOOK, at = seconds()) {
  const body = JSON.stringify(event);
  const key = Buffer.from(secret, 'base64');
  const signature = createHmac('sha256', key).update(`${at}.${body}`).digest('hex');
  return { body, headers: { 'Omise-Signature': signature, 'Omise-Signature-Timestamp': String(at) } };
}

/** The environment in which both SDKs speak to the peer. */
export const peerEnv = (url: string): Record<string, string> => ({
  STRIPE_SECRET_KEY: STRIPE_SECRET,
  STRIPE_WEBHOOK_SECRET: STRIPE_WEBHOOK,
  STRIPE_API_URL: url,
  OMISE_SECRET_KEY: OMISE_SECRET,
  OMISE_WEBHOOK_SECRET: OMISE_WEBHOOK,
  OMISE_API_URL: url,
});
