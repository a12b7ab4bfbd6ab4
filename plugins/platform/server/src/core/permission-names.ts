import { type Language, pickLanguage } from '../../../kernel/src';
import type { Messages } from './messages';

interface Named {
  displayName: string;
}
interface Permission extends Named {
  action: string;
  subCategory?: string;
}
interface Condition extends Named {
  id: string;
}

export interface Context {
  method: string;
  path: string;
  body: unknown;
  state: { user?: { preferedLanguage?: string | null } };
}

interface Known {
  messages: () => Messages;
  /** Whether a plugin belongs to the suite. */
  isOurs: (plugin: string) => boolean;
}

const DOOR = '/admin/permissions';
const UID = /^plugin::([a-z-]+)\.(.+)$/;

/**
 * Strapi keeps one name of a permission or condition and its roles screen shows it as it comes. What that screen reads
 * is said in the language that the reader chose in the profile; who chose none reads English, as the panel itself does.
 */
export function createPermissionNames({ messages, isOurs }: Known) {
  const say = (language: Language, code: string, otherwise: string): string =>
    messages().has(code) ? messages().say(language, code) : otherwise;

  function ours(uid: string): string | undefined {
    const [, plugin = '', name] = UID.exec(uid) ?? [];
    return isOurs(plugin) ? name : undefined;
  }

  function permissionIn(language: Language, permission: Permission): Permission {
    const name = ours(permission.action);
    if (name === undefined) return permission;
    const group = name.split('.')[0] ?? '';
    return {
      ...permission,
      displayName: say(language, `permission.${name}`, permission.displayName),
      subCategory: say(language, `permission_group.${group}`, permission.subCategory ?? group),
    };
  }

  function conditionIn(language: Language, condition: Condition): Condition {
    const name = ours(condition.id);
    const displayName = name && say(language, `condition.${name}`, condition.displayName);
    return displayName ? { ...condition, displayName } : condition;
  }

  return async function permissionNames(ctx: Context, next: () => Promise<unknown>): Promise<void> {
    await next();
    if (ctx.method !== 'GET' || ctx.path !== DOOR) return;
    const { data } = (ctx.body ?? {}) as {
      data?: { conditions: Condition[]; sections: { plugins?: Permission[] } & Record<string, unknown> };
    };
    if (!data) return;
    const language = pickLanguage(ctx.state.user?.preferedLanguage ?? undefined, 'en');
    const { plugins = [] } = data.sections;
    ctx.body = {
      data: {
        conditions: data.conditions.map((one) => conditionIn(language, one)),
        sections: { ...data.sections, plugins: plugins.map((one) => permissionIn(language, one)) },
      },
    };
  };
}
