import type { DocumentModel } from '../../../kit/src/documents';
import { definition } from './definition';
import { typeset } from './typeset';

/**
 * The PDF of a business document: A4, as many pages as it needs. Equal models give equal bytes.
 * @param name the document's number, for running heads and the title of the file
 */
export const renderDocument = (model: DocumentModel, name = ''): Promise<Buffer> =>
  typeset(definition(model, name), {
    title: `${model.title} ${name}`.trim(),
    language: model.language === 'th' ? 'th-TH' : 'en-GB',
  });
