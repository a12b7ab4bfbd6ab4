import { customerOf } from '../billing/support';
import { behind, countRows, openWorld, routesOf, type Row, rowsOf, type World } from './world';

let world: World;
/** What belongs to member A, by type. */
let owned: Map<string, Row[]>;
/** Ids, numbers and mail of member A: none of it may stand in an answer to anybody else. */
let marks: string[];

beforeAll(async () => {
  world = await openWorld();
  owned = await rowsOf(world, (await customerOf(world.app, world.rich)).id);
  const rows = [...owned.values()].flat();
  marks = [...new Set(rows.flatMap((row) => [row.documentId, row.number ?? '']))].filter(Boolean);
  marks.push(world.rich.email);
}, 240_000);
jest.setTimeout(240_000);
afterAll(() => world?.app.close());

interface Attribute {
  type: string;
  target?: string;
}

const attributesOf = (uid: string): [string, Attribute][] =>
  Object.entries(world.app.strapi.contentTypes[uid as never]?.['attributes'] ?? {});
const relationsOf = (uid: string): [string, Attribute][] =>
  attributesOf(uid).filter(([, attribute]) => attribute.type === 'relation');

const leaks = (asked: string, answer: { status: number; text: string }): string[] =>
  marks.filter((mark) => answer.text.includes(mark)).map((mark) => `${asked} shows ${mark} (${answer.status})`);

/** Ways of asking a list: whole, nested, sorted by each attribute, filtered by what is member A's. */
function listQueries(uid: string): string[] {
  const relations = relationsOf(uid).map(([name]) => name);
  const [row] = owned.get(uid) ?? [];
  return [
    'populate=*&pagination[pageSize]=100',
    ...relations.map((name) => `populate[${name}][populate]=*`),
    ...attributesOf(uid).map(([name]) => `sort=${name}:asc`),
    ...relations.map((name) => `sort=${name}.id:desc&populate=*`),
    ...(row ? [`filters[documentId][$eq]=${row.documentId}`, `filters[$or][0][id][$eq]=${row.id}&populate=*`] : []),
    ...relationsOf(uid).flatMap(([name, { target }]) => {
      const [far] = owned.get(target ?? '') ?? [];
      return far ? [`filters[${name}][documentId][$eq]=${far.documentId}&populate=*`] : [];
    }),
  ];
}

const storefrontReads = () =>
  routesOf(world).flatMap((route) => {
    const { read } = behind(world, route);
    return route.side === 'content-api' && read ? [{ route, read }] : [];
  });

test('member A has rows of the kinds that matter, and sees them', async () => {
  for (const uid of ['sales.order', 'billing.invoice', 'billing.payment', 'billing.receipt', 'billing.tax-invoice']) {
    expect([uid, owned.get(`plugin::${uid}`)?.length ?? 0]).not.toEqual([uid, 0]);
  }
  const mine = await world.rich.get('/api/sales/orders?populate=*');
  expect(leaks('own', mine).length).toBeGreaterThan(0);
});

test('no list of the storefront, nested, sorted or filtered, shows member A to member B or a visitor', async () => {
  const found: string[] = [];
  for (const { route, read } of storefrontReads().filter((one) => !one.route.path.includes(':id'))) {
    for (const [at, query] of listQueries(read.type).entries()) {
      const url = `${route.path}?${query}`;
      const isForAll = at === 0 || read.storefront === 'public';
      const answers = { B: await world.other.get(url), ...(isForAll && { visitor: await world.app.http.get(url) }) };
      for (const [who, answer] of Object.entries(answers)) {
        found.push(...leaks(`${who} ${url}`, answer));
        if (answer.status >= 500) found.push(`${who} ${url}: ${answer.status}`);
        if (who === 'visitor' && read.storefront === 'member' && answer.status !== 403) {
          found.push(`${who} ${url}: ${answer.status}`);
        }
        const isAboutA = read.storefront === 'member' && url.includes('documentId');
        if (isAboutA && answer.status === 200 && answer.body.meta.pagination.total !== 0) found.push(`${url} counts`);
      }
    }
  }
  expect(found).toEqual([]);
});

test('no door takes an id of member A from member B or a visitor, and nothing is written', async () => {
  const everyId = [...owned.values()].flatMap((rows) => rows.slice(0, 2));
  const before = await countRows(world);
  const found: string[] = [];
  for (const route of routesOf(world).filter((one) => one.side === 'content-api' && one.path.includes(':id'))) {
    const { action, read } = behind(world, route);
    const rows = owned.get(action?.subject ?? read?.type ?? '') ?? everyId;
    for (const { documentId } of rows.slice(0, 10)) {
      if (read?.storefront === 'public') continue;
      const url = route.path.replace(':id', documentId);
      const verb = route.method.toLowerCase() as 'get' | 'post';
      const answers = { B: await world.other[verb](url), visitor: await world.app.http[verb](url) };
      for (const [who, answer] of Object.entries(answers)) {
        if (![400, 401, 403, 404, 429].includes(answer.status))
          found.push(`${who} ${route.method} ${url}: ${answer.status}`);
        if (answer.text) found.push(...leaks(`${who} ${url}`, answer));
      }
    }
  }
  expect(found).toEqual([]);
  expect(await countRows(world)).toEqual(before);
});

test('no type that all of the storefront shares leads by relations to what customers own', () => {
  const shared = storefrontReads()
    .map(({ read }) => read.type)
    .filter((uid) => world.registry.ownerPath(uid) === undefined);
  expect(shared).toContain('plugin::sales.product');
  const technical = new Set(['createdBy', 'updatedBy', 'localizations']);
  const paths: string[] = [];
  const seen = new Set<string>();
  const walk = (uid: string, path: string): void => {
    if (world.registry.ownerPath(uid) !== undefined || /^(plugin::users-permissions|admin::)/.test(uid))
      paths.push(path);
    if (seen.has(uid)) return;
    seen.add(uid);
    for (const [name, { target }] of relationsOf(uid)) {
      if (target && !technical.has(name)) walk(target, `${path}.${name} (${target})`);
    }
  };
  for (const uid of shared) walk(uid, uid);
  expect(paths).toEqual([]);
});
