import { readFile } from 'node:fs/promises';
import { badInput, Refusal, tellProblem } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, fileAnswer, type UploadedFile } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { PRODUCT_IMPORT } from '../content-types/types';
import { readImport } from '../use-cases/import/read-import';
import { startImport } from '../use-cases/import/start-import';
import { writeCatalogue, writeReport } from '../use-cases/import/files';
import { nothing } from './shapes';

const LARGEST_MB = 10;
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

async function contentOf([upload, another]: readonly UploadedFile[]) {
  if (!upload || another) throw badInput('product_import.one_file', { field: 'file' });
  if (upload.size > LARGEST_MB * 1024 * 1024) {
    throw new Refusal({ code: 'product_import.too_large', status: 413, field: 'file', params: { most: LARGEST_MB } });
  }
  return { name: upload.name, content: await readFile(upload.path) };
}

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
      const { documentId } = await readImport({ platform }, await contentOf(files));
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
      await startImport({ platform }, subject.id);
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
    run: async ({ platform, caller, subject }) => {
      const say = (code: string, params = {}) => platform.messages.say(caller.language, code, params);
      const content = await writeReport({ platform }, subject.id, (kept) => tellProblem(kept, say) ?? '');
      return { file: { filename: 'not-imported.csv', contentType: TYPES.csv, content } };
    },
  }),
  defineAction({
    name: 'exportProducts',
    summary: 'All products with their prices as a file that can be read back in',
    staff: { method: 'GET', path: '/product-export', permission: 'product.read' },
    graphql: 'none',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    output: fileAnswer,
    writes: false,
    run: async ({ platform, input: { format } }) => ({
      file: {
        filename: `products.${format}`,
        contentType: TYPES[format],
        content: await writeCatalogue({ platform }, format),
      },
    }),
  }),
];
