import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { stampOfRights } from '../stores/rights-of-user';

interface Permission {
  conditions: readonly string[];
}

interface Ability {
  rules: readonly object[];
  update(rules: readonly object[]): unknown;
}

interface Hook {
  getHandlers(): readonly unknown[];
}

interface Service {
  findUserPermissions(user: object): Promise<Permission[]>;
  engine: {
    hooks: Record<string, Hook>;
    generateUserAbility(user: object): Promise<Ability>;
    /** The ability that these permissions make, with their conditions asked for that user. */
    generateTokenAbility(permissions: readonly Permission[], user: object): Promise<Ability>;
  };
}

/** Of roles without conditions all; of others what they have without, and what is asked anew for each request. */
interface Remembered {
  always: Ability;
  conditional: readonly Permission[];
}

/** Combinations of roles that an office has; more are made anew. */
const MOST = 50;

/**
 * Strapi reads all permissions of whoever asks and makes an ability of them at each request: some 20 ms. What they come to
 * without conditions is the same until a role or permission changes, which one small query tells on every instance.
 */
export function rememberAbilities(strapi: Core.Strapi, knex: () => Promise<Knex>): void {
  const service = strapi.service('admin::permission') as unknown as Service;
  const { engine } = service;
  const generate = engine.generateUserAbility.bind(engine);
  const known = new Map<string, Promise<Remembered>>();

  const handlersOf = (hook: string): number => new Set(engine.hooks[hook]?.getHandlers()).size;

  /** Hooks beside that of i18n, which looks at the permission only, may want to know who asks. */
  const isForeign = () => handlersOf('before-evaluate.permission') > 0 || handlersOf('before-register.permission') > 1;

  async function make(user: object): Promise<Remembered> {
    const permissions = await service.findUserPermissions(user);
    const always = permissions.filter(({ conditions }) => conditions.length === 0);
    return {
      always: await engine.generateTokenAbility(always, user),
      conditional: permissions.filter(({ conditions }) => conditions.length > 0),
    };
  }

  async function remembered(user: { id: number }): Promise<Remembered> {
    const stamp = await stampOfRights(strapi, await knex(), user.id);
    const found = known.get(stamp);
    if (found) return found;
    if (known.size >= MOST) known.clear();
    const made = make(user);
    known.set(stamp, made);
    made.catch(() => known.delete(stamp));
    return made;
  }

  engine.generateUserAbility = async (user) => {
    if (isForeign()) return generate(user);
    const { always, conditional } = await remembered(user as { id: number });
    if (conditional.length === 0) return always;
    const ability = await engine.generateTokenAbility(structuredClone(conditional), user);
    ability.update([...always.rules, ...ability.rules]);
    return ability;
  };
}
