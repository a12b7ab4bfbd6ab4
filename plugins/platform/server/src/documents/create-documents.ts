import { badInput, type Language } from '../../../kernel/src';
import type {
  Attachment,
  DocumentKind,
  DocumentModel,
  Envelope,
  PrintedDocument,
  Print,
} from '../../../kit/src/documents';
import type { Messages } from '../core/messages';
import type { Foots } from './foots';
import { renderDocument, renderEnvelopes, renderTogether } from './render-document';

/** What may stand in a file's name on every system; document numbers may carry a slash. */
const fileName = (name: string): string => `${name.replace(/[\\/:*?"<>|\s]+/g, '-')}.pdf`;

interface Needs {
  kinds: () => readonly DocumentKind[];
  foots: Foots;
  tell: Messages['tell'];
}

/** Documents by kind. `kinds` is what the plugins declared; asked at each rendering, as plugins register in any order. */
export function createDocuments({ kinds, foots, tell }: Needs) {
  const kindOf = (code: string): DocumentKind => {
    const kind = kinds().find((one) => one.kind === code);
    if (!kind) throw badInput('document.kind_unknown', { params: { kind: code } });
    return kind;
  };
  async function load({ kind: code, id, language, print }: PrintedDocument) {
    const kind = kindOf(code);
    return foots.under(kind, id, language, tell(language, await kind.load(id, language, print)));
  }
  const typeset = async (name: string, model: DocumentModel): Promise<Attachment> => ({
    filename: fileName(name),
    contentType: 'application/pdf',
    content: await renderDocument(tell(model.language, model), name),
  });
  return {
    kindOf,
    async render(kind: string, id: number, language: Language, print?: Print): Promise<Attachment> {
      const { name, model } = await load({ kind, id, language, ...(print ? { print } : {}) });
      return typeset(name, model);
    },
    typeset,
    async renderTogether(list: readonly PrintedDocument[], name: string): Promise<Attachment> {
      const documents: Awaited<ReturnType<DocumentKind['load']>>[] = [];
      for (const one of list) documents.push(await load(one));
      return {
        filename: fileName(name),
        contentType: 'application/pdf',
        content: await renderTogether(documents, name),
      };
    },
    async envelopes(list: readonly Envelope[], language: Language, name: string): Promise<Attachment> {
      return {
        filename: fileName(name),
        contentType: 'application/pdf',
        content: await renderEnvelopes(list, language, name),
      };
    },
  };
}

export type Documents = ReturnType<typeof createDocuments>;
