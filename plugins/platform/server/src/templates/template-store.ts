import type { Language } from '../../../kernel/src';
import type { Ref, Rows } from '../../../kit/src/rows';

export const TEMPLATE = 'plugin::platform.template';

/** The texts of a template: a change of one of them makes a new version. */
export const TEXTS = ['subjectTh', 'bodyTh', 'subjectEn', 'bodyEn'] as const;
export type Texts = Record<(typeof TEXTS)[number], string | null>;

export interface TemplateRow extends Ref, Texts {
  code: string;
  name: string;
  version: number;
  current: boolean;
  origin: 'seed' | 'staff';
  sample: Record<string, unknown> | null;
}

export const textsOf = (row: Texts, language: Language): { subject: string; body: string } => ({
  subject: (language === 'th' ? row.subjectTh : row.subjectEn) ?? '',
  body: (language === 'th' ? row.bodyTh : row.bodyEn) ?? '',
});

/** Whether what is to be saved differs from what is there. An attribute that is not given stays as it is. */
export const changesTexts = (row: Texts, next: Partial<Record<string, unknown>>): boolean =>
  TEXTS.some((text) => next[text] !== undefined && (next[text] ?? '') !== (row[text] ?? ''));

export function createTemplateStore(rows: Rows) {
  return {
    current: (codes: readonly string[]): Promise<TemplateRow[]> =>
      rows.find<TemplateRow>(
        TEMPLATE,
        (query, column) => void query.whereIn(column('code'), codes as string[]).where(column('current'), true),
      ),

    async version(code: string, version: number): Promise<TemplateRow | undefined> {
      const [row] = await rows.find<TemplateRow>(
        TEMPLATE,
        (query, column) => void query.where(column('code'), code).where(column('version'), version),
      );
      return row;
    },

    byDocumentId: async (documentId: string): Promise<TemplateRow | undefined> =>
      (await rows.byDocumentIds<TemplateRow>(TEMPLATE, [documentId]))[0],

    insert: (list: readonly Omit<TemplateRow, keyof Ref>[]) => rows.insert(TEMPLATE, list as never[]),

    update: (list: readonly (Partial<TemplateRow> & { id: number })[]) => rows.update(TEMPLATE, list as never[]),

    /**
     * Keeps what rows said before they were changed. The row that staff know stays the current one, and keeps its
     * document id; the past becomes a row of its own that nobody changes any more.
     */
    archive: (past: readonly TemplateRow[]) =>
      rows.insert(
        TEMPLATE,
        past.map(({ code, name, version, origin, sample, subjectTh, bodyTh, subjectEn, bodyEn }) => ({
          ...{ code, name, version, origin, sample, subjectTh, bodyTh, subjectEn, bodyEn },
          current: false,
        })),
      ),
  };
}

export type TemplateStore = ReturnType<typeof createTemplateStore>;
