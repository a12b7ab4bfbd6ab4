import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { gatewaysOf } from '../../../plugins/platform/server/src/ports/gateway';
import {
  type GatewayPeer,
  omiseSigned,
  peerEnv,
  pointPlainHttpAt,
  startGatewayPeer,
  stripeSigned,
} from '../../support/gateway-peer';
import { companyMember, customerOf, issue, line, SETTING } from './support';

const PATIENCE_MS = 2_000;

type Gateway = 'stripe' | 'omise';

/** Both SDKs speak to the peer, with their real secrets and signatures. */
export function speakTo(app: App, url: string): void {
  const ports = app.strapi.plugin('platform').service('ports') as { gateway: unknown };
  ports.gateway = gatewaysOf(peerEnv(url), PATIENCE_MS);
}

export interface CardShop {
  app: App;
  peer: GatewayPeer;
  clerk: Staff;
  close(): Promise<void>;
}

/** A site whose gateways are played by a peer on this machine. */
export async function openCardShop(): Promise<CardShop> {
  const [app, peer] = [await bootApp(), await startGatewayPeer()];
  const unpoint = pointPlainHttpAt(peer.url);
  speakTo(app, peer.url);
  return {
    ...{ app, peer, clerk: await app.staff('billing') },
    async close() {
      unpoint();
      await app.close();
      await peer.close();
    },
  };
}

export async function takeCards(app: App, cardGateway: Gateway | 'none', cardFeePpm = 0): Promise<void> {
  const { id } = await app.platform.settings.read(SETTING);
  const cardPublicKey = cardGateway === 'omise' ? 'pkey_test_peer' : 'pk_test_peer';
  await app.platform.rows.update(SETTING, [{ id, cardGateway, cardPublicKey, cardFeePpm }]);
}

export const cardOf = (gateway: Gateway): string => (gateway === 'stripe' ? 'pm_card_visa' : 'tokn_test_1');

export interface Owed {
  member: Member;
  customer: { id: number; documentId: string };
  invoice: { id: number; documentId: string };
  pay(body?: object, headers?: Record<string, string>): ReturnType<Member['post']>;
  read(path: string): Promise<never>;
}

/** A company that owes 10,700.00 for services. */
export async function owed(app: App, gateway: Gateway = 'stripe'): Promise<Owed> {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  const invoice = await issue(app, customer.id, [line()]);
  return {
    ...{ member, customer, invoice },
    pay: (body = {}, headers = {}) =>
      member.post(
        `/api/billing/invoices/${invoice.documentId}/payments`,
        { method: 'card', card: cardOf(gateway), ...body },
        headers,
      ),
    read: async (path) => (await member.get(`/api/billing${path}`)).body.data as never,
  };
}

/** Sends it byte for byte as it was signed. */
export const tell = (app: App, gateway: string, { body, headers }: { body: string; headers: Record<string, string> }) =>
  app.http
    .post(`/api/billing/webhooks/${gateway}`)
    .set({ 'Content-Type': 'application/json', ...headers })
    .send(body);

let events = 0;

/** What Stripe tells of a payment intent of the peer. */
export const stripeTells = (app: App, peer: GatewayPeer, id: string, type: string, over: object = {}) => {
  const charge = peer.charges.get(id);
  const object = type.startsWith('payment_intent.')
    ? charge && peer.shown(charge)
    : { id: `x_${events}`, payment_intent: id, metadata: {} };
  return tell(
    app,
    'stripe',
    stripeSigned({ id: `evt_${(events += 1)}`, object: 'event', type, data: { object: { ...object, ...over } } }),
  );
};

export const omiseTells = (app: App, peer: GatewayPeer, id: string, key: string, over: object = {}) => {
  const charge = peer.charges.get(id);
  const data = key.startsWith('charge.') ? charge && peer.shown(charge) : { object: key.split('.')[0], charge: id };
  return tell(
    app,
    'omise',
    omiseSigned({ object: 'event', id: `evnt_test_${(events += 1)}`, key, data: { ...data, ...over } }),
  );
};
