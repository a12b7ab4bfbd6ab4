import { defineAction, documentFile, fileAnswer } from '@sanya/strapi-plugin-platform/kit';
import { inLanguage } from './shapes';

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
