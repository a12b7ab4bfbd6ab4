import { isOperator, validate } from '@strapi/utils';
import { badInput } from '../../../kernel/src';
import type { Attribute, ReaderRights } from './reader-rights';

type Query = Record<string, unknown>;

interface Context {
  schema: unknown;
  getModel: (uid: string) => unknown;
}

const isObject = (value: unknown): value is Query =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isYes = (value: unknown): boolean => value === true || value === 'true' || value === '1' || value === 1;
const isNo = (value: unknown): boolean => value === false || value === 'false' || value === '0' || value === 0;

const notTheirs = (key: string): Error => badInput('input.query_key', { field: key, params: { key } });

/**
 * What a member of staff asks of a list or a row, in Strapi's own words, narrowed to what the reader may read: unknown
 * or foreign keys in filters, sort and fields are refused; relations that lead where the reader may not are left
 * out of populate; and every relation brings only the rows that the reader's conditions leave.
 */
export function createStaffQuery(rights: ReaderRights) {
  const attributeOf = (uid: string, key: string): Attribute | undefined => rights.model(uid)?.attributes[key];
  const check = (uid: string, key: string): void => {
    if (!rights.mayRead(uid, key)) throw notTheirs(key);
  };

  function filters(uid: string, asked: unknown): unknown {
    if (Array.isArray(asked)) return asked.map((one) => filters(uid, one));
    if (!isObject(asked)) return asked;
    const narrowed: Query = {};
    const also: Query[] = [];
    for (const [key, value] of Object.entries(asked)) {
      if (isOperator(key)) {
        narrowed[key] = filters(uid, value);
        continue;
      }
      check(uid, key);
      const target = attributeOf(uid, key)?.target;
      if (!target) {
        narrowed[key] = value;
        continue;
      }
      narrowed[key] = filters(target, value);
      // Rows that the reader may not see must not be guessed by asking for what stands in them.
      const rows = rights.rows(target);
      if (rows) also.push({ [key]: rows });
    }
    return also.length === 0 ? narrowed : { $and: [narrowed, ...also] };
  }

  /** Every attribute that a sort names, through relations: `customer.name`, `{ customer: { name: 'asc' } }`. */
  function checkSort(uid: string, asked: unknown): void {
    if (Array.isArray(asked)) return asked.forEach((one) => checkSort(uid, one));
    if (typeof asked === 'string') {
      for (const part of asked.split(',')) {
        const path = (part.split(':')[0] ?? '').trim().split('.');
        checkPath(uid, path);
      }
      return;
    }
    if (!isObject(asked)) return;
    for (const [key, value] of Object.entries(asked)) {
      checkPath(uid, [key]);
      const target = attributeOf(uid, key)?.target;
      if (target && typeof value === 'object') checkSort(checkedTarget(target, key), value);
    }
  }

  function checkedTarget(target: string, key: string): string {
    // An order by what the reader may not see would tell it.
    if (rights.rows(target)) throw notTheirs(key);
    return target;
  }

  function checkPath(uid: string, [key = '', ...rest]: readonly string[]): void {
    check(uid, key);
    const target = attributeOf(uid, key)?.target;
    if (target && rest.length > 0) checkPath(checkedTarget(target, key), rest);
  }

  function fields(uid: string, asked: unknown): string[] | undefined {
    const names = typeof asked === 'string' ? asked.split(',').map((name) => name.trim()) : asked;
    if (!Array.isArray(names) || names.length === 0 || names.includes('*')) return undefined;
    const wanted = names.map(String);
    for (const name of wanted) check(uid, name);
    return wanted;
  }

  /** The Document Service takes no private attribute by name inside a relation: then all of them are read. */
  const fieldsInside = (uid: string, asked: unknown): string[] | undefined => {
    const names = fields(uid, asked);
    return names?.some((name) => attributeOf(uid, name)?.private) ? undefined : names;
  };

  /** Any way of naming relations as `{ relation: what is asked of it }`. */
  function named(uid: string, asked: unknown): Query {
    if (asked === '*' || isYes(asked)) {
      const { attributes = {} } = rights.model(uid) ?? {};
      return Object.fromEntries(
        Object.entries(attributes).flatMap(([name, { type }]) => (type === 'relation' ? [[name, true]] : [])),
      );
    }
    if (typeof asked === 'string') return named(uid, asked.split(','));
    if (Array.isArray(asked)) {
      const found: Query = {};
      for (const path of asked.map(String)) {
        const [first = '', ...rest] = path.trim().split('.');
        const known = found[first];
        const before = isObject(known) && Array.isArray(known.populate) ? (known.populate as unknown[]) : [];
        if (rest.length > 0) found[first] = { populate: [...before, rest.join('.')] };
        else found[first] ??= true;
      }
      return found;
    }
    return isObject(asked) ? asked : {};
  }

  function populate(uid: string, asked: unknown): Query {
    const narrowed: Query = {};
    for (const [name, value] of Object.entries(named(uid, asked))) {
      const target = attributeOf(uid, name)?.target;
      if (isNo(value) || !rights.mayRead(uid, name)) continue;
      narrowed[name] = target ? related(target, value) : true;
    }
    return narrowed;
  }

  function related(target: string, asked: unknown): Query | true {
    const inner = isObject(asked) ? asked : asked === '*' ? { populate: '*' } : {};
    const rows = rights.rows(target);
    const wanted = inner.filters === undefined ? undefined : filters(target, inner.filters);
    const all = [wanted, rows].filter((one) => one !== undefined);
    const names = fieldsInside(target, inner.fields);
    if (inner.sort !== undefined) checkSort(target, inner.sort);
    const query = {
      ...(all.length > 0 && { filters: all.length === 1 ? all[0] : { $and: all } }),
      ...(names !== undefined && { fields: names }),
      ...(inner.sort !== undefined && { sort: inner.sort }),
      ...(inner.populate !== undefined && { populate: populate(target, inner.populate) }),
    };
    return Object.keys(query).length > 0 ? query : true;
  }

  /** What Strapi's own content API finds wrong with a query, apart from attributes that are private to the office. */
  async function checkShape(uid: string, { filters: where, sort, fields: names, populate: relations }: Query) {
    const context = { schema: rights.model(uid), getModel: rights.model } as Context as never;
    const { validateFilters, validateSort, validateFields, validatePopulate } = validate.validators;
    const [forFilters, forSort, forFields] = [
      ['nonAttributesOperators', 'dynamicZones', 'morphRelations', 'passwords'],
      ['nonAttributesOperators', 'dynamicZones', 'morphRelations', 'passwords', 'nonScalarEmptyKeys'],
      ['scalarAttributes', 'passwordFields'],
    ] as never[];
    const inside = { filters: forFilters, sort: forSort, fields: forFields, populate: ['nonAttributesOperators'] };
    if (where) await validateFilters(context, where as never, forFilters as never);
    if (sort) await validateSort(context, sort as never, forSort as never);
    if (names) await validateFields(context, names as never, forFields as never);
    if (relations && relations !== '*') await validatePopulate(context, relations as never, inside as never);
  }

  /** The query in a form that the Document Service may be given. */
  async function narrow(uid: string, asked: Query): Promise<Query> {
    await checkShape(uid, asked);
    if (asked.sort !== undefined) checkSort(uid, asked.sort);
    const own = rights.rows(uid);
    const all = [asked.filters === undefined ? undefined : filters(uid, asked.filters), own].filter(
      (one) => one !== undefined,
    );
    const names = fields(uid, asked.fields);
    return {
      ...(all.length > 0 && { filters: all.length === 1 ? all[0] : { $and: all } }),
      ...(asked.sort !== undefined && { sort: asked.sort }),
      ...(names !== undefined && { fields: names }),
      ...(asked.populate !== undefined && { populate: populate(uid, asked.populate) }),
      ...(typeof asked._q === 'string' && { _q: asked._q }),
    };
  }

  return {
    narrow,
    /** The filters of a query that goes on to Strapi's own controllers, which judge the rest of it; its sort is checked. */
    onward(uid: string, asked: Query): Query {
      if (asked.sort !== undefined) checkSort(uid, asked.sort);
      return asked.filters === undefined ? {} : { filters: filters(uid, asked.filters) };
    },
  };
}
