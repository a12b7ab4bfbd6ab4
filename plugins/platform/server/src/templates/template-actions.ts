import type { Core } from '@strapi/types';
import { z } from 'zod';
import { badInput, notFound } from '../../../kernel/src';
import { type Call, defineAction } from '../../../kit/src/actions';
import type { Platform } from '../../../kit/src/platform';
import { documentIds } from '../core/random-ids';
import type { Mail } from '../mail/create-mail';
import type { Templates } from './create-templates';
import type { TemplateSources } from './sources';
import type { Foots } from '../documents/foots';
import { restoreTemplate, saveTemplate } from './save-template';
import { createTemplateStore, TEMPLATE, type TemplateRow, textsOf } from './template-store';

export interface Parts {
  templates: Templates;
  templateSources: TemplateSources;
  foots: Foots;
  mail: Mail;
}

const subjectText = z.string().max(250);
const bodyText = z.string().max(50_000);
const version = z.number().int().min(1).max(2_147_483_647);
const language = z.enum(['th', 'en']).default('th');
/** Texts that are not saved yet, and the real row that they are shown with. */
const draft = {
  language,
  subject: subjectText.optional(),
  body: bodyText.optional(),
  row: z.string().max(40).optional(),
};
const unknown = z.array(z.strictObject({ name: z.string(), line: z.int(), column: z.int() }));

async function currentOf({ platform, subject }: { platform: Platform; subject: { documentId: string } }) {
  const row = await createTemplateStore(platform.rows).byDocumentId(subject.documentId);
  if (!row) throw notFound('row.not_found', { field: 'id' });
  return row;
}

/** @param partsOf where the running platform keeps them; actions are declared before it runs */
export function templateActions(partsOf: (strapi: Core.Strapi) => Parts) {
  /** What a text is told of: a row that the reader may read, data of the caller's own, or the sample. */
  async function dataFor(
    { strapi, caller, input }: Pick<Call<{ language: 'th' | 'en'; row?: string }>, 'strapi' | 'caller' | 'input'>,
    template: TemplateRow,
    own?: Record<string, unknown>,
  ) {
    const { templates, templateSources } = partsOf(strapi);
    if (input.row !== undefined) return templateSources.about(caller, template.code, input.row, input.language);
    return { data: own ?? templates.sampleOf(template), about: undefined };
  }

  return [
    defineAction({
      name: 'previewTemplate',
      summary: 'Show what a mail template says of its sample data or of a real row, or a draft of it',
      subject: TEMPLATE,
      staff: { method: 'POST', path: '/templates/:id/preview', permission: 'template.preview' },
      graphql: 'none',
      writes: false,
      input: z.object({ ...draft, data: z.record(z.string(), z.unknown()).optional() }),
      output: z.strictObject({
        subject: z.string(),
        html: z.string(),
        text: z.string(),
        unknown: z.strictObject({ subject: unknown, body: unknown }),
      }),
      async run(call) {
        const { templates } = partsOf(call.strapi);
        const { input } = call;
        const row = await currentOf(call);
        const saved = textsOf(row, input.language);
        const texts = { subject: input.subject ?? saved.subject, body: input.body ?? saved.body };
        const { data } = await dataFor(call, row, input.data);
        const { subject, html, text } = await templates.renderTexts(texts, input.language, data, {
          paper: templates.isPaper(row.code),
        });
        const sample = { ...templates.sampleOf(row), ...input.data };
        const [ofSubject, ofBody] = await Promise.all([
          templates.engine.unknown(texts.subject, sample),
          templates.engine.unknown(texts.body, sample),
        ]);
        return { subject, html, text, unknown: { subject: ofSubject, body: ofBody } };
      },
    }),
    defineAction({
      name: 'findTemplateRows',
      summary: 'The latest rows that a mail template can be shown with, by name',
      subject: TEMPLATE,
      staff: { method: 'GET', path: '/templates/:id/rows', permission: 'template.preview' },
      graphql: 'none',
      writes: false,
      input: z.object({ q: z.string().max(100).default('') }),
      output: z.array(z.strictObject({ id: z.string(), title: z.string() })),
      async run(call) {
        const { code } = await currentOf(call);
        const rows = await partsOf(call.strapi).templateSources.find(call.caller, code, call.input.q.trim());
        return rows.map(({ documentId, title }) => ({ id: documentId, title }));
      },
    }),
    defineAction({
      name: 'saveTemplate',
      summary: 'Save texts of a mail template as its next version',
      subject: TEMPLATE,
      staff: { method: 'PUT', path: '/templates/:id', permission: 'template.edit' },
      graphql: 'none',
      input: z.object({
        version,
        subjectTh: subjectText.optional(),
        bodyTh: bodyText.optional(),
        subjectEn: subjectText.optional(),
        bodyEn: bodyText.optional(),
      }),
      output: z.strictObject({ version: z.int() }),
      async run({ strapi, platform, subject: { documentId }, input: { version: seen, ...texts } }) {
        const wish = { documentId, version: seen, texts };
        const saved = await saveTemplate({ strapi, platform }, partsOf(strapi).templates, wish);
        return { version: saved.version };
      },
    }),
    defineAction({
      name: 'restoreTemplate',
      summary: 'Take up the texts of an earlier version of a mail template again, as its next version',
      subject: TEMPLATE,
      staff: { method: 'POST', path: '/templates/:id/restore', permission: 'template.edit' },
      graphql: 'none',
      input: z.object({ version, from: version }),
      output: z.strictObject({ version: z.int() }),
      async run({ strapi, platform, subject: { documentId }, input: { version: seen, from } }) {
        const wish = { documentId, version: seen, from };
        const saved = await restoreTemplate({ strapi, platform }, partsOf(strapi).templates, wish);
        return { version: saved.version };
      },
    }),
    defineAction({
      name: 'testTemplate',
      summary: 'Send a mail template, or a draft of it, to oneself',
      subject: TEMPLATE,
      staff: { method: 'POST', path: '/templates/:id/test', permission: 'template.test' },
      graphql: 'none',
      input: z.object(draft),
      output: z.strictObject({ to: z.string() }),
      async run(call) {
        const { strapi, caller, input } = call;
        const { templates, mail } = partsOf(strapi);
        const row = await currentOf(call);
        const to = await ownAddress(strapi, caller.userId);
        const saved = textsOf(row, input.language);
        const texts = { subject: input.subject ?? saved.subject, body: input.body ?? saved.body };
        const { data, about } = await dataFor(call, row);
        // What cannot be read is refused here, and not found in the list of mails later.
        await templates.renderTexts(texts, input.language, data);
        const [key = ''] = documentIds(1);
        const { code: template } = row;
        await mail.queueTest({ template, to, language: input.language, data, about, key: `test:${key}` }, texts);
        return { to };
      },
    }),
  ];
}

async function ownAddress(strapi: Core.Strapi, userId: number | undefined): Promise<string> {
  const user = (userId ?? 0) > 0 && (await strapi.db.query('admin::user').findOne({ where: { id: userId } }));
  const email = (user as { email?: string | null } | false | null) || {};
  if (!email.email) throw badInput('template.no_address');
  return email.email;
}
