import type { Core } from '@strapi/types';
import { badInput, formatQuantity, parseQuantity } from '../../../kernel/src';

interface Attribute {
  type: string;
  target?: string;
  pluginOptions?: { sanya?: { unit?: string } };
}

type Row = Record<string, unknown>;

/** Whether an attribute holds a quantity in thousandths: its schema says `pluginOptions.sanya.unit`. */
export const isQuantity = (attribute: unknown): boolean =>
  (attribute as Attribute | undefined)?.pluginOptions?.sanya?.unit === 'thousandths';

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const LOGICAL = new Set(['$and', '$or', '$not']);
const ASK_WHETHER = new Set(['$null', '$notNull']);

/**
 * A quantity is thousandths in the database and in forms of the content manager, which write what they read; on the
 * wire of every read door it is a decimal string, in answers and in filters.
 */
export function createQuantities(strapi: Core.Strapi) {
  const attributesOf = (uid: string): Record<string, Attribute> =>
    (strapi.contentTypes[uid as never] as { attributes?: Record<string, Attribute> } | undefined)?.attributes ?? {};

  function outward(uid: string, data: unknown): unknown {
    if (Array.isArray(data)) return data.map((row) => outward(uid, row));
    if (!isRow(data)) return data;
    const attributes = attributesOf(uid);
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) => {
        const attribute = attributes[name];
        if (value === null || value === undefined || !attribute) return [name, value];
        if (isQuantity(attribute)) return [name, formatQuantity(BigInt(value as string))];
        return [name, attribute.target ? outward(attribute.target, value) : value];
      }),
    );
  }

  const thousandths = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => thousandths(one, field));
    if (isRow(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([operator, inner]) => [
          operator,
          ASK_WHETHER.has(operator) ? inner : thousandths(inner, field),
        ]),
      );
    }
    const quantity = parseQuantity(String(value));
    if (quantity === undefined) {
      throw badInput('input.not_a_quantity', { field: `filters.${field}`, params: { field: `filters.${field}` } });
    }
    return String(quantity);
  };

  /** Strapi's filters with the decimals of quantities as the database keeps them. */
  function inward(uid: string, filters: unknown): unknown {
    if (Array.isArray(filters)) return filters.map((one) => inward(uid, one));
    if (!isRow(filters)) return filters;
    const attributes = attributesOf(uid);
    return Object.fromEntries(
      Object.entries(filters).map(([name, value]) => {
        if (LOGICAL.has(name)) return [name, inward(uid, value)];
        const attribute = attributes[name];
        if (attribute && isQuantity(attribute)) return [name, thousandths(value, name)];
        return [name, attribute?.target ? inward(attribute.target, value) : value];
      }),
    );
  }

  return {
    outward,
    inward,
    /** Attributes of a type that hold quantities. */
    of: (uid: string): string[] =>
      Object.entries(attributesOf(uid)).flatMap(([name, attribute]) => (isQuantity(attribute) ? [name] : [])),
  };
}

export type Quantities = ReturnType<typeof createQuantities>;
