import { customerOf } from '../billing/support';
import { createAsk, inParallel } from './ask';
import { changedIn, createFingerprint } from './fingerprint';
import {
  attributesOf,
  behind,
  graphqlTypes,
  type GraphqlTypes,
  MARK,
  openWorld,
  relationsOf,
  type Route,
  routesOf,
  type Row,
  rowsOf,
  selection,
  storefrontReads,
  strapiRoutes,
  type World,
} from './world';

const AT_ONCE = 8;

let world: World;
/** What belongs to member A, by type. */
let owned: Map<string, Row[]>;
/** Ids and numbers of member A: none of it may stand in an answer to anybody else. */
let marks: string[];
let types: GraphqlTypes;
let client: ReturnType<typeof createAsk>;

beforeAll(async () => {
  world = await openWorld();
  for (const { actions = [] } of world.registry.all()) {
    for (const { storefront } of actions) delete storefront?.limitPerMinute;
  }
  world.app.strapi.config.set('plugin::users-permissions.ratelimit', { enabled: false });
  owned = await rowsOf(world, (await customerOf(world.app, world.rich)).id);
  const rows = [...owned.values()].flat();
  marks = [...new Set(rows.flatMap((row) => [row.documentId, row.number ?? '']))].filter(Boolean);
  marks.push(world.rich.user.documentId);
  types = await graphqlTypes(world);
  client = createAsk(world.base, AT_ONCE);
}, 240_000);
jest.setTimeout(900_000);
afterAll(async () => {
  client?.close();
  await world?.app.close();
});

type Who = 'B' | 'visitor' | 'A';
interface Asked {
  who: Who;
  method: string;
  url: string;
  body?: object;
}
interface Told extends Asked {
  status: number;
  text: string;
}

async function ask(asked: Asked): Promise<Told> {
  const token = { A: world.rich.token, B: world.other.token, visitor: undefined }[asked.who];
  const headers: Record<string, string> = {
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(asked.method !== 'GET' && { 'Content-Type': 'application/json' }),
  };
  const body = asked.method === 'GET' ? undefined : JSON.stringify(asked.body ?? {});
  return { ...asked, ...(await client.ask({ ...asked, body, headers })) };
}

const askAll = (list: readonly Asked[]): Promise<Told[]> => inParallel(list, AT_ONCE, ask);
const asBoth = (method: string, url: string, body?: object): Asked[] => [
  { who: 'B', method, url, body },
  { who: 'visitor', method, url, body },
];
const name = ({ who, method, url, body, status }: Told): string =>
  `${who} ${method} ${url} ${body ? JSON.stringify(body).slice(0, 300) : ''}: ${status}`;

/** What of member A stands in an answer, apart from what the asker said. */
function leaks(told: Told): string[] {
  const said = `${told.url} ${JSON.stringify(told.body ?? '')}`;
  const found = marks.filter((mark) => told.text.includes(mark) && !said.includes(mark));
  const [mark] = told.status < 400 ? (MARK.exec(told.text) ?? []) : [];
  return [...found, ...(mark ? [mark] : [])].map((one) => `${name(told)} shows ${one}`);
}
const broken = (told: Told): string[] => (told.status >= 500 ? [`${name(told)} ${told.text.slice(0, 200)}`] : []);

const valuesOf = (told: Told): { data?: unknown[]; meta?: { pagination?: { total?: number } } } => {
  try {
    return JSON.parse(told.text);
  } catch {
    return {};
  }
};

test('member A has rows of the kinds that matter, with the marks in them, and sees them', async () => {
  for (const uid of ['sales.order', 'billing.invoice', 'billing.payment', 'billing.receipt', 'billing.tax-invoice']) {
    expect([uid, owned.get(`plugin::${uid}`)?.length ?? 0]).not.toEqual([uid, 0]);
  }
  const paths = ['/api/sales/orders', '/api/billing/invoices', '/api/billing/payments', '/api/crm/me'];
  for (const told of await askAll(paths.map((url) => ({ who: 'A' as const, method: 'GET', url })))) {
    expect([told.url, told.status, MARK.test(told.text)]).toEqual([told.url, 200, true]);
  }
});

test('Strapi has no route of ours that is not declared', () => {
  const declared = new Set(routesOf(world).map(({ method, path }) => `${method} ${path}`));
  const real = strapiRoutes(world)
    .filter(({ path }) => /^(\/api)?\/(platform|crm|billing|sales|reports)(\/|$)/.test(path))
    .map(({ method, path }) => `${method} ${path}`);
  expect(real.filter((route) => !declared.has(route))).toEqual([]);
  expect([...declared].filter((route) => !real.includes(route))).toEqual([]);
});

test('no route that Strapi has shows member A to member B or a visitor, or lets them write', async () => {
  const fingerprint = createFingerprint(world);
  const before = await fingerprint();
  const everyId = [...owned.values()].flatMap((rows) => rows.slice(0, 1)).map((row) => row.documentId);
  const idsFor = ({ method, path }: { method: string; path: string }): string[] => {
    const route = routesOf(world).find((one) => one.method === method && one.path === path);
    const { action, read } = route ? behind(world, route) : {};
    const own = owned.get(action?.subject ?? read?.type ?? '')?.map((row) => row.documentId);
    if (read?.storefront === 'public') return [];
    if (own) return own.slice(0, 2);
    return route ? everyId : [String(world.rich.user.id), world.rich.user.documentId, everyId[0] ?? ''];
  };
  const harmless = strapiRoutes(world).filter(
    // What registers, logs in or out makes rows or ends sessions of its own.
    ({ method, path }) => method === 'GET' || !/\/(auth|admin|logout|access-token|transfer)(\/|$)/.test(path),
  );
  const asked = harmless.flatMap((route) => {
    const { method, path } = route;
    if (!/[:*(]/.test(path)) return asBoth(method, path);
    return idsFor(route).flatMap((id) => asBoth(method, path.replace(/:\w+(\([^)]*\))?/g, id).replace(/\(.*|\*/g, id)));
  });
  const told = await askAll(asked);
  expect(told.length).toBeGreaterThan(300);
  expect(told.flatMap((one) => [...leaks(one), ...broken(one)])).toEqual([]);
  const doors = told.filter(({ url }) => /^(\/api)?\/(platform|crm|billing|sales|reports)\//.test(url));
  // With A's ids in the path nothing is found, or one may not ask.
  const opened = doors.filter(({ url, status }) => status < 400 && marks.some((mark) => url.includes(mark)));
  expect(opened.map(name)).toEqual([]);
  expect(changedIn(before, await fingerprint())).toEqual([]);
});

test('an id of member A in a body is as unknown as one that never was', async () => {
  const fingerprint = createFingerprint(world);
  const before = await fingerprint();
  const [mine] =
    (await rowsOf(world, (await customerOf(world.app, world.other)).id)).get('plugin::billing.invoice') ?? [];
  const files = (await world.app.strapi.db.query('plugin::platform.file').findMany({})) as Row[];
  const pay = (slip: string): Asked => ({
    who: 'B',
    method: 'POST',
    url: `/api/billing/invoices/${mine?.documentId}/payments`,
    body: { method: 'bank_transfer', slip },
  });
  expect(files.length).toBeGreaterThan(0);
  const [foreign, none] = await askAll([pay(files[0]?.documentId ?? ''), pay('nosuchfile')]);
  expect([foreign?.status, foreign?.text]).toEqual([none?.status, none?.text]);
  expect(foreign?.status).toBe(404);
  expect(changedIn(before, await fingerprint())).toEqual([]);
});

/** Ways of asking a list: whole, nested, sorted by each attribute and through each relation. */
function listQueries(uid: string): string[] {
  const relations = relationsOf(world, uid).map(([key]) => key);
  return [
    'populate=*&pagination[pageSize]=100',
    ...relations.flatMap((key) => [
      `populate[${key}][populate]=*`,
      `sort=${key}.id:desc&populate=*`,
      `sort=${key}.createdAt`,
    ]),
    ...relations.flatMap((key) =>
      relationsOf(world, attributesOf(world, uid)[key]?.target ?? '').map(
        ([inner]) => `populate[${key}][populate][${inner}][populate]=*`,
      ),
    ),
  ];
}

/** Guesses at what stands in rows of member A, and the same guesses at what stands nowhere. */
function guesses(uid: string): [string, string][] {
  const texts = ['string', 'text', 'email', 'uid'];
  const pairs: [string, string][] = [];
  const guess = (path: string, type: string, most = 100): void => {
    const keys = Object.entries(attributesOf(world, type)).flatMap(([one, { type: kind }]) =>
      texts.includes(kind) ? [one] : [],
    );
    for (const key of keys.slice(0, most)) {
      const filter = (value: string): string => `filters${path}[${key}][$containsi]=${value}`;
      pairs.push([filter('marker'), filter('nowhere')]);
    }
    const [row] = owned.get(type) ?? [];
    if (!row) return;
    pairs.push([`filters${path}[documentId][$eq]=${row.documentId}`, `filters${path}[documentId][$eq]=nowhere`]);
    if (path === '') pairs.push([`filters[id][$eq]=${row.id}`, 'filters[id][$eq]=999999']);
  };
  guess('', uid);
  for (const [key, { target = '' }] of relationsOf(world, uid)) {
    guess(`[${key}]`, target, 4);
    for (const [inner, { target: far = '' }] of relationsOf(world, target)) guess(`[${key}][${inner}]`, far, 1);
  }
  const [row] = owned.get(uid) ?? [];
  if (row) pairs.push([`filters[$or][0][id][$eq]=${row.id}`, 'filters[$or][0][id][$eq]=999999']);
  if (row) pairs.push([`filters[$not][id][$ne]=${row.id}`, 'filters[$not][id][$ne]=999999']);
  pairs.push(['_q=marker', '_q=nowhere']);
  return pairs;
}

test('no list of the storefront, nested or sorted, shows member A to member B or a visitor', async () => {
  const lists = storefrontReads(world).filter(({ route }) => !route.path.includes(':id'));
  const told = await askAll(
    lists.flatMap(({ route, read }) =>
      listQueries(read.type).flatMap((query, at) => {
        const both = asBoth('GET', `${route.path}?${query}`);
        return at === 0 || read.storefront === 'public' ? both : both.slice(0, 1);
      }),
    ),
  );
  expect(told.flatMap((one) => [...leaks(one), ...broken(one)])).toEqual([]);
  expect(told.filter(({ who, status }) => who === 'B' && status === 200).length).toBeGreaterThan(50);
  const privates = new Set(lists.filter(({ read }) => read.storefront === 'member').map(({ route }) => route.path));
  const opened = told.filter(({ who, url, status }) => {
    const [path = ''] = url.split('?');
    return who === 'visitor' && privates.has(path) && status !== 403;
  });
  expect(opened.map(name)).toEqual([]);
});

test('filtering tells member B and a visitor nothing of member A: a right guess is answered as a wrong one', async () => {
  const lists = storefrontReads(world).filter(({ route }) => !route.path.includes(':id'));
  const asked = lists.flatMap(({ route, read }) =>
    guesses(read.type).flatMap(([right, wrong]) =>
      (read.storefront === 'public' ? (['B', 'visitor'] as const) : (['B'] as const)).flatMap((who) =>
        [right, wrong].map((query): Asked => ({ who, method: 'GET', url: `${route.path}?${query}` })),
      ),
    ),
  );
  const told = await askAll(asked);
  const different: string[] = [];
  for (let at = 0; at < told.length; at += 2) {
    const [right, wrong] = [told[at], told[at + 1]];
    if (!right || !wrong) continue;
    const [a, b] = [valuesOf(right), valuesOf(wrong)];
    if (right.status !== wrong.status || a.meta?.pagination?.total !== b.meta?.pagination?.total) {
      different.push(`${name(right)} counts ${a.meta?.pagination?.total}, not ${b.meta?.pagination?.total}`);
    }
    different.push(...leaks(right), ...broken(right), ...broken(wrong));
  }
  expect(different).toEqual([]);
  expect(told.filter(({ status }) => status === 200).length).toBeGreaterThan(50);
});

test('generated GraphQL queries, nested, filtered, sorted and with totals, keep to the same owner', async () => {
  const fields = types.query.filter((field) =>
    /^(sales|billing|crm|platform|reports|users|uploadFile|me$)/i.test(field.name),
  );
  expect(fields.length).toBeGreaterThan(10);
  const aboutA = [...owned.values()].flatMap((rows) => rows.slice(0, 1));
  const TEXTS = ['name', 'note', 'number', 'reference', 'description', 'poNumber', 'voidReason'];
  const asked: Asked[] = [];
  const pairs: [Asked, Asked][] = [];
  const query = (text: string): Asked[] => asBoth('POST', '/graphql', { query: text });
  for (const field of fields) {
    const takes = (arg: string): boolean => field.args.some((one) => one.name === arg);
    for (const depth of [0, 3]) {
      const shown = selection(types, field, depth);
      if (takes('documentId')) {
        for (const row of aboutA) {
          asked.push(...query(`{ ${field.name}(documentId: "${row.documentId}") ${shown} }`));
        }
        continue;
      }
      for (const args of ['', takes('sort') ? '(sort: "id:desc")' : '', takes('sort') ? '(sort: "createdAt")' : '']) {
        asked.push(...query(`{ ${field.name}${args} ${shown} }`));
      }
    }
    if (!takes('filters')) continue;
    const counted = field.name.endsWith('_connection') ? '{ pageInfo { total } }' : '{ documentId }';
    const filters = [
      ...TEXTS.map((key) => (value: string) => `{ ${key}: { containsi: "${value}" } }`),
      ...['customer', 'invoice', 'order', 'payment', 'lines'].flatMap((relation) =>
        ['name', 'number'].map((key) => (value: string) => `{ ${relation}: { ${key}: { containsi: "${value}" } } }`),
      ),
      ...aboutA.map(
        (row) => (value: string) => `{ documentId: { eq: "${value === 'marker' ? row.documentId : value}" } }`,
      ),
    ];
    for (const filter of filters) {
      const one = (value: string): Asked => ({
        who: 'B',
        method: 'POST',
        url: '/graphql',
        body: { query: `{ ${field.name}(filters: ${filter(value)}) ${counted} }` },
      });
      pairs.push([one('marker'), one('nowhere')]);
    }
  }
  const told = await askAll(asked);
  expect(told.flatMap((one) => [...leaks(one), ...broken(one)])).toEqual([]);
  expect(told.filter(({ text }) => !text.includes('"errors"')).length).toBeGreaterThan(20);
  expect(told.filter(({ text }) => text.includes('INTERNAL_SERVER_ERROR')).map(name)).toEqual([]);

  const guessed = await askAll(pairs.flat());
  const data = (one: Told | undefined): unknown => JSON.stringify(valuesOf(one as Told).data);
  const different: string[] = [];
  for (let at = 0; at < guessed.length; at += 2) {
    if (data(guessed[at]) !== data(guessed[at + 1])) different.push(name(guessed[at] as Told));
  }
  expect(different).toEqual([]);
  expect(guessed.filter(({ text }) => !text.includes('"errors"')).length).toBeGreaterThan(50);
});

test('members and visitors have no staff door', async () => {
  const staff = routesOf(world).filter((one: Route) => one.side === 'admin');
  const told = await askAll(staff.flatMap(({ method, path }) => asBoth(method, path.replace(/:\w+/g, 'nosuchrow'))));
  expect(told.filter(({ status }) => status !== 401).map(name)).toEqual([]);
});
