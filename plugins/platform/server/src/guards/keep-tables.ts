import type { Core } from '@strapi/types';
import { describeTable } from '../stores/columns';

interface Relation {
  joinTable?: { name: string };
}

/**
 * Puts the tables of these types on Strapi's own list of tables that it never drops: else disabling a plugin, or an
 * unbuilt one, would drop its invoices wherever `settings.forceMigration` is not false.
 */
export async function keepTables(strapi: Core.Strapi, uids: readonly string[]): Promise<void> {
  const names = uids.flatMap((uid) => {
    const { name } = describeTable(strapi, uid);
    const prefix = name.split('_')[0];
    const links = Object.values(strapi.db.metadata.get(uid).attributes)
      .map((attribute) => (attribute as Relation).joinTable?.name)
      // Links of media lie in a table of the upload plugin.
      .filter((link) => link !== undefined && link.startsWith(`${prefix}_`));
    return [name, ...links] as string[];
  });
  const key = { type: 'core', key: 'persisted_tables' } as const;
  const listed = ((await strapi.store.get(key)) ?? []) as (string | { name: string })[];
  const known = new Set(listed.map((table) => (typeof table === 'string' ? table : table.name)));
  const fresh = [...new Set(names)].filter((name) => !known.has(name));
  if (fresh.length > 0) await strapi.store.set({ ...key, value: [...listed, ...fresh.map((name) => ({ name }))] });
}
