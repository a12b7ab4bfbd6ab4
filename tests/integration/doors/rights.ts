import type { RoleCode } from '@sanya/strapi-plugin-platform/kit';
import { attributesOf, relationsOf, type Row, suiteTypes, type World } from './world';

/** What the declared grants give a role of a type: every row, those of customers it looks after, or nothing. */
export type Reach = 'all' | 'own' | 'none';

interface Model {
  pluginOptions?: { 'content-manager'?: { visible?: boolean } };
}

/** A type that no role screen shows (a slip, a line kept aside) is part of the row that leads to it. */
const isPart = (world: World, uid: string): boolean =>
  (world.app.strapi.contentTypes[uid as never] as Model | undefined)?.pluginOptions?.['content-manager']?.visible ===
  false;

export function reachOf(world: World, role: RoleCode, uid: string): Reach {
  if (!uid.startsWith('plugin::') || isPart(world, uid)) return 'all';
  const given = world.registry
    .all()
    .flatMap(({ grants = [] }) => grants)
    .filter(({ roles }) => roles.includes(role))
    .flatMap(({ types = [] }) => types)
    .filter((one) => one.uid === uid && one.can.includes('read'));
  if (given.length === 0) return 'none';
  return given.some(({ conditions = [] }) => conditions.length === 0) ? 'all' : 'own';
}

/** A way from a type over relations: `[invoice][customer]`, with the types that it passes. */
export interface Way {
  keys: string[];
  uids: string[];
}

/**
 * Ways over at most so many relations that end where the role may not read, or may read only in part. What a relation
 * gives is asked of the type that has it, wherever on a way it stands: so each is gone once, by its shortest way, and
 * none goes on from where nothing may be read.
 */
export function closedWays(world: World, role: RoleCode, uid: string, most = 3): Way[] {
  const gone = new Set<string>();
  const onward = ({ keys, uids }: Way): Way[] =>
    relationsOf(world, uids.at(-1) ?? uid).flatMap(([key, { target = '' }]) => {
      const step = `${uids.at(-1) ?? uid}.${key}`;
      if (!target.startsWith('plugin::') || gone.has(step)) return [];
      gone.add(step);
      return [{ keys: [...keys, key], uids: [...uids, target] }];
    });
  let ends: Way[] = [{ keys: [], uids: [] }];
  const ways: Way[] = [];
  for (let step = 0; step < most; step += 1) {
    const found = ends.flatMap(onward);
    ways.push(...found);
    ends = found.filter(({ uids }) => reachOf(world, role, uids.at(-1) ?? '') !== 'none');
  }
  return ways.filter((way) => way.uids.some((one) => reachOf(world, role, one) !== 'all'));
}

const TEXTS = new Set(['string', 'text', 'email']);
const NUMBERS = new Set(['biginteger', 'integer']);

/**
 * Guesses at what stands at the end of a closed way, right and wrong: at ids, at a text and at an amount. Of rows that
 * are only partly the reader's, at those of member A.
 */
export function guessesAt(world: World, role: RoleCode, { keys, uids }: Way, ofA: readonly Row[]): [string, string][] {
  const end = uids.at(-1) ?? '';
  const path = keys.map((key) => `[${key}]`).join('');
  const entries = Object.entries(attributesOf(world, end));
  const text = entries.find(([, { type }]) => TEXTS.has(type))?.[0];
  const amount = entries.find(([name, { type }]) => NUMBERS.has(type) && name !== 'id')?.[0];
  const pairs: [string, string][] = [];
  const isPartly = uids.some((one) => reachOf(world, role, one) === 'own');
  const [row] = ofA;
  if (row) pairs.push([`${path}[id][$eq]=${row.id}`, `${path}[id][$eq]=999999999`]);
  if (row) pairs.push([`${path}[documentId][$eq]=${row.documentId}`, `${path}[documentId][$eq]=nowhere`]);
  if (text) pairs.push([`${path}[${text}][$containsi]=marker`, `${path}[${text}][$containsi]=nowhere`]);
  if (isPartly) return pairs;
  pairs.push([`${path}[id][$gt]=0`, `${path}[id][$gt]=999999999`]);
  if (amount) pairs.push([`${path}[${amount}][$gte]=0`, `${path}[${amount}][$gte]=999999999999`]);
  return pairs;
}

/** Ids, numbers and marked texts that stand in rows which a role may not read, and in none that it may. */
export async function secretsOf(world: World, role: RoleCode, ofA: ReadonlyMap<string, Row[]>): Promise<string[]> {
  const open: unknown[] = [];
  const secret = new Set<string>();
  const told = (value: unknown): void => {
    if (typeof value === 'string' && /marker|817776655|0105999000016/i.test(value)) secret.add(value);
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(told);
  };
  for (const uid of suiteTypes(world)) {
    const reach = reachOf(world, role, uid);
    const rows = (await world.app.strapi.db.query(uid as never).findMany({})) as Row[];
    const hidden = new Set((reach === 'own' ? (ofA.get(uid) ?? []) : rows).map(({ id }) => id));
    for (const row of rows) {
      if (reach === 'all' || !hidden.has(row.id)) {
        open.push(row);
        continue;
      }
      secret.add(row.documentId);
      if (row.number) secret.add(row.number);
      told(row);
    }
  }
  const readable = JSON.stringify(open);
  return [...secret].filter((one) => !readable.includes(JSON.stringify(one).slice(1, -1)));
}
