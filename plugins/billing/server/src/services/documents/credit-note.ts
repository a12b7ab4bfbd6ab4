import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { type DocumentKind, footOf, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, INVOICE } from '../../content-types/types';
import { numberOf } from '../../stores/frozen';
import { readFrozenCreditNote } from '../../stores/frozen-notes';
import { noteModel } from './notes';
import { penOf } from './shared';

export const creditNoteDocument = (platform: Platform): DocumentKind => ({
  kind: 'credit-note',
  subject: CREDIT_NOTE,
  foot: footOf('credit-note'),
  async load(id, language, print) {
    const note = await readFrozenCreditNote(platform, id);
    if (!note?.number) throw notFound('credit_note.unknown');
    const invoiceNumber = await numberOf(platform, INVOICE, note.invoice);
    return {
      name: note.number,
      model: noteModel('credit_note', note, invoiceNumber, penOf(platform, language, note.currency), { print }),
    };
  },
});
