import type { Core } from '@strapi/types';
import type { Language } from '../../../kernel/src';

/** A member of staff who is written to. */
export interface Decider {
  id: number;
  key: string;
  email: string;
  name: string;
  language: Language | null;
}

interface AdminUser {
  id: number | string;
  email: string;
  firstname: string | null;
  lastname: string | null;
  preferedLanguage: string | null;
}

const languageOf = (tag: string | null): Language | null => (tag === 'th' || tag === 'en' ? tag : null);

/** Who works here and holds which rights, as Strapi keeps it. */
export const createPeople = (strapi: Core.Strapi) => ({
  /** Everybody active whose roles hold the permission. */
  async holding(permission: string): Promise<Decider[]> {
    return this.active({ roles: { permissions: { action: permission } } });
  },

  /** Everybody active of whom this is so. */
  async active(where: Record<string, unknown>): Promise<Decider[]> {
    const users = (await strapi.db.query('admin::user').findMany({
      where: {
        isActive: true,
        $or: [{ blocked: false }, { blocked: { $null: true } }],
        ...where,
      },
      select: ['id', 'email', 'firstname', 'lastname', 'preferedLanguage'],
      orderBy: { id: 'asc' },
    })) as AdminUser[];
    return users.map(({ id, email, firstname, lastname, preferedLanguage }) => ({
      id: Number(id),
      key: `staff:${id}`,
      email,
      name: [firstname, lastname].filter(Boolean).join(' ') || email,
      language: languageOf(preferedLanguage),
    }));
  },

  /** Which of these permissions the roles of a member of staff hold. */
  async heldBy(user: number, permissions: readonly string[]): Promise<Set<string>> {
    const rows = (await strapi.db.query('admin::permission').findMany({
      where: { action: { $in: [...permissions] }, role: { users: { id: user } } },
      select: ['action'],
    })) as { action: string }[];
    return new Set(rows.map((row) => row.action));
  },

  async rolesOf(user: number): Promise<string[]> {
    const rows = (await strapi.db.query('admin::role').findMany({
      where: { users: { id: user } },
      select: ['code'],
    })) as { code: string }[];
    return rows.map((row) => row.code);
  },

  async all(): Promise<{ code: string; name: string }[]> {
    return (await strapi.db.query('admin::role').findMany({
      select: ['code', 'name'],
      orderBy: { id: 'asc' },
    })) as { code: string; name: string }[];
  },
});

export type People = ReturnType<typeof createPeople>;
