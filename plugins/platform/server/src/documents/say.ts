import { translate, type Language, type MessageParams } from '../../../kernel/src';
import { documentMessages } from '../messages/parts/documents';

/** The fixed words of a document in its language. */
export type Say = (code: string, params?: MessageParams) => string;

export const sayIn =
  (language: Language): Say =>
  (code, params) =>
    translate(documentMessages, language, code, params);
