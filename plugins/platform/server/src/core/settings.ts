import type { Core } from '@strapi/types';
import type { Ref, Rows } from '../../../kit/src/rows';

interface Attribute {
  type: string;
  default?: unknown;
}

/** Single types as rows; the first read makes the row with the schema's defaults. */
export function createSettings(strapi: Core.Strapi, rows: Rows) {
  const first = async (uid: string) => (await rows.find(uid, (query) => void query.limit(1)))[0];

  async function ensure(uid: string): Promise<void> {
    if (await first(uid)) return;
    const attributes = strapi.contentTypes[uid as never] as { attributes: Record<string, Attribute> };
    const data = Object.fromEntries(
      Object.entries(attributes.attributes)
        .filter(([, attribute]) => attribute.default !== undefined)
        .map(([name, attribute]) => [name, attribute.default]),
    );
    await rows.insert(uid, [data]);
  }

  return {
    ensure,
    async read<T>(uid: string): Promise<T & Ref> {
      const row = await first(uid);
      if (row) return row as unknown as T & Ref;
      await ensure(uid);
      return (await first(uid)) as unknown as T & Ref;
    },
  };
}
