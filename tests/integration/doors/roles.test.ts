/** @strapi own */
import { type RoleCode, ROLES } from '@sanya/strapi-plugin-platform/kit';
import type { Staff } from '../../support/app';
import { half } from '../../support/random';
import { customerOf } from '../billing/support';
import { createAsk, inParallel } from './ask';
import {
  attributesOf,
  behind,
  graphqlTypes,
  MARK,
  openWorld,
  relationsOf,
  type Route,
  routesOf,
  type Row,
  rowsOf,
  storefrontReads,
  suiteTypes,
  type World,
} from './world';

const AT_ONCE = 8;

let world: World;
let client: ReturnType<typeof createAsk>;
let customer: { id: number; documentId: string };
/** What belongs to member A, by type. */
let owned: Map<string, Row[]>;
const staff = new Map<RoleCode, Staff>();

beforeAll(async () => {
  world = await openWorld();
  customer = await customerOf(world.app, world.rich);
  owned = await rowsOf(world, customer.id);
  for (const role of ROLES) staff.set(role, await world.app.staff(role));
  client = createAsk(world.base, AT_ONCE);
}, 240_000);
jest.setTimeout(240_000);
afterAll(async () => {
  client?.close();
  await world?.app.close();
});

type Verb = 'get' | 'post' | 'put' | 'delete';
const as = (role: RoleCode): Staff => {
  const one = staff.get(role);
  if (!one) throw new Error(role);
  return one;
};
const idOf = (uid: string): string => owned.get(uid)?.[0]?.documentId ?? 'nosuchrow';

/** Whether the declared grants let a role through a staff door. */
function isGranted(role: RoleCode, route: Route): boolean {
  const { action, read } = behind(world, route);
  return world.registry.all().some((definition) =>
    (definition.grants ?? []).some((grant) => {
      if (!grant.roles.includes(role)) return false;
      if (action?.staff) return definition.id === route.plugin && !!grant.actions?.includes(action.staff.permission);
      return !!grant.types?.some(({ uid, can }) => uid === read?.type && can.includes('read'));
    }),
  );
}

const mayReadType = (role: RoleCode, uid: string): boolean =>
  world.registry
    .all()
    .some((definition) =>
      (definition.grants ?? []).some(
        (grant) =>
          grant.roles.includes(role) && grant.types?.some((one) => one.uid === uid && one.can.includes('read')),
      ),
    );

test.each([...ROLES])('%s is refused exactly where its grants do not reach, with our words', async (role) => {
  const wrong: string[] = [];
  const headers = { Authorization: `Bearer ${as(role).token}`, 'Content-Type': 'application/json' };
  const ask = (method: string, url: string) =>
    client.ask({ method, url, headers, ...(method !== 'GET' && { body: '{}' }) });
  const doors = half(routesOf(world).filter((one) => one.side === 'admin'));
  await inParallel(doors, AT_ONCE, async (route) => {
    const answer = await ask(route.method, route.path.replace(/:\w+/g, 'nosuchrow'));
    const isRefused = answer.status === 403;
    if (isRefused === isGranted(role, route)) wrong.push(`${route.method} ${route.path}: ${answer.status}`);
    if (answer.status >= 500) wrong.push(`${route.method} ${route.path}: ${answer.status}`);
    if (isRefused && JSON.parse(answer.text).error?.details?.code !== 'access.not_allowed') {
      wrong.push(`${route.method} ${route.path}: ${answer.text}`);
    }
  });
  const collections = half(
    suiteTypes(world).filter(
      (uid) => (world.app.strapi.contentTypes[uid as never] as { kind?: string }).kind !== 'singleType',
    ),
  );
  await inParallel(collections, AT_ONCE, async (uid) => {
    const answer = await ask('GET', `/content-manager/collection-types/${uid}`);
    if ((answer.status === 200) !== mayReadType(role, uid)) wrong.push(`content manager ${uid}: ${answer.status}`);
  });
  expect(wrong).toEqual([]);
});

const INVOICE = 'plugin::billing.invoice';
const PAYMENT = 'plugin::billing.payment';
const ORDER = 'plugin::sales.order';

/** Who touches no invoice and no money, however much else they do. */
const NOT_BILLING: RoleCode[] = [
  ...(['accountant', 'sales', 'technician', 'service-manager'] as const),
  ...(['support-agent', 'support-lead', 'storekeeper'] as const),
];

/** The cases that an office would ask about, whatever the grants say: who may, and who may not. */
const CASES: [what: string, Verb, url: () => string, may: RoleCode[], mayNot: RoleCode[]][] = [
  [
    'debts of a customer',
    'get',
    () => `/billing/customers/${customer.documentId}/account`,
    ['owner', 'billing', 'accountant', 'sales-lead'],
    ['technician', 'storekeeper', 'dispatcher', 'support-agent', 'support-lead', 'marketing'],
  ],
  [
    'invoices',
    'get',
    () => '/billing/invoices',
    ['owner', 'billing', 'accountant', 'sales-lead', 'sales', 'service-manager'],
    ['technician', 'storekeeper', 'dispatcher', 'support-agent', 'support-lead', 'marketing'],
  ],
  [
    'payments',
    'get',
    () => '/billing/payments',
    ['owner', 'billing', 'accountant'],
    ['technician', 'sales', 'sales-lead', 'storekeeper', 'dispatcher', 'service-manager', 'support-agent', 'marketing'],
  ],
  [
    'receipts',
    'get',
    () => `/billing/receipts/${idOf('plugin::billing.receipt')}`,
    ['owner', 'billing', 'accountant'],
    ['technician', 'sales', 'sales-lead', 'dispatcher', 'support-agent', 'marketing'],
  ],
  [
    'closing a tax month',
    'post',
    () => '/billing/tax-months/2026-01/close',
    ['owner', 'billing'],
    ['accountant', 'sales-lead', 'service-manager', 'technician', 'support-agent', 'marketing'],
  ],
  [
    'opening a closed tax month',
    'post',
    () => '/billing/tax-months/2026-01/reopen',
    ['owner'],
    ['billing', 'accountant', 'sales-lead', 'service-manager', 'technician', 'support-agent', 'marketing'],
  ],
  [
    'verifying a payment',
    'post',
    () => `/billing/payments/${idOf(PAYMENT)}/verify`,
    ['owner', 'billing'],
    [
      'accountant',
      'sales',
      'sales-lead',
      'technician',
      'service-manager',
      'support-agent',
      'support-lead',
      'marketing',
    ],
  ],
  ['recording money', 'post', () => '/billing/payments', ['owner', 'billing'], [...NOT_BILLING, 'sales-lead']],
  [
    'reversing a payment',
    'post',
    () => `/billing/payments/${idOf(PAYMENT)}/reverse`,
    ['owner', 'billing'],
    [...NOT_BILLING, 'sales-lead'],
  ],
  [
    'crediting an invoice',
    'post',
    () => `/billing/invoices/${idOf(INVOICE)}/credit-notes`,
    ['owner', 'billing'],
    NOT_BILLING,
  ],
  [
    'charging more on an invoice',
    'post',
    () => `/billing/invoices/${idOf(INVOICE)}/debit-notes`,
    ['owner', 'billing'],
    NOT_BILLING,
  ],
  ['voiding an invoice', 'post', () => `/billing/invoices/${idOf(INVOICE)}/void`, ['owner', 'billing'], NOT_BILLING],
  [
    'drafting an invoice',
    'post',
    () => '/billing/invoices',
    ['owner', 'billing', 'service-manager'],
    ['accountant', 'sales', 'technician', 'support-agent', 'support-lead', 'storekeeper', 'marketing'],
  ],
  [
    'receiving stock',
    'post',
    () => `/sales/products/${world.shop.camera}/stock`,
    ['owner', 'storekeeper'],
    ['sales', 'sales-lead', 'billing', 'accountant', 'technician', 'support-agent', 'marketing'],
  ],
  [
    'entering an order',
    'post',
    () => '/sales/orders',
    ['owner', 'sales-lead', 'sales'],
    ['accountant', 'technician', 'support-agent', 'storekeeper', 'marketing', 'billing'],
  ],
  [
    'orders',
    'get',
    () => `/sales/orders?populate=customer`,
    ['owner', 'sales-lead', 'sales', 'billing', 'accountant', 'storekeeper', 'service-manager', 'dispatcher'],
    ['technician', 'support-agent', 'support-lead', 'marketing'],
  ],
  [
    'customers',
    'get',
    () => '/crm/customers',
    ['owner', 'sales', 'billing', 'support-agent', 'dispatcher', 'marketing'],
    ['technician'],
  ],
  [
    'the credit of a customer',
    'post',
    () => `/crm/customers/${customer.documentId}/credit`,
    ['owner', 'sales-lead', 'billing'],
    ['sales', 'accountant', 'technician', 'support-agent', 'storekeeper', 'marketing'],
  ],
  [
    'the books proof',
    'get',
    () => '/platform/proof',
    ['owner', 'accountant'],
    ['billing', 'sales', 'sales-lead', 'technician', 'support-agent', 'storekeeper', 'marketing'],
  ],
  [
    'turning the clock',
    'post',
    () => '/platform/clock',
    ['owner'],
    ['billing', 'accountant', 'sales', 'sales-lead', 'technician', 'support-agent'],
  ],
  [
    'running a job',
    'post',
    () => '/platform/jobs/nothing/run',
    ['owner'],
    ['billing', 'accountant', 'sales', 'technician', 'support-agent', 'marketing'],
  ],
];

test.each(CASES)('%s: who may and who may not', async (_what, verb, url, may, mayNot) => {
  const wrong: string[] = [];
  for (const role of may) {
    // A body of nothing is refused for what it lacks, not for who sends it.
    const { status } = await as(role)[verb](url());
    const isIn = verb === 'get' ? status === 200 : status !== 403 && status < 500;
    if (!isIn) wrong.push(`${role} is kept out: ${status}`);
  }
  for (const role of mayNot) {
    const { status } = await as(role)[verb](url());
    if (status !== 403) wrong.push(`${role} is let in: ${status}`);
  }
  expect(wrong).toEqual([]);
});

test('a salesperson does nothing to what others look after, and reads all of the own', async () => {
  for (const path of ['/sales/orders', '/billing/invoices', '/crm/customers']) {
    const guess = await as('sales').get(`${path}?_q=marker`);
    expect([path, guess.body.meta.pagination.total]).toEqual([path, 0]);
  }
  for (const step of ['confirm', 'cancel']) {
    const foreign = await as('sales').post(`/sales/orders/${idOf(ORDER)}/${step}`);
    expect([step, foreign.status, foreign.body.error.details.code]).toEqual([step, 404, 'row.not_found']);
  }

  const assign = (owner: number | null) =>
    world.owner.post(`/crm/customers/${customer.documentId}/assign`, { owner }).expect(200);
  await assign(as('sales').id);
  for (const path of ['/sales/orders', '/sales/order-lines', '/billing/invoices', '/billing/invoice-lines']) {
    const mine = await as('sales').get(`${path}?populate=*`);
    expect([path, mine.status, mine.body.data?.length > 0, MARK.test(mine.text)]).toEqual([path, 200, true, true]);
  }
  await assign(null);

  const setting = world.app.strapi.db.query('plugin::crm.setting');
  const [row] = await setting.findMany({});
  await setting.update({ where: { id: row?.id }, data: { salesSee: 'all' } });
  const all = await as('sales').get('/sales/orders');
  expect(all.body.meta.pagination.total).toBeGreaterThan(2);
  await setting.update({ where: { id: row?.id }, data: { salesSee: 'own' } });
});

test('every type is a customer’s, or public, or out of the storefront’s reach', async () => {
  const { strapi } = world.app;
  const permissions = (await strapi.db.query('plugin::users-permissions.permission').findMany({})) as {
    action: string;
  }[];
  const granted = new Set(
    permissions.flatMap(({ action }) => (/\.(find|findOne)$/.test(action) ? [action.replace(/\.\w+$/, '')] : [])),
  );
  const publicly = new Set(
    storefrontReads(world)
      .filter(({ read }) => read.storefront === 'public')
      .map(({ read }) => read.type),
  );
  const inGraphql = new Set((await graphqlTypes(world)).query.map(({ name }) => name.toLowerCase()));
  const homeless: string[] = [];
  for (const uid of suiteTypes(world)) {
    const owner = world.registry.ownerPath(uid);
    const { info } = strapi.contentTypes[uid as never] as { info: { singularName: string; pluralName: string } };
    const [plugin = ''] = uid.replace('plugin::', '').split('.');
    const names = [info.singularName, info.pluralName].map((name) => `${plugin}${name.replaceAll('-', '')}`);
    const isReached = granted.has(uid) || names.some((name) => inGraphql.has(name));
    if (owner === undefined && !publicly.has(uid) && isReached) homeless.push(`${uid} is nobody's, and reached`);
    if (owner !== undefined && publicly.has(uid)) homeless.push(`${uid} is a customer's, and public`);
    if (owner === undefined) continue;
    const end = owner
      .split('.')
      .filter(Boolean)
      .reduce((at, step) => attributesOf(world, at)[step]?.target ?? `${at} has no ${step}`, uid);
    if (end !== 'plugin::crm.customer') homeless.push(`${uid}: ${owner} leads to ${end}`);
  }
  expect(homeless).toEqual([]);
});

test('no type that all of the storefront shares leads by relations to what customers own', () => {
  const shared = storefrontReads(world)
    .map(({ read }) => read.type)
    .filter((uid) => world.registry.ownerPath(uid) === undefined);
  expect(shared).toContain('plugin::sales.product');
  const technical = new Set(['createdBy', 'updatedBy', 'localizations']);
  const paths: string[] = [];
  const seen = new Set<string>();
  const walk = (uid: string, path: string): void => {
    if (world.registry.ownerPath(uid) !== undefined || /^(plugin::users-permissions|admin::)/.test(uid)) {
      paths.push(path);
    }
    if (seen.has(uid)) return;
    seen.add(uid);
    for (const [name, { target }] of relationsOf(world, uid)) {
      if (target && !technical.has(name)) walk(target, `${path}.${name} (${target})`);
    }
  };
  for (const uid of shared) walk(uid, uid);
  expect(paths).toEqual([]);
});

/** Rights that a role has for one test. */
async function lent(role: RoleCode, rights: string[], work: () => Promise<void>): Promise<void> {
  const { strapi } = world.app;
  const [{ id } = { id: 0 }] = await strapi.db.query('admin::role').findMany({ where: { code: `sanya-${role}` } });
  const rows = (await strapi
    .service('admin::permission')
    .createMany(rights.map((action) => ({ action, subject: null, properties: {}, conditions: [], role: id })))) as {
    id: number;
  }[];
  try {
    await work();
  } finally {
    await strapi.service('admin::permission').deleteByIds(rows.map((row) => row.id));
  }
}

interface Told {
  id: string;
  name: string;
  subjectType: string;
  subject: { type: string };
}

/** What a storekeeper reads of a customer. */
const STOREKEEPER = [
  ...['plugin::crm.contact', 'plugin::crm.customer'],
  ...['plugin::sales.goods-return', ORDER, 'plugin::sales.shipment'],
];

test('a customer’s timeline tells each role of what it may read, and of nothing else', async () => {
  const told = new Map<RoleCode, Told[]>();
  for (const role of ROLES) {
    const { status, body } = await as(role).get(`/crm/customers/${customer.documentId}/timeline?limit=200`);
    if (role === 'technician' || role === 'sales') expect([role, [403, 404].includes(status)]).toEqual([role, true]);
    else told.set(role, body.data as Told[]);
  }
  for (const [role, events] of told) {
    expect([role, events.filter((event) => !mayReadType(role, event.subjectType))]).toEqual([role, []]);
    expect([role, events.some(({ name }) => name === 'customer.created')]).toEqual([role, true]);
  }
  const types = (role: RoleCode): string[] => [...new Set(told.get(role)?.map((event) => event.subjectType))].sort();
  expect(types('billing')).toEqual(expect.arrayContaining([INVOICE, PAYMENT, ORDER, 'plugin::billing.credit-note']));
  expect(types('storekeeper')).toEqual(STOREKEEPER);
  expect(types('support-agent')).toEqual(['plugin::contracts.contract', 'plugin::crm.contact', 'plugin::crm.customer']);
  const money = JSON.stringify(told.get('marketing'));
  for (const secret of ['amountDue', 'Marker-CreditReason', 'Marker-RejectReason', 'Marker-Reference']) {
    expect([secret, money.includes(secret)]).toEqual([secret, false]);
  }
});

test('the timeline of a thing is for whoever may read the thing; of what is not theirs there is none', async () => {
  const secrets = ['Marker-RejectReason', 'Marker-Reference', 'amountDue'];
  for (const uid of [INVOICE, PAYMENT, ORDER, 'plugin::crm.customer', 'plugin::crm.contact']) {
    const subject = uid === 'plugin::crm.customer' ? customer.documentId : idOf(uid);
    for (const role of ROLES.filter((one) => one !== 'sales')) {
      const { status, body } = await as(role).get(`/platform/timeline?type=${uid}&subject=${subject}&limit=100`);
      expect([uid, role, status]).toEqual([uid, role, mayReadType(role, uid) ? 200 : 404]);
      if (status === 200) expect([uid, role, body.data.length > 0]).toEqual([uid, role, true]);
      const told = JSON.stringify(body);
      if (!mayReadType(role, INVOICE)) {
        for (const secret of secrets)
          expect([uid, role, secret, told.includes(secret)]).toEqual([uid, role, secret, false]);
      }
    }
    // Whoever looks after other customers only.
    expect([uid, (await as('sales').get(`/platform/timeline?type=${uid}&subject=${subject}`)).status]).toEqual([
      uid,
      404,
    ]);
  }
});

test('the log of events, too, tells of what its reader may read: types, rows under conditions, fields', async () => {
  const ofCustomer = `/platform/events?customer=${customer.id}&limit=100`;
  const all = (await world.owner.get(ofCustomer)).body.data as Told[];
  const payment = all.find((event) => event.subject.type === PAYMENT)?.id;
  expect(payment).toBeDefined();
  await lent('storekeeper', ['plugin::platform.event.read'], async () => {
    const events = (await as('storekeeper').get(ofCustomer)).body.data as Told[];
    expect(new Set(events.map((event) => event.subject.type))).toEqual(new Set(STOREKEEPER));
    const one = await as('storekeeper').get(`/platform/events/${payment}`);
    expect([one.status, one.body.error.details.code]).toEqual([404, 'event.not_found']);
    expect((await as('storekeeper').get(`/platform/events/${events[0]?.id}`)).status).toBe(200);
  });
  await lent('sales', ['plugin::platform.event.read'], async () => {
    expect((await as('sales').get(ofCustomer)).body.data).toEqual([]);
    await world.owner.post(`/crm/customers/${customer.documentId}/assign`, { owner: as('sales').id }).expect(200);
    const own = (await as('sales').get(ofCustomer)).body.data as Told[];
    const types = new Set(own.map((event) => event.subject.type));
    expect([types.has(INVOICE), types.has(ORDER), types.has(PAYMENT)]).toEqual([true, true, false]);
    await world.owner.post(`/crm/customers/${customer.documentId}/assign`, { owner: null }).expect(200);
  });
});
