import type { Core } from '@strapi/types';
import { conflict } from '../../../kernel/src';
import type { Platform } from '../../../kit/src/platform';
import type { Ref } from '../../../kit/src/rows';
import type { TestClock } from '../core/clock';
import type { Registry } from '../core/registry';
import { BRANCH, SERIES } from '../core/numbers';
import { checkBranch } from './check-branch';
import { checkCompany } from './check-company';

const COMPANY = 'plugin::platform.setting';

type Data = Record<string, unknown>;

interface Context {
  uid: string;
  action: string;
  params: { documentId?: string; data?: Data };
}

type Next = () => Promise<unknown>;
type Row = Data & Ref;

/** As JSON would have it, so that a number kept as bigint and a list compare by what they say. */
const told = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner));

const OWN_TIMES = ['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations'];

/** What differs between two states of a row: before and after, only the attributes that changed. */
function changeOf(before: Row, after: Row): { before: Data; after: Data } | undefined {
  const names = Object.keys(after).filter(
    (name) => !OWN_TIMES.includes(name) && told(before[name]) !== told(after[name]),
  );
  if (names.length === 0) return undefined;
  const of = (row: Row): Data => Object.fromEntries(names.map((name) => [name, row[name]]));
  return { before: of(before), after: of(after) };
}

/**
 * Settings and branches, however staff save them: company and branch keep their rules, every change of a setting is an
 * event that says what it was before, and the company's time zone counts at once.
 */
export function registerSettingGuards(
  strapi: Core.Strapi,
  platform: Platform,
  registry: Registry,
  clock: TestClock,
): void {
  const isSetting = (uid: string): boolean => registry.all().some(({ id }) => uid === `plugin::${id}.setting`);

  const rowOf = async (uid: string, documentId: string | undefined): Promise<Row | undefined> =>
    (await platform.rows.byDocumentIds<Data>(uid, documentId === undefined ? [] : [documentId]))[0] as Row | undefined;

  async function changeSetting(context: Context, next: Next): Promise<unknown> {
    const { uid, params } = context;
    if (uid === COMPANY) context.params = { ...params, data: checkCompany(params.data ?? {}) };
    return platform.transaction(async () => {
      const before = await rowOf(uid, params.documentId);
      const saved = await next();
      const after = await rowOf(uid, params.documentId);
      const change = before && after && changeOf(before, after);
      if (change) {
        const subject = { type: uid, id: after.id, documentId: after.documentId };
        await platform.events.record([{ name: 'setting.changed', subject, ...change }]);
        if (uid === COMPANY) platform.afterCommit(() => clock.setZone(String(after.zone)));
      }
      return saved;
    });
  }

  async function isUsed(branch: number): Promise<boolean> {
    const [used] = await platform.rows.find(
      SERIES,
      (query, column) => void query.where(column('branch'), branch).where(column('counter'), '>', 0).limit(1),
    );
    return used !== undefined;
  }

  async function changeBranch(context: Context, next: Next): Promise<unknown> {
    const { params } = context;
    const row = await rowOf(BRANCH, params.documentId);
    const before = row && { code: String(row.code), used: await isUsed(row.id) };
    context.params = { ...params, data: checkBranch(params.data ?? {}, before) };
    return next();
  }

  strapi.documents.use((async (context: Context, next: Next) => {
    const { uid, action } = context;
    if (action === 'update' && isSetting(uid)) return changeSetting(context, next);
    if (uid === BRANCH && (action === 'create' || action === 'update')) return changeBranch(context, next);
    if (uid === BRANCH && action === 'delete') {
      const row = await rowOf(BRANCH, context.params.documentId);
      if (row && (await isUsed(row.id))) throw conflict('branch.used', { params: { code: String(row.code) } });
    }
    return next();
  }) as never);
}
