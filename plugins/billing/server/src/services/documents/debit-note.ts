import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { type DocumentKind, footOf, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { DEBIT_NOTE, INVOICE } from '../../content-types/types';
import { numberOf } from '../../stores/frozen';
import { readFrozenDebitNote } from '../../stores/frozen-notes';
import { noteModel } from './notes';
import { penOf } from './shared';

export const debitNoteDocument = (platform: Platform): DocumentKind => ({
  kind: 'debit-note',
  subject: DEBIT_NOTE,
  foot: footOf('debit-note'),
  async load(id, language, print) {
    const note = await readFrozenDebitNote(platform, id);
    if (!note?.number) throw notFound('debit_note.unknown');
    const invoiceNumber = await numberOf(platform, INVOICE, note.invoice);
    const pen = penOf(platform, language, note.currency);
    const payable = pen.say('paper.debit_payable', { number: await numberOf(platform, INVOICE, note.payable) });
    return { name: note.number, model: noteModel('debit_note', note, invoiceNumber, pen, { print, more: [payable] }) };
  },
});
