import path from 'node:path';
import type { Core } from '@strapi/types';
import supertest from 'supertest';
import type { Platform, RoleCode } from '@sanya/strapi-plugin-platform/kit';
import type { Registry } from '../../plugins/platform/server/src/core/registry';
import { checkAnswers } from './answers';
import { createDatabase, type TestDatabase } from './database';
import { keepKnownRights } from './known-rights';
import { isShared, leave, shared } from './shared-strapi';

const root = path.resolve(__dirname, '../..');
let counter = 0;

const COMPANY = 'plugin::platform.setting';

/** A seller whose own data lets it issue tax invoices, as every company has it that does business. */
async function furnishCompany(strapi: Core.Strapi): Promise<void> {
  const { rows, settings } = (strapi.plugin('platform').service('runtime') as { platform: Platform }).platform;
  const company = await settings.read<{ taxId: string | null }>(COMPANY);
  if (company.taxId !== null) return;
  await rows.update(COMPANY, [{ id: company.id, taxId: '0105500000011', address: '1 ถนนท่าแพ\nเชียงใหม่ 50100' }]);
}

export interface Member {
  token: string;
  user: { id: number; email: string; documentId: string };
  email: string;
  /** Requests with the member's token: `member.get('/api/sales/orders')`. */
  get(url: string): supertest.Test;
  post(url: string, body?: object, headers?: Record<string, string>): supertest.Test;
  put(url: string, body?: object): supertest.Test;
}

export interface Staff {
  token: string;
  id: number;
  get(url: string): supertest.Test;
  post(url: string, body?: object, headers?: Record<string, string>): supertest.Test;
  put(url: string, body?: object): supertest.Test;
  delete(url: string): supertest.Test;
}

export interface App {
  strapi: Core.Strapi;
  platform: Platform;
  http: ReturnType<typeof supertest>;
  /** A registered member with a customer of their own; `extra` goes into the register body. */
  member(extra?: Record<string, unknown>): Promise<Member>;
  /** A member of staff with that role, or a super admin; `email` where others of this database were made elsewhere. */
  staff(role?: RoleCode | 'super-admin', email?: string): Promise<Staff>;
  close(): Promise<void>;
}

type Verb = 'get' | 'post' | 'put' | 'delete';

const environmentOf = (database: TestDatabase, env: Record<string, string>): Record<string, string> => ({
  NODE_ENV: 'test',
  LOG_LEVEL: process.env.SANYA_TEST_LOG ?? 'error',
  SANYA_PORTS: 'recording',
  SANYA_JOBS: 'inline',
  SANYA_TEST_CLOCK: 'true',
  // Its schema takes a third of a start: who asks it says so.
  SANYA_GRAPHQL: 'off',
  STRAPI_TELEMETRY_DISABLED: 'true',
  ...database.env,
  ...env,
});

async function boot(
  env: Record<string, string>,
  database: TestDatabase,
  beforeMount: (strapi: Core.Strapi) => void = () => undefined,
): Promise<Core.Strapi> {
  Object.assign(process.env, environmentOf(database, env));
  const { createStrapi } = await import('@strapi/strapi');
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist'), serveAdminPanel: false });
  if (process.env.SANYA_TEST_TEMPLATE) keepKnownRights(strapi);
  await strapi.load();
  await furnishCompany(strapi);
  const { registry } = strapi.plugin('platform').service('core') as { registry: Registry };
  checkAnswers(registry.collect((definition) => definition.actions));
  beforeMount(strapi);
  strapi.server.mount();
  return strapi;
}

/**
 * Boots the host application on a fresh database of the kind under test, or on the one given, with recording doubles
 * for side effects. A test file that does says `@strapi own` in its first comment.
 */
export async function bootOwnApp(
  env: Record<string, string> = {},
  existing?: TestDatabase,
  beforeMount?: (strapi: Core.Strapi) => void,
): Promise<App> {
  if (isShared())
    throw new Error('A test file that boots an application of its own says `@strapi own` in its first comment');
  const database = existing ?? (await createDatabase());
  const strapi = await boot(env, database, beforeMount);
  return appOf(strapi, async () => {
    await strapi.destroy();
    await database.drop();
  });
}

/**
 * The same on a fresh database, on a Strapi that test files share, one after the other. What it cannot be told while it
 * runs needs one of its own.
 */
export async function bootApp(env: { SANYA_JOBS?: 'off'; SANYA_GRAPHQL?: 'on' } = {}): Promise<App> {
  const database = await createDatabase();
  const strapi = await shared(database, boot, environmentOf(database, env));
  await furnishCompany(strapi);
  return appOf(strapi, async () => {
    await leave(strapi);
    await database.drop();
  });
}

function appOf(strapi: Core.Strapi, close: () => Promise<void>): App {
  const http = supertest(strapi.server.httpServer);

  const as = (token: string) => {
    const request = (verb: Verb, url: string, body?: object, headers: Record<string, string> = {}) => {
      const test = http[verb](url).set('Authorization', `Bearer ${token}`).set(headers);
      return body === undefined ? test : test.send(body);
    };
    return {
      get: (url: string) => request('get', url),
      post: (url: string, body: object = {}, headers?: Record<string, string>) => request('post', url, body, headers),
      put: (url: string, body: object = {}) => request('put', url, body),
      delete: (url: string) => request('delete', url),
    };
  };

  return {
    strapi,
    platform: (strapi.plugin('platform').service('runtime') as { platform: Platform }).platform,
    http,
    async member(extra = {}) {
      counter += 1;
      const email = (extra.email as string | undefined) ?? `member${counter}@example.com`;
      const answer = await http
        .post('/api/auth/local/register')
        .send({ username: email, email, password: 'Secret-pass1', name: `Member ${counter}`, ...extra });
      if (answer.status !== 200) throw new Error(`register: ${answer.status} ${JSON.stringify(answer.body)}`);
      return { token: answer.body.jwt, user: answer.body.user, email, ...as(answer.body.jwt) };
    },
    // The address is kept: others count on while this one waits.
    async staff(role = 'super-admin', email = `staff${(counter += 1)}@example.com`) {
      const code = role === 'super-admin' ? 'strapi-super-admin' : `sanya-${role}`;
      const [found] = await strapi.db.query('admin::role').findMany({ where: { code } });
      if (!found) throw new Error(`no role ${code}`);
      const user = await strapi.service('admin::user').create({
        email,
        firstname: 'Staff',
        lastname: email,
        password: 'Secret-pass1',
        isActive: true,
        registrationToken: null,
        roles: [found.id],
      });
      const login = await http.post('/admin/login').send({ email, password: 'Secret-pass1' });
      const token = login.body.data?.token ?? login.body.data?.accessToken;
      if (!token) throw new Error(`login: ${login.status} ${JSON.stringify(login.body)}`);
      return { token, id: user.id, ...as(token) };
    },
    close,
  };
}
