import {
  defineAction,
  fileAnswer,
  importReport,
  importTemplate,
  readImport,
  startImport,
} from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CUSTOMER_IMPORT } from '../content-types/types';
import { EXAMPLES, HEADINGS } from '../domain/import/columns';
import { customerFile } from '../use-cases/import/customer-file';

const nothing = z.strictObject({});
const made = z.strictObject({ documentId: z.string() });

/** Moving in: customers of the books that were kept before. */
export const importActions = [
  defineAction({
    name: 'readCustomerImport',
    summary: 'Read a file of customers and contacts (CSV or XLSX) and say of each row what it would change',
    staff: { method: 'POST', path: '/customer-imports', permission: 'customer.import' },
    graphql: 'none',
    multipart: true,
    input: nothing,
    output: made,
    status: 201,
    run: async ({ platform, files }) => {
      const { documentId } = await readImport(platform, customerFile, files, {});
      return { documentId };
    },
  }),
  defineAction({
    name: 'startCustomerImport',
    summary: 'Carry out a file of customers that was read',
    subject: CUSTOMER_IMPORT,
    staff: { method: 'POST', path: '/customer-imports/:id/start', permission: 'customer.import' },
    graphql: 'none',
    input: nothing,
    output: made,
    run: async ({ platform, subject }) => {
      await startImport(platform, customerFile, subject.id);
      return { documentId: subject.documentId };
    },
  }),
  defineAction({
    name: 'customerImportReport',
    summary: 'The rows of an import of customers that were not carried out, each with its reason, as a CSV file',
    subject: CUSTOMER_IMPORT,
    staff: { method: 'GET', path: '/customer-imports/:id/report', permission: 'customer.import' },
    graphql: 'none',
    input: nothing,
    output: fileAnswer,
    writes: false,
    run: ({ platform, subject }) => importReport(platform, customerFile, subject.id),
  }),
  defineAction({
    name: 'customerImportTemplate',
    summary: 'A file of customers to fill in, with examples',
    staff: { method: 'GET', path: '/customer-import-template', permission: 'customer.import' },
    graphql: 'none',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    output: fileAnswer,
    writes: false,
    run: ({ platform, input: { format } }) =>
      importTemplate(platform, HEADINGS, { name: 'customers', format, examples: EXAMPLES }),
  }),
];
