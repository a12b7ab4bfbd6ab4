import type { Core } from '@strapi/types';

export interface StaffMember {
  /** Id of the admin user, as `owner` of a customer has it. */
  id: number;
  name: string;
}

interface AdminUser {
  id: number | string;
  firstname: string | null;
  lastname: string | null;
  username: string | null;
  email: string;
}

const MOST = 500;

/** Everybody who can log in to the office, by name. */
export async function activeStaff(strapi: Core.Strapi): Promise<StaffMember[]> {
  const users = (await strapi.db.query('admin::user').findMany({
    where: { isActive: true, $or: [{ blocked: false }, { blocked: { $null: true } }] },
    select: ['id', 'firstname', 'lastname', 'username', 'email'],
    orderBy: [{ firstname: 'asc' }, { id: 'asc' }],
    limit: MOST,
  })) as AdminUser[];
  return users.map(({ id, firstname, lastname, username, email }) => ({
    id: Number(id),
    name: [firstname, lastname].filter(Boolean).join(' ') || username || email,
  }));
}
