import type { Core } from '@strapi/types';
import { z } from 'zod';
import { type Language, notFound } from '../../../kernel/src';
import { type Call, defineAction } from '../../../kit/src/actions';
import { instant } from '../../../kit/src/shapes';
import type { Registry } from '../core/registry';
import { actorNames } from '../events/actor-names';
import { createDeliveryStore } from '../mail/delivery-store';
import type { Parts } from './template-actions';
import { createTemplateStore, TEMPLATE, type TemplateRow } from './template-store';
import { variablesOf } from './variables';
import { pickTexts } from './versions';

/** "1,000+" mails of a version say as much as 183,204. */
const MOST = 1001;

const language = z.enum(['th', 'en']);

const shown = z.strictObject({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  /** Null: a template of the site's own. */
  plugin: z.string().nullable(),
  /** It stands in documents, and in no mail. */
  paper: z.boolean(),
  /** uid of the rows that it speaks of. */
  type: z.string().nullable(),
  languages: z.array(language),
  version: z.int(),
  changedAt: instant.nullable(),
  changedBy: z.string().nullable(),
});

const said = {
  subjectTh: z.string().nullable(),
  bodyTh: z.string().nullable(),
  subjectEn: z.string().nullable(),
  bodyEn: z.string().nullable(),
};

type Reader = Pick<Call<unknown>, 'strapi' | 'platform' | 'caller'>;

const languagesOf = ({ bodyTh, bodyEn }: TemplateRow): Language[] => [
  ...(bodyTh ? (['th'] as const) : []),
  ...(bodyEn ? (['en'] as const) : []),
];

async function namesOf({ strapi }: Reader, rows: readonly TemplateRow[]): Promise<Map<string, string>> {
  return actorNames(
    strapi,
    rows.flatMap(({ changedBy }) => changedBy ?? []),
  );
}

/** @param partsOf where the running platform keeps them; actions are declared before it runs */
export function templateReads(partsOf: (strapi: Core.Strapi) => Parts & { registry: Registry }) {
  /** Which plugin brought it, and what it is called: in the reader's language, unless staff gave it a name of their own. */
  function seedOf({ strapi, caller }: Reader, { code, name }: TemplateRow) {
    for (const { id, templates = [] } of partsOf(strapi).registry.all()) {
      const seed = templates.find((one) => one.code === code);
      if (seed) return { name: name === seed.name.en ? seed.name[caller.language] : name, plugin: id };
    }
    return { name, plugin: null };
  }

  const shownOf = (reader: Reader, row: TemplateRow, names: Map<string, string>) => ({
    id: row.documentId,
    code: row.code,
    ...seedOf(reader, row),
    paper: partsOf(reader.strapi).templates.isPaper(row.code),
    type: partsOf(reader.strapi).templateSources.typeOf(row.code),
    languages: languagesOf(row),
    version: row.version,
    changedAt: row.changedAt,
    changedBy: names.get(row.changedBy ?? '') ?? null,
  });

  /** How many mails, or documents where the words stand in these, bear each version. */
  async function usesOf({ strapi, platform }: Call<unknown>, code: string, rows: readonly TemplateRow[]) {
    const versions = rows.map(({ version }) => version);
    const papers = await partsOf(strapi).foots.usedBy(code, rows, MOST);
    if (papers) return new Map(versions.map((version, index) => [version, papers[index] ?? 0]));
    return createDeliveryStore(platform.rows).usedBy(code, versions, MOST);
  }

  const permission = 'template.read';

  return [
    defineAction({
      name: 'listTemplates',
      summary: 'The mail templates as they are now',
      staff: { method: 'GET', path: '/templates', permission },
      graphql: 'none',
      writes: false,
      input: z.object({}),
      output: z.array(shown),
      async run(call) {
        const rows = await createTemplateStore(call.platform.rows).current();
        const names = await namesOf(call, rows);
        return rows.map((row) => shownOf(call, row, names));
      },
    }),
    defineAction({
      name: 'readTemplate',
      summary: 'A mail template with its texts and with what they may say',
      subject: TEMPLATE,
      staff: { method: 'GET', path: '/templates/:id', permission },
      graphql: 'none',
      writes: false,
      input: z.object({}),
      output: z.strictObject({
        ...shown.shape,
        ...said,
        variables: z.array(z.strictObject({ path: z.string(), example: z.string(), insert: z.string() })),
        mayFindRows: z.boolean(),
      }),
      async run(call) {
        const { templates, templateSources } = partsOf(call.strapi);
        const row = await createTemplateStore(call.platform.rows).byDocumentId(call.subject.documentId);
        if (!row?.current) throw notFound('row.not_found', { field: 'id' });
        return {
          ...shownOf(call, row, await namesOf(call, [row])),
          ...pickTexts(row),
          variables: variablesOf(templates.sampleOf(row)),
          mayFindRows: templateSources.mayFind(call.caller, row.code),
        };
      },
    }),
    defineAction({
      name: 'listTemplateVersions',
      summary: 'All that a template ever said, the latest first, and how many mails or documents said it',
      subject: TEMPLATE,
      staff: { method: 'GET', path: '/templates/:id/versions', permission },
      graphql: 'none',
      writes: false,
      input: z.object({}),
      output: z.array(
        z.strictObject({
          version: z.int(),
          current: z.boolean(),
          origin: z.enum(['seed', 'staff']),
          changedAt: instant.nullable(),
          changedBy: z.string().nullable(),
          restoredFrom: z.int().nullable(),
          used: z.int(),
          usedMore: z.boolean(),
          ...said,
        }),
      ),
      async run(call) {
        const store = createTemplateStore(call.platform.rows);
        const current = await store.byDocumentId(call.subject.documentId);
        if (!current) throw notFound('row.not_found', { field: 'id' });
        const rows = await store.versions(current.code);
        const names = await namesOf(call, rows);
        const used = await usesOf(call, current.code, rows);
        return rows.map((row) => ({
          version: row.version,
          current: row.current,
          origin: row.origin,
          changedAt: row.changedAt,
          changedBy: names.get(row.changedBy ?? '') ?? null,
          restoredFrom: row.restoredFrom,
          used: Math.min(used.get(row.version) ?? 0, MOST - 1),
          usedMore: (used.get(row.version) ?? 0) === MOST,
          ...pickTexts(row),
        }));
      },
    }),
  ];
}
