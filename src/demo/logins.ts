import type { Core } from '@strapi/strapi';
import type { Actor } from './faces';

/** One password for everybody: a demo keeps no secrets. */
export const PASSWORD = 'Sanya-demo1';

export const STAFF = [
  { role: 'strapi-super-admin', email: 'admin@example.com', name: 'ดวงใจ', title: 'Super admin' },
  { role: 'sanya-owner', email: 'owner@example.com', name: 'ปรีชา', title: 'Owner' },
  { role: 'sanya-sales-lead', email: 'sales-lead@example.com', name: 'วรรณา', title: 'Sales lead' },
  { role: 'sanya-sales', email: 'sales@example.com', name: 'ก้องภพ', title: 'Sales' },
  { role: 'sanya-billing', email: 'billing@example.com', name: 'นิภา', title: 'Billing' },
  { role: 'sanya-accountant', email: 'accountant@example.com', name: 'ศิริพร', title: 'Accountant' },
  { role: 'sanya-storekeeper', email: 'store@example.com', name: 'บุญส่ง', title: 'Storekeeper' },
  { role: 'sanya-service-manager', email: 'service@example.com', name: 'อำนาจ', title: 'Service manager' },
  { role: 'sanya-dispatcher', email: 'dispatcher@example.com', name: 'สมพงษ์', title: 'Dispatcher' },
  { role: 'sanya-technician', email: 'technician@example.com', name: 'ชัยวัฒน์', title: 'Technician' },
  { role: 'sanya-support-lead', email: 'support-lead@example.com', name: 'พิมพ์ใจ', title: 'Support lead' },
  { role: 'sanya-support-agent', email: 'support@example.com', name: 'ธิดา', title: 'Support agent' },
  { role: 'sanya-marketing', email: 'marketing@example.com', name: 'อรอนงค์', title: 'Marketing' },
] as const;

export type StaffRole = (typeof STAFF)[number]['role'];

/** Members who can sign in at the storefront's doors; the first two are printed. */
export const MEMBERS = ['member@example.com', 'company@example.com'] as const;

/** Makes the log-ins of staff; who is there already stays as they are. */
export async function hireStaff(strapi: Core.Strapi): Promise<Record<StaffRole, Actor>> {
  const actors: Partial<Record<StaffRole, Actor>> = {};
  const { engine } = strapi.service('admin::permission') as { engine: { generateUserAbility(user: object): unknown } };
  for (const { role, email, name, title } of STAFF) {
    const found = (await strapi.db.query('admin::role').findOne({ where: { code: role } })) as { id: number } | null;
    if (!found) throw new Error(`There is no role ${role}`);
    const known = (await strapi.db.query('admin::user').findOne({ where: { email } })) as { id: number } | null;
    const user =
      known ??
      ((await strapi.service('admin::user').create({
        email,
        firstname: name,
        lastname: `(${title})`,
        password: PASSWORD,
        isActive: true,
        registrationToken: null,
        preferedLanguage: 'th',
        roles: [found.id],
      })) as { id: number });
    const id = Number(user.id);
    const ability = await engine.generateUserAbility({ ...user, roles: [found] });
    actors[role] = { kind: 'staff', key: `staff:${id}`, userId: id, name, language: 'th', ability };
  }
  return actors as Record<StaffRole, Actor>;
}

/** A log-in of users-permissions; its contact and customer are made with the customer. */
export async function signUp(strapi: Core.Strapi, email: string): Promise<number> {
  const roles = strapi.db.query('plugin::users-permissions.role');
  const role = (await roles.findOne({ where: { type: 'authenticated' } })) as { id: number };
  const users = strapi.plugin('users-permissions').service('user') as { add(user: object): Promise<{ id: number }> };
  const login = { username: email, email, password: PASSWORD, provider: 'local', confirmed: true, blocked: false };
  return Number((await users.add({ ...login, role: role.id })).id);
}
