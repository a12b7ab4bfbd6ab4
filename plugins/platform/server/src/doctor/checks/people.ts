import { type DoctorCheck, doubtful, type Finding, well, wrong } from '../../../../kit/src/doctor';
import { ROLES, type Tools } from '../../../../kit/src/plugin';
import type { Registry } from '../../core/registry';
import type { FoundBefore } from '../found-before';
import { some } from './guards';

interface Role {
  id: number;
  code: string;
  name: string;
  permissions: unknown[];
}

const LEADERS = ['strapi-super-admin', 'sanya-owner'];

/** The roles of staff with their rights, the rights of members, and somebody who may decide. */
export function peopleCheck(
  { strapi }: Tools,
  { registry, found }: { registry: Registry; found: FoundBefore },
): DoctorCheck {
  async function roles(): Promise<Finding[]> {
    const codes = await found.roles();
    const gone = ROLES.filter((code) => !codes.has(`sanya-${code}`));
    if (gone.length > 0) return [wrong('roles_missing', { names: some(gone) })];
    const granted = new Set(registry.all().flatMap(({ grants = [] }) => grants.flatMap((grant) => grant.roles)));
    const there = (await strapi.db.query('admin::role').findMany({ populate: { permissions: true } })) as Role[];
    const bare = there.filter(
      ({ code, permissions }) =>
        ROLES.some((role) => code === `sanya-${role}` && granted.has(role)) && !permissions.length,
    );
    return bare.length === 0
      ? [well('roles', { count: ROLES.length })]
      : [doubtful('roles_without_rights', { names: some(bare.map(({ name }) => name)) })];
  }

  async function leaders(): Promise<Finding> {
    const count = await strapi.db
      .query('admin::user')
      .count({ where: { isActive: true, blocked: false, roles: { code: { $in: LEADERS } } } });
    return count > 0 ? well('leaders', { count }) : wrong('leaders_missing');
  }

  async function members(): Promise<Finding> {
    const doors = registry
      .all()
      .flatMap(({ id, actions = [] }) =>
        actions.flatMap(({ name, storefront }) => (storefront ? [`plugin::${id}.actions.${name}`] : [])),
      );
    const role = (await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'authenticated' }, populate: { permissions: true } })) as {
      permissions: { action: string }[];
    } | null;
    if (!role) return wrong('members_missing');
    const has = new Set(role.permissions.map(({ action }) => action));
    const without = doors.filter((door) => !has.has(door));
    return without.length === 0
      ? well('members', { count: doors.length })
      : doubtful('members_without_rights', { count: without.length, names: some(without) });
  }

  return {
    name: 'people',
    run: async () => [...(await roles()), await leaders(), await members()],
  };
}
