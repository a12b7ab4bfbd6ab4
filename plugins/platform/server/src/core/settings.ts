import type { Core } from '@strapi/types';
import type { Ref, Rows } from '../../../kit/src/rows';
import type { Transactions } from './transaction';

interface Attribute {
  type: string;
  required?: boolean;
  default?: unknown;
}

/**
 * Single types as rows; the first read makes the row with the schema's defaults. A row of before has nothing in what a
 * newer version requires: there the default is put in. A transaction reads each once, and again after it wrote it.
 */
export function createSettings(strapi: Core.Strapi, rows: Rows, transactions: Transactions) {
  const first = async (uid: string) => (await rows.find(uid, (query) => void query.limit(1)))[0];

  async function ensure(uid: string): Promise<void> {
    const row = (await first(uid)) as (Ref & Record<string, unknown>) | undefined;
    const { attributes } = strapi.contentTypes[uid as never] as { attributes: Record<string, Attribute> };
    // Strapi's own times have a function there.
    const defaults = Object.entries(attributes).filter(
      ([, { default: value }]) => value !== undefined && typeof value !== 'function',
    );
    const missing = row ? defaults.filter(([name, { required }]) => required && row[name] === null) : defaults;
    const data = Object.fromEntries(missing.map(([name, attribute]) => [name, attribute.default]));
    if (!row) await rows.insert(uid, [data]);
    else if (missing.length > 0) await rows.update(uid, [{ id: row.id, ...data }]);
  }

  return {
    ensure,
    read: <T>(uid: string): Promise<T & Ref> =>
      transactions.once(uid, async () => {
        const row = await first(uid);
        if (row) return row as unknown as T & Ref;
        await ensure(uid);
        return (await first(uid)) as unknown as T & Ref;
      }),
  };
}
