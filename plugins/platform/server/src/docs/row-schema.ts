import type { Core } from '@strapi/types';
import { isQuantity } from '../doors/quantities';

interface Attribute {
  type: string;
  enum?: readonly string[];
  maxLength?: number;
  private?: boolean;
}

type Json = Record<string, unknown>;

const KINDS: Record<string, Json> = {
  integer: { type: 'integer' },
  biginteger: { type: 'string', pattern: '^-?\\d+$' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  relation: { description: 'Only where populate names it' },
  media: { description: 'Only where populate names it' },
  json: {},
};

const QUANTITY: Json = { type: 'string', pattern: '^-?\\d+(\\.\\d{1,3})?$', description: 'Quantity, a decimal' };

function schemaOf(attribute: Attribute): Json {
  const { type, enum: values, maxLength } = attribute;
  if (isQuantity(attribute)) return QUANTITY;
  if (type === 'enumeration') return { type: 'string', enum: values };
  return KINDS[type] ?? { type: 'string', ...(maxLength === undefined ? {} : { maxLength }) };
}

const NOT_SHOWN = new Set([
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
]);

/** A row of a content type as read doors answer it, without what is private. */
export function rowSchema(strapi: Core.Strapi, uid: string): Json {
  const { attributes } = strapi.contentTypes[uid as never] as { attributes: Record<string, Attribute> };
  const shown = Object.entries(attributes).filter(
    ([name, attribute]) => !NOT_SHOWN.has(name) && !attribute.private && name !== 'id' && name !== 'documentId',
  );
  return {
    type: 'object',
    properties: {
      id: { type: 'integer' },
      documentId: { type: 'string' },
      ...Object.fromEntries(shown.map(([name, attribute]) => [name, schemaOf(attribute)])),
    },
  };
}
