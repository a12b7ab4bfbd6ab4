import type { Core } from '@strapi/types';

/** Strapi names the schema with each table where the host sets one: copies of a simulation have none. */
export function meetCopies(strapi: Core.Strapi, isPretending: () => boolean): void {
  const schema = strapi.db.getSchemaName.bind(strapi.db);
  strapi.db.getSchemaName = () => (isPretending() ? undefined : schema());
}
