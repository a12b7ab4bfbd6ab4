import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { constraintName, createConstraintBuilder } from '../../../plugins/platform/server/src/guards/constraints';
import { type App, bootApp } from '../../support/app';

const BRANCH = 'plugin::platform.branch';

let app: App;
beforeAll(async () => {
  app = await bootApp();
});
afterAll(() => app.close());

const unique = (when: string | undefined): Constraint & { kind: 'unique' } => ({
  ...{ kind: 'unique', type: BRANCH, name: 'test_branch_names', columns: ['name'], code: 'row.already_there', when },
});
const make = (rules: readonly Constraint[]) => createConstraintBuilder(app.strapi, () => []).afterSync(rules);
const raw = async (sql: string): Promise<Record<string, unknown>[]> => {
  const found = (await app.strapi.db.connection.raw(sql)) as unknown;
  return Array.isArray(found) ? found : (found as { rows: Record<string, unknown>[] }).rows;
};
const NAME = constraintName(unique(undefined));
/** What is made anew has another place in the file, or another id. */
const identity = async (): Promise<unknown> =>
  app.platform.rows.dialect === 'postgres'
    ? await raw(`select oid from pg_class where relname = '${NAME}'`)
    : await raw(`select rowid, sql from sqlite_master where name = '${NAME}'`);

const taken = { message: expect.stringMatching(/unique/i) };
let codes = 30_000;
const add = (name: string, active = true) =>
  app.platform.transaction(() => app.platform.rows.insert(BRANCH, [{ code: String((codes += 1)), name, active }]));

test('an index that a site has from before is made anew where its definition has changed, else it is let be', async () => {
  // As versions before this one made it: whatever was there by that name was taken for right.
  await raw(`create unique index if not exists "${NAME}" on "${app.platform.rows.table(BRANCH)}" ("name")`);
  await add('Nan');
  await expect(add('Nan', false)).rejects.toMatchObject(taken);

  const closedMayRepeat = unique('{active} = true');
  await make([closedMayRepeat]);
  await add('Nan', false);
  await add('Nan', false);
  await expect(add('Nan')).rejects.toMatchObject(taken);

  const before = await identity();
  await make([closedMayRepeat]);
  expect(await identity()).toEqual(before);

  await make([unique("{active} = true and {name} <> 'Nan'")]);
  await add('Nan');
  expect(await identity()).not.toEqual(before);
});
