import { defineAction, fileAnswer, importReport, readImport, startImport } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { PRODUCT_IMPORT } from '../content-types/types';
import { writeCatalogue } from '../use-cases/import/files';
import { productFile } from '../use-cases/import/product-file';
import { nothing } from './shapes';

const made = z.strictObject({ documentId: z.string() });

export const importActions = [
  defineAction({
    name: 'readProductImport',
    summary: 'Read a file of products and prices (CSV or XLSX) and say of each row what it would change',
    staff: { method: 'POST', path: '/product-imports', permission: 'product.import' },
    graphql: 'none',
    multipart: true,
    input: nothing,
    output: made,
    status: 201,
    run: async ({ platform, files }) => {
      const { documentId } = await readImport(platform, productFile, files, {});
      return { documentId };
    },
  }),
  defineAction({
    name: 'startProductImport',
    summary: 'Carry out a file of products and prices that was read',
    subject: PRODUCT_IMPORT,
    staff: { method: 'POST', path: '/product-imports/:id/start', permission: 'product.import' },
    graphql: 'none',
    input: nothing,
    output: made,
    run: async ({ platform, subject }) => {
      await startImport(platform, productFile, subject.id);
      return { documentId: subject.documentId };
    },
  }),
  defineAction({
    name: 'productImportReport',
    summary: 'The rows of an import that were not carried out, each with its reason, as a CSV file',
    subject: PRODUCT_IMPORT,
    staff: { method: 'GET', path: '/product-imports/:id/report', permission: 'product.import' },
    graphql: 'none',
    input: nothing,
    output: fileAnswer,
    writes: false,
    run: ({ platform, subject }) => importReport(platform, productFile, subject.id),
  }),
  defineAction({
    name: 'exportProducts',
    summary: 'All products with their prices as a file that can be read back in',
    staff: { method: 'GET', path: '/product-export', permission: 'product.read' },
    graphql: 'none',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    output: fileAnswer,
    writes: false,
    run: ({ platform, input: { format } }) => writeCatalogue({ platform }, format),
  }),
];
