import type { Language } from '../../../kernel/src';
import { type Ref, type Rows, storedInstant } from '../../../kit/src/rows';

export const TEMPLATE = 'plugin::platform.template';

/** The texts of a template: a change of one of them makes a new version. */
export const TEXTS = ['subjectTh', 'bodyTh', 'subjectEn', 'bodyEn'] as const;
export type TextName = (typeof TEXTS)[number];
export type Texts = Record<TextName, string | null>;

export interface TemplateRow extends Ref, Texts {
  code: string;
  name: string;
  version: number;
  current: boolean;
  origin: 'seed' | 'staff';
  sample: Record<string, unknown> | null;
  changedAt: string | null;
  /** Key of the caller who saved this version. */
  changedBy: string | null;
  /** The earlier version whose texts were taken up again. */
  restoredFrom: number | null;
}

/** What a version says and where it comes from; kept of each as it was. */
const KEPT = [
  ...(['code', 'name', 'version', 'origin', 'sample', 'changedAt', 'changedBy', 'restoredFrom'] as const),
  ...TEXTS,
];

export const textsOf = (row: Texts, language: Language): { subject: string; body: string } => ({
  subject: (language === 'th' ? row.subjectTh : row.subjectEn) ?? '',
  body: (language === 'th' ? row.bodyTh : row.bodyEn) ?? '',
});

/** Whether what is to be saved differs from what is there. An attribute that is not given stays as it is. */
export const changesTexts = (row: Texts, next: Partial<Record<string, unknown>>): boolean =>
  TEXTS.some((text) => next[text] !== undefined && (next[text] ?? '') !== (row[text] ?? ''));

export function createTemplateStore(rows: Rows) {
  return {
    /** The current versions of these codes, or of all. */
    current: (codes?: readonly string[]): Promise<TemplateRow[]> =>
      rows.find<TemplateRow>(TEMPLATE, (query, column) => {
        query.where(column('current'), true).orderBy(column('code'));
        if (codes) query.whereIn(column('code'), [...codes]);
      }),

    async version(code: string, version: number): Promise<TemplateRow | undefined> {
      const [row] = await rows.find<TemplateRow>(
        TEMPLATE,
        (query, column) => void query.where(column('code'), code).where(column('version'), version),
      );
      return row;
    },

    /** What was said at an instant; a version holds from the instant that it was saved. */
    async lastBefore(code: string, at: string): Promise<TemplateRow | undefined> {
      const [row] = await rows.find<TemplateRow>(
        TEMPLATE,
        (query, column) =>
          void query
            .where(column('code'), code)
            .where(
              (known) =>
                void known.whereNull(column('changedAt')).orWhere(column('changedAt'), '<=', storedInstant(rows, at)),
            )
            .orderBy(column('version'), 'desc')
            .limit(1),
      );
      return row;
    },

    async first(code: string): Promise<TemplateRow | undefined> {
      const [row] = await rows.find<TemplateRow>(
        TEMPLATE,
        (query, column) => void query.where(column('code'), code).orderBy(column('version')).limit(1),
      );
      return row;
    },

    /** All that a template ever said, the latest first. */
    versions: (code: string): Promise<TemplateRow[]> =>
      rows.find<TemplateRow>(
        TEMPLATE,
        (query, column) => void query.where(column('code'), code).orderBy(column('version'), 'desc'),
      ),

    byDocumentId: async (documentId: string, lock?: 'wait'): Promise<TemplateRow | undefined> =>
      (await rows.byDocumentIds<TemplateRow>(TEMPLATE, [documentId], { lock }))[0],

    insert: (list: readonly Omit<TemplateRow, keyof Ref>[]) => rows.insert(TEMPLATE, list as never[]),

    update: (list: readonly (Partial<TemplateRow> & { id: number })[]) => rows.update(TEMPLATE, list as never[]),

    /**
     * Keeps what rows said before they were changed. The row that staff know stays the current one, and keeps its
     * document id; the past becomes a row of its own that nobody changes any more.
     */
    archive: (past: readonly TemplateRow[]) =>
      rows.insert(
        TEMPLATE,
        past.map((row) => ({ ...Object.fromEntries(KEPT.map((name) => [name, row[name]])), current: false })),
      ),
  };
}
