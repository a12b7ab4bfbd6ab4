import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, CREDIT_NOTE_LINE, DEBIT_NOTE, DEBIT_NOTE_LINE } from './types';

/** The cause of a note does not lie after it; notes of before did not say. */
const happenedBefore = (type: string, name: string): Constraint => ({
  kind: 'check',
  type,
  name,
  condition: '{happenedOn} is null or {issuedOn} is null or {happenedOn} <= {issuedOn}',
  code: 'note.happened_after',
});

/** What the database itself refuses about the notes that correct invoices, besides changing them. */
export const correctionConstraints: readonly Constraint[] = [
  happenedBefore(CREDIT_NOTE, 'billing_credit_notes_happened'),
  happenedBefore(DEBIT_NOTE, 'billing_debit_notes_happened'),
  { kind: 'restrict', type: DEBIT_NOTE, relation: 'customer' },
  { kind: 'restrict', type: DEBIT_NOTE, relation: 'branch' },
  { kind: 'restrict', type: DEBIT_NOTE, relation: 'invoice' },
  { kind: 'restrict', type: DEBIT_NOTE, relation: 'payable' },
  { kind: 'restrict', type: DEBIT_NOTE_LINE, relation: 'debitNote' },
  { kind: 'restrict', type: DEBIT_NOTE_LINE, relation: 'payableLine' },
  { kind: 'restrict', type: DEBIT_NOTE_LINE, relation: 'taxInvoice' },
  { kind: 'restrict', type: CREDIT_NOTE_LINE, relation: 'debitNote' },
  {
    kind: 'unique',
    type: DEBIT_NOTE,
    name: 'billing_debit_notes_number',
    columns: ['number'],
    when: '{number} is not null',
    code: 'debit_note.number_taken',
  },
  {
    kind: 'unique',
    type: DEBIT_NOTE,
    name: 'billing_debit_notes_payable',
    columns: ['payable'],
    when: '{payable} is not null',
    code: 'debit_note.payable_taken',
  },
  {
    kind: 'check',
    type: DEBIT_NOTE,
    name: 'billing_debit_notes_final',
    condition:
      "({number} is null) = ({state} in ('draft', 'discarded')) and ({number} is null) = ({payable} is null) and {net} + {tax} = {total}",
    code: 'debit_note.incomplete',
  },
  {
    kind: 'check',
    type: CREDIT_NOTE,
    name: 'billing_credit_notes_amounts',
    condition: '{net} + {tax} = {total} and {total} >= 0 and {taxedNet} >= 0 and {taxedTax} >= 0',
    code: 'credit_note.amounts_wrong',
  },
];
