import type { Core } from '@strapi/types';

export interface Column {
  attribute: string;
  name: string;
  type: 'string' | 'text' | 'json' | 'boolean' | 'integer' | 'bigint' | 'instant' | 'date' | 'key';
}

export interface Table {
  name: string;
  columns: ReadonlyMap<string, Column>;
}

const TYPES: Record<string, Column['type']> = {
  json: 'json',
  blocks: 'json',
  boolean: 'boolean',
  integer: 'integer',
  increments: 'integer',
  biginteger: 'bigint',
  datetime: 'instant',
  timestamp: 'instant',
  date: 'date',
  text: 'text',
  richtext: 'text',
};

interface MetadataAttribute {
  type: string;
  columnName?: string;
  joinColumn?: { name: string };
}

/** The inverse side of a relation has a join column too: the row's own key. */
const OWN_KEYS = new Set(['id', 'document_id']);

type Metadata = ReturnType<Core.Strapi['db']['metadata']['get']>;

function describe(metadata: Metadata): Table {
  const columns = new Map<string, Column>();
  for (const [attribute, raw] of Object.entries(metadata.attributes as Record<string, MetadataAttribute>)) {
    if (raw.type === 'relation') {
      const key = raw.joinColumn?.name;
      if (key !== undefined && !OWN_KEYS.has(key)) columns.set(attribute, { attribute, name: key, type: 'key' });
      continue;
    }
    columns.set(attribute, { attribute, name: raw.columnName ?? attribute, type: TYPES[raw.type] ?? 'string' });
  }
  return { name: metadata.tableName, columns };
}

/** Constraints and moves ask for each table once a column. */
const described = new WeakMap<Metadata, Table>();

/** Reads from Strapi's metadata which column an attribute is; identifiers may have been cut. */
export function describeTable(strapi: Core.Strapi, uid: string): Table {
  const metadata = strapi.db.metadata.get(uid);
  const table = described.get(metadata) ?? describe(metadata);
  described.set(metadata, table);
  return table;
}
