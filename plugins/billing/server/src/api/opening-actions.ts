import {
  type Call,
  civilDate,
  defineAction,
  fileAnswer,
  importReport,
  importTemplate,
  readImport,
  startImport,
} from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { OPENING_IMPORT } from '../content-types/types';
import { EXAMPLES, HEADINGS } from '../domain/opening/columns';
import type { CustomerNames } from '../use-cases/opening/opening-facts';
import { openingFile } from '../use-cases/opening/opening-file';
import { nothing } from './shapes';

const made = z.strictObject({ documentId: z.string() });

const fileOf = (strapi: Call<unknown>['strapi']) =>
  openingFile(() => strapi.plugin('crm').service('customers') as CustomerNames);

/** Moving in: what was still owed in the books that were kept before. */
export const openingActions = [
  defineAction({
    name: 'readOpeningImport',
    summary:
      'Read a file of invoices that were open in the books before (CSV or XLSX), with the day on which ours are opened, and say of each row what would become of it',
    staff: { method: 'POST', path: '/opening-imports', permission: 'opening.import' },
    graphql: 'none',
    multipart: true,
    input: z.strictObject({ openingDay: civilDate }),
    output: made,
    status: 201,
    run: async ({ strapi, platform, files, input }) => {
      const { documentId } = await readImport(platform, fileOf(strapi), files, input);
      return { documentId };
    },
  }),
  defineAction({
    name: 'startOpeningImport',
    summary: 'Take over the open invoices of a file that was read',
    subject: OPENING_IMPORT,
    staff: { method: 'POST', path: '/opening-imports/:id/start', permission: 'opening.import' },
    graphql: 'none',
    input: nothing,
    output: made,
    run: async ({ strapi, platform, subject }) => {
      await startImport(platform, fileOf(strapi), subject.id);
      return { documentId: subject.documentId };
    },
  }),
  defineAction({
    name: 'openingImportReport',
    summary: 'The rows of open invoices that were not taken over, each with its reason, as a CSV file',
    subject: OPENING_IMPORT,
    staff: { method: 'GET', path: '/opening-imports/:id/report', permission: 'opening.import' },
    graphql: 'none',
    input: nothing,
    output: fileAnswer,
    writes: false,
    run: ({ strapi, platform, subject }) => importReport(platform, fileOf(strapi), subject.id),
  }),
  defineAction({
    name: 'openingImportTemplate',
    summary: 'A file of open invoices to fill in, with examples',
    staff: { method: 'GET', path: '/opening-import-template', permission: 'opening.import' },
    graphql: 'none',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    output: fileAnswer,
    writes: false,
    run: ({ platform, input: { format } }) =>
      importTemplate(platform, HEADINGS, { name: 'open-invoices', format, examples: EXAMPLES }),
  }),
];
