import {
  ALLOCATION,
  CREDIT_NOTE,
  DEBIT_NOTE,
  DEPOSIT,
  INVOICE,
  INVOICE_LINE,
  PAYMENT,
  REFUND,
  TAX_INVOICE,
} from '../../content-types/types';
import type { DeductionKind } from '../../domain/deduction';
import type { JournalSource } from '../../domain/journal';
import type { ReportScope } from './scope';

const EVENT = 'plugin::platform.event';
const NO_BRANCH = { branch: false };

/** The business day of an instant, as the two databases keep instants. */
export type DayOf = (instant: string) => string;

/** Each kind of document with its day, number, customer and the amounts that it posts; of the days asked. */
export function journalSources({ sql, narrow, within }: ReportScope, dayOf: DayOf): Record<JournalSource, string> {
  const i = sql.of(INVOICE, 'i');
  const l = sql.of(INVOICE_LINE, 'l');
  const t = sql.of(TAX_INVOICE, 't');
  const d = sql.of(DEBIT_NOTE, 'd');
  const n = sql.of(CREDIT_NOTE, 'n');
  const p = sql.of(PAYMENT, 'p');
  const a = sql.of(ALLOCATION, 'a');
  const f = sql.of(REFUND, 'f');
  const e = sql.of(EVENT, 'e');
  const isDeposit = (invoice: string): string =>
    `exists (select 1 from ${sql.table(DEPOSIT, 'x')} where ${sql.of(DEPOSIT, 'x')('invoice')} = ${invoice})`;
  const when = (condition: string, amount: string): string => `case when ${condition} then ${amount} else 0 end`;
  const goods = `(select ${sql.sum(l('net'))} from ${sql.table(INVOICE_LINE, 'l')}
    where ${l('invoice')} = i.id and ${l('kind')} = 'goods')`;

  const taxedBefore = `(select ${sql.sum(t('tax'))} from ${sql.table(TAX_INVOICE, 't')}
    where ${t('invoice')} = i.id and ${t('takenOverOn')} is not null)`;
  const openings = (day: string, states: string): string => `
    select x.*, x."total" - x."undueTax" - x."deposit" as "carried" from (select ${day} as day, i.id as id, ${i('number')} as number,
      ${i('customer')} as customer, ${i('total')} as "total", ${i('tax')} - ${taxedBefore} as "undueTax",
      ${when(isDeposit('i.id'), i('net'))} as "deposit"
    from ${sql.table(INVOICE, 'i')}
    where ${i('state')} in ${states} and ${i('takenOverOn')} is not null and ${narrow(i, NO_BRANCH)}) x
    where ${within('x.day')}`;
  const invoices = (day: string, states: string): string => `
    select x.* from (select ${day} as day, i.id as id, ${i('number')} as number, ${i('customer')} as customer, ${i('total')} as "total",
      ${i('tax')} as "tax", ${when(isDeposit('i.id'), i('net'))} as "deposit",
      ${when(`not ${isDeposit('i.id')}`, goods)} as "goods",
      ${when(`not ${isDeposit('i.id')}`, `${i('net')} - ${goods}`)} as "services"
    from ${sql.table(INVOICE, 'i')}
    where ${i('state')} in ${states} and ${i('takenOverOn')} is null and ${narrow(i, NO_BRANCH)}) x
    where ${within('x.day')}`;
  const payments = (day: string, states: string): string => `
    select ${day} as day, p.id as id, coalesce(${p('reference')}, '') as number, ${p('customer')} as customer,
      ${when(`${p('method')} = 'cash'`, p('amount'))} as "cash",
      ${when(`${p('method')} <> 'cash'`, p('amount'))} as "bank", ${p('amount')} as "amount"
    from ${sql.table(PAYMENT, 'p')} where ${p('state')} in ${states} and ${p('takenOverOn')} is null and ${within(day)}
      and ${narrow(p, NO_BRANCH)}`;
  const openingMoney = (day: string, states: string): string => `
    select ${day} as day, p.id as id, ${p('reference')} as number, ${p('customer')} as customer, ${p('amount')} as "amount"
    from ${sql.table(PAYMENT, 'p')} where ${p('state')} in ${states} and ${p('takenOverOn')} is not null and ${within(day)}
      and ${narrow(p, NO_BRANCH)}`;
  const deducted = (kind?: DeductionKind): string =>
    when(
      kind === undefined ? `coalesce(${a('deductionKind')}, 'other') = 'other'` : `${a('deductionKind')} = '${kind}'`,
      a('deduction'),
    );
  const settlements = (day: string, which: string): string => `
    select ${day} as day, a.id as id, ${i('number')} as number, ${a('customer')} as customer,
      ${a('cash')} + ${a('credit')} as "money", ${a('withheld')} as "withheld", 
      ${deducted()} as "deduction", ${deducted('bank_fee')} as "bankFee", ${deducted('discount')} as "discount",
      ${deducted('retention')} as "retention",
      ${a('writeOff')} as "difference", coalesce(${a('deposited')}, 0) - coalesce(${a('depositedTax')}, 0) as "deposit",
      coalesce(${a('depositedTax')}, 0) as "depositTax", ${a('amount')} as "amount"
    from ${sql.table(ALLOCATION, 'a')} join ${sql.table(INVOICE, 'i')} on i.id = ${a('invoice')}
    where ${which} and ${within(day)} and ${narrow(a, NO_BRANCH)}`;
  const givenUp = (which: string): string => `
    select x.* from (
      select ${dayOf(e('at'))} as day, e.id as id, ${i('number')} as number, ${i('customer')} as customer,
        cast(${sql.json(e('before'), 'amountDue')} as bigint) as "amount"
      from ${sql.table(EVENT, 'e')} join ${sql.table(INVOICE, 'i')} on i.id = ${e('subjectId')}
      where ${e('subjectType')} = '${INVOICE}' and ${which} and ${narrow(i, NO_BRANCH)}
    ) x where ${within('x.day')}`;

  return {
    opening: openings(i('takenOverOn'), "('open', 'paid', 'uncollectible', 'void')"),
    opening_void: openings(dayOf(i('voidedAt')), "('void')"),
    opening_money: openingMoney(p('takenOverOn'), "('succeeded', 'reversed')"),
    opening_money_reversed: openingMoney(p('reversedOn'), "('reversed')"),
    // Of a voided one the posting stays, and is undone on the day it was voided.
    invoice: invoices(i('issuedOn'), "('open', 'paid', 'uncollectible', 'void')"),
    invoice_void: invoices(dayOf(i('voidedAt')), "('void')"),
    tax_invoice: `
      select ${t('taxDate')} as day, t.id as id, ${t('number')} as number, ${t('customer')} as customer, ${t('tax')} as "tax"
      from ${sql.table(TAX_INVOICE, 't')}
      where ${t('state')} = 'issued' and ${t('takenOverOn')} is null and ${within(t('taxDate'))}
        and ${narrow(t, NO_BRANCH)}`,
    debit_note: `
      select ${d('issuedOn')} as day, d.id as id, ${d('number')} as number, ${d('customer')} as customer,
        ${d('taxedTax')} as "tax"
      from ${sql.table(DEBIT_NOTE, 'd')}
      where ${d('state')} = 'issued' and ${within(d('issuedOn'))} and ${narrow(d, NO_BRANCH)}`,
    credit_note: `
      select ${n('issuedOn')} as day, n.id as id, ${n('number')} as number, ${n('customer')} as customer,
        ${when(`not ${isDeposit(n('invoice'))}`, n('net'))} as "returned",
        ${when(isDeposit(n('invoice')), n('net'))} as "deposit", ${n('taxedTax')} as "taxedTax",
        ${n('tax')} - ${n('taxedTax')} as "untaxedTax", ${n('total')} as "total"
      from ${sql.table(CREDIT_NOTE, 'n')}
      where ${n('state')} = 'issued' and ${within(n('issuedOn'))} and ${narrow(n, NO_BRANCH)}`,
    payment: payments(p('receivedOn'), "('succeeded', 'reversed')"),
    payment_reversed: payments(p('reversedOn'), "('reversed')"),
    settlement: settlements(a('allocatedOn'), '1 = 1'),
    settlement_undone: settlements(a('undoneOn'), `${a('undone')} = true`),
    refund: `
      select ${f('sentOn')} as day, f.id as id, ${f('number')} as number, ${f('customer')} as customer,
        ${f('amount')} as "amount"
      from ${sql.table(REFUND, 'f')}
      where ${f('state')} in ('sent', 'confirmed') and ${within(f('sentOn'))} and ${narrow(f, NO_BRANCH)}`,
    write_off: givenUp(`${e('name')} = 'invoice.written_off'`),
    write_off_undone: givenUp(
      `${e('name')} = 'invoice.reopened' and ${sql.json(e('before'), 'state')} = 'uncollectible'`,
    ),
  };
}
