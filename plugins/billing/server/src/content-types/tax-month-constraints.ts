import type { Constraint, Forbid } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, DEBIT_NOTE, INVOICE, RECEIPT, TAX_INVOICE, TAX_MONTH } from './types';

/** Shared by whoever writes documents of a month, held alone by whoever closes one. */
export const TAX_MONTHS_LOCK = 'billing.tax-months';

const isClosed = (date: string): string =>
  `exists (select 1 from {${TAX_MONTH}} m where m.{${TAX_MONTH}#state} = 'closed'
    and ${date} between m.{${TAX_MONTH}#firstDay} and m.{${TAX_MONTH}#lastDay})`;

const other = (attribute: string): string => `o.{${TAX_INVOICE}#${attribute}}`;
/** The tax invoice `o` says what the row says, in value and day: only names and addresses may differ. */
const saysTheSame = (row: 'new' | 'old'): string =>
  `${['taxDate', 'net', 'tax', 'total'].map((one) => `${other(one)} = {${row}.${one}}`).join(' and ')}
    and coalesce(${other('branch')}, 0) = coalesce({${row}.branch}, 0)`;

const forbid = (
  type: string,
  name: string,
  on: Forbid['on'],
  rule: Pick<Forbid, 'when' | 'condition'>,
): Constraint => ({
  kind: 'forbid',
  type,
  name: `billing_${name}`,
  on,
  hold: TAX_MONTHS_LOCK,
  code: 'tax_month.month_closed',
  ...rule,
});

/** A note takes its number when it is inserted, or as a draft later; afterwards its state decides what it takes off. */
const note = (type: string, name: string): Constraint[] => [
  forbid(type, `${name}_month_insert`, 'insert', {
    when: '{new.number} is not null',
    condition: isClosed('{new.issuedOn}'),
  }),
  forbid(type, `${name}_month_update`, 'update', {
    when: '{new.number} is not null and {old.state} <> {new.state}',
    condition: isClosed('coalesce({old.issuedOn}, {new.issuedOn})'),
  }),
];

/**
 * A closed tax month was reported: nothing is dated in it any more, and what is in it keeps its value. A replacement
 * that changes neither value nor day (a wrong name, a wrong address) leaves the return as it was.
 */
export const taxMonthConstraints: readonly Constraint[] = [
  {
    kind: 'unique',
    type: TAX_MONTH,
    name: 'billing_tax_months_month',
    columns: ['month'],
    code: 'tax_month.already_closed',
  },
  {
    kind: 'freeze',
    type: TAX_MONTH,
    when: "{state} = 'closed'",
    columns: [
      ...['month', 'firstDay', 'lastDay', 'currency', 'documents', 'value', 'vat', 'zero', 'exempt'],
      ...['branches', 'closedAt', 'closedBy'],
    ],
  },
  {
    kind: 'unique',
    type: TAX_INVOICE,
    name: 'billing_tax_invoices_replaces',
    columns: ['replaces'],
    when: '{replaces} is not null',
    code: 'tax_invoice.replaced_already',
  },
  {
    kind: 'index',
    type: TAX_INVOICE,
    name: 'billing_tax_invoices_late',
    columns: ['taxPointOn'],
    when: '{taxPointOn} is not null',
  },
  forbid(INVOICE, 'invoices_month_insert', 'insert', {
    when: '{new.number} is not null',
    // What was taken over enters the books on that day, however old it is.
    condition: isClosed('coalesce({new.takenOverOn}, {new.issuedOn})'),
  }),
  forbid(INVOICE, 'invoices_month_update', 'update', {
    when: '{old.number} is null and {new.number} is not null',
    condition: isClosed('{new.issuedOn}'),
  }),
  forbid(RECEIPT, 'receipts_month_insert', 'insert', {
    // A receipt in one with a tax invoice follows it: what replaces one of a closed month bears its day too.
    when: '{new.taxInvoice} is null',
    condition: isClosed('{new.issuedOn}'),
  }),
  // Tax invoices that were taken over were reported before: no return of ours says them.
  forbid(TAX_INVOICE, 'tax_invoices_month_insert', 'insert', {
    when: '{new.takenOverOn} is null',
    condition: `${isClosed('{new.taxDate}')} and not exists (select 1 from {${TAX_INVOICE}} o
      where o.id = {new.replaces} and ${other('state')} = 'issued' and ${saysTheSame('new')})`,
  }),
  forbid(TAX_INVOICE, 'tax_invoices_month_update', 'update', {
    when: '{old.state} <> {new.state} and {old.takenOverOn} is null',
    condition: `${isClosed('{old.taxDate}')} and not ({new.state} = 'replaced' and exists (
      select 1 from {${TAX_INVOICE}} o where ${other('replaces')} = {old.id} and ${saysTheSame('old')}))`,
  }),
  ...note(CREDIT_NOTE, 'credit_notes'),
  ...note(DEBIT_NOTE, 'debit_notes'),
];
