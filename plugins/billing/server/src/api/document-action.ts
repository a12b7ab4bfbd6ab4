import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, documentFile, fileAnswer } from '@sanya/strapi-plugin-platform/kit';
import { PRINTABLE, type PrintKind } from '../domain/printing';
import { printOf, readPrinting } from '../stores/printings';
import { inLanguage, printedInLanguage } from './shapes';

/** The PDF of a document, for its customer and for staff. */
export const documentAction = <const Name extends string, const Path extends string>(
  name: Name,
  summary: string,
  kind: string,
  subject: string,
  path: Path,
) =>
  defineAction({
    name,
    summary,
    subject,
    storefront: { method: 'GET', path: `${path}/:id/document`, who: 'member', limitPerMinute: 60 },
    staff: { method: 'GET', path: `${path}/:id/document`, permission: 'document.read' },
    graphql: 'none',
    writes: false,
    input: inLanguage,
    output: fileAnswer,
    run: (call) => documentFile(call, kind, call.subject.id),
  });

/** The PDF of a document that has an original on paper: as a file, which is not it; for staff the sheet of a printing. */
export const printedDocumentAction = <const Name extends string, const Path extends string>(
  name: Name,
  summary: string,
  kind: PrintKind,
  path: Path,
) =>
  defineAction({
    name,
    summary,
    subject: PRINTABLE[kind].type,
    storefront: { method: 'GET', path: `${path}/:id/document`, who: 'member', limitPerMinute: 60 },
    staff: { method: 'GET', path: `${path}/:id/document`, permission: 'document.read' },
    graphql: 'none',
    writes: false,
    input: printedInLanguage,
    output: fileAnswer,
    run: async (call) => {
      const { platform, subject, input, caller } = call;
      if (input.printing === undefined) return documentFile(call, kind, subject.id);
      const sheet =
        caller.kind === 'staff' ? await readPrinting(platform, kind, subject.id, input.printing) : undefined;
      if (!sheet) throw notFound('tax_invoice.printing_unknown', { field: 'printing' });
      return documentFile(call, kind, subject.id, await printOf(platform, sheet));
    },
  });
