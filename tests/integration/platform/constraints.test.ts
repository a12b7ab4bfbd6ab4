/** @strapi own */
import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import {
  constraintName,
  createConstraintBuilder,
  freezeName,
  restrictName,
} from '../../../plugins/platform/server/src/guards/constraints';
import { expectedGuards, guardsInForce } from '../../../plugins/platform/server/src/guards/expected-guards';
import type { App } from '../../support/app';
import { unguard } from '../../support/tamper';
import { attributesOf, openWorld, type World } from '../doors/world';

const BRANCH = 'plugin::platform.branch';

let world: World;
let app: App;
beforeAll(async () => {
  world = await openWorld();
  ({ app } = world);
}, 240_000);
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

test('a site that starts beside one that works waits for none of its work, and makes what is not in force', async () => {
  const { constraints } = app.strapi.plugin('platform').service('core') as {
    constraints: { beforeSync(): Promise<void>; afterSync(rules: readonly Constraint[]): Promise<void> };
  };
  const all = world.registry.collect((definition) => definition.constraints);
  const start = async (): Promise<void> => {
    await constraints.beforeSync();
    await constraints.afterSync(all);
  };
  const isWhole = async (): Promise<boolean> => {
    const there = await guardsInForce(app.strapi, app.strapi.db.connection);
    return expectedGuards(app.strapi, all).every((name) => there.has(name));
  };
  if (app.platform.rows.dialect === 'postgres') {
    await app.platform.transaction(async () => {
      await app.platform.rows.insert(BRANCH, [{ code: '29999', name: 'Phayao', active: true }]);
      await start();
    });
    const [one] = await raw(
      `select tgname, tgrelid::regclass::text as "table" from pg_trigger where tgname like 'sanya_freeze%' limit 1`,
    );
    await raw(`alter table ${String(one?.table)} disable trigger "${String(one?.tgname)}"`);
    expect(await isWhole()).toBe(false);
  }
  await start();
  expect(await isWhole()).toBe(true);
}, 60_000);

type Rule<K extends Constraint['kind']> = Extract<Constraint, { kind: K }>;
const rules = <K extends Constraint['kind']>(kind: K): Rule<K>[] =>
  world.registry.collect((definition) => definition.constraints).filter((rule): rule is Rule<K> => rule.kind === kind);
type Stored = { id: number; documentId: string } & Record<string, unknown>;

/** A row of the world for which the rule holds. */
async function rowFor(type: string, condition: string): Promise<Stored | undefined> {
  const { rows } = app.platform;
  const sql = condition.replace(/\{(\w+)\}/g, (_, attribute: string) => `"${rows.column(type, attribute)}"`);
  const [row] = await rows.find<Stored>(type, (query) => void query.whereRaw(sql).limit(1));
  return row;
}

/** What the database said to a change that was then undone. */
async function saidTo(work: () => Promise<unknown>): Promise<string> {
  const undo = new Error('taken');
  try {
    await app.platform.transaction(async () => {
      await work();
      throw undo;
    });
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

/** Another value than the one that stands there, of the kind that the attribute takes. */
function otherThan(type: string, attribute: string, value: unknown): unknown {
  const { type: kind = 'string', enum: values = [] } = attributesOf(world, type)[attribute] ?? {};
  const others: Record<string, () => unknown> = {
    relation: () => (value === null ? 1_000_000 : null),
    enumeration: () => values.find((one) => one !== value) ?? null,
    integer: () => Number(value ?? 0) + 1000,
    biginteger: () => BigInt((value as bigint | null) ?? 0) + 1000n,
    boolean: () => value !== true,
    date: () => '1999-01-01',
    datetime: () => '1999-01-01T00:00:00.000Z',
    json: () => ({ tampered: true }),
  };
  const other = others[kind];
  return other ? other() : `${String(value ?? '')}x`.slice(-8);
}

/** Rows of a type with something in each attribute, for each of its states: for types of which the world has none. */
async function insertSome(type: string, most = Infinity): Promise<void> {
  const attributes = attributesOf(world, type);
  const own = Object.entries(attributes).filter(
    ([name, { type: kind }]) => kind !== 'relation' && !/^(created|updated|published|locale)/.test(name),
  );
  const row = (n: number, isSet: boolean, state: string | undefined): Record<string, unknown> => {
    const values: Record<string, unknown> = {
      boolean: isSet,
      integer: n,
      biginteger: BigInt(n),
      date: '2026-01-31',
      json: {},
    };
    const valueOf = ({ type: kind, enum: [first] = [] }: (typeof attributes)[string]): unknown =>
      kind === 'datetime' ? '2026-01-31T00:00:00.000Z' : (values[kind] ?? first ?? String(n));
    const filled = Object.fromEntries(own.map(([name, attribute]) => [name, valueOf(attribute)]));
    return state === undefined ? filled : { ...filled, state };
  };
  const states = [...new Set(attributes.state?.enum ?? [undefined])];
  const kinds = states.flatMap((state) => [true, false].map((isSet) => ({ state, isSet })));
  await app.platform.rows.insert(
    type,
    kinds.slice(0, most).map(({ state, isSet }, index) => row(9_000_000 + index, isSet, state)),
  );
}

/** Does work in a transaction that is rolled back whatever it did. */
async function undone(work: () => Promise<void>): Promise<void> {
  const undo = new Error('undo');
  await app.platform
    .transaction(async () => {
      await work();
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
}

test('no column of a finalised row is changed and none is deleted: the database says so itself', async () => {
  const { rows } = app.platform;
  const ofTheWorld = new Set<string>();
  const taken: string[] = [];
  let refused = 0;
  for (const { type, when = 'true', columns, keep } of rules('freeze')) {
    if (await rowFor(type, when)) ofTheWorld.add(type);
    /** By itself: what else guards the row would answer for it, in one database or the other. */
    const alone = (verb: 'u' | 'd', work: (row: Stored) => Promise<void>) =>
      undone(async () => {
        await unguard(app, [type], { type, trigger: `${freezeName(rows.table(type))}_${verb}` });
        if (!ofTheWorld.has(type)) await insertSome(type);
        const row = await rowFor(type, when);
        if (row) await work(row);
        else taken.push(`${type}: no row is frozen`);
      });
    const isFrozen = (said: string): boolean => said.includes(`sanya-frozen:${type}`);
    await alone('u', async (row) => {
      for (const attribute of columns) {
        const value = otherThan(type, attribute, row[attribute]);
        const said = await saidTo(() => rows.update(type, [{ id: row.id, [attribute]: value }]));
        if (isFrozen(said)) refused += 1;
        else taken.push(`${type} ${attribute}: ${said}`);
      }
    });
    if (keep === false) continue;
    await alone('d', async (row) => {
      const said = await saidTo(() => rows.remove(type, [row.id]));
      if (!isFrozen(said)) taken.push(`${type} deleted: ${said}`);
    });
  }
  expect(taken).toEqual([]);
  expect(refused).toBeGreaterThan(200);
  const least = ['invoice', 'tax-invoice', 'tax-invoice-line', 'receipt', 'credit-note', 'payment', 'allocation'];
  for (const name of [...least, 'withholding-certificate']) {
    expect([name, ofTheWorld.has(`plugin::billing.${name}`)]).toEqual([name, true]);
  }
});

test('nothing is deleted that a key which must hold points at', async () => {
  const { rows } = app.platform;
  const gone: string[] = [];
  for (const { type, relation } of rules('restrict')) {
    const { target = '' } = attributesOf(world, type)[relation] ?? {};
    const { trigger } = restrictName(rows.table(type), rows.column(type, relation));
    await undone(async () => {
      // By itself, as above; a row with nothing but the key is enough of one that points.
      await unguard(app, [...new Set([type, target])], { type: target, trigger });
      const points = await rowFor(type, `{${relation}} is not null`);
      if (!points && !(await rowFor(target, 'true'))) await insertSome(target, 1);
      const id = Number(points?.[relation] ?? (await rowFor(target, 'true'))?.id);
      if (!points) await rows.insert(type, [{ [relation]: id }]);
      const said = await saidTo(() => rows.remove(target, [id]));
      if (!said.includes(`sanya-restrict:${target}:${type}`)) gone.push(`${type} ${relation}: ${said}`);
    });
  }
  expect(gone).toEqual([]);
  expect(rules('restrict').length).toBeGreaterThan(75);
});
