import type { Core } from '@strapi/types';
import type { Language } from '@sanya/strapi-plugin-platform/kernel';

export interface Responsible {
  id: number;
  name: string;
  email: string;
  language: Language;
}

interface AdminUser {
  id: number | string;
  email: string;
  firstname: string | null;
  lastname: string | null;
  preferedLanguage: string | null;
}

async function staffOf(
  strapi: Core.Strapi,
  ids: readonly (number | null)[],
  where: Record<string, unknown>,
): Promise<Map<number, Responsible>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const users = (await strapi.db.query('admin::user').findMany({
    where: { id: { $in: wanted }, ...where },
    select: ['id', 'email', 'firstname', 'lastname', 'preferedLanguage'],
  })) as AdminUser[];
  return new Map(
    users.map(({ id, email, firstname, lastname, preferedLanguage }) => [
      Number(id),
      {
        id: Number(id),
        name: [firstname, lastname].filter(Boolean).join(' ') || email,
        email,
        language: preferedLanguage === 'en' ? 'en' : 'th',
      },
    ]),
  );
}

/** Members of staff who still work here, by id of the admin user, as `owner` of a customer has it. */
export const responsibleStaff = (
  strapi: Core.Strapi,
  ids: readonly (number | null)[],
): Promise<Map<number, Responsible>> =>
  staffOf(strapi, ids, { isActive: true, $or: [{ blocked: false }, { blocked: { $null: true } }] });

/** What they are called, also those who have left. */
export const staffNames = async (strapi: Core.Strapi, ids: readonly number[]): Promise<Map<number, string>> =>
  new Map([...(await staffOf(strapi, ids, {}))].map(([id, { name }]) => [id, name]));
