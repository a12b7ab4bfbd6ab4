import { endShared, share } from './shared-strapi';

const { cleanAll } = jest.requireActual<{ cleanAll(): void }>('koa2-ratelimit/src/MemoryStore');

/** Runs test files one after the other in one registry of modules; each finds the environment as it was at first. */
export function sideBySide(files: Record<string, () => unknown>): void {
  const found = { ...process.env };
  share();
  describe.each(Object.entries(files))('%s', (_name, load) => {
    // Strapi counts log-ins in its module.
    beforeAll(() => cleanAll());
    load();
    afterAll(() => {
      jest.restoreAllMocks();
      for (const key of Object.keys(process.env)) if (!(key in found)) delete process.env[key];
      Object.assign(process.env, found);
    });
  });
  afterAll(endShared);
}
