/** @strapi own */
import { jsonSchemaOf } from '../../../plugins/platform/server/src/docs/json-schema';
import { half, leastOfHalf, scale, spread } from '../../support/random';
import { customerOf } from '../billing/support';
import { createAsk, inParallel } from './ask';
import { changedIn, createFingerprint } from './fingerprint';
import { leastOfEach, placesOf } from './places';
import { brackets } from './queries';
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
/** Tried of each route, list or field on each database in `npm test`; the soak tries them all. */
const MOST_IDS = 3;
const MOST_QUERIES = 6;
const MOST_GUESSES = 4;
/** How far a GraphQL query nests. */
const DEPTH = scale() > 1 ? 3 : 2;

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
jest.setTimeout(400_000 * Math.max(1, scale()));
afterAll(async () => {
  client?.close();
  await world?.app.close();
});

type Who = 'B' | 'visitor' | 'A';
/** As long as an id that is there, of the letters that ids are of. */
const never = 'nosuchrownosuchrownosuch';

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
    .filter(({ path }) => /^(\/api)?\/(platform|crm|billing|sales|contracts|reports)(\/|$)/.test(path))
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
    return route
      ? [...spread(everyId, MOST_IDS)]
      : [String(world.rich.user.id), world.rich.user.documentId, everyId[0] ?? ''];
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
  const doors = told.filter(({ url }) => /^(\/api)?\/(platform|crm|billing|sales|contracts|reports)\//.test(url));
  // With A's ids in the path nothing is found, or one may not ask.
  const opened = doors.filter(({ url, status }) => status < 400 && marks.some((mark) => url.includes(mark)));
  expect(opened.map(name)).toEqual([]);
  expect(changedIn(before, await fingerprint())).toEqual([]);
});

test('no door does anything with a row of member A for member B or a visitor, complete as the body may be', async () => {
  const fingerprint = createFingerprint(world);
  const before = await fingerprint();
  const doors = world.registry.all().flatMap(({ id: plugin, actions = [] }) =>
    actions.flatMap(({ storefront, subject = '', input, multipart, rawBody, name: action }) => {
      const [row] = owned.get(subject) ?? [];
      if (!storefront || !row || multipart || rawBody) return [];
      const urlOf = (id: string) => `/api/${plugin}${storefront.path.replace(/:\w+/g, id)}`;
      const bodies = leastOfEach(jsonSchemaOf(input), { product: world.shop.care });
      return bodies.map((body) => ({
        action,
        method: storefront.method,
        urlOf,
        id: row.documentId,
        body: body as object,
      }));
    }),
  );
  const asked = (of: (door: (typeof doors)[number]) => string) =>
    askAll(doors.flatMap((door) => asBoth(door.method, door.urlOf(of(door)), door.body)));
  const [told, unknown] = [await asked(({ id }) => id), await asked(() => never)];
  expect(told.map(({ url, status, text }) => [url, status, text.replaceAll(url, '')])).toEqual(
    unknown.map(({ status, text }, at) => [told[at]?.url, status, text.replaceAll(never, '')]),
  );
  expect(told.filter(({ status }) => status < 400).map(name)).toEqual([]);
  // What is refused for its body alone would prove nothing of the row.
  expect(told.filter(({ who, status }) => who === 'B' && status === 404).length).toBeGreaterThan(doors.length * 0.8);
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

type Guess = (right: boolean) => string;

/** Guesses at what stands in rows of member A, right and wrong: each group is asked as one, any of its texts. */
function guesses(uid: string): Guess[][] {
  const texts = ['string', 'text', 'email', 'uid'];
  const groups: Guess[][] = [];
  const id = (row: Row, right: boolean): string => (right ? String(row.id) : '999999');
  const guess = (path: string, type: string, most = 100): void => {
    const keys = Object.entries(attributesOf(world, type)).flatMap(([one, { type: kind }]) =>
      texts.includes(kind) ? [one] : [],
    );
    groups.push(
      keys.slice(0, most).map(
        (key): Guess =>
          (right) =>
            `${path}[${key}][$containsi]=${right ? 'marker' : 'nowhere'}`,
      ),
    );
    const [row] = owned.get(type) ?? [];
    if (!row) return;
    groups.push([(right) => `${path}[documentId][$eq]=${right ? row.documentId : 'nowhere'}`]);
    if (path === '') groups.push([(right) => `[id][$eq]=${id(row, right)}`]);
  };
  guess('', uid);
  for (const [key, { target = '' }] of relationsOf(world, uid)) {
    guess(`[${key}]`, target, 4);
    for (const [inner, { target: far = '' }] of relationsOf(world, target)) guess(`[${key}][${inner}]`, far, 1);
  }
  const [row] = owned.get(uid) ?? [];
  if (row)
    groups.push([(right) => `[$or][0][id][$eq]=${id(row, right)}`], [(right) => `[$not][id][$ne]=${id(row, right)}`]);
  return groups.filter((group) => group.length > 0);
}

test('no list of the storefront, nested or sorted, shows member A to member B or a visitor', async () => {
  const lists = storefrontReads(world).filter(({ route }) => !route.path.includes(':id'));
  const told = await askAll(
    lists.flatMap(({ route, read }) =>
      spread(listQueries(read.type), MOST_QUERIES).flatMap((query, at) => {
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
  const different: string[] = [];
  let answered = 0;
  /** Asks each question with what is right and with what is wrong; gives back the places of those that are refused. */
  const compare = async (questions: readonly { who: Who; ask: (right: boolean) => string }[]): Promise<number[]> => {
    const told = await askAll(
      questions.flatMap(({ who, ask }) =>
        [true, false].map((right): Asked => ({ who, method: 'GET', url: ask(right) })),
      ),
    );
    return questions.flatMap((_, at) => {
      const [right, wrong] = [told[2 * at] as Told, told[2 * at + 1] as Told];
      const [a, b] = [valuesOf(right), valuesOf(wrong)];
      if (right.status !== wrong.status || a.meta?.pagination?.total !== b.meta?.pagination?.total) {
        different.push(`${name(right)} counts ${a.meta?.pagination?.total}, not ${b.meta?.pagination?.total}`);
      }
      different.push(...leaks(right), ...broken(right), ...broken(wrong));
      answered += right.status === 200 ? 1 : 0;
      return right.status === 200 ? [] : [at];
    });
  };
  const groups = lists.flatMap(({ route, read }) =>
    (read.storefront === 'public' ? (['B', 'visitor'] as const) : (['B'] as const)).flatMap((who) =>
      spread(guesses(read.type), MOST_GUESSES).map((group) => ({ who, path: route.path, group })),
    ),
  );
  const searches = lists.map(({ route }) => ({
    who: 'B' as const,
    ask: (right: boolean) => `${route.path}?_q=${right ? 'marker' : 'nowhere'}`,
  }));
  const refused = await compare([
    ...groups.map(({ who, path, group }) => ({
      who,
      ask: (right: boolean) => `${path}?${group.map((guess, at) => `filters[$or][${at}]${guess(right)}`).join('&')}`,
    })),
    ...searches,
  ]);
  // One thing that may not be asked refuses the whole: then each goes by itself.
  await compare(
    refused.flatMap((at) => {
      const { who, path, group = [] } = groups[at] ?? { who: 'B' as const, path: '' };
      return (group.length > 1 ? group : []).map((guess) => ({
        who,
        ask: (right: boolean) => `${path}?filters${guess(right)}`,
      }));
    }),
  );
  expect(different).toEqual([]);
  expect(answered).toBeGreaterThan(50);
});

/** Guesses at what stands in rows of member A as GraphQL filters, of which each is right, and wrong with another text. */
function graphqlGuesses(filters: string, ids: readonly string[]): ((text: string) => string)[] {
  const known = types.inputsOf(filters);
  const TEXTS = ['name', 'note', 'number', 'reference', 'description', 'poNumber', 'voidReason'];
  const texts = (input: ReadonlyMap<string, string>): string[] => TEXTS.filter((key) => input.has(key));
  const far = [...known].filter(([, type]) => /FiltersInput$/.test(type) && type !== filters);
  const those = (text: string): string => JSON.stringify(text === 'marker' ? ids : [text]);
  return [
    ...texts(known).map((key) => (text: string) => `{ ${key}: { containsi: "${text}" } }`),
    ...far.flatMap(([relation, type]) =>
      texts(types.inputsOf(type)).map(
        (key) => (text: string) => `{ ${relation}: { ${key}: { containsi: "${text}" } } }`,
      ),
    ),
    ...far.map(
      ([relation]) =>
        (text: string) =>
          `{ ${relation}: { documentId: { in: ${those(text)} } } }`,
    ),
    (text: string) => `{ documentId: { in: ${those(text)} } }`,
  ];
}

test('generated GraphQL queries, nested, filtered, sorted and with totals, keep to the same owner', async () => {
  const fields = half(
    types.query.filter((field) =>
      /^(sales|billing|crm|platform|contracts|reports|users|uploadFile|me$)/i.test(field.name),
    ),
  );
  expect(fields.length).toBeGreaterThan(10);
  const aboutA = [...owned.values()].flatMap((rows) => rows.slice(0, 1)).map((row) => row.documentId);
  const everyId = [...owned.values()].flatMap((rows) => rows.map((row) => row.documentId));
  const { naming } = world.app.strapi.plugin('graphql').service('utils') as {
    naming: { getTypeName: (type: unknown) => string };
  };
  const ofType = new Map(
    [...owned].map(([uid, [first]]) => [
      naming.getTypeName(world.app.strapi.contentTypes[uid as never]),
      first?.documentId,
    ]),
  );
  // Many questions go in one request: reading what is asked for costs more than answering it.
  const ask = (parts: readonly string[]): string => `{ ${parts.map((part, at) => `q${at}: ${part}`).join(' ')} }`;
  const asked: Asked[] = [];
  const guessed: Asked[] = [];
  for (const field of fields) {
    const takes = (arg: string): boolean => field.args.some((one) => one.name === arg);
    const [flat, deep] = [selection(types, field, 0), selection(types, field, DEPTH)];
    const own = ofType.get(types.nameOf(field.type));
    const ids = [...new Set([...(own ? [own] : []), ...spread(aboutA, MOST_IDS)])];
    const queries = takes('documentId')
      ? [
          ask(ids.map((id) => `${field.name}(documentId: "${id}") ${flat}`)),
          // Of its own type the row would bring along all that hangs on it.
          `query { ${ids.map((id, at) => `q${at}: ${field.name}(documentId: "${id}") ${flat && '{ ...deep }'}`).join(' ')} }
           ${flat && `fragment deep on ${types.nameOf(field.type)} ${deep}`}`,
        ]
      : [
          ask(
            ['', ...(takes('sort') ? ['(sort: "id:desc")', '(sort: "createdAt")'] : [])].map(
              (args) => `${field.name}${args} ${flat}`,
            ),
          ),
          ask([`${field.name} ${deep}`]),
        ];
    asked.push(...queries.flatMap((query) => asBoth('POST', '/graphql', { query })));
    const filters = field.args.find((one) => one.name === 'filters')?.type;
    if (!filters) continue;
    const counted = field.name.endsWith('_connection') ? '{ pageInfo { total } }' : '{ documentId }';
    const pairs = spread(graphqlGuesses(filters, everyId), 2 * MOST_GUESSES).map((guess) =>
      ['marker', 'nowhere'].map((text) => `${field.name}(filters: ${guess(text)}) ${counted}`),
    );
    guessed.push({ who: 'B', method: 'POST', url: '/graphql', body: { query: ask(pairs.flat()) } });
  }
  const told = await askAll(asked);
  expect(told.flatMap((one) => [...leaks(one), ...broken(one)])).toEqual([]);
  expect(told.filter(({ text }) => !text.includes('"errors"')).length).toBeGreaterThan(20);
  expect(told.filter(({ text }) => text.includes('INTERNAL_SERVER_ERROR')).map(name)).toEqual([]);

  const different: string[] = [];
  let answered = 0;
  for (const one of await askAll(guessed)) {
    different.push(...broken(one));
    const answers = Object.values((valuesOf(one).data ?? {}) as Record<string, unknown>);
    answered += answers.length;
    for (let at = 0; at < answers.length; at += 2) {
      if (JSON.stringify(answers[at]) === JSON.stringify(answers[at + 1])) continue;
      different.push(`${JSON.stringify(one.body).slice(0, 200)}: guess ${at / 2} is told from a wrong one`);
    }
  }
  expect(different).toEqual([]);
  expect(answered).toBeGreaterThan(200);
});

test('members and visitors have no staff door', async () => {
  const staff = routesOf(world).filter((one: Route) => one.side === 'admin');
  const told = await askAll(staff.flatMap(({ method, path }) => asBoth(method, path.replace(/:\w+/g, 'nosuchrow'))));
  expect(told.filter(({ status }) => status !== 401).map(name)).toEqual([]);
});

test('no body tells member B an id of member A from one that never was, wherever an id goes', async () => {
  const mine = await rowsOf(world, (await customerOf(world.app, world.other)).id);
  const files = (await world.app.strapi.db.query('plugin::platform.file').findMany({ limit: 1 })) as Row[];
  const ids = [...owned.values(), files].flatMap((rows) => rows.slice(0, 1)).map(({ documentId }) => documentId);
  const all = world.registry.all().flatMap(({ id: plugin, actions = [] }) =>
    actions
      .filter(({ storefront, multipart, rawBody }) => storefront && !multipart && !rawBody)
      .flatMap(({ storefront, subject = '', input, name: action }) => {
        const { method = 'POST', path = '' } = storefront ?? {};
        const own = mine.get(subject)?.[0]?.documentId ?? never;
        const url = `/api/${plugin}${path.replace(/:\w+/g, own)}`;
        const places = placesOf(jsonSchemaOf(input), { product: world.shop.care });
        return places.map(({ at, takesId, body }) => ({
          what: `${action}${at}`,
          // What takes any text is asked with two of them only.
          ids: takesId ? ids : ids.slice(0, 2),
          ask: (text: string): Promise<Told> =>
            method === 'GET'
              ? ask({ who: 'B', method, url: `${url}?${brackets(body(text), '').join('&')}` })
              : ask({ who: 'B', method, url, body: body(text) as object }),
        }));
      }),
  );
  const questions = half(all);
  expect(questions.filter((one) => one.ids.length > 2).length).toBeGreaterThan(leastOfHalf(8));
  // What is written at each asking has an id, a number and an instant of its own.
  const plain = ({ status, text }: Told): string =>
    `${status} ${text.replace(/[a-z0-9]{24}/gi, '*').replace(/\d+/g, '#')}`;
  let asked = 0;
  const compare = async ({ what, ids: right, ask: put }: (typeof questions)[number]): Promise<string[]> => {
    // The first asking may do what it says: from then on it is done.
    await put(never);
    const wrong = await put(never);
    const found: string[] = [];
    for (const id of right) {
      const told = await put(id);
      asked += 1;
      if (plain(told) !== plain(wrong)) found.push(`${what}: ${plain(told)} is not ${plain(wrong)}`);
      // What B has said of themselves before comes back to B.
      found.push(...leaks({ ...told, body: right }), ...broken(told));
    }
    return found;
  };
  const doubtful = await inParallel(questions, AT_ONCE, compare);
  const different: string[] = [];
  // Questions of one row asked at once come in each other's way: what differed is asked by itself.
  for (const [at, question] of questions.entries()) {
    if (doubtful[at]?.length) different.push(...(await compare(question)));
  }
  expect(different).toEqual([]);
  expect(asked).toBeGreaterThan(leastOfHalf(300));
});
