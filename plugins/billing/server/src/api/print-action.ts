import { defineAction } from '@sanya/strapi-plugin-platform/kit';
import { PRINTABLE, type PrintKind } from '../domain/printing';
import { printDocuments } from '../use-cases/print-documents';
import { printing } from './answers';
import { print } from './shapes';

type Printed = Awaited<ReturnType<typeof printDocuments>>[number];

/** A sheet and where it is fetched, as often as the printer needs it. */
export const sheetOf = (path: string, document: string, sheet: Printed | undefined) =>
  sheet && {
    documentId: sheet.documentId,
    number: sheet.number,
    mark: sheet.mark,
    printedAt: sheet.printedAt,
    printedBy: sheet.printedBy,
    document: `/billing${path}/${document}/document?printing=${sheet.documentId}`,
  };

/** Puts a document onto paper: the original once, copies afterwards; the answer names the sheet to fetch. */
export const printAction = <const Name extends string, const Path extends string>(
  name: Name,
  what: string,
  kind: PrintKind,
  path: Path,
  permission: string,
) =>
  defineAction({
    name,
    summary: `Put ${what} onto paper: the original once, copies afterwards; the answer names the sheet to fetch`,
    subject: PRINTABLE[kind].type,
    staff: { method: 'POST', path: `${path}/:id/print`, permission },
    graphql: 'none',
    input: print,
    output: printing,
    status: 201,
    run: async ({ platform, subject, input }) => {
      const [sheet] = await printDocuments(platform, kind, [{ id: subject.id, mark: input.mark }]);
      return sheetOf(path, subject.documentId, sheet);
    },
  });
