import type { Core } from '@strapi/types';

export const READ = 'plugin::content-manager.explorer.read';
const ADMIN_USER = 'admin::user';
/** What Strapi shows of a member of staff to the others. */
const OF_STAFF = ['firstname', 'lastname', 'username', 'email', 'isActive'];
const ALWAYS = ['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy'];

export interface Attribute {
  type: string;
  target?: string;
  private?: boolean;
  /** False: no role screen shows it. */
  visible?: boolean;
}

interface Model {
  uid: string;
  attributes: Record<string, Attribute>;
  pluginOptions?: { 'content-manager'?: { visible?: boolean } };
}

export interface Ability {
  can(action: string, subject: string, field?: string): boolean;
  rulesFor(action: string, subject: string): { fields?: string[] }[];
}

/** What a member of staff may read of the types that a query can reach. */
export interface ReaderRights {
  model(uid: string): Model | undefined;
  /** Whether rows of a type are theirs to read; which of them, `rows` says. */
  mayReadType(uid: string): boolean;
  /** Whether an attribute of a type may be shown, filtered and sorted by: the field is theirs, and so is where it leads. */
  mayRead(uid: string, attribute: string): boolean;
  /** What was read, without what the reader may not see, however deep it stands. */
  shown(uid: string, row: unknown): unknown;
  /** The rows of a type that the reader's conditions leave; undefined: all of them. */
  rows(uid: string): Record<string, unknown> | undefined;
}

/** The admin roles of a reader, asked field by field and relation by relation. */
export function createReaderRights(strapi: Core.Strapi, ability: Ability): ReaderRights {
  const model = (uid: string): Model | undefined => strapi.getModel(uid as never) as unknown as Model | undefined;

  /** A type that no role screen shows (a file, a line kept aside) is part of the row that leads to it. */
  const isPart = (uid: string): boolean => model(uid)?.pluginOptions?.['content-manager']?.visible === false;
  const mayReadType = (uid: string): boolean => uid === ADMIN_USER || isPart(uid) || ability.can(READ, uid);

  /** Names of the attributes that are the reader's; undefined: all. */
  function granted(uid: string): Set<string> | undefined {
    if (uid === ADMIN_USER) return new Set(OF_STAFF);
    if (isPart(uid)) return undefined;
    const rules = ability.rulesFor(READ, uid);
    if (rules.some(({ fields }) => !fields)) return undefined;
    return new Set(rules.flatMap(({ fields = [] }) => fields.map((field) => field.split('.')[0] ?? field)));
  }

  function mayRead(uid: string, name: string): boolean {
    if (ALWAYS.includes(name)) return true;
    const attribute = model(uid)?.attributes[name];
    if (!attribute || attribute.type === 'password') return false;
    // Private means not for customers; of log-ins it means secrets.
    if (attribute.private && uid.startsWith('plugin::users-permissions.')) return false;
    if (attribute.target && !mayReadType(attribute.target)) return false;
    return granted(uid)?.has(name) ?? true;
  }

  function shown(uid: string, row: unknown): unknown {
    if (Array.isArray(row)) return row.map((one) => shown(uid, one));
    if (typeof row !== 'object' || row === null) return row;
    const { attributes = {} } = model(uid) ?? {};
    return Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => !attributes[name] || mayRead(uid, name))
        .map(([name, value]) => {
          const target = attributes[name]?.target;
          return [name, target ? shown(target, value) : value];
        }),
    );
  }

  return {
    model,
    mayReadType,
    mayRead,
    shown,
    rows(uid) {
      if (uid === ADMIN_USER || isPart(uid)) return undefined;
      const manager = strapi
        .service('admin::permission')
        .createPermissionsManager({ ability, action: READ, model: uid }) as { getQuery(): object | null };
      const query = manager.getQuery() as Record<string, unknown> | null;
      return query && Object.keys(query).length > 0 ? query : undefined;
    },
  };
}
