import type { Core } from '@strapi/types';

interface Person {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  email?: string | null;
}

const KINDS: Record<string, string> = { staff: 'admin::user', member: 'plugin::users-permissions.user' };

const nameOf = ({ firstname, lastname, username, email }: Person): string =>
  [firstname, lastname].filter(Boolean).join(' ') || username || email || '';

/** Names of those who did something, by key (`staff:3`); one statement a kind. Who is not there any more has none. */
export async function actorNames(strapi: Core.Strapi, keys: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [kind, uid] of Object.entries(KINDS)) {
    const ids = keys.filter((key) => key.startsWith(`${kind}:`)).map((key) => Number(key.slice(kind.length + 1)));
    if (ids.length === 0) continue;
    const people = (await strapi.db.query(uid).findMany({ where: { id: { $in: [...new Set(ids)] } } })) as Person[];
    for (const person of people) names.set(`${kind}:${person.id}`, nameOf(person));
  }
  return names;
}
