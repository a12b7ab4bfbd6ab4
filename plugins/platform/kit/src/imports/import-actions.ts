import type { Core } from '@strapi/types';
import { z } from 'zod';
import { type Call, defineAction } from '../actions';
import { fileAnswer } from '../shapes';
import { startImport } from './carry-out';
import { importReport, importTemplate } from './import-files';
import type { AnyImportKind } from './kind';
import { readImport } from './read-import';

interface ImportDoors<
  Thing extends string,
  Path extends string,
  Permission extends string,
  Asked extends z.ZodType<object>,
> {
  /** What is brought in, as the names of its actions say it: `Customer`. */
  thing: Thing;
  /** Of one import, below the plugin: `/customer-import`. */
  path: Path;
  permission: Permission;
  /** In summaries: `customers and contacts`. */
  what: string;
  /** uid of the imports. */
  type: string;
  /** What is said beside the file. */
  asked: Asked;
  kind: (strapi: Core.Strapi) => AnyImportKind;
}

type Examples = readonly Readonly<Record<string, string>>[];

/** For an import that is told nothing beside its file. */
export const onlyFile = z.strictObject({});
const made = z.strictObject({ documentId: z.string() });

const small = <Word extends string>(word: Word): Uncapitalize<Word> =>
  `${word.charAt(0).toLowerCase()}${word.slice(1)}` as Uncapitalize<Word>;

/** What is done with a kind of file: it is read, it is carried out, and what could not be is told. */
export const importActions = <
  const Thing extends string,
  const Path extends string,
  const Permission extends string,
  Asked extends z.ZodType<object>,
>({
  thing,
  path,
  permission,
  what,
  type,
  asked,
  kind,
}: ImportDoors<Thing, Path, Permission, Asked>) =>
  [
    defineAction({
      name: `read${thing}Import` as const,
      summary: `Read a file of ${what} (CSV or XLSX) and say of each row what it would change`,
      staff: { method: 'POST', path: `${path}s` as const, permission },
      graphql: 'none',
      multipart: true,
      input: asked,
      output: made,
      status: 201,
      run: async ({ strapi, platform, files, input }) => {
        const { documentId } = await readImport(platform, kind(strapi), files, input);
        return { documentId };
      },
    }),
    defineAction({
      name: `start${thing}Import` as const,
      summary: `Carry out a file of ${what} that was read`,
      subject: type,
      staff: { method: 'POST', path: `${path}s/:id/start` as const, permission },
      graphql: 'none',
      input: onlyFile,
      output: made,
      run: async ({ strapi, platform, subject }) => {
        await startImport(platform, kind(strapi), subject.id);
        return { documentId: subject.documentId };
      },
    }),
    defineAction({
      name: `${small(thing)}ImportReport` as const,
      summary: `The rows of a file of ${what} that were not carried out, each with its reason, as a CSV file`,
      subject: type,
      staff: { method: 'GET', path: `${path}s/:id/report` as const, permission },
      graphql: 'none',
      input: onlyFile,
      output: fileAnswer,
      writes: false,
      run: ({ strapi, platform, subject }) => importReport(platform, kind(strapi), subject.id),
    }),
  ] as const;

/** The file that is filled in: our headings, and lines that show how. */
export const importTemplateAction = <
  const Thing extends string,
  const Path extends string,
  const Permission extends string,
>({
  thing,
  path,
  permission,
  what,
  kind,
  name,
  examples,
}: Pick<ImportDoors<Thing, Path, Permission, z.ZodType<object>>, 'thing' | 'path' | 'permission' | 'what' | 'kind'> & {
  /** Of the file. */
  name: string;
  examples: Examples | ((call: Call<unknown>) => Promise<Examples>);
}) =>
  defineAction({
    name: `${small(thing)}ImportTemplate` as const,
    summary: `A file of ${what} to fill in, with examples`,
    staff: { method: 'GET', path: `${path}-template` as const, permission },
    graphql: 'none',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    output: fileAnswer,
    writes: false,
    run: async (call) =>
      importTemplate(call.platform, kind(call.strapi).headings, {
        ...{ name, format: call.input.format },
        examples: typeof examples === 'function' ? await examples(call) : examples,
      }),
  });
