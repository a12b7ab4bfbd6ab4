/** @strapi own */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { bootOwnApp, type App, type Member } from '../../support/app';
import { customerOf } from '../billing/support';

const root = path.resolve(__dirname, '../../..');

/** What the host says of its plugins. */
const host = createRequire(__filename)('../../../dist/config/plugins') as { default: (tools: unknown) => object };

let app: App;
let member: Member;
let customer: { id: number; documentId: string };
let url: string;

beforeAll(async () => {
  const own = host.default;
  const workshop = { enabled: true, resolve: './tests/support/workshop' };
  jest.spyOn(host, 'default').mockImplementation((tools) => ({ ...own(tools), workshop }));
  app = await bootOwnApp({ SANYA_JOBS: 'off', SANYA_GRAPHQL: 'on' });
  member = await app.member();
  customer = await customerOf(app, member);
  url = `/workshop/customers/${customer.documentId}/calls`;
});
afterAll(async () => {
  jest.restoreAllMocks();
  await app?.close();
});

const calls = async (): Promise<{ after: { on: string } }[]> =>
  (await app.strapi.db.query('plugin::platform.event').findMany({ where: { name: 'call.asked' } })) as never;

test('the page for developers shows the plugin as it is tried here', () => {
  const page = fs.readFileSync(path.join(root, 'docs/developers.md'), 'utf8');
  const shown = [...page.matchAll(/<!-- (\S+) -->\s+```ts\n([\s\S]*?)```/g)];
  expect(shown).toHaveLength(2);
  for (const [, file = '', text] of shown) expect(text).toBe(fs.readFileSync(path.join(root, file), 'utf8'));
});

test('a member asks at the storefront: once for a key, for the own customer alone', async () => {
  const body = { on: '2026-12-01', about: 'การติดตั้ง' };
  const first = await member.post(`/api${url}`, body, { 'Idempotency-Key': 'call-1' });
  const again = await member.post(`/api${url}`, body, { 'Idempotency-Key': 'call-1' });
  expect([first.status, first.body.data]).toEqual([201, { customer: customer.documentId, on: '2026-12-01' }]);
  expect(again.body).toEqual(first.body);
  expect(await calls()).toHaveLength(1);

  const other = await app.member();
  expect((await other.post(`/api${url}`, body)).status).toBe(404);
  expect((await app.http.post(`/api${url}`).send(body)).status).toBe(403);
  expect(await calls()).toHaveLength(1);
});

test('a wrong field is told with its code and place, in the language of the reader', async () => {
  const asked = (language: string) =>
    member.post(`/api${url}`, { on: 'tomorrow' }, { 'Accept-Language': language }).expect(400);
  const [english, thai] = [(await asked('en')).body.error, (await asked('th')).body.error];
  expect(english.details).toMatchObject({ code: 'input.not_a_date', field: 'on' });
  expect(thai.details).toMatchObject({ code: 'input.not_a_date', field: 'on' });
  expect(thai.message).toMatch(/[ก-๙]/);
  expect(english.message).not.toMatch(/[ก-๙]/);
});

test('staff ask at their own door, where the role has the permission', async () => {
  for (const role of ['technician', 'owner'] as const) {
    const without = await app.staff(role);
    expect([role, (await without.post(url, { on: '2026-12-02' })).status]).toEqual([role, 403]);
  }
  const admin = await app.staff();
  const done = await admin.post(url, { on: '2569-12-02' });
  expect([done.status, done.body.data.on]).toEqual([201, '2026-12-02']);
  const granted = await app.strapi.db.query('admin::permission').findMany({
    where: { action: 'plugin::workshop.call.ask' },
    populate: { role: true },
  });
  expect(granted.map(({ role }: { role: { code: string } }) => role.code)).toContain('sanya-sales');
});

test('GraphQL asks with typed arguments and answers typed fields', async () => {
  const query = `mutation ($id: ID!, $input: AskForCallInput!) {
    askForCall(id: $id, input: $input, idempotencyKey: "g") { __typename customer on }
  }`;
  const ask = (input: object, token = member.token) =>
    app.http
      .post('/graphql')
      .set('Authorization', `Bearer ${token}`)
      .send({ query, variables: { id: customer.documentId, input } });
  const { body } = await ask({ on: '2026-12-03' });
  expect(body).toEqual({
    data: { askForCall: { __typename: 'CallPayload', customer: customer.documentId, on: '2026-12-03' } },
  });
  expect((await ask({ on: '2026-12-03', colour: 'red' })).body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  const stranger = await app.member();
  const refused = await ask({ on: '2026-12-03' }, stranger.token);
  expect(refused.body.errors[0].extensions.error.details).toMatchObject({ code: 'row.not_found', field: 'id' });
  expect((await calls()).filter(({ after }) => after.on === '2026-12-03')).toHaveLength(1);
});

test('the description of the API has both doors', () => {
  const { docs } = app.strapi.plugin('platform').service('core') as PlatformCore;
  const { paths, components } = docs.openapi() as {
    paths: Record<string, { post?: { 'x-permission'?: string } }>;
    components: { schemas: Record<string, unknown> };
  };
  expect(paths['/api/workshop/customers/{id}/calls']?.post).toBeDefined();
  expect(paths['/workshop/customers/{id}/calls']?.post?.['x-permission']).toBe('plugin::workshop.call.ask');
  expect(components.schemas.Call).toMatchObject({ properties: { on: { format: 'date' } } });
});

test('no action at the GraphQL door answers what has no shape', () => {
  const { registry } = app.strapi.plugin('platform').service('core') as PlatformCore;
  const open = registry
    .collect(({ actions }) => actions)
    .filter(({ storefront, graphql, output }) => storefront && graphql !== 'none' && !output);
  expect(open.map(({ name }) => name)).toEqual([]);
});

describe('the roles screen', () => {
  interface Names {
    conditions: { id: string; displayName: string }[];
    sections: { plugins: { action: string; displayName: string; subCategory: string }[] };
  }
  const OURS = /^plugin::(platform|crm|billing|sales|contracts|reports|workshop)\./;
  const THAI = /[ก-๙]/;

  test('says permissions, their groups and conditions in the language of the reader', async () => {
    const admin = await app.staff();
    const read = async (): Promise<{ names: string[]; all: Names }> => {
      const { data } = (await admin.get('/admin/permissions')).body as { data: Names };
      const names = [
        ...data.sections.plugins
          .filter(({ action }) => OURS.test(action))
          .flatMap(({ displayName, subCategory }) => [displayName, subCategory]),
        ...data.conditions.filter(({ id }) => OURS.test(id)).map(({ displayName }) => displayName),
      ];
      return { names, all: data };
    };
    const english = await read();
    expect(english.names.length).toBeGreaterThan(60);
    expect(english.names.filter((name) => THAI.test(name) || /^[a-z.-]+$/.test(name))).toEqual([]);

    await admin.put('/admin/users/me', { preferedLanguage: 'th' }).expect(200);
    const thai = await read();
    expect(thai.names.filter((name) => !THAI.test(name))).toEqual([]);
    expect(thai.names).toContain('ออกใบแจ้งหนี้');
    expect(thai.names).toContain('ลูกค้าที่ตนดูแล');
    // What is Strapi's own is left as it is, and nothing is lost.
    const foreign = ({ all }: { all: Names }) => all.sections.plugins.filter(({ action }) => !OURS.test(action));
    expect(foreign(thai)).toEqual(foreign(english));
    expect(thai.all.sections.plugins.map(({ action }) => action)).toEqual(
      english.all.sections.plugins.map(({ action }) => action),
    );
  });
});
