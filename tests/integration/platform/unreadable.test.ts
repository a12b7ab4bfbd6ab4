import { gzipSync } from 'node:zlib';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { openShop, rowCounts } from '../sales/shop';

let app: App;
let member: Member;
let owner: Staff;

beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off', SANYA_GRAPHQL: 'on' });
  await openShop(app);
  member = await app.member();
  owner = await app.staff();
}, 240_000);
afterAll(() => app?.close());

/** Each of these was an internal error of Strapi's query builder, of knex or of the database. */
const NONSENSE: Record<string, string> = {
  'an operator on a relation that takes none': 'filters[customer][$contains]=x',
  'a range of one': 'filters[total][$between]=1',
  'an id that is no number': 'filters[id][$eq]=abc',
  'an id of twenty digits': 'filters[id][$eq]=99999999999999999999',
  'a date that is none': 'filters[createdAt][$gt]=yesterday',
  'an amount that is text': 'filters[total][$lt]=much',
  'a nested nothing': 'filters[$and][0][$or]=',
  'a list where one is meant': 'filters[number][$startsWith][]=a&filters[number][$startsWith][]=b',
  'an object where a text is meant': 'filters[number][$eq][a][b]=c',
  'a number beyond all numbers': 'filters[total][$eq]=1e400',
  'U+0000': 'filters[number][$eq]=%00',
  'a search for an object': '_q[a]=1',
  'a field that every object has': 'fields[0]=number&fields[1]=__proto__',
  'a list of filters': 'filters[0]=null&filters[1]=0',
  'an operator that the database has not': 'filters[shipping][$jsonSupersetOf]=1',
};

const STAFF = '/sales/orders';
const MEMBER = '/api/sales/orders';

test.each(Object.entries(NONSENSE))('%s is a 400 or an empty list, never a defect', async (_name, query) => {
  for (const answer of [await member.get(`${MEMBER}?${query}`), await owner.get(`${STAFF}?${query}`)]) {
    expect([query, [200, 400].includes(answer.status), answer.status]).toEqual([query, true, answer.status]);
    if (answer.status === 200) continue;
    expect(answer.body).toEqual({
      data: null,
      error: {
        status: 400,
        name: 'ValidationError',
        message: expect.any(String),
        details: expect.objectContaining({ code: expect.stringMatching(/^input\./) }),
      },
    });
  }
});

test('what core refuses itself has a code and says which key', async () => {
  const answer = await member.get(`${MEMBER}?filters[secret][$eq]=1`);
  expect(answer.status).toBe(400);
  expect(answer.body.error.details).toEqual({ code: 'input.query_key', field: 'secret', params: { key: 'secret' } });
  const staff = await owner.get(`${STAFF}?sort=secret:asc`);
  expect(staff.status).toBe(400);
  expect(staff.body.error.details.code).toBe('input.query_key');
});

test('who has no right is told so in the language asked for, with a code', async () => {
  const visitor = await app.http.get(MEMBER).set('Accept-Language', 'th');
  expect(visitor.status).toBe(403);
  expect(visitor.body.error).toMatchObject({ name: 'ForbiddenError', details: { code: 'access.not_allowed' } });
  expect(visitor.body.error.message).toMatch(/ไม่มีสิทธิ์/);
  const unknown = await app.http.get(STAFF);
  expect(unknown.status).toBe(401);
  expect(unknown.body.error.details.code).toBe('access.not_signed_in');
});

test('GraphQL says the same, not "Internal Server Error"', async () => {
  const ask = (query: string) =>
    app.http.post('/graphql').set('Authorization', `Bearer ${member.token}`).send({ query });
  const asked = [
    '{ salesOrders(filters: { documentId: { between: ["a"] } }) { documentId } }',
    '{ salesOrders(filters: { id: { eq: "abc" } }) { documentId } }',
    '{ salesOrders(filters: { number: { eq: "\\u0000" } }) { documentId } }',
    '{ salesOrders(sort: "secret:asc") { documentId } }',
    '{ salesOrders(pagination: { page: -1, pageSize: -5 }) { documentId } }',
  ];
  for (const query of asked) {
    const { body, status } = await ask(query);
    expect(status).toBeLessThan(500);
    const codes = (body.errors ?? []).map((one: { extensions?: { code?: string } }) => one.extensions?.code);
    expect([query, codes.includes('INTERNAL_SERVER_ERROR')]).toEqual([query, false]);
  }
});

const MEGABYTES = 10 * 1024 * 1024;
const long = (start: string): string => `${start}"note":"${'a'.repeat(MEGABYTES)}"}`;
const packed = gzipSync(long('{'));
const JSON_BODY = { 'Content-Type': 'application/json' };
const PACKED = { ...JSON_BODY, 'Content-Encoding': 'gzip' };
const TOO_LARGE = [413, 'input.body_too_large'];
const NOT_READABLE = [400, 'input.not_readable'];

const DOORS: Record<string, [path: string, token: () => string | undefined]> = {
  'a member’s order': ['/api/sales/orders', () => member.token],
  registering: ['/api/auth/local/register', () => undefined],
  'an order by staff': ['/sales/orders', () => owner.token],
  'the content manager': ['/content-manager/collection-types/plugin::platform.branch', () => owner.token],
  // It parses its bodies itself.
  GraphQL: ['/graphql', () => member.token],
};

test.each(Object.entries(DOORS))(
  '%s: a body too large or torn is told, and nothing is written',
  async (_name, door) => {
    const [path, token] = door;
    const send = async (body: string | Buffer, headers: Record<string, string>): Promise<unknown[]> => {
      const request = app.http.post(path).set(headers);
      if (token()) void request.set('Authorization', `Bearer ${token()}`);
      const answer = await request.serialize((given) => given as never).send(body);
      expect(answer.body.data ?? null).toBeNull();
      return [answer.status, answer.body.error?.details?.code];
    };
    const counts = async () => ({
      ...(await rowCounts(app)),
      users: await app.strapi.db.query('plugin::users-permissions.user').count(),
      branches: await app.strapi.db.query('plugin::platform.branch').count(),
    });
    const before = await counts();
    expect(await send(long('{'), JSON_BODY)).toEqual(TOO_LARGE);
    expect(await send(Buffer.from('no gzip at all'), PACKED)).toEqual(NOT_READABLE);
    expect(await send(gzipSync('{"note":"cut off"}').subarray(0, 20), PACKED)).toEqual(NOT_READABLE);
    // A small body that unpacks into a large one.
    expect(packed.length).toBeLessThan(20_000);
    expect(await send(packed, PACKED)).toEqual(TOO_LARGE);
    expect(await send(gzipSync('{"a":'), PACKED)).toEqual(NOT_READABLE);
    expect(await send('{"a":', JSON_BODY)).toEqual(NOT_READABLE);
    expect(await counts()).toEqual(before);
  },
);

test('GraphQL: a key of null is no key', async () => {
  const query = `mutation Q($key: String) {
    updateMyCustomer(input: { name: "Someone" }, idempotencyKey: $key) { customer { name } }
  }`;
  const { body } = await app.http
    .post('/graphql')
    .set('Authorization', `Bearer ${member.token}`)
    .send({ query, variables: { key: null } });
  expect(body.errors).toBeUndefined();
  expect(body.data.updateMyCustomer.customer.name).toBe('Someone');
});

test('a row that is not there is told with a code by Strapi’s own reads too', async () => {
  const answer = await member.get(`${MEMBER}/nosuchrow`);
  expect([answer.status, answer.body.error.details.code]).toEqual([404, 'row.not_found']);
});

test('the content manager survives a path through __proto__', async () => {
  const answer = await owner.get('/content-manager/collection-types/plugin::sales.order?populate=__proto__.password');
  expect(answer.status).toBe(400);
});

test('a defect stays one: only queries of readers are excused', async () => {
  const { isUnreadable } = await import('../../../plugins/platform/server/src/guards/unreadable');
  expect(isUnreadable('GET', new TypeError('of ours'))).toBe(false);
  const ofBuilder = new Error('x');
  ofBuilder.stack = 'Error: x\n    at f (/site/node_modules/@strapi/database/dist/query/helpers/where.js:1:1)';
  expect(isUnreadable('GET', ofBuilder)).toBe(true);
  expect(isUnreadable('POST', ofBuilder)).toBe(false);
});
