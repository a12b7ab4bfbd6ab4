import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import {
  ALLOCATION,
  ALLOCATION_LINE,
  CREDIT_NOTE,
  CREDIT_NOTE_LINE,
  DEBIT_NOTE,
  DEBIT_NOTE_LINE,
  INVOICE,
  INVOICE_LINE,
  PAYMENT,
  REFUND,
  TAX_INVOICE,
  TAX_INVOICE_LINE,
} from '../content-types/types';

export type ProofRow = Record<string, string | number | null>;

/**
 * Sums that must agree, each as one statement that returns only the rows where they do not. Sums are cast to bigint:
 * PostgreSQL makes numeric of them, which arrives as a float.
 */
export const proofStore = ({ rows }: Platform) => {
  const table = (uid: string): string => `"${rows.table(uid)}"`;
  const of = (uid: string, alias: string) => (attribute: string) => `${alias}."${rows.column(uid, attribute)}"`;
  const sum = (what: string): string => `cast(coalesce(sum(${what}), 0) as bigint)`;

  async function all(sql: string, bindings: Record<string, string> = {}): Promise<ProofRow[]> {
    return rows.ask<ProofRow>(sql, bindings);
  }

  const columns = () => ({
    i: of(INVOICE, 'i'),
    l: of(INVOICE_LINE, 'l'),
    p: of(PAYMENT, 'p'),
    a: of(ALLOCATION, 'a'),
    al: of(ALLOCATION_LINE, 'al'),
    t: of(TAX_INVOICE, 't'),
    tl: of(TAX_INVOICE_LINE, 'tl'),
    c: of(CREDIT_NOTE, 'c'),
    f: of(REFUND, 'f'),
    cl: of(CREDIT_NOTE_LINE, 'cl'),
    d: of(DEBIT_NOTE, 'd'),
    dl: of(DEBIT_NOTE_LINE, 'dl'),
  });

  return {
    /** Issued invoices whose open amount is not their total less what standing allocations settled. */
    openUnlikeAllocations() {
      const { i, a } = columns();
      return all(`
        select x.* from (
          select ${i('documentId')} as document, ${i('number')} as number, ${i('currency')} as currency,
            ${i('amountDue')} as open, ${i('total')} - (select ${sum(a('amount'))} from ${table(ALLOCATION)} a
              where ${a('invoice')} = i.id and ${a('undone')} = false) as expected
          from ${table(INVOICE)} i where ${i('state')} in ('open', 'paid', 'uncollectible')
        ) x where x.open <> x.expected`);
    },

    /** Issued invoices that are not the sum of their lines. */
    invoicesUnlikeLines() {
      const { i, l } = columns();
      return all(`
        select ${i('documentId')} as document, ${i('number')} as number, ${i('currency')} as currency,
          ${i('total')} as total, ${sum(l('total'))} as lines
        from ${table(INVOICE)} i left join ${table(INVOICE_LINE)} l on ${l('invoice')} = i.id
        where ${i('number')} is not null
        group by i.id, ${i('documentId')}, ${i('number')}, ${i('currency')}, ${i('total')}, ${i('net')}, ${i('tax')}
        having ${i('total')} <> ${sum(l('total'))} or ${i('net')} <> ${sum(l('net'))} or ${i('tax')} <> ${sum(l('tax'))}`);
    },

    /** Payments that standing allocations take more from than there is; reversed ones, anything at all. */
    paymentsOverdrawn() {
      const { p, a, f } = columns();
      return all(`
        select x.* from (
          select ${p('documentId')} as document, ${p('state')} as state, ${p('currency')} as currency,
            case when ${p('state')} = 'succeeded' then ${p('amount')} else 0 end as amount,
            (select ${sum(`${a('cash')} + ${a('credit')}`)} from ${table(ALLOCATION)} a
              where ${a('payment')} = p.id and ${a('undone')} = false)
            + (select ${sum(f('amount'))} from ${table(REFUND)} f
              where ${f('payment')} = p.id and ${f('state')} <> 'cancelled') as allocated
          from ${table(PAYMENT)} p
        ) x where x.allocated > x.amount`);
    },

    /** Allocations whose lines do not add up to them. */
    allocationsUnlikeLines() {
      const { a, al } = columns();
      return all(`
        select ${a('documentId')} as document, ${a('currency')} as currency, ${a('amount')} as amount,
          ${sum(al('amount'))} as lines
        from ${table(ALLOCATION)} a left join ${table(ALLOCATION_LINE)} al on ${al('allocation')} = a.id
        group by a.id, ${a('documentId')}, ${a('currency')}, ${a('amount')}
        having ${a('amount')} <> ${sum(al('amount'))}`);
    },

    /** Tax documents that are not the sum of their lines. */
    taxInvoicesUnlikeLines() {
      const { t, tl } = columns();
      return all(`
        select ${t('documentId')} as document, ${t('number')} as number, ${t('currency')} as currency,
          ${t('total')} as total, ${sum(tl('total'))} as lines
        from ${table(TAX_INVOICE)} t left join ${table(TAX_INVOICE_LINE)} tl on ${tl('taxInvoice')} = t.id
        group by t.id, ${t('documentId')}, ${t('number')}, ${t('currency')}, ${t('total')}, ${t('tax')}
        having ${t('total')} <> ${sum(tl('total'))} or ${t('tax')} <> ${sum(tl('tax'))}`);
    },

    /**
     * Lines with VAT of which standing tax documents name more than there is to tax, or less than was paid: a missing tax
     * document. What is credited outside of tax documents is not to be taxed any more. With days, of the invoices that
     * were paid on them.
     */
    linesUnlikeTaxPoints(paid?: { from: string; to: string }) {
      const { i, l, a, al, t, tl, c, cl, d, dl } = columns();
      const paidWithin = paid
        ? `and exists (select 1 from ${table(ALLOCATION)} pa where ${of(ALLOCATION, 'pa')('invoice')} = i.id
            and ${of(ALLOCATION, 'pa')('undone')} = false and ${of(ALLOCATION, 'pa')('payment')} is not null
            and ${of(ALLOCATION, 'pa')('allocatedOn')} between :from and :to)`
        : '';
      return all(
        `
        select x.* from (
          select ${i('documentId')} as document, ${i('number')} as number, ${i('currency')} as currency,
            ${l('description')} as line,
            ${l('total')} - (select ${sum(cl('total'))} from ${table(CREDIT_NOTE_LINE)} cl
              join ${table(CREDIT_NOTE)} c on c.id = ${cl('creditNote')}
              where ${cl('invoiceLine')} = l.id and ${c('state')} = 'issued'
                and ${cl('taxInvoice')} is null and ${cl('debitNote')} is null)
              - (select ${sum(al('amount'))} from ${table(ALLOCATION_LINE)} al
                join ${table(ALLOCATION)} a on a.id = ${al('allocation')}
                where ${al('invoiceLine')} = l.id and ${a('undone')} = false and ${a('deposit')} is not null) as total,
            (select ${sum(al('amount'))} from ${table(ALLOCATION_LINE)} al
              join ${table(ALLOCATION)} a on a.id = ${al('allocation')}
              where ${al('invoiceLine')} = l.id and ${a('undone')} = false and ${a('payment')} is not null) as paid,
            (select ${sum(tl('total'))} from ${table(TAX_INVOICE_LINE)} tl
              join ${table(TAX_INVOICE)} t on t.id = ${tl('taxInvoice')}
              where ${tl('invoiceLine')} = l.id and ${t('state')} = 'issued')
            + (select ${sum(dl('total'))} from ${table(DEBIT_NOTE_LINE)} dl
              join ${table(DEBIT_NOTE)} d on d.id = ${dl('debitNote')}
              where ${dl('payableLine')} = l.id and ${d('state')} = 'issued' and ${dl('taxInvoice')} is not null) as taxed
          from ${table(INVOICE_LINE)} l join ${table(INVOICE)} i on i.id = ${l('invoice')}
          where ${l('tax')} > 0 and ${i('number')} is not null ${paidWithin}
        ) x where x.taxed > x.total or x.taxed < case when x.paid < x.total then x.paid else x.total end`,
        paid,
      );
    },
  };
};
