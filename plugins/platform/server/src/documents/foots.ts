import type { Language } from '../../../kernel/src';
import type { Clause, DocumentKind, DocumentModel, TemplateSource } from '../../../kit/src/documents';
import { type Rows, storedInstant } from '../../../kit/src/rows';
import type { Templates } from '../templates/create-templates';
import type { TemplateRow } from '../templates/template-store';

type Foot = NonNullable<DocumentKind['foot']>;
type Loaded = Awaited<ReturnType<DocumentKind['load']>>;

const saidOf = ({ name, model, said = {} }: Loaded): Record<string, unknown> => ({
  number: name,
  customer: model.buyer?.name ?? '',
  ...said,
});

/** The words that staff write for the foot of documents: which ones stand under which document. */
export function createFoots({
  rows,
  templates,
  kinds,
}: {
  rows: Rows;
  templates: Pick<Templates, 'versionAt' | 'clauses'>;
  kinds: () => readonly DocumentKind[];
}) {
  const feet = (): (DocumentKind & { foot: Foot })[] =>
    kinds().flatMap((kind) => (kind.foot ? [{ ...kind, foot: kind.foot }] : []));

  async function wordsOf({ subject, foot }: DocumentKind, id: number, language: Language, loaded: Loaded) {
    if (!foot) return [];
    const [row] = await rows.byIds<Record<string, string | null>>(subject, [id], { fields: [foot.since] });
    const version = await templates.versionAt(foot.template, row?.[foot.since] ?? null);
    const { title, clauses } = await templates.clauses(foot.template, { version, language, data: saidOf(loaded) });
    const [first, ...rest] = clauses;
    return first && title !== '' && first.title === undefined ? [{ ...first, title }, ...rest] : clauses;
  }

  return {
    /** The document with what stands at its foot. */
    async under(kind: DocumentKind, id: number, language: Language, loaded: Loaded): Promise<Loaded> {
      const words: Clause[] = await wordsOf(kind, id, language, loaded);
      const model: DocumentModel = { ...loaded.model, clauses: [...(loaded.model.clauses ?? []), ...words] };
      return words.length === 0 ? loaded : { ...loaded, model };
    },

    /** Whoever edits such words sees them with what a real document says. */
    sources: (): TemplateSource[] =>
      feet().map(({ subject, foot, load }) => ({
        templates: [foot.template],
        type: subject,
        names: ['number'],
        where: { [foot.since]: { $notNull: true } },
        dataOf: async (id, language) => saidOf(await load(id, language)),
      })),

    /**
     * How many documents bear each version of such words, to a limit; undefined: they stand in no document.
     * @param versions the latest first
     */
    async usedBy(
      template: string,
      versions: readonly Pick<TemplateRow, 'version' | 'changedAt'>[],
      most: number,
    ): Promise<number[] | undefined> {
      const footed = feet().find(({ foot }) => foot.template === template);
      const pinning = kinds().find(({ pins }) => pins?.template === template);
      const kind = footed ?? pinning;
      if (!kind) return undefined;
      const used: number[] = [];
      for (const [index, { version, changedAt: from }] of versions.entries()) {
        const until = versions[index - 1]?.changedAt ?? null;
        // What was issued before there were such words bears the first.
        const isFirst = index === versions.length - 1;
        const bearing = await rows.find(
          kind.subject,
          (query, column) => {
            void query.limit(most);
            if (kind.pins && kind === pinning) return void query.where(column(kind.pins.version), version);
            const since = column(footed?.foot.since ?? '');
            void query.whereNotNull(since);
            if (from !== null && !isFirst) void query.where(since, '>=', storedInstant(rows, from));
            if (until !== null) void query.where(since, '<', storedInstant(rows, until));
          },
          { fields: [] },
        );
        used.push(bearing.length);
      }
      return used;
    },
  };
}

export type Foots = ReturnType<typeof createFoots>;
