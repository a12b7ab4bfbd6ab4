import { type App, bootOwnApp, type Member, type Staff } from '../../support/app';
import type { Registry } from '../../../plugins/platform/server/src/core/registry';
import { ownerFilter } from '../../../plugins/platform/server/src/guards/owners';
import { customerOf, sendFile, slipPicture } from '../billing/support';
import { openShop, placeOrder, type Shop } from '../sales/shop';

export const PLUGINS = ['platform', 'crm', 'billing', 'sales', 'contracts', 'reports'] as const;

/** Stands in everything that is told of member A, and nowhere else. */
export const MARK = /marker-|817776655|81 777 6655|0105999000016/i;

export interface World {
  app: App;
  registry: Registry;
  shop: Shop;
  /** The super admin. */
  owner: Staff;
  /** Member A, a company that has ordered, paid and has goods with their tax invoice. */
  rich: Member;
  /** Member B, with one order of their own. */
  other: Member;
  /** Where the server listens, for requests that keep their connections. */
  base: string;
}

async function listen(app: App): Promise<string> {
  const { httpServer } = app.strapi.server;
  await new Promise<void>((resolve) => void httpServer.listen(0, '127.0.0.1', resolve));
  // A busy machine may be silent for longer than the five seconds of Node's own.
  httpServer.keepAliveTimeout = 600_000;
  const address = httpServer.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen');
  return `http://127.0.0.1:${address.port}`;
}

/** A company of which every text bears the mark. */
const markedMember = (app: App): Promise<Member> =>
  app.member({
    username: 'marker-user',
    email: 'marker-a@example.com',
    kind: 'organisation',
    name: 'บริษัท Marker-Name จำกัด',
    contactName: 'Marker-Contact',
    phone: '081 777 6655',
    taxId: '0105999000016',
    branch: '00000',
    address: { line1: 'Marker-Street', district: 'เมือง', province: 'เชียงใหม่', postcode: '50200' },
  });

/** Member A in all that the four plugins can do: orders, invoices, payments, documents, corrections. */
async function liveAsMember(app: App, shop: Shop, owner: Staff, rich: Member): Promise<void> {
  const done = async (asked: Promise<Response>): Promise<Record<string, never>> => {
    const answer = await asked;
    if (answer.status >= 300) throw new Error(`world: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.data;
  };
  type Response = { status: number; body: { data: Record<string, never> } };
  const asked = (test: unknown): Promise<Record<string, never>> => done(test as Promise<Response>);
  const { id: customerId, documentId: customer } = await customerOf(app, rich);
  await asked(owner.post(`/crm/customers/${customer}/credit`, { creditTermsDays: 30 }));
  await asked(owner.put(`/crm/customers/${customer}`, { note: 'Marker-CustomerNote' }));
  await asked(owner.post('/crm/contacts', { customer, name: 'Marker-Second', note: 'Marker-ContactNote' }));

  const camera = [{ product: shop.camera, quantity: '1' }];
  const marked = {
    note: 'Marker-Note',
    poNumber: 'Marker-PO',
    shipping: { name: 'Marker-Ship', line1: 'Marker-Road' },
  };
  const paid = await placeOrder(rich, [{ product: shop.care, price: shop.careMonthly, quantity: '1' }], marked);
  const delivered = await placeOrder(rich, camera, marked);
  const cancelled = await placeOrder(rich, camera, marked);
  const open = await placeOrder(rich, camera, marked);
  await asked(rich.post(`/api/sales/orders/${cancelled.documentId}/cancel`, { reason: 'Marker-CancelReason' }));
  const pay = async (invoice: string, slip: number): Promise<string> => {
    const submitted = await asked(
      rich.post(`/api/billing/invoices/${invoice}/payments`, {
        method: 'bank_transfer',
        slip: await sendFile(app, rich, slipPicture(slip), 'Marker-Slip.png'),
        withholding: {},
      }),
    );
    return submitted.documentId as unknown as string;
  };
  const first = await pay(paid.invoice.documentId, 1);
  await asked(owner.post(`/billing/payments/${first}/verify`, { bank: 'KBANK', reference: 'Marker-Reference' }));
  const second = await pay(open.invoice.documentId, 2);
  await asked(owner.post(`/billing/payments/${second}/reject`, { reason: 'Marker-RejectReason' }));
  await asked(owner.post(`/sales/orders/${delivered.documentId}/confirm`));
  await asked(owner.post(`/sales/orders/${delivered.documentId}/deliver`, { receiver: 'Marker-Receiver' }));
  await asked(owner.post(`/sales/orders/${delivered.documentId}/returns`, { reason: 'Marker-ReturnReason' }));

  const lines = [{ description: 'Marker-Line', details: 'Marker-Details', quantity: '1', unitPrice: '50000' }];
  for (const correct of [true, false]) {
    const draft = await asked(owner.post('/billing/invoices', { customer, note: 'Marker-InvoiceNote', lines }));
    await asked(owner.post(`/billing/invoices/${draft.documentId}/issue`));
    if (!correct) continue;
    await asked(owner.post('/billing/tax-invoices', { invoice: draft.documentId, reason: 'Marker-Early' }));
    const [charged] = (await asked(
      owner.get(`/billing/invoice-lines?filters[invoice][documentId][$eq]=${draft.documentId}`),
    )) as unknown as { documentId: string }[];
    const more = [{ line: charged?.documentId, amount: '10700' }];
    await asked(
      owner.post(`/billing/invoices/${draft.documentId}/debit-notes`, { reason: 'Marker-DebitReason', lines: more }),
    );
    await asked(owner.post(`/billing/invoices/${draft.documentId}/credit-notes`, { reason: 'Marker-CreditReason' }));
  }
  const deposit = { customer, kind: 'security', description: 'Marker-Deposit', amount: '10000' };
  await asked(owner.post('/billing/deposits', deposit));
  await asked(owner.post('/billing/billing-notes', { notes: [{ customer, note: 'Marker-BillingNote' }] }));
  const cheque = { bank: 'Marker-Bank', number: '1234567', date: app.platform.clock.today(), amount: '5000' };
  await asked(owner.post('/billing/cheques', { ...cheque, customer, note: 'Marker-ChequeNote' }));
  const entered = [{ product: shop.camera, quantity: '1', details: 'Marker-StaffDetails' }];
  await asked(owner.post('/sales/orders', { customer, lines: entered, note: 'Marker-StaffNote' }));
  await asked(
    owner.post('/contracts/contracts', {
      ...{ customer, activation: 'signature', note: 'Marker-ContractNote' },
      lines: [{ description: 'Marker-ContractLine', unitPrice: '10000' }],
    }),
  );
  await asked(rich.post('/api/sales/quotes', { lines: camera, note: 'Marker-Request' }));
  for (const send of [true, false]) {
    const terms = { note: 'Marker-QuoteNote', internalNote: 'Marker-Internal', deliveryTime: 'Marker-DeliveryTime' };
    const quote = await asked(owner.post('/sales/quotes', { customer, lines: entered, ...terms }));
    if (send) await asked(owner.post(`/sales/quotes/${quote.documentId}/send`));
  }
  // As it is kept when a gateway has charged a card.
  await app.platform.rows.insert('plugin::billing.payment-method', [
    {
      ...{ state: 'active', customer: customerId, gateway: 'stripe', brand: 'Marker-Brand', lastFour: '4242' },
      ...{ gatewayCustomer: 'Marker-GatewayCustomer', gatewayCard: 'Marker-GatewayCard', isDefault: true },
      ...{ expiryMonth: 12, expiryYear: 2099, consentedAt: app.platform.clock.now(), consentedBy: 'Marker-By' },
    },
  ]);
}

/** A shop with two members, of whom the first has a row of nearly every kind. */
export async function openWorld(): Promise<World> {
  const app = await bootOwnApp({ SANYA_JOBS: 'off', SANYA_TEST_CLOCK: 'false', SANYA_GRAPHQL: 'on' });
  const base = await listen(app);
  const shop = await openShop(app);
  const owner = await app.staff();
  const rich = await markedMember(app);
  const other = await app.member();
  await liveAsMember(app, shop, owner, rich);
  await placeOrder(other, [{ product: shop.camera, quantity: '1' }]);
  const registry = app.strapi.plugin('platform').service('core').registry as Registry;
  return { app, registry, shop, owner, rich, other, base };
}

export interface Row {
  id: number;
  documentId: string;
  number?: string | null;
}

/** The rows of every type of the suite that one customer owns. */
export async function rowsOf(world: World, customer: number): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>();
  for (const uid of suiteTypes(world)) {
    const path = world.registry.ownerPath(uid);
    if (path === undefined) continue;
    const where = ownerFilter(path, customer);
    found.set(uid, (await world.app.strapi.db.query(uid as never).findMany({ where })) as Row[]);
  }
  return found;
}

export const suiteTypes = (world: Pick<World, 'app'>): string[] =>
  Object.keys(world.app.strapi.contentTypes).filter((uid) => PLUGINS.some((id) => uid.startsWith(`plugin::${id}.`)));

export interface Attribute {
  type: string;
  target?: string;
  enum?: string[];
}

export const attributesOf = (world: World, uid: string): Record<string, Attribute> =>
  (world.app.strapi.contentTypes[uid as never]?.['attributes'] ?? {}) as Record<string, Attribute>;

export const relationsOf = (world: World, uid: string): [string, Attribute][] =>
  Object.entries(attributesOf(world, uid)).filter(([, attribute]) => attribute.type === 'relation');

/** The read doors of the storefront with what stands behind them. */
export const storefrontReads = (world: World) =>
  routesOf(world).flatMap((route) => {
    const { read } = behind(world, route);
    return route.side === 'content-api' && read ? [{ route, read }] : [];
  });

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Every route that the server really has, whoever made it. */
export function strapiRoutes(world: World): { method: string; path: string }[] {
  const layers = world.app.strapi.server.listRoutes() as { methods: string[]; path: string }[];
  return layers.flatMap(({ methods, path }) =>
    methods.filter((method) => METHODS.has(method)).map((method) => ({ method, path })),
  );
}

export interface Route {
  side: 'content-api' | 'admin';
  plugin: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As it is called, `:id` still in it. */
  path: string;
}

/** Every route that the plugins have in the running application. */
export function routesOf(world: World): Route[] {
  return PLUGINS.flatMap((plugin) => {
    const routers = world.app.strapi.plugin(plugin).routes as unknown as Record<
      string,
      { type: Route['side']; routes: { method: Route['method']; path: string }[] }
    >;
    return Object.values(routers).flatMap(({ type, routes }) =>
      routes.map(({ method, path }) => ({
        side: type,
        plugin,
        method,
        path: `${type === 'admin' ? '' : '/api'}/${plugin}${path}`,
      })),
    );
  });
}

/** The action or the type that stands behind a route. */
export function behind(world: World, route: Route) {
  const definition = world.registry.all().find((one) => one.id === route.plugin);
  const local = route.path.replace(route.side === 'admin' ? `/${route.plugin}` : `/api/${route.plugin}`, '');
  const action = definition?.actions?.find((candidate) => {
    const door = route.side === 'admin' ? candidate.staff : candidate.storefront;
    return door?.method === route.method && door.path === local;
  });
  const read = action
    ? undefined
    : definition?.reads?.find(
        (one) => (route.side === 'admin' ? one.staff : one.storefront) && [one.path, `${one.path}/:id`].includes(local),
      );
  return { action, read };
}

export type GraphqlField = { name: string; args: { name: string; type: string }[]; type: TypeRef };

interface TypeRef {
  kind: string;
  name: string | null;
  ofType?: TypeRef | null;
}

const TYPE = 'kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }';

export interface GraphqlTypes {
  query: GraphqlField[];
  mutation: GraphqlField[];
  fieldsOf: (type: TypeRef) => GraphqlField[];
  /** The alternatives of a union. */
  membersOf: (type: TypeRef) => TypeRef[];
  /** The name of a type without lists and exclamation marks. */
  nameOf: (type: TypeRef) => string;
  /** What an input type takes, with the name of the type of each. */
  inputsOf: (name: string) => ReadonlyMap<string, string>;
}

const bare = (type: TypeRef): string => (type.ofType ? bare(type.ofType) : (type.name ?? ''));

const written = (type: TypeRef): string => {
  if (type.kind === 'NON_NULL' && type.ofType) return `${written(type.ofType)}!`;
  if (type.kind === 'LIST' && type.ofType) return `[${written(type.ofType)}]`;
  return type.name ?? '';
};

/** The GraphQL door as it describes itself. */
export async function graphqlTypes(world: World): Promise<GraphqlTypes> {
  const input = `inputFields { name type { ${TYPE} } }`;
  const fields = `fields { name args { name type { ${TYPE} } } type { ${TYPE} } }`;
  const query = `{ __schema { types { name kind possibleTypes { kind name } ${input} ${fields} } } }`;
  const answer = await world.app.http.post('/graphql').send({ query });
  const { types } = answer.body.data.__schema as {
    types: {
      name: string;
      kind: string;
      possibleTypes: TypeRef[] | null;
      fields: { name: string; args: { name: string; type: TypeRef }[]; type: TypeRef }[] | null;
      inputFields: { name: string; type: TypeRef }[] | null;
    }[];
  };
  const byName = new Map(
    types.map(({ name, fields }) => [
      name,
      (fields ?? []).map(
        (field): GraphqlField => ({
          ...field,
          args: field.args.map((arg) => ({ name: arg.name, type: written(arg.type) })),
        }),
      ),
    ]),
  );
  const inputs = new Map(
    types.map(({ name, inputFields }) => [
      name,
      new Map((inputFields ?? []).map((field) => [field.name, bare(field.type)])),
    ]),
  );
  return {
    query: byName.get('Query') ?? [],
    mutation: byName.get('Mutation') ?? [],
    fieldsOf: (type) => byName.get(bare(type)) ?? [],
    membersOf: (type) => types.find(({ name, kind }) => kind === 'UNION' && name === bare(type))?.possibleTypes ?? [],
    nameOf: bare,
    inputsOf: (name) => inputs.get(name) ?? new Map<string, string>(),
  };
}

/** Every plain field, and the fields of relations to a depth; connections bring their totals, actions all they answer. */
export function selection(types: GraphqlTypes, field: Pick<GraphqlField, 'type'>, depth: number): string {
  const members = types.membersOf(field.type);
  if (members.length > 0) {
    return `{ __typename ${members.map((type) => `... on ${type.name} ${selection(types, { type }, depth)}`).join(' ')} }`;
  }
  const fields = types.fieldsOf(field.type);
  if (fields.length === 0) return '';
  const parts = fields.flatMap((inner) => {
    const isPlain = types.fieldsOf(inner.type).length === 0 && types.membersOf(inner.type).length === 0;
    if (isPlain) return [inner.name];
    const free =
      ['nodes', 'pageInfo', 'pagination', 'data'].includes(inner.name) || bare(inner.type).endsWith('Payload');
    if (depth <= 0 && !free) return [];
    const nested = selection(types, inner, free ? depth : depth - 1);
    return nested ? [`${inner.name} ${nested}`] : [];
  });
  return parts.length > 0 ? `{ ${parts.join(' ')} }` : '';
}
