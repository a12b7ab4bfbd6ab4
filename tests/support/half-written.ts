import type { Rows } from '../../plugins/platform/kit/src/rows';

const ORDER = 'plugin::sales.order';
const ORDER_LINE = 'plugin::sales.order-line';
const INVOICE = 'plugin::billing.invoice';
const INVOICE_LINE = 'plugin::billing.invoice-line';
const PAYMENT = 'plugin::billing.payment';
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
    'order still placed though paid': [
      ORDER,
      `t.state = 'placed' and exists (select 1 from ${table(INVOICE)} i
         where i.id = t.${column(ORDER, 'invoice')} and i.state = 'paid')`,
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
