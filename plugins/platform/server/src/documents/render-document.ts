import type { Language } from '../../../kernel/src';
import type { DocumentModel, Envelope } from '../../../kit/src/documents';
import { definition } from './definition';
import { envelope } from './envelope';
import { typeset } from './typeset';

const localeOf = (language: Language): string => (language === 'th' ? 'th-TH' : 'en-GB');

/**
 * The PDF of a business document: A4, as many pages as it needs. Equal models give equal bytes.
 * @param name the document's number, for running heads and the title of the file
 */
export const renderDocument = (model: DocumentModel, name = ''): Promise<Buffer> =>
  typeset([definition(model, name)], {
    title: `${model.title} ${name}`.trim(),
    language: localeOf(model.language),
  });

/** Several documents in one file, in the order given, as they go through the printer together. */
export const renderTogether = (
  documents: readonly { name: string; model: DocumentModel }[],
  title: string,
): Promise<Buffer> =>
  typeset(
    documents.map(({ name, model }) => definition(model, name)),
    { title, language: localeOf(documents[0]?.model.language ?? 'th') },
  );

export const renderEnvelopes = (envelopes: readonly Envelope[], language: Language, title: string): Promise<Buffer> =>
  typeset(envelopes.map(envelope), { title, language: localeOf(language) });
