import { createRequire } from 'node:module';
import type { Core } from '@strapi/types';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { PlatformCore } from '../../plugins/platform/server/src/core/core';
import { createPorts } from '../../plugins/platform/server/src/ports/create-ports';
import { connectTo, createDatabase, type TestDatabase } from './database';

type Env = Record<string, string>;
type Boot = (env: Env, database: TestDatabase) => Promise<Core.Strapi>;

interface Shared {
  strapi: Core.Strapi;
  /** Where it keeps files, and waits while it has no other. */
  home: TestDatabase;
}

const { cleanAll } = createRequire(__filename)('koa2-ratelimit/src/MemoryStore') as { cleanAll(): void };

let one: Shared | undefined;
let guests = 0;

// Who asked too often in one file is another in the next.
const { consume } = RateLimiterMemory.prototype;
RateLimiterMemory.prototype.consume = function (key, ...rest) {
  return consume.call(this, `${guests} ${key}`, ...rest);
};

const coreOf = (strapi: Core.Strapi): PlatformCore => strapi.plugin('platform').service('core') as PlatformCore;

/** Test files share one already: another beside it would end it. */
export const isShared = (): boolean => one !== undefined;

/** The shared Strapi on that database, as if it had just been started. */
export async function shared(database: TestDatabase, boot: Boot, env: Env): Promise<Core.Strapi> {
  if (!one) {
    const home = await createDatabase();
    const strapi = await boot({ SANYA_GRAPHQL: 'on', SANYA_JOBS: 'off' }, home);
    one = { strapi, home };
  }
  const { strapi } = one;
  const core = coreOf(strapi);
  await connectTo(strapi, database);
  Object.assign(process.env, env);
  Object.assign(core.ports, createPorts(strapi));
  guests += 1;
  // Strapi counts log-ins in its module.
  cleanAll();
  core.clock.setZone('Asia/Bangkok');
  await core.clock.refresh();
  await core.jobs.start();
  return strapi;
}

/** Nothing of it reaches the database any more. */
export async function leave(strapi: Core.Strapi): Promise<void> {
  await coreOf(strapi).jobs.stop();
  if (one) await connectTo(strapi, one.home);
}

/** Another Strapi starts, or the last file of this process is through. */
export async function endShared(): Promise<void> {
  const ended = one;
  one = undefined;
  await ended?.strapi.destroy();
  await ended?.home.drop();
}
