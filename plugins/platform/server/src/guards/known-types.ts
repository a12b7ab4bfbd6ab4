import type { Core, Struct } from '@strapi/types';

type Types = Record<string, Struct.ContentTypeSchema>;
interface Registry {
  keys(): string[];
  getAll(namespace?: string): Types;
  set(uid: string, type: Struct.ContentTypeSchema): unknown;
}

/**
 * `strapi.contentTypes` is a fresh copy at each reading, and i18n reads it once for each permission of whoever asks.
 * Types are registered while Strapi starts; until another comes the copy is kept.
 */
export function keepKnownTypes(strapi: Core.Strapi): void {
  const registry = strapi.get('content-types') as Registry;
  const [getAll, set] = [registry.getAll.bind(registry), registry.set.bind(registry)];
  let known: { count: number; types: Types } | undefined;
  registry.getAll = (namespace) => {
    if (namespace !== undefined) return getAll(namespace);
    const count = registry.keys().length;
    if (known?.count !== count) known = { count, types: getAll() };
    return known.types;
  };
  registry.set = (uid, type) => {
    known = undefined;
    return set(uid, type);
  };
}
