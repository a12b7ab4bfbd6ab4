import type { Rows } from '../../plugins/platform/kit/src/rows';

const ORDER = 'plugin::sales.order';
const ORDER_LINE = 'plugin::sales.order-line';
const INVOICE = 'plugin::billing.invoice';
const INVOICE_LINE = 'plugin::billing.invoice-line';
const PAYMENT = 'plugin::billing.payment';
const CONTRACT = 'plugin::contracts.contract';
const CONTRACT_LINE = 'plugin::contracts.contract-line';
const BILLING_PERIOD = 'plugin::contracts.billing-period';
const EVENT = 'plugin::platform.event';

/** What an order or a payment writes as one, and yet stands there only in part: nothing, unless atomicity is broken. */
export async function halfWritten(rows: Rows): Promise<string[]> {
  const table = (uid: string): string => `"${rows.table(uid)}"`;
  const column = (uid: string, attribute: string): string => `"${rows.column(uid, attribute)}"`;
  const lines = (line: string, relation: string): string =>
    `(select count(*) from ${table(line)} l where l.${column(line, relation)} = t.id)`;
  const events = (name: string): string =>
    `(select count(*) from ${table(EVENT)} e where e.name = '${name}' and
       e.${column(EVENT, 'subjectDocumentId')} = t.document_id)`;
  const paid = (uid: string): string =>
    `exists (select 1 from ${table(INVOICE)} i where i.id = t.${column(uid, 'invoice')} and i.state = 'paid')`;
  const checks: Record<string, [string, string]> = {
    'order without five lines': [ORDER, `${lines(ORDER_LINE, 'order')} <> 5`],
    'order without its event': [ORDER, `${events('order.placed')} <> 1`],
    'order without an invoice': [ORDER, `t.${column(ORDER, 'invoice')} is null`],
    'invoice without five lines': [INVOICE, `${lines(INVOICE_LINE, 'invoice')} <> 5`],
    'invoice without its event': [INVOICE, `${events('invoice.issued')} <> 1`],
    'invoice paid without its event': [INVOICE, `t.state = 'paid' and ${events('invoice.paid')} <> 1`],
    'payment submitted without its event': [PAYMENT, `${events('payment.submitted')} <> 1`],
    'transfer submitted without its slip': [
      PAYMENT,
      `t.method = 'bank_transfer' and t.${column(PAYMENT, 'slip')} is null`,
    ],
    'payment without its event': [PAYMENT, `t.state = 'succeeded' and ${events('payment.succeeded')} <> 1`],
    'order still placed though paid': [ORDER, `t.state = 'placed' and ${paid(ORDER)}`],
    'paid order whose recurring lines nothing promises': [
      ORDER,
      `${paid(ORDER)} and exists (select 1 from ${table(ORDER_LINE)} o
         where o.${column(ORDER_LINE, 'order')} = t.id and o.per <> 'one_time' and not exists (
           select 1 from ${table(CONTRACT_LINE)} c where c.${column(CONTRACT_LINE, 'orderLine')} = o.id))`,
    ],
    'contract without its event': [CONTRACT, `${events('contract.made')} <> 1`],
    'contract that waits though its invoice is paid': [CONTRACT, `t.state = 'awaiting_start' and ${paid(CONTRACT)}`],
    'contract active without its event': [CONTRACT, `t.state = 'active' and ${events('contract.activated')} <> 1`],
    'contract without the period that its invoice billed': [
      CONTRACT,
      `t.state = 'active' and exists (select 1 from ${table(CONTRACT_LINE)} l
         where l.${column(CONTRACT_LINE, 'contract')} = t.id and not exists (
           select 1 from ${table(BILLING_PERIOD)} p
           where p.${column(BILLING_PERIOD, 'line')} = l.id
             and p.${column(BILLING_PERIOD, 'invoice')} = t.${column(CONTRACT, 'invoice')}))`,
    ],
  };
  const knex = await rows.knex();
  const found: string[] = [];
  for (const [name, [uid, condition]] of Object.entries(checks)) {
    const wrong = (await knex
      .from(knex.raw(`${table(uid)} as t`))
      .whereRaw(condition)
      .select('t.document_id')) as { document_id: string }[];
    found.push(...wrong.map((row) => `${name}: ${row.document_id}`));
  }
  return found;
}
