import type { Charge, ChargeRequest, GatewayName, GatewayPort } from '../../../kit/src/gateway';
import { omiseGateway } from './gateways/omise';
import { unsigned } from './gateways/shared';
import { stripeGateway } from './gateways/stripe';
import { recorder, type Recorder } from './recorder';

/** How long a gateway may take to answer. */
const PATIENCE_MS = 15_000;

/** One gateway: the port without its name. */
export type GatewayAdapter = {
  [Verb in keyof GatewayPort]: GatewayPort[Verb] extends (gateway: GatewayName, ...rest: infer Rest) => infer Answer
    ? (...rest: Rest) => Answer
    : GatewayPort[Verb];
};

/** Dispatches to the adapters that are installed. */
export function gateways(adapters: Readonly<Partial<Record<GatewayName, GatewayAdapter>>>): GatewayPort {
  const of = (gateway: GatewayName): GatewayAdapter => {
    const adapter = adapters[gateway];
    if (!adapter) throw new Error(`no adapter for the gateway ${gateway} is installed`);
    return adapter;
  };
  return {
    charge: async (request) => of(request.gateway).charge(request),
    ask: async (gateway, id) => of(gateway).ask(id),
    find: async (gateway, key, since) => of(gateway).find(key, since),
    abandon: async (gateway, id) => of(gateway).abandon(id),
    refund: async (gateway, refund) => of(gateway).refund(refund),
    forget: async (gateway, card) => of(gateway).forget(card),
    read: async (gateway, message) => of(gateway).read(message),
    wired: (gateway) => adapters[gateway]?.wired() ?? { secret: false, webhookSecret: false, live: false },
  };
}

/** The gateways of the suite. Secrets are wiring; the address is the gateway's own unless a test has a peer for it. */
export const gatewaysOf = (env: Readonly<Record<string, string | undefined>>, patienceMs = PATIENCE_MS): GatewayPort =>
  gateways({
    stripe: stripeGateway({
      secretKey: env.STRIPE_SECRET_KEY,
      webhookSecret: env.STRIPE_WEBHOOK_SECRET,
      url: env.STRIPE_API_URL,
      patienceMs,
    }),
    omise: omiseGateway({
      secretKey: env.OMISE_SECRET_KEY,
      webhookSecret: env.OMISE_WEBHOOK_SECRET,
      url: env.OMISE_API_URL,
      patienceMs,
    }),
  });

export function recordingGateway(): GatewayPort & Recorder<ChargeRequest> {
  const charges = new Map<string, Charge>();
  const { record, take } = recorder<ChargeRequest, Charge>(({ key, amount, currency }, count) => {
    const charge: Charge = {
      ...{ id: `charge_${count}`, key, state: 'pending', amount, currency, fee: null, paidAt: null, refunded: 0n },
      ...{ failure: null, redirectUrl: null, clientSecret: null },
    };
    charges.set(`charge_${count}`, charge);
    return charge;
  });
  const known = async (id: string): Promise<Charge> => {
    const charge = charges.get(id);
    if (!charge) throw new Error(`no charge ${id}`);
    return charge;
  };
  return {
    ...record,
    charge: take,
    ask: (_gateway, id) => known(id),
    find: async (_gateway, key) => [...charges.values()].find((charge) => charge.key === key) ?? null,
    async abandon(_gateway, id) {
      const charge: Charge = { ...(await known(id)), state: 'failed', failure: 'abandoned' };
      charges.set(id, charge);
      return charge;
    },
    refund: async (_gateway, { key, amount }) => ({ id: `refund_${key}`, state: 'succeeded', amount, failure: null }),
    forget: async () => undefined,
    async read() {
      throw unsigned();
    },
    wired: () => ({ secret: true, webhookSecret: true, live: false }),
  };
}
