import { badInput, type Language, notFound } from '../../../kernel/src';
import type { Caller } from '../../../kit/src/caller';
import type { TemplateSource } from '../../../kit/src/documents';
import type { Tools } from '../../../kit/src/plugin';
import { type Ability, createReaderRights } from '../doors/reader-rights';

const FOUND = 10;

export interface SourceRow {
  id: number;
  documentId: string;
  title: string;
}

/** The real rows that a template can speak of, as far as they are the reader's. */
export function createTemplateSources({ strapi, platform }: Tools, sources: () => readonly TemplateSource[]) {
  const sourceOf = (code: string): TemplateSource | undefined =>
    sources().find(({ templates }) => templates.includes(code));

  /** A mail tells much of a row at once: a field kept from the reader would be read in it. */
  function mayReadAll(caller: Caller, type: string): boolean {
    if (caller.kind === 'system') return true;
    const ability = caller.ability as Ability | undefined;
    if (!ability) return false;
    const rights = createReaderRights(strapi, ability);
    if (!rights.mayReadType(type)) return false;
    // No role screen grants relations one by one, nor what Strapi keeps for itself.
    return Object.entries(rights.model(type)?.attributes ?? {}).every(
      ([name, { target, visible }]) => target !== undefined || visible === false || rights.mayRead(type, name),
    );
  }

  async function rows(caller: Caller, source: TemplateSource, narrow: object, most: number): Promise<SourceRow[]> {
    const { type, names, where = {} } = source;
    if (!mayReadAll(caller, type)) return [];
    const found = (await strapi.db.query(type as never).findMany({
      where: { $and: [platform.visible.filter(caller, type), where, narrow] },
      select: ['id', 'documentId', ...names],
      orderBy: { id: 'desc' },
      limit: most,
    })) as ({ id: number; documentId: string } & Record<string, unknown>)[];
    return found.map((row) => ({
      id: Number(row.id),
      documentId: row.documentId,
      title: names.flatMap((name) => (row[name] ? [String(row[name])] : [])).join(' · ') || row.documentId,
    }));
  }

  return {
    /** What kind of rows a template speaks of; null where nobody said. */
    typeOf: (code: string): string | null => sourceOf(code)?.type ?? null,

    mayFind(caller: Caller, code: string): boolean {
      const source = sourceOf(code);
      return source !== undefined && mayReadAll(caller, source.type);
    },

    /** The latest rows that bear such a name. */
    async find(caller: Caller, code: string, text: string): Promise<SourceRow[]> {
      const source = sourceOf(code);
      if (!source) return [];
      const bears = text === '' ? {} : { $or: source.names.map((name) => ({ [name]: { $containsi: text } })) };
      return rows(caller, source, bears, FOUND);
    },

    /** What a mail about that row is told. What is not the reader's is not there. */
    async about(
      caller: Caller,
      code: string,
      documentId: string,
      language: Language,
    ): Promise<{ data: Record<string, unknown>; about: { type: string; documentId: string; name: string } }> {
      const source = sourceOf(code);
      if (!source) throw badInput('template.no_rows', { field: 'row', params: { code } });
      const [row] = await rows(caller, source, { documentId }, 1);
      const data = row && (await source.dataOf(row.id, language));
      if (!data) throw notFound('template.row_unknown', { field: 'row' });
      return { data, about: { type: source.type, documentId, name: row.title } };
    },
  };
}

export type TemplateSources = ReturnType<typeof createTemplateSources>;
