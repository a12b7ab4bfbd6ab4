import type { Core } from '@strapi/types';
import type { Language } from '../../../kernel/src';
import { type Grant, type PluginDefinition, type RoleCode, ROLES } from '../../../kit/src/plugin';
import type { Messages } from './messages';

const CREATE = 'plugin::content-manager.explorer.create';
const EXPLORER = {
  read: 'plugin::content-manager.explorer.read',
  create: CREATE,
  update: 'plugin::content-manager.explorer.update',
  delete: 'plugin::content-manager.explorer.delete',
} as const;

interface Permission {
  action: string;
  subject: string | null;
  properties: Record<string, unknown>;
  conditions: readonly string[];
}

/**
 * Makes roles and gives rights from what the plugins declare: once per plugin and never again, so that what the owner
 * changed afterwards stays. The marker is a row of the core store.
 */
export function createProvision(strapi: Core.Strapi, messages: Messages, language: () => Language) {
  const store = () => strapi.store({ type: 'plugin', name: 'platform' });

  async function registerPermissions(definition: PluginDefinition): Promise<void> {
    const provider = strapi.service('admin::permission').actionProvider as {
      registerMany(actions: unknown[]): Promise<void>;
      has(uid: string): boolean;
    };
    const declared = new Map<string, string>();
    for (const action of definition.actions ?? []) {
      if (action.staff) declared.set(action.staff.permission, action.summary);
    }
    for (const report of definition.reports ?? []) declared.set(report.permission, report.code);
    for (const kind of definition.approvals ?? []) declared.set(kind.permission, kind.name.en);
    const fresh = [...declared].filter(([uid]) => !provider.has(`plugin::${definition.id}.${uid}`));
    await provider.registerMany(
      fresh.map(([uid, summary]) => ({
        section: 'plugins',
        subCategory: uid.split('.')[0],
        displayName: messages.has(`permission.${uid}`) ? messages.say('en', `permission.${uid}`) : summary,
        uid,
        pluginName: definition.id,
      })),
    );
  }

  async function registerConditions(definition: PluginDefinition): Promise<void> {
    const provider = strapi.service('admin::permission').conditionProvider as {
      registerMany(conditions: unknown[]): Promise<void>;
      has(id: string): boolean;
    };
    const fresh = (definition.conditions ?? []).filter((c) => !provider.has(`plugin::${definition.id}.${c.name}`));
    // One language is kept; the roles screen reads both by permission-names.
    await provider.registerMany(
      fresh.map((condition) => ({
        ...condition,
        displayName: messages.say('en', `condition.${condition.name}`),
        plugin: definition.id,
        category: 'Sanya',
      })),
    );
  }

  async function roleIds(): Promise<Record<RoleCode, number>> {
    // Strapi makes its own roles, the super admin's among them, only where there is none yet; ours would hinder it.
    await strapi.service('admin::role').createRolesIfNoneExist();
    const ids: Partial<Record<RoleCode, number>> = {};
    for (const code of ROLES) {
      const query = strapi.db.query('admin::role');
      const found = (await query.findOne({ where: { code: `sanya-${code}` } })) as { id: number } | null;
      const role =
        found ??
        ((await query.create({
          data: {
            code: `sanya-${code}`,
            name: messages.say(language(), `role.${code}`),
            description: messages.say(language(), `role.${code}.description`),
          },
        })) as { id: number });
      ids[code] = role.id;
    }
    return ids as Record<RoleCode, number>;
  }

  function permissionsOf(definition: PluginDefinition, grant: Grant): Permission[] {
    const actions = (grant.actions ?? []).map(
      (uid): Permission => ({
        action: `plugin::${definition.id}.${uid}`,
        subject: null,
        properties: {},
        conditions: [],
      }),
    );
    const types = (grant.types ?? []).flatMap(({ uid, can, conditions = [] }) =>
      can.map(
        (verb): Permission => ({
          action: EXPLORER[verb],
          subject: uid,
          properties: verb === 'delete' ? {} : { fields: fieldsOf(uid) },
          conditions: [...conditions],
        }),
      ),
    );
    return [...actions, ...types];
  }

  const fieldsOf = (uid: string): string[] => {
    const { attributes } = strapi.contentTypes[uid as never] as { attributes: Record<string, { visible?: boolean }> };
    const technical = new Set([
      'createdAt',
      'updatedAt',
      'publishedAt',
      'createdBy',
      'updatedBy',
      'locale',
      'localizations',
      'documentId',
      'id',
    ]);
    return Object.keys(attributes).filter((name) => !technical.has(name));
  };

  /** Given once: what the owner takes away afterwards stays away; what a later version adds is given then. */
  async function giveOnce<T>(
    marker: string,
    wanted: Map<string, T>,
    give: (rows: T[]) => Promise<void>,
  ): Promise<void> {
    const given = new Set(((await store().get({ key: marker })) as string[] | null) ?? []);
    const fresh = [...wanted].filter(([key]) => !given.has(key));
    if (fresh.length === 0) return;
    await give(fresh.map(([, row]) => row));
    await store().set({ key: marker, value: [...given, ...fresh.map(([key]) => key)] });
  }

  /**
   * A right to a type names its attributes: those that a later version adds are given where the type was given. What was
   * there when the right was given, and is in it no more, the owner took away.
   */
  async function giveNewFields(definition: PluginDefinition, wanted: readonly (Permission & { role: number })[]) {
    const marker = `granted_fields_${definition.id}`;
    const ofSuite = wanted.filter(({ properties }) => properties.fields !== undefined);
    const all = [
      ...new Set(ofSuite.flatMap(({ subject }) => fieldsOf(subject ?? '').map((name) => `${subject}|${name}`))),
    ];
    const before = (await store().get({ key: marker })) as string[] | null;
    const query = strapi.db.query('admin::permission');
    const stored = (await query.findMany({
      where: { role: { id: { $in: [...new Set(ofSuite.map(({ role }) => role))] } }, subject: { $notNull: true } },
      populate: { role: true },
    })) as { id: number; action: string; subject: string; properties: { fields?: string[] }; role: { id: number } }[];
    // A site of before this list was kept: what any right names was there.
    const known = new Set(
      before ??
        stored.flatMap(({ subject, properties }) => (properties.fields ?? []).map((name) => `${subject}|${name}`)),
    );
    const fresh = new Set(all.filter((one) => !known.has(one)));
    for (const { action, subject, role } of fresh.size > 0 ? ofSuite : []) {
      const row = stored.find((one) => one.role.id === role && one.action === action && one.subject === subject);
      const names = fieldsOf(subject ?? '').filter((name) => fresh.has(`${subject}|${name}`));
      const missing = names.filter((name) => !row?.properties.fields?.includes(name));
      if (!row || missing.length === 0) continue;
      const properties = { ...row.properties, fields: [...(row.properties.fields ?? []), ...missing] };
      await query.update({ where: { id: row.id }, data: { properties } });
    }
    if (before === null || fresh.size > 0) await store().set({ key: marker, value: [...new Set([...known, ...all])] });
  }

  async function grantStaff(definition: PluginDefinition): Promise<void> {
    const ids = await roleIds();
    const wanted = new Map<string, Permission & { role: number }>();
    for (const grant of definition.grants ?? []) {
      for (const role of grant.roles) {
        for (const permission of permissionsOf(definition, grant)) {
          wanted.set(`${role}|${permission.action}|${permission.subject}`, { ...permission, role: ids[role] });
        }
      }
    }
    await giveOnce(`granted_staff_${definition.id}`, wanted, async (rows) => {
      await strapi.service('admin::permission').createMany(rows);
    });
    await giveNewFields(definition, [...wanted.values()]);
  }

  async function grantMembers(definition: PluginDefinition): Promise<void> {
    const roles = (await strapi.db.query('plugin::users-permissions.role').findMany()) as {
      id: number;
      type: string;
    }[];
    const wanted = new Map<string, { action: string; role: number }>();
    const want = (action: string, who: 'member' | 'public'): void => {
      for (const type of who === 'public' ? ['authenticated', 'public'] : ['authenticated']) {
        const role = roles.find((candidate) => candidate.type === type);
        if (role) wanted.set(`${type}|${action}`, { action, role: role.id });
      }
    };
    for (const action of definition.actions ?? []) {
      if (action.storefront) want(`plugin::${definition.id}.actions.${action.name}`, action.storefront.who);
    }
    for (const read of definition.reads ?? []) {
      if (!read.storefront) continue;
      const controller = read.type.split('.')[1] ?? '';
      for (const verb of ['find', 'findOne']) want(`plugin::${definition.id}.${controller}.${verb}`, read.storefront);
    }
    await giveOnce(`granted_members_${definition.id}`, wanted, async (rows) => {
      for (const data of rows) await strapi.db.query('plugin::users-permissions.permission').create({ data });
    });
  }

  return async function provision(definition: PluginDefinition): Promise<void> {
    await registerPermissions(definition);
    await registerConditions(definition);
    await grantStaff(definition);
    await grantMembers(definition);
  };
}
