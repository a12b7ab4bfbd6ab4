import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import {
  ALLOCATION,
  CREDIT_NOTE,
  CREDIT_NOTE_LINE,
  DEBIT_NOTE,
  DEBIT_NOTE_LINE,
  INVOICE,
  INVOICE_LINE,
  REFUND,
  TAX_INVOICE,
} from '../content-types/types';
import type { ProofRow } from './proof';

/** What must hold of the notes that correct invoices, each as one statement that returns only the rows where it does not. */
export const noteProofStore = ({ rows }: Platform) => {
  const table = (uid: string): string => `"${rows.table(uid)}"`;
  const of = (uid: string, alias: string) => (attribute: string) => `${alias}."${rows.column(uid, attribute)}"`;
  const sum = (what: string): string => `cast(coalesce(sum(${what}), 0) as bigint)`;
  const i = of(INVOICE, 'i');
  const l = of(INVOICE_LINE, 'l');
  const c = of(CREDIT_NOTE, 'c');
  const cl = of(CREDIT_NOTE_LINE, 'cl');
  const d = of(DEBIT_NOTE, 'd');
  const t = of(TAX_INVOICE, 't');
  const a = of(ALLOCATION, 'a');
  const f = of(REFUND, 'f');

  async function all(sql: string): Promise<ProofRow[]> {
    return rows.ask<ProofRow>(sql);
  }

  return {
    /** Notes that are not the sum of their lines, or whose part in the VAT report is not that of their taxed lines. */
    async notesUnlikeLines() {
      const read = (note: string, line: string, parent: string, taxed: string): Promise<ProofRow[]> => {
        const n = of(note, 'n');
        const nl = of(line, 'nl');
        return all(`
          select ${n('documentId')} as document, ${n('number')} as number, ${n('currency')} as currency,
            ${n('total')} as total, ${sum(nl('total'))} as lines
          from ${table(note)} n left join ${table(line)} nl on ${nl(parent)} = n.id
          where ${n('number')} is not null
          group by n.id, ${n('documentId')}, ${n('number')}, ${n('currency')}, ${n('total')}, ${n('tax')},
            ${n('taxedNet')}, ${n('taxedTax')}
          having ${n('total')} <> ${sum(nl('total'))} or ${n('tax')} <> ${sum(nl('tax'))}
            or ${n('taxedNet')} <> ${sum(`case when ${taxed} then ${nl('net')} else 0 end`)}
            or ${n('taxedTax')} <> ${sum(`case when ${taxed} then ${nl('tax')} else 0 end`)}`);
      };
      const nl = of(CREDIT_NOTE_LINE, 'nl');
      return [
        ...(await read(
          CREDIT_NOTE,
          CREDIT_NOTE_LINE,
          'creditNote',
          `${nl('taxInvoice')} is not null or ${nl('debitNote')} is not null`,
        )),
        ...(await read(
          DEBIT_NOTE,
          DEBIT_NOTE_LINE,
          'debitNote',
          `${of(DEBIT_NOTE_LINE, 'nl')('taxInvoice')} is not null`,
        )),
      ];
    },

    /** Invoice lines of which more is credited than there is, in amount or quantity. */
    linesOvercredited() {
      return all(`
        select x.* from (
          select ${i('documentId')} as document, ${i('number')} as number, ${i('currency')} as currency,
            ${l('description')} as line, ${l('total')} as total, ${l('quantity')} as quantity,
            ${sum(cl('total'))} as credited, ${sum(cl('quantity'))} as pieces
          from ${table(CREDIT_NOTE_LINE)} cl join ${table(CREDIT_NOTE)} c on c.id = ${cl('creditNote')}
            join ${table(INVOICE_LINE)} l on l.id = ${cl('invoiceLine')} join ${table(INVOICE)} i on i.id = ${l('invoice')}
          where ${c('state')} = 'issued'
          group by l.id, ${i('documentId')}, ${i('number')}, ${i('currency')}, ${l('description')}, ${l('total')},
            ${l('quantity')}
        ) x where x.credited > x.total or x.pieces > x.quantity`);
    },

    /** Tax invoices of which credit notes take back more than they said, in amount or VAT. */
    taxInvoicesOvercredited() {
      return all(`
        select x.* from (
          select ${t('documentId')} as document, ${t('number')} as number, ${t('currency')} as currency,
            ${t('total')} as total, ${t('tax')} as tax, ${sum(cl('total'))} as credited, ${sum(cl('tax'))} as vat
          from ${table(CREDIT_NOTE_LINE)} cl join ${table(CREDIT_NOTE)} c on c.id = ${cl('creditNote')}
            join ${table(TAX_INVOICE)} t on t.id = ${cl('taxInvoice')}
          where ${c('state')} = 'issued'
          group by t.id, ${t('documentId')}, ${t('number')}, ${t('currency')}, ${t('total')}, ${t('tax')}
        ) x where x.credited > x.total or x.vat > x.tax`);
    },

    /** Credit notes of which more is laid on invoices than they give. */
    creditNotesOverdrawn() {
      return all(`
        select x.* from (
          select ${c('documentId')} as document, ${c('number')} as number, ${c('currency')} as currency,
            case when ${c('state')} = 'issued' then ${c('total')} else 0 end as amount,
            (select ${sum(a('credit'))} from ${table(ALLOCATION)} a
              where ${a('creditNote')} = c.id and ${a('undone')} = false)
            + (select ${sum(f('amount'))} from ${table(REFUND)} f
              where ${f('creditNote')} = c.id and ${f('state')} <> 'cancelled') as allocated
          from ${table(CREDIT_NOTE)} c
        ) x where x.allocated > x.amount`);
    },

    /** Debit notes whose difference is not what their invoice asks for. */
    debitNotesUnlikeInvoices() {
      return all(`
        select x.* from (
          select ${d('documentId')} as document, ${d('number')} as number, ${d('currency')} as currency,
            ${d('total')} as total, ${i('total')} as expected, ${d('tax')} as vat, ${i('tax')} as tax
          from ${table(DEBIT_NOTE)} d join ${table(INVOICE)} i on i.id = ${d('payable')}
        ) x where x.total <> x.expected or x.vat <> x.tax`);
    },
  };
};
