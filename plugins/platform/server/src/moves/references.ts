import type { Core } from '@strapi/types';
import type { Registry } from '../core/registry';
import { describeTable } from '../stores/columns';

/** An attribute whose column keeps the id of a row of the target. */
export interface Reference {
  type: string;
  attribute: string;
  table: string;
  column: string;
  /** A foreign key; else a plain number that means one. */
  isRelation: boolean;
}

/** A foreign key from one type that refers to the target to another. */
export interface Edge {
  type: string;
  column: string;
  to: string;
}

interface Attribute {
  type: string;
  target?: string;
}

const attributesOf = (strapi: Core.Strapi, uid: string): [string, Attribute][] =>
  Object.entries(strapi.db.metadata.get(uid).attributes as Record<string, Attribute>);

const columnOf = (strapi: Core.Strapi, uid: string, attribute: string): string | undefined =>
  describeTable(strapi, uid).columns.get(attribute)?.name;

const ownTypes = (registry: Registry): string[] =>
  registry.collect(({ id, contentTypes }) => Object.keys(contentTypes).map((name) => `plugin::${id}.${name}`));

/** Everything of every plugin, and of the host, that points at rows of a movable type: as the database has it. */
export function referencesTo(strapi: Core.Strapi, registry: Registry, target: string): Reference[] {
  const { key, stays = [] } = registry.movable()[target] ?? {};
  const ours = new Set(ownTypes(registry));
  return Object.keys(strapi.contentTypes)
    .filter((uid) => !stays.includes(uid))
    .flatMap((type) =>
      attributesOf(strapi, type).flatMap(([attribute, described]): Reference[] => {
        const isRelation = described.type === 'relation' && described.target === target;
        const isKey = described.type === 'integer' && attribute === key && ours.has(type);
        const column = isRelation || isKey ? columnOf(strapi, type, attribute) : undefined;
        const { name: table } = describeTable(strapi, type);
        return column === undefined ? [] : [{ type, attribute, table, column, isRelation }];
      }),
    );
}

/** How what refers to the target hangs together among itself: an allocation on its invoice and its payment. */
export function edgesAmong(strapi: Core.Strapi, registry: Registry, target: string): Edge[] {
  const loose = registry.movable()[target]?.loose ?? [];
  const types = [
    ...new Set(
      referencesTo(strapi, registry, target)
        .filter(({ isRelation }) => isRelation)
        .map(({ type }) => type),
    ),
  ].filter((type) => type !== target && !loose.includes(type));
  return types.flatMap((type) =>
    attributesOf(strapi, type).flatMap(([attribute, described]): Edge[] => {
      const to = described.type === 'relation' ? described.target : undefined;
      const column = to !== undefined && types.includes(to) ? columnOf(strapi, type, attribute) : undefined;
      return to === undefined || column === undefined ? [] : [{ type, column, to }];
    }),
  );
}
