import { readFile } from 'node:fs/promises';
import type { Core } from '@strapi/types';
import { z } from 'zod';
import { badInput } from '../../../kernel/src';
import { defineAction, type FileAnswer, type UploadedFile } from '../../../kit/src/actions';
import { fileAnswer } from '../../../kit/src/shapes';
import type { Files } from './create-files';
import { checkSize, isImage } from './file-kinds';

const UPLOADS_A_MINUTE = 20;
const READS_A_MINUTE = 240;

const none = z.object({});
const receipt = z.strictObject({ id: z.string(), name: z.string(), mime: z.string(), size: z.int() });

function single(uploads: readonly UploadedFile[]): UploadedFile {
  const [upload] = uploads;
  if (!upload) throw badInput('file.missing', { field: 'file' });
  if (uploads.length > 1) throw badInput('file.one_at_a_time', { field: 'file' });
  checkSize(upload.size, 'file');
  return upload;
}

/** @param filesOf where the running platform keeps its files; actions are declared before it runs */
export const fileActions = (filesOf: (strapi: Core.Strapi) => Files) => [
  defineAction({
    name: 'uploadFile',
    summary: 'Send one private file (JPEG, PNG, WebP, HEIC or PDF, at most 8 MB); only who sent it may attach it',
    storefront: { method: 'POST', path: '/files', who: 'member', limitPerMinute: UPLOADS_A_MINUTE },
    staff: { method: 'POST', path: '/files', permission: 'file.upload' },
    graphql: 'none',
    multipart: true,
    status: 201,
    input: none,
    output: receipt,
    async run({ strapi, caller, files }) {
      const upload = single(files);
      const content = await readFile(upload.path);
      const customer = caller.customer?.id ?? null;
      const [kept] = await filesOf(strapi).receive([{ name: upload.name, content, owner: caller.key, customer }]);
      return kept && { id: kept.documentId, name: kept.name, mime: kept.mime, size: kept.size };
    },
  }),
  defineAction({
    name: 'readFile',
    summary: 'Read a private file: its owner, staff who may, or the holder of a link that has not expired',
    storefront: { method: 'GET', path: '/files/:id', who: 'public', limitPerMinute: READS_A_MINUTE },
    staff: { method: 'GET', path: '/files/:id', permission: 'file.read' },
    graphql: 'none',
    writes: false,
    input: z.object({ expires: z.string().max(40).optional(), signature: z.string().max(100).optional() }),
    output: fileAnswer,
    async run({ strapi, caller, params, input }): Promise<FileAnswer> {
      const { file, content } = await filesOf(strapi).read(params.id ?? '', caller, input);
      return { file: { filename: file.name, contentType: file.mime, content, inline: isImage(file.mime) } };
    },
  }),
  defineAction({
    name: 'linkFile',
    summary: 'A link that opens a private file for a quarter of an hour',
    storefront: { method: 'POST', path: '/files/:id/link', who: 'member' },
    staff: { method: 'POST', path: '/files/:id/link', permission: 'file.read' },
    graphql: 'none',
    writes: false,
    input: none,
    output: z.strictObject({ url: z.string() }),
    async run({ strapi, caller, params }) {
      return { url: await filesOf(strapi).link(params.id ?? '', caller) };
    },
  }),
];
