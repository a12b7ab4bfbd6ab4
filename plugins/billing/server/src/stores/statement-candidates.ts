import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { REFERENCES } from '../content-types/statement-constraints';
import { CUSTOMER, INVOICE, PAYER_ACCOUNT } from '../content-types/types';
import type { IncomingLine, InvoiceCandidate } from '../domain/statements/match-line';
import { referenceKeyOf } from '../domain/statements/references';
import { listed } from './listed';
import { isOffered } from './offers';

/** As many invoices of one amount or reference are looked at; more of them are none the surer. */
const OF_AN_AMOUNT = 6;
const OF_A_REFERENCE = 12;
const OF_A_DUE = 4;
/** As many open invoices of one customer; of who has more, sums are not tried. */
const OF_A_CUSTOMER = 60;

interface InvoiceRow {
  id: number;
  documentId: string;
  number: string;
  customer: number;
  amountDue: string | number;
  dueDate: unknown;
  sourceNumber: string | null;
  poNumber: string | null;
}

/** Money of a line of a statement, and its day. */
type Incoming = Pick<IncomingLine, 'amount' | 'date'>;

export const keyOrNull = (text: string | null): string | null => (text ? referenceKeyOf(text) || null : null);

const candidateOf = (row: InvoiceRow): InvoiceCandidate => ({
  id: Number(row.id),
  documentId: row.documentId,
  number: row.number,
  customer: Number(row.customer),
  amountDue: BigInt(row.amountDue),
  withheld: 0n,
  early: 0n,
  dueDate: String(row.dueDate).slice(0, 10),
  numberKey: referenceKeyOf(row.number),
  orderKey: keyOrNull(row.sourceNumber),
  poKey: keyOrNull(row.poNumber),
});

/** What lines of statements may be of, each kind as one statement for as many lines as asked. */
export function statementCandidates(platform: Platform, currency: string) {
  const { rows } = platform;
  const table = (uid: string): string => `"${rows.table(uid)}"`;
  const of = (uid: string, alias: string) => (attribute: string) => `${alias}."${rows.column(uid, attribute)}"`;
  const [i, c] = [of(INVOICE, 'i'), of(CUSTOMER, 'c')];
  const fill = (expression: string): string => expression.replace(/\{(\w+)\}/g, (_, attribute: string) => i(attribute));
  const invoiceFields = [
    `i.id as "id", ${i('documentId')} as "documentId", ${i('number')} as "number", ${i('customer')} as "customer"`,
    `${i('amountDue')} as "amountDue", ${i('dueDate')} as "dueDate", ${i('sourceNumber')} as "sourceNumber"`,
    `${i('poNumber')} as "poNumber"`,
  ].join(', ');
  const named = `${i('state')} = 'open' and ${i('currency')} = ?`;
  // Who does not name an offer does not take it.
  const open = `${named} and not ${isOffered(platform, 'i.id')}`;
  const first = (by: string): string =>
    `row_number() over (partition by ${by} order by ${i('dueDate')}, i.id) as "place"`;
  const many = (by: string): string => `count(*) over (partition by ${by}) as "many"`;

  const values = (type: 'bigint' | 'integer' | 'text', list: readonly (bigint | number | string)[]) =>
    listed(
      platform,
      'v',
      { value: type },
      [...new Set(list)].map((value) => ({ value })),
    );

  async function all<T>(sql: string, bindings: readonly unknown[]): Promise<T[]> {
    return rows.ask<T>(sql, bindings as never);
  }

  async function totals(lines: readonly Incoming[]) {
    const list = values(
      'bigint',
      lines.map(({ amount }) => amount),
    );
    const days = [...new Set(lines.map(({ date }) => date))].sort();
    const onDays = listed(
      platform,
      'd',
      { day: 'text' },
      days.map((day) => ({ day })),
    );
    const until = rows.dialect === 'postgres' ? `to_char(${i('earlyUntil')}, 'YYYY-MM-DD')` : i('earlyUntil');
    const money = listed(
      platform,
      'v',
      { value: 'bigint', day: 'text' },
      lines.map(({ amount, date }) => ({ value: amount, day: date })),
    );
    return all<{ customer: number; total: string | number; day: string | null }>(
      `with t as (
         select ${i('customer')} as customer, cast(sum(${i('amountDue')}) as bigint) as total
         from ${table(INVOICE)} i where ${open} group by ${i('customer')} having count(*) > 1),
       p as (
         select ${i('customer')} as customer, d."day", cast(sum(${i('earlyDiscount')}) as bigint) as promised
         from ${table(INVOICE)} i join ${onDays.sql} on ${until} >= d."day"
         where ${open} and ${i('earlyUntil')} >= ? group by ${i('customer')}, d."day")
       select t.customer as "customer", v."value" as "total", null as "day"
       from t join ${list.sql} on v."value" = t.total
       union all
       select t.customer, v."value", v."day" from t join p on p.customer = t.customer and p.promised > 0
       join ${money.sql} on v."value" = t.total - p.promised and v."day" = p."day"`,
      [currency, onDays.binding, currency, days[0], list.binding, money.binding],
    );
  }

  return {
    /** Open invoices of exactly these amounts: the first few of each, and how many there are. */
    async ofAmounts(amounts: readonly bigint[]): Promise<Map<bigint, { many: number; invoices: InvoiceCandidate[] }>> {
      const list = values('bigint', amounts);
      const found = await all<InvoiceRow & { many: number }>(
        `select * from (select ${invoiceFields}, ${first(i('amountDue'))}, ${many(i('amountDue'))}
           from ${list.sql} join ${table(INVOICE)} i on ${i('amountDue')} = v."value" and ${open}) x
         where x."place" <= ${OF_AN_AMOUNT}`,
        [list.binding, currency],
      );
      const byAmount = new Map<bigint, { many: number; invoices: InvoiceCandidate[] }>();
      for (const row of found) {
        const invoice = candidateOf(row);
        const known = byAmount.get(invoice.amountDue) ?? { many: Number(row.many), invoices: [] };
        known.invoices.push(invoice);
        byAmount.set(invoice.amountDue, known);
      }
      return byAmount;
    },

    /** Open invoices of these amounts of these customers: where very many are of one amount, theirs is not among the first. */
    async ofCustomersAmounts(wanted: readonly { customer: number; amount: bigint }[]): Promise<InvoiceCandidate[]> {
      if (wanted.length === 0) return [];
      const list = listed(platform, 'v', { customer: 'integer', amount: 'bigint' }, wanted);
      const found = await all<InvoiceRow>(
        `select distinct ${invoiceFields} from ${list.sql}
         join ${table(INVOICE)} i on ${i('amountDue')} = v."amount" and ${i('customer')} = v."customer" and ${open}`,
        [list.binding, currency],
      );
      return found.map(candidateOf);
    },

    /** Open invoices whose number, order or purchase order is one of these, as they are compared; offers by their number. */
    async ofReferences(references: readonly string[]): Promise<Map<string, InvoiceCandidate[]>> {
      const byKey = new Map<string, InvoiceCandidate[]>();
      if (references.length === 0) return byKey;
      const list = values('text', references);
      const each = (['number', 'sourceNumber', 'poNumber'] as const).map(
        (attribute) => `
          select ${invoiceFields}, v."value" as "key", ${first('v."value"')} from ${list.sql}
          join ${table(INVOICE)} i on ${fill(REFERENCES[attribute])} = v."value" and ${i(attribute)} is not null and ${attribute === 'number' ? named : open}`,
      );
      const found = await all<InvoiceRow & { key: string }>(
        `select * from (${each.join(' union all ')}) x where x."place" <= ${OF_A_REFERENCE}`,
        each.flatMap(() => [list.binding, currency]),
      );
      for (const row of found) byKey.set(row.key, [...(byKey.get(row.key) ?? []), candidateOf(row)]);
      return byKey;
    },

    /** Customers whose money came from these payers before, by how the payer is remembered. */
    async ofPayers(keys: readonly string[]): Promise<Map<string, number[]>> {
      const known = await rows.find<{ payerKey: string; customer: number }>(
        PAYER_ACCOUNT,
        (query, column) => void query.whereIn(column('payerKey'), [...new Set(keys)]),
        { fields: ['payerKey', 'customer'] },
      );
      const byKey = new Map<string, number[]>();
      for (const { payerKey, customer } of known) byKey.set(payerKey, [...(byKey.get(payerKey) ?? []), customer]);
      return byKey;
    },

    /** Active customers of these names, as names are compared. */
    async ofNames(names: readonly string[]): Promise<Map<string, number[]>> {
      const known = await rows.find<{ nameKey: string }>(
        CUSTOMER,
        (query, column) => void query.whereIn(column('nameKey'), [...new Set(names)]).where(column('state'), 'active'),
        { fields: ['nameKey'] },
      );
      const byName = new Map<string, number[]>();
      for (const { nameKey, id } of known) byName.set(nameKey, [...(byName.get(nameKey) ?? []), id]);
      return byName;
    },

    /** Open invoices of customers, oldest due first; `whole` where that is all of them. */
    async ofCustomers(
      customers: readonly number[],
    ): Promise<Map<number, { whole: boolean; invoices: InvoiceCandidate[] }>> {
      const byCustomer = new Map<number, { whole: boolean; invoices: InvoiceCandidate[] }>();
      if (customers.length === 0) return byCustomer;
      const list = values('integer', customers);
      const found = await all<InvoiceRow & { many: number }>(
        `select * from (select ${invoiceFields}, ${first(i('customer'))}, ${many(i('customer'))}
           from ${list.sql} join ${table(INVOICE)} i on ${i('customer')} = v."value" and ${open}) x
         where x."place" <= ${OF_A_CUSTOMER} order by x."place"`,
        [list.binding, currency],
      );
      for (const row of found) {
        const invoice = candidateOf(row);
        const known = byCustomer.get(invoice.customer) ?? { whole: Number(row.many) <= OF_A_CUSTOMER, invoices: [] };
        known.invoices.push(invoice);
        byCustomer.set(invoice.customer, known);
      }
      return byCustomer;
    },

    /** Open invoices of those who withhold of which one of these amounts is due: the first few of each. */
    async ofWithholding(dues: readonly bigint[]): Promise<Map<bigint, InvoiceCandidate[]>> {
      const byAmount = new Map<bigint, InvoiceCandidate[]>();
      if (dues.length === 0) return byAmount;
      const list = values('bigint', dues);
      const found = await all<InvoiceRow>(
        `select * from (select ${invoiceFields}, ${first(i('amountDue'))}
           from ${list.sql}
           join ${table(INVOICE)} i on ${i('amountDue')} = v."value" and ${open}
           join ${table(CUSTOMER)} c on c.id = ${i('customer')} and ${c('kind')} <> 'person') x
         where x."place" <= ${OF_A_DUE}`,
        [list.binding, currency],
      );
      for (const row of found) {
        const invoice = candidateOf(row);
        byAmount.set(invoice.amountDue, [...(byAmount.get(invoice.amountDue) ?? []), invoice]);
      }
      return byAmount;
    },

    /** Open invoices of which one of these amounts is due less what they promise to who is early: the first few of each. */
    async ofEarly(amounts: readonly bigint[]): Promise<Map<bigint, InvoiceCandidate[]>> {
      const byAmount = new Map<bigint, InvoiceCandidate[]>();
      if (amounts.length === 0) return byAmount;
      const list = values('bigint', amounts);
      const less = `${i('amountDue')} - ${i('earlyDiscount')}`;
      const found = await all<InvoiceRow & { less: string | number }>(
        `select t.* from (select ${invoiceFields}, ${less} as "less", ${first(less)}
           from ${table(INVOICE)} i where ${open} and ${i('earlyUntil')} is not null) t
         join ${list.sql} on v."value" = t."less"
         where t."place" <= ${OF_A_DUE}`,
        [currency, list.binding],
      );
      for (const row of found) {
        const amount = BigInt(row.less);
        byAmount.set(amount, [...(byAmount.get(amount) ?? []), candidateOf(row)]);
      }
      return byAmount;
    },

    /**
     * Customers of several open invoices that come together to the money of one of these lines: all that is due, or that
     * less what is promised to who is early on its day.
     */
    async ofTotals(lines: readonly Incoming[]): Promise<(line: Incoming) => number[]> {
      const found = lines.length === 0 ? [] : await totals(lines);
      const byLine = new Map<string, number[]>();
      for (const { customer, total, day } of found) {
        const key = `${total} ${day ?? ''}`;
        byLine.set(key, [...(byLine.get(key) ?? []), Number(customer)]);
      }
      return ({ amount, date }) => [...(byLine.get(`${amount} `) ?? []), ...(byLine.get(`${amount} ${date}`) ?? [])];
    },

    /** Customers as proposals name them, and whether they withhold. */
    customers: (ids: readonly number[]) =>
      rows.byIds<{ name: string; kind: 'person' | 'organisation' | 'government' }>(CUSTOMER, ids, {
        fields: ['name', 'kind'],
      }),
  };
}

export type StatementCandidates = ReturnType<typeof statementCandidates>;
