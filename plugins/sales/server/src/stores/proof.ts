import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { LIVE_STATES } from '../domain/order-machine';
import { INVOICE, ORDER, ORDER_LINE, PRODUCT, SHELF, STOCK_ITEM, STOCK_MOVEMENT } from '../content-types/types';

const INVOICE_LINE = 'plugin::billing.invoice-line';
const TAX_INVOICE = 'plugin::billing.tax-invoice';
const TAX_INVOICE_LINE = 'plugin::billing.tax-invoice-line';
const CREDIT_NOTE = 'plugin::billing.credit-note';
const CREDIT_NOTE_LINE = 'plugin::billing.credit-note-line';

export interface Range {
  from?: string;
  to?: string;
}

type Row = Record<string, string | number | null>;
const LIVE = LIVE_STATES.map((state) => `'${state}'`).join(', ');

/**
 * Sums that must agree, each as one statement that returns only the rows where they do not. Sums are cast back to
 * bigint: PostgreSQL makes numeric of them, which arrives as a float.
 */
export const proofStore = (rows: Rows) => {
  const table = (uid: string): string => `"${rows.table(uid)}"`;
  const column = (uid: string, alias: string, attribute: string): string => `${alias}."${rows.column(uid, attribute)}"`;
  const p = (attribute: string) => column(PRODUCT, 'p', attribute);
  const s = (attribute: string) => column(STOCK_ITEM, 's', attribute);
  const h = (attribute: string) => column(SHELF, 'h', attribute);
  const m = (attribute: string) => column(STOCK_MOVEMENT, 'm', attribute);
  const o = (attribute: string) => column(ORDER, 'o', attribute);
  const l = (attribute: string) => column(ORDER_LINE, 'l', attribute);
  const i = (attribute: string) => column(INVOICE, 'i', attribute);
  const il = (attribute: string) => column(INVOICE_LINE, 'il', attribute);
  const t = (attribute: string) => column(TAX_INVOICE, 't', attribute);
  const tl = (attribute: string) => column(TAX_INVOICE_LINE, 'tl', attribute);
  const c = (attribute: string) => column(CREDIT_NOTE, 'c', attribute);
  const cl = (attribute: string) => column(CREDIT_NOTE_LINE, 'cl', attribute);
  const sum = (what: string): string => `cast(coalesce(sum(${what}), 0) as bigint)`;
  /** What invoices that amending added to an order ask for. */
  const extra = `(select ${sum('x."total"')} from ${table(INVOICE)} x where x.id in
    (select ${l('invoice')} from ${table(ORDER_LINE)} l where ${l('order')} = o.id and ${l('invoice')} is not null))`;
  const moved = (signs: Record<string, string>): string =>
    sum(
      `case ${m('kind')} ${Object.entries(signs)
        .map(([kind, sign]) => `when '${kind}' then ${sign}${m('quantity')}`)
        .join(' ')} else 0 end`,
    );

  async function all(sql: string, range: Range = {}, at?: string): Promise<Row[]> {
    const bindings: string[] = [];
    // Instants are text or numbers by database: the date part is compared where the row's date can be read alike.
    const days = (['from', 'to'] as const).flatMap((end) => {
      const day = range[end];
      if (day === undefined || at === undefined) return [];
      bindings.push(day);
      return [`${dayOf(at)} ${end === 'from' ? '>=' : '<='} ?`];
    });
    return rows.ask<Row>(sql.replace('/*range*/', days.map((day) => ` and ${day}`).join('')), bindings);
  }

  const dayOf = (at: string): string =>
    rows.dialect === 'postgres'
      ? `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD')`
      : `strftime('%Y-%m-%d', ${at} / 1000.0, 'unixepoch')`;

  return {
    /** Stock items whose levels are not what their movements add up to. */
    stockUnlikeMovements: () =>
      all(`
        select ${s('documentId')} as document, ${p('name')} as product, ${s('onHand')} as on_hand, ${s('reserved')} as reserved,
          ${moved({ receive: '', adjust: '', count: '', return: '', ship: '-', set_aside: '-' })} as moved_on_hand,
          ${moved({ reserve: '', release: '-', ship: '-' })} as moved_reserved
        from ${table(STOCK_ITEM)} s
        join ${table(PRODUCT)} p on p.id = ${s('product')}
        left join ${table(STOCK_MOVEMENT)} m on ${m('stockItem')} = s.id
        group by s.id, ${s('documentId')}, ${p('name')}, ${s('onHand')}, ${s('reserved')}
        having ${s('onHand')} <> ${moved({ receive: '', adjust: '', count: '', return: '', ship: '-', set_aside: '-' })}
          or ${s('reserved')} <> ${moved({ reserve: '', release: '-', ship: '-' })}`),

    /** Stock items of which warehouses hold more or less than there is. */
    stockUnlikeShelves: () =>
      all(`
        select x.* from (
          select ${s('documentId')} as document, ${p('name')} as product, ${s('onHand')} as on_hand,
            (select ${sum(h('onHand'))} from ${table(SHELF)} h where ${h('stockItem')} = s.id) as placed
          from ${table(STOCK_ITEM)} s join ${table(PRODUCT)} p on p.id = ${s('product')}
        ) x where x.on_hand <> x.placed`),

    /** Stock items that promise another quantity than open orders wait for. */
    stockUnlikeOrders: () =>
      all(`
        select x.* from (
          select ${s('documentId')} as document, ${p('name')} as product, ${s('reserved')} as reserved,
            (select ${sum(`${l('quantity')} - ${l('delivered')}`)}
              from ${table(ORDER_LINE)} l join ${table(ORDER)} o on o.id = ${l('order')}
              where ${l('product')} = p.id and ${l('stockTracked')} = true and ${o('state')} in (${LIVE})
                and ${l('goodsFreedAt')} is null) as waiting
          from ${table(STOCK_ITEM)} s join ${table(PRODUCT)} p on p.id = ${s('product')}
        ) x where x.reserved <> x.waiting`),

    /** Orders whose total is not the sum of their lines. */
    ordersUnlikeLines: (range: Range) =>
      all(
        `
        select ${o('documentId')} as document, ${o('number')} as number, ${o('currency')} as currency, ${o('total')} as total,
          ${sum(l('total'))} as lines
        from ${table(ORDER)} o left join ${table(ORDER_LINE)} l on ${l('order')} = o.id
        where ${o('state')} <> 'draft'/*range*/
        group by o.id, ${o('documentId')}, ${o('number')}, ${o('currency')}, ${o('total')}, ${o('net')}, ${o('tax')}
        having ${o('total')} <> ${sum(l('total'))} or ${o('net')} <> ${sum(l('net'))} or ${o('tax')} <> ${sum(l('tax'))}`,
        range,
        o('placedAt'),
      ),

    /** Orders whose invoice asks for another amount, and those that no standing invoice asks for. */
    ordersUnlikeInvoices: (range: Range) =>
      all(
        `
        select ${o('documentId')} as document, ${o('number')} as number, ${o('state')} as state, ${o('currency')} as currency,
          ${o('total')} as total, ${i('number')} as invoice, ${i('total')} + ${extra} - ${o('amendedOff')} as invoiced
        from ${table(ORDER)} o left join ${table(INVOICE)} i on i.id = ${o('invoice')}
        where ${o('state')} not in ('draft', 'awaiting_approval', 'cancelled', 'expired')
          and (i.id is null or ${i('state')} in ('void', 'discarded') or ${i('total')} + ${extra} <> ${o('total')} + ${o('amendedOff')})/*range*/`,
        range,
        o('placedAt'),
      ),

    /**
     * Handed-over goods with VAT whose value is on no tax invoice (s.78), nor was credited before it was taxed; a satang
     * of rounding is let be.
     */
    shipmentsNotTaxed: (range: Range) =>
      all(
        `
        select x.* from (
          select ${o('documentId')} as document, ${o('number')} as number, ${o('currency')} as currency,
            cast(${l('total')} * ${l('delivered')} / ${l('quantity')} as bigint) as value,
            (select ${sum(tl('total'))}
              from ${table(TAX_INVOICE_LINE)} tl
              join ${table(TAX_INVOICE)} t on t.id = ${tl('taxInvoice')}
              join ${table(INVOICE_LINE)} il on il.id = ${tl('invoiceLine')}
              where ${il('sourceLine')} = ${l('documentId')} and ${t('state')} = 'issued')
            + (select ${sum(cl('total'))}
              from ${table(CREDIT_NOTE_LINE)} cl
              join ${table(CREDIT_NOTE)} c on c.id = ${cl('creditNote')}
              join ${table(INVOICE_LINE)} il on il.id = ${cl('invoiceLine')}
              where ${il('sourceLine')} = ${l('documentId')} and ${c('state')} = 'issued'
                and ${cl('taxInvoice')} is null and ${cl('debitNote')} is null) as taxed
          from ${table(ORDER_LINE)} l join ${table(ORDER)} o on o.id = ${l('order')}
          where ${l('kind')} = 'goods' and ${l('delivered')} > 0 and ${l('tax')} > 0/*range*/
        ) x where x.taxed < x.value - 1`,
        range,
        o('placedAt'),
      ),
  };
};
