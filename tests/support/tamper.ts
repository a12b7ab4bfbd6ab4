import type { Discrepancy } from '@sanya/strapi-plugin-platform/kit';
import type { Registry } from '../../plugins/platform/server/src/core/registry';
import type { App } from './app';

const rowsOf = (result: unknown): { name: string }[] =>
  Array.isArray(result) ? (result as { name: string }[]) : (result as { rows: { name: string }[] }).rows;

/** A trigger that stays where the others of its type go. */
interface Kept {
  type: string;
  trigger: string;
}

/** Takes from the tables of these types, until the transaction is rolled back, what the database would refuse. */
export async function unguard({ platform: { rows } }: App, types: readonly string[], kept?: Kept): Promise<void> {
  const knex = await rows.knex();
  for (const type of types) {
    const table = rows.table(type);
    const keep = kept?.type === type ? kept.trigger : undefined;
    if (rows.dialect === 'sqlite') {
      const triggers = await knex.raw(`select name from sqlite_master where type = 'trigger' and tbl_name = ?`, [
        table,
      ]);
      for (const { name } of rowsOf(triggers)) if (name !== keep) await knex.raw(`drop trigger "${name}"`);
      continue;
    }
    await knex.raw(`alter table "${table}" disable trigger user`);
    if (keep) await knex.raw(`alter table "${table}" enable trigger "${keep}"`);
    const checks = await knex.raw(
      `select conname as name from pg_constraint where conrelid = '"${table}"'::regclass and contype = 'c'`,
    );
    for (const { name } of rowsOf(checks)) await knex.raw(`alter table "${table}" drop constraint "${name}"`);
  }
}

/** The first document of a type gets a number that no series gave: both are named, the one and the one that is missing. */
export async function expectNumbersProved(app: App, type: string): Promise<void> {
  const { rows } = app.platform;
  const books = createTampering(app, (check) => check.startsWith('platform.number_'));
  const [first] = await rows.find(type, (query) => void query.limit(1));
  await books.undone([type], async () => {
    await rows.update(type, [{ id: first?.id ?? 0, number: 'X-1' }]);
    expect(await books.names()).toEqual(['platform.number_missing', 'platform.number_not_given']);
  });
}

/**
 * Tampers with the books and undoes it, and keeps what the books proof named: each of it must be said in both languages
 * with all its places filled.
 */
export function createTampering(app: App, isOurs: (check: string) => boolean) {
  const { transaction, proof, messages } = app.platform;
  const seen = new Set<string>();

  async function found(range: { from?: string; to?: string } = {}): Promise<Discrepancy[]> {
    const ours = (await proof.run(range)).filter(({ check }) => isOurs(check));
    for (const { check, params, type, documentId } of ours) {
      seen.add(check);
      const said = (['th', 'en'] as const).map((language) => messages.say(language, `proof.${check}`, params));
      expect(
        [check, ...said].filter((text, index) => /[{}]/.test(text) || (index > 0 && text.includes(check))),
      ).toEqual([]);
      expect([check, said[0] === said[1], type.startsWith('plugin::'), documentId]).toEqual([
        ...[check, false, true],
        expect.stringMatching(/^[a-z0-9]+$/),
      ]);
    }
    return ours;
  }

  const names = async (range = {}): Promise<string[]> =>
    [...new Set((await found(range)).map(({ check }) => check))].sort();

  return {
    seen,
    found,
    names,
    /** Does work in a transaction that is rolled back, the tables of these types open to anything. */
    async undone(types: readonly string[], work: () => Promise<void>): Promise<void> {
      const rollback = new Error('rollback');
      const done = transaction(async () => {
        await unguard(app, types);
        await work();
        throw rollback;
      });
      await expect(done).rejects.toBe(rollback);
    },
    /** Every check that the plugins of the suite have registered, of ours. */
    registered(): string[] {
      const { registry } = app.strapi.plugin('platform').service('core') as { registry: Registry };
      const { strapi, platform } = app;
      return registry
        .collect((definition) => definition.proof?.({ strapi, platform }))
        .map(({ name }) => name)
        .filter(isOurs);
    },
  };
}
