/** @strapi own */
import { type RoleCode, ROLES } from '@sanya/strapi-plugin-platform/kit';
import type { Staff } from '../../support/app';
import { half, leastOfHalf, scale, spread } from '../../support/random';
import { customerOf } from '../billing/support';
import { createAsk, inParallel } from './ask';
import { closedWays, guessesAt, reachOf, secretsOf, type Way } from './rights';
import {
  attributesOf,
  behind,
  openWorld,
  relationsOf,
  routesOf,
  type Row,
  rowsOf,
  strapiRoutes,
  type World,
} from './world';

const AT_ONCE = 8;
const MANAGER = '/content-manager/collection-types';

let world: World;
/** What belongs to member A, whom no salesperson looks after. */
let ofA: Map<string, Row[]>;
const staff = new Map<RoleCode, Staff>();
let client: ReturnType<typeof createAsk>;

beforeAll(async () => {
  world = await openWorld();
  const { app, owner, rich, other } = world;
  const customer = await customerOf(app, rich);
  for (const role of ROLES) staff.set(role, await app.staff(role));
  await owner
    .post(`/crm/customers/${(await customerOf(app, other)).documentId}/assign`, { owner: staff.get('sales')?.id })
    .expect(200);
  const scope = { customers: [customer.documentId], products: [world.shop.camera] };
  const coupon = { code: 'FRIENDS', name: 'เพื่อน', kind: 'percent', ratePpm: 100_000, scope };
  await owner.post('/sales/coupons', coupon).expect(201);
  ofA = await rowsOf(world, customer.id);
  client = createAsk(world.base, AT_ONCE);
}, 240_000);
jest.setTimeout(240_000 * Math.max(1, scale()));
afterAll(async () => {
  client?.close();
  await world?.app.close();
});

interface Told {
  url: string;
  status: number;
  text: string;
}

const askAll = (role: RoleCode, urls: readonly string[]): Promise<Told[]> => {
  const headers = { Authorization: `Bearer ${staff.get(role)?.token}` };
  return inParallel(urls, AT_ONCE, async (url) => ({ url, ...(await client.ask({ method: 'GET', url, headers })) }));
};

/** The lists of a type: at our own door, where it has one, and in the content manager. */
const listsOf = (role: RoleCode): { uid: string; list: string; isOurs: boolean }[] => {
  const doors = routesOf(world).flatMap((route) => {
    const { read } = behind(world, route);
    return route.side === 'admin' && read && !route.path.includes(':') ? [{ uid: read.type, list: route.path }] : [];
  });
  const types = [...new Set([...doors.map(({ uid }) => uid), ...ofA.keys()])];
  return [
    ...doors.map((door) => ({ ...door, isOurs: true })),
    ...types.map((uid) => ({ uid, list: `${MANAGER}/${uid}`, isOurs: false })),
  ].filter(({ uid }) => reachOf(world, role, uid) !== 'none');
};

/**
 * A list with all at once that leads to what the role may not read, in each form that populate has; where nothing closed
 * is within three steps, there is nothing that could be shown.
 */
function nested(role: RoleCode, uid: string): string[] {
  const paths = closedWays(world, role, uid).map(({ keys }) => keys.join('.'));
  if (paths.length === 0) return ['populate=*'];
  const first = [...new Set(paths.map((path) => path.split('.')[0] ?? ''))];
  const furthest = paths.filter((path) => !paths.some((other) => other.startsWith(`${path}.`)));
  return [
    'populate=*',
    first.map((key) => `populate[${key}][populate]=*`).join('&'),
    furthest.map((path) => `populate[${path.replaceAll('.', '][populate][')}]=true`).join('&'),
    `populate=${paths.join(',')}`,
  ];
}

const isKnown = (path: string): boolean => routesOf(world).some((route) => route.path === path);

/** Every other door that answers a GET of staff, with ids of member A wherever one goes. */
function otherDoors(): string[] {
  const everyId = [...ofA.values()].flatMap((rows) => rows.slice(0, 1).map((row) => row.documentId));
  const ours = routesOf(world)
    .filter(({ side, method }) => side === 'admin' && method === 'GET')
    .flatMap((route) => {
      const { action } = behind(world, route);
      if (!action) return [];
      const own = ofA.get(action.subject ?? '')?.map((row) => row.documentId);
      return route.path.includes(':')
        ? (own ?? everyId).slice(0, 3).map((id) => route.path.replace(/:\w+/g, id))
        : [route.path];
    });
  const cores = strapiRoutes(world)
    .filter(({ method, path }) => method === 'GET' && !isKnown(path) && !path.startsWith('/api') && !/[(*]/.test(path))
    .flatMap(({ path }) =>
      path.includes(':')
        ? ['1', ...everyId.slice(0, 1)].map((id) => path.replace(':model', 'plugin::sales.order').replace(/:\w+/g, id))
        : [path],
    );
  const searches = ['/crm/customers/search?text=marker', '/crm/customers/duplicates?name=marker-name'];
  const recent = ['update', 'publish'].map((action) => `/content-manager/homepage/recent-documents?action=${action}`);
  return [...ours, ...cores, ...searches, ...recent];
}

/** Reads and guesses tried of each role and on each database in `npm test`; the soak tries them all. */
const MOST_READS = 75;
const MOST_GUESSES = 40;

test.each([...ROLES])('%s reads, however it nests, nothing that its rights do not give', async (role) => {
  const secrets = await secretsOf(world, role, ofA);
  const urls = listsOf(role).flatMap(({ uid, list, isOurs }) => {
    const rows = (ofA.get(uid) ?? []).slice(0, 2).map((row) => `${list}/${row.documentId}`);
    const relations = relationsOf(world, uid).map(([key]) => key);
    if (isOurs)
      return [
        ...nested(role, uid).map((one) => `${list}?pagination[pageSize]=100&${one}`),
        ...rows.map((row) => `${row}?populate=*`),
      ];
    const inRelations = relations.flatMap((key) => [
      `/content-manager/relations/${uid}/${key}?_q=marker`,
      `/content-manager/relations/${uid}/${key}`,
      ...rows.slice(0, 1).map((row) => `${row.replace('collection-types', 'relations')}/${key}`),
    ]);
    return [`${list}?pageSize=100&populate=*`, `${list}?_q=marker`, ...rows, ...inRelations];
  });
  const told = await askAll(role, [...spread(urls, MOST_READS), ...half(otherDoors())]);
  const wrong = told.flatMap(({ url, status, text }) => {
    // Strapi's own doors break where the house has no way out to the net: what they show is looked at all the same.
    if (status >= 500 && !url.startsWith('/admin/')) return [`${url}: ${status}`];
    const shown = status < 400 ? secrets.find((secret) => text.includes(secret) && !url.includes(secret)) : undefined;
    return shown ? [`${url} shows ${shown}`] : [];
  });
  expect(wrong).toEqual([]);
  // Who reads everything of A has A's rows; who has no list has none to nest.
  expect(told.filter(({ status }) => status === 200).length).toBeGreaterThan(leastOfHalf(listsOf(role).length));
});

const totalOf = ({ text }: Told): unknown => {
  const body = JSON.parse(text) as { meta?: { pagination?: unknown }; pagination?: { total?: unknown } };
  return JSON.stringify(body.meta?.pagination ?? body.pagination?.total);
};
/** The rows of a list in their order, with what hangs below them. */
const rowsIn = ({ text }: Told): unknown => {
  const body = JSON.parse(text) as { data?: unknown; results?: unknown };
  return JSON.stringify(body.data ?? body.results);
};

type Pair = [right: string, wrong: string, what: (told: Told) => unknown];

/** What could be guessed of a list over the ways that are closed to a role; each way by one kind of guess, in turn. */
function guessesOf(role: RoleCode, { uid, list, isOurs }: ReturnType<typeof listsOf>[number]): Pair[] {
  const rowsOfEnd = (way: Way): Row[] => ofA.get(way.uids.at(-1) ?? '') ?? [];
  const inTurn = (way: Way, turn: number): [string, string][] => {
    const all = guessesAt(world, role, way, rowsOfEnd(way));
    return all.length === 0 ? [] : [all[turn % all.length] as [string, string]];
  };
  const ways = closedWays(world, role, uid);
  const filtered = ways.flatMap((way, turn) =>
    inTurn(way, turn).map(([right, wrong]): Pair => [`${list}?filters${right}`, `${list}?filters${wrong}`, totalOf]),
  );
  // What is the reader's own may be in order; what is not must not put it in one.
  const shut = ways.filter((way) => way.uids.every((one) => reachOf(world, role, one) !== 'own'));
  const sorted = shut.map(({ keys, uids }, turn): Pair => {
    const by = 'total' in attributesOf(world, uids.at(-1) ?? '') ? 'total' : 'id';
    const path = turn % 2 === 0 ? `=${keys.join('.')}.${by}:` : `${keys.map((key) => `[${key}]`).join('')}[${by}]=`;
    return [`${list}?sort${path}asc`, `${list}?sort${path}desc`, rowsIn];
  });
  if (!isOurs) return [...filtered, ...sorted];
  const inside = relationsOf(world, uid).flatMap(([key, { target = '' }], place) =>
    closedWays(world, role, target, 1).flatMap((way, turn) =>
      inTurn(way, place + turn).map(([right, wrong]): Pair => {
        const at = `${list}?populate[${key}][filters]`;
        return [`${at}${right}`, `${at}${wrong}`, rowsIn];
      }),
    ),
  );
  return [...filtered, ...sorted, ...inside];
}

test.each([...ROLES])('%s learns nothing by filters and sorting of what its rights do not give', async (role) => {
  const all = listsOf(role).flatMap((list) => guessesOf(role, list));
  const pairs = spread(all, MOST_GUESSES);
  const told = await askAll(
    role,
    pairs.flatMap(([right, wrong]) => [right, wrong]),
  );
  const different = pairs.flatMap(([, , what], at) => {
    const [right, wrong] = [told[2 * at], told[2 * at + 1]];
    if (!right || !wrong) return [];
    const broken = [right, wrong].filter(({ status }) => status >= 500).map(({ url, status }) => `${url}: ${status}`);
    const isSame = right.status === wrong.status && (right.status >= 400 || what(right) === what(wrong));
    return [...broken, ...(isSame ? [] : [`${right.url} is told from ${wrong.url}`])];
  });
  expect(different).toEqual([]);
});
