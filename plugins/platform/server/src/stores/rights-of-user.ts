import type { Core } from '@strapi/types';
import type { Knex } from 'knex';

interface Link {
  joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
}

const linkOf = (strapi: Core.Strapi, uid: string, attribute: string): Link['joinTable'] =>
  (strapi.db.metadata.get(uid).attributes[attribute] as unknown as Link).joinTable;

/** Tells one state of the rights of that user from another: it changes when a role or a permission comes, goes or changes. */
export async function stampOfRights(strapi: Core.Strapi, knex: Knex, userId: number): Promise<string> {
  const roles = linkOf(strapi, 'admin::user', 'roles');
  const given = linkOf(strapi, 'admin::permission', 'role');
  const rows = (await knex(`${roles.name} as r`)
    .join(`${given.name} as g`, `g.${given.inverseJoinColumn.name}`, `r.${roles.inverseJoinColumn.name}`)
    .join(`${strapi.db.metadata.get('admin::permission').tableName} as p`, 'p.id', `g.${given.joinColumn.name}`)
    .where(`r.${roles.joinColumn.name}`, userId)
    .groupBy(`r.${roles.inverseJoinColumn.name}`)
    .orderBy(`r.${roles.inverseJoinColumn.name}`)
    .select({ role: `r.${roles.inverseJoinColumn.name}` })
    .count({ count: '*' })
    .max({ last: 'p.id', changed: 'p.updated_at' })) as object[];
  return JSON.stringify(rows);
}
