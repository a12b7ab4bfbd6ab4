import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_ARRANGEMENT, BILLING_NOTE, BILLING_NOTE_LINE } from './types';

/** What the database itself refuses about billing notes. */
export const billingNoteConstraints: readonly Constraint[] = [
  { kind: 'restrict', type: BILLING_NOTE, relation: 'customer' },
  { kind: 'restrict', type: BILLING_NOTE_LINE, relation: 'billingNote' },
  { kind: 'restrict', type: BILLING_NOTE_LINE, relation: 'invoice' },
  {
    kind: 'unique',
    type: BILLING_ARRANGEMENT,
    name: 'billing_arrangements_customer',
    columns: ['customer'],
    code: 'billing_days.taken',
  },
  {
    kind: 'unique',
    type: BILLING_NOTE,
    name: 'billing_notes_number',
    columns: ['number'],
    code: 'billing_note.number_taken',
  },
  {
    // An invoice is billed by one note at a time: else it would be paid by two of them.
    kind: 'unique',
    type: BILLING_NOTE_LINE,
    name: 'billing_note_lines_live',
    columns: ['invoice'],
    when: '{live} = true',
    code: 'billing_note.invoice_on_other',
  },
  {
    kind: 'check',
    type: BILLING_NOTE,
    name: 'billing_notes_days',
    condition: '{payOn} >= {billedOn} and {total} > 0',
    code: 'billing_note.pay_before',
  },
  {
    kind: 'freeze',
    type: BILLING_NOTE,
    columns: [
      ...['number', 'customer', 'currency', 'billedOn', 'payOn', 'issuedAt', 'issuedBy', 'note', 'total'],
      ...['seller', 'buyer'],
    ],
  },
  {
    kind: 'freeze',
    type: BILLING_NOTE_LINE,
    columns: ['billingNote', 'position', 'invoice', 'invoiceNumber', 'issuedOn', 'dueDate', 'total', 'open'],
  },
  { kind: 'index', type: BILLING_NOTE, name: 'billing_notes_state', columns: ['state', 'payOn'] },
  { kind: 'index', type: BILLING_NOTE, name: 'billing_notes_customer', columns: ['customer', 'state'] },
  { kind: 'index', type: BILLING_NOTE, name: 'billing_notes_beginnings', columns: ['number'], beginnings: true },
];
