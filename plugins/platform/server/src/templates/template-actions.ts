import type { Core } from '@strapi/types';
import { z } from 'zod';
import { defineAction, type Action } from '../../../kit/src/actions';
import type { Templates } from './create-templates';
import { createTemplateStore, TEMPLATE } from './template-store';

const input = z.object({
  language: z.enum(['th', 'en']).default('th'),
  subject: z.string().max(250).optional(),
  body: z.string().max(50_000).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});

/** @param templatesOf where the running platform keeps its templates; actions are declared before it runs */
export const templateActions = (templatesOf: (strapi: Core.Strapi) => Templates): readonly Action[] => [
  defineAction({
    name: 'previewTemplate',
    summary: 'Show what a mail template says of its sample data, or a draft of it',
    subject: TEMPLATE,
    staff: { method: 'POST', path: '/templates/:id/preview', permission: 'template.preview' },
    graphql: 'none',
    writes: false,
    input,
    output: z.object({ subject: z.string(), html: z.string(), text: z.string() }),
    async run({ strapi, platform, subject, input: { language, ...draft } }) {
      const row = await createTemplateStore(platform.rows).byDocumentId(subject.documentId);
      const { subject: line, html, text } = await templatesOf(strapi).preview(row?.code ?? '', language, draft);
      return { subject: line, html, text };
    },
  }),
];
