import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/types';
import type { Registry } from './registry';

interface Kept {
  /** The permission's own attributes, and the row ids of who holds it. */
  values: Record<string, unknown>;
  holders: Record<string, number>;
}
type Snapshot = Record<string, Kept[]>;

interface RightsTable {
  uid: string;
  values: readonly string[];
  /** Relation to who holds the right, and the type of those. */
  holders: Readonly<Record<string, string>>;
}

const TABLES: readonly RightsTable[] = [
  {
    uid: 'admin::permission',
    values: ['action', 'actionParameters', 'subject', 'properties', 'conditions'],
    holders: { role: 'admin::role', apiToken: 'admin::api-token' },
  },
  {
    uid: 'plugin::users-permissions.permission',
    values: ['action'],
    holders: { role: 'plugin::users-permissions.role' },
  },
  { uid: 'admin::api-token-permission', values: ['action'], holders: { token: 'admin::api-token' } },
];

const SOON_MS = 500;
const RETURNING = 'returning_plugins';

/**
 * Strapi deletes the rights on a plugin that a start does not find, enabled or not. So they are written down while the
 * plugin is there, whoever gave them, and given back when it returns: as the owner had left them.
 */
export function createRightsKeeper(strapi: Core.Strapi, registry: Registry) {
  const store = () => strapi.store({ type: 'plugin', name: 'platform' });
  const tables = () => TABLES.filter(({ uid }) => strapi.db.metadata.has(uid));
  const identity = ({ values, holders }: Kept): string =>
    JSON.stringify([values.action, values.subject ?? null, Object.entries(holders).sort()]);

  async function rightsOn(plugin: string, table: RightsTable): Promise<Kept[]> {
    const of = (attribute: string) => ({ [attribute]: { $startsWith: `plugin::${plugin}.` } });
    const names = Object.keys(table.holders);
    const rows = (await strapi.db.query(table.uid as never).findMany({
      where: { $or: ['action', 'subject'].filter((name) => table.values.includes(name)).map(of) },
      populate: names,
      orderBy: { id: 'asc' },
    })) as Record<string, unknown>[];
    return rows.map((row) => ({
      values: Object.fromEntries(table.values.map((name) => [name, row[name]])),
      holders: Object.fromEntries(
        names.flatMap((name) => {
          const holder = row[name] as { id: number } | null | undefined;
          return holder ? [[name, holder.id]] : [];
        }),
      ),
    }));
  }

  async function snapshot(plugin: string): Promise<Snapshot> {
    const kept: Snapshot = {};
    for (const table of tables()) kept[table.uid] = await rightsOn(plugin, table);
    return kept;
  }

  async function keep(): Promise<void> {
    for (const { id } of registry.all()) {
      const [before, now] = [await store().get({ key: `rights_${id}` }), await snapshot(id)];
      if (JSON.stringify(before) !== JSON.stringify(now)) await store().set({ key: `rights_${id}`, value: now });
    }
  }

  async function giveBack(plugin: string): Promise<void> {
    const kept = ((await store().get({ key: `rights_${plugin}` })) ?? {}) as Snapshot;
    for (const table of tables()) {
      const there = new Set((await rightsOn(plugin, table)).map(identity));
      for (const right of (kept[table.uid] ?? []).filter((one) => !there.has(identity(one)))) {
        const [[name, id] = ['', 0]] = Object.entries(right.holders);
        const holder = table.holders[name];
        // A role or token that was deleted meanwhile gets nothing back.
        if (!holder || !(await strapi.db.query(holder as never).findOne({ where: { id } }))) continue;
        await strapi.db.query(table.uid as never).create({ data: { ...right.values, ...right.holders } as never });
      }
    }
  }

  let timer: NodeJS.Timeout | undefined;
  let keeping: Promise<void> = Promise.resolve();
  const now = (): Promise<void> => {
    timer = undefined;
    keeping = keeping.then(keep).catch((error: unknown) => void strapi.log.error(error));
    return keeping;
  };

  return {
    /** Before Strapi writes down which types there are: those that the last start did not have are returning. */
    async noteReturning(before: Record<string, unknown> | undefined): Promise<void> {
      const known = Object.keys(before ?? {});
      const away = registry.all().filter(({ id }) => !known.some((uid) => uid.startsWith(`plugin::${id}.`)));
      if (away.length === 0) return;
      const noted = ((await store().get({ key: RETURNING })) ?? []) as string[];
      await store().set({ key: RETURNING, value: [...new Set([...noted, ...away.map(({ id }) => id)])] });
    },

    async restore(): Promise<void> {
      const returning = ((await store().get({ key: RETURNING })) ?? []) as string[];
      if (returning.length === 0) return;
      for (const { id } of registry.all()) if (returning.includes(id)) await giveBack(id);
      await store().set({ key: RETURNING, value: returning.filter((id) => !registry.has(id)) });
    },

    /** Writes the rights down now, and again whenever somebody changes them. */
    async watch(): Promise<void> {
      await keep();
      // Out of the transaction of whoever changes them: it is over by then.
      const run = AsyncResource.bind(now);
      const soon = (): void => {
        timer ??= setTimeout(run, SOON_MS).unref();
      };
      strapi.db.lifecycles.subscribe({
        models: tables().map(({ uid }) => uid),
        afterCreate: soon,
        afterCreateMany: soon,
        afterUpdate: soon,
        afterUpdateMany: soon,
        afterDelete: soon,
        afterDeleteMany: soon,
      });
    },

    /** Waits for what is being written down: the database goes away next. */
    async stop(): Promise<void> {
      if (!timer) return keeping;
      clearTimeout(timer);
      await now();
    },
  };
}
