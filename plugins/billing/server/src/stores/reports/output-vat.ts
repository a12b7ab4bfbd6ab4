import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import {
  CREDIT_NOTE,
  CREDIT_NOTE_LINE,
  DEBIT_NOTE,
  DEBIT_NOTE_LINE,
  INVOICE,
  INVOICE_LINE,
  SETTING,
  TAX_INVOICE,
  TAX_INVOICE_LINE,
} from '../../content-types/types';
import type { TaxCategory } from '../../domain/tax-rates';
import { bindAll, oneOf, type ReportScope, reportScope } from './scope';

/** Value before VAT apart by its treatment. What is neither zero-rated nor exempt is rated, so that the parts add up. */
const parts = (of: (attribute: string) => string, sql: ReportScope['sql'], free: Treatments): string => {
  const net = (condition: string): string => sql.sum(`case when ${condition} then ${of('net')} else 0 end`);
  const zero = oneOf(of('taxCategory'), 'zero', free.zero);
  const exempt = oneOf(of('taxCategory'), 'exempt', free.exempt);
  return `${sql.sum(of('net'))} as net, ${sql.sum(of('tax'))} as tax, ${net(zero)} as zero, ${net(exempt)} as exempt`;
};

/** The remark of a row that only says that an earlier month has changed. */
const NOTED = 'replaced_before';

interface Treatments {
  zero: string[];
  exempt: string[];
}

async function treatments(platform: Platform): Promise<Treatments> {
  const { taxCategories } = await platform.settings.read<{ taxCategories: TaxCategory[] }>(SETTING);
  const of = (treatment: string): string[] =>
    taxCategories.filter((one) => one.treatment === treatment).map((one) => one.code);
  return { zero: of('zero'), exempt: of('exempt') };
}

function buyer(sql: ReportScope['sql'], column: string): string {
  const taxId = `coalesce(${sql.json(column, 'taxId')}, '')`;
  // Persons have a tax id, but no branch; a company that names none is its head office.
  const branch = `case when ${taxId} = '' or ${sql.json(column, 'kind')} = 'person' then ''
    else coalesce(${sql.json(column, 'branchCode')}, '00000') end`;
  return `coalesce(${sql.json(column, 'name')}, '') as buyer, ${taxId} as tax_id, ${branch} as buyer_branch`;
}

/**
 * Tax invoices of the period; what no longer stands keeps its number, with zero and a remark. Those that were taken over
 * stood in the returns of the books before.
 */
function taxInvoices({ sql, narrow, within, ...scope }: ReportScope, free: Treatments): string {
  const t = sql.of(TAX_INVOICE, 't');
  const l = sql.of(TAX_INVOICE_LINE, 'l');
  const other = sql.of(TAX_INVOICE, 'o');
  const standing = (what: string): string => `case when ${t('state')} = 'issued' then coalesce(${what}, 0) else 0 end`;
  return `
    select ${scope.branchCode} as branch, ${t('taxDate')} as day, ${t('number')} as number, ${t('kind')} as kind,
      ${buyer(sql, t('buyer'))},
      ${standing('s.net')} as net, ${standing('s.tax')} as tax, ${standing('s.zero')} as zero,
      ${standing('s.exempt')} as exempt,
      case when ${t('state')} <> 'issued' then ${t('state')} when ${t('replaces')} is not null then 'replaces'
        when ${t('taxPointOn')} is not null then 'late' else '' end as remark,
      coalesce((select ${other('number')} from ${sql.table(TAX_INVOICE, 'o')}
        where case when ${t('state')} = 'issued' then o.id = ${t('replaces')} else ${other('replaces')} = t.id end),
        ${sql.day(t('taxPointOn'))}, '') as reference
    from ${sql.table(TAX_INVOICE, 't')} ${scope.joinBranch(t('branch'))}
    left join (select ${l('taxInvoice')} as document, ${parts(l, sql, free)} from ${sql.table(TAX_INVOICE_LINE, 'l')}
      join ${sql.table(TAX_INVOICE, 'h')} on h.id = ${l('taxInvoice')}
      where ${within(sql.of(TAX_INVOICE, 'h')('taxDate'))} group by ${l('taxInvoice')}) s on s.document = t.id
    where ${within(t('taxDate'))} and ${t('takenOverOn')} is null and ${narrow(t, { branch: true })}`;
}

/** A replacement bears the day of what it replaces; the month in which it was issued says so too, without a value. */
function replacements({ sql, narrow, within, ...scope }: ReportScope): string {
  const t = sql.of(TAX_INVOICE, 't');
  const none = 'cast(0 as bigint)';
  return `
    select ${scope.branchCode}, ${t('issuedOn')}, ${t('number')}, ${t('kind')}, ${buyer(sql, t('buyer'))},
      ${none}, ${none}, ${none}, ${none}, '${NOTED}', ${sql.of(TAX_INVOICE, 'o')('number')}
    from ${sql.table(TAX_INVOICE, 't')} ${scope.joinBranch(t('branch'))}
    join ${sql.table(TAX_INVOICE, 'o')} on o.id = ${t('replaces')}
    where ${sql.month(t('issuedOn'))} <> ${sql.month(t('taxDate'))} and ${within(t('issuedOn'))}
      and ${narrow(t, { branch: true })}`;
}

/** Credit notes against tax invoices, debit notes and exempt sales; what else they credit is no matter of VAT. */
function creditNotes(scope: ReportScope, free: Treatments): string {
  const { sql } = scope;
  const m = sql.of(CREDIT_NOTE_LINE, 'm');
  const corrected = sql.of(DEBIT_NOTE, 'd');
  return notes(scope, free, {
    ...{ note: CREDIT_NOTE, line: CREDIT_NOTE_LINE, owner: 'creditNote', kind: 'credit_note', remark: 'credits' },
    sign: '-',
    joins: `left join ${sql.table(DEBIT_NOTE, 'd')} on d.id = ${m('debitNote')}`,
    original: (taxInvoice) => `coalesce(${taxInvoice}, ${corrected('number')})`,
    isVat: `(${m('taxInvoice')} is not null or ${m('debitNote')} is not null
      or ${oneOf(m('taxCategory'), 'exempt', free.exempt)})`,
  });
}

/** Debit notes on tax invoices; exempt sales that they raise stand with the invoice of the difference. */
const debitNotes = (scope: ReportScope, free: Treatments): string =>
  notes(scope, free, {
    ...{ note: DEBIT_NOTE, line: DEBIT_NOTE_LINE, owner: 'debitNote', kind: 'debit_note', remark: 'debits' },
    sign: '',
    joins: '',
    original: (taxInvoice) => taxInvoice,
    isVat: `${scope.sql.of(DEBIT_NOTE_LINE, 'm')('taxInvoice')} is not null`,
  });

interface NoteKind {
  note: string;
  line: string;
  /** Relation of the line to its note. */
  owner: string;
  kind: string;
  remark: string;
  sign: '-' | '';
  joins: string;
  /** Number of what a line corrects. */
  original: (taxInvoice: string) => string;
  /** The lines that the return reports. */
  isVat: string;
}

function notes({ sql, narrow, within, ...scope }: ReportScope, free: Treatments, asked: NoteKind): string {
  const n = sql.of(asked.note, 'n');
  const m = sql.of(asked.line, 'm');
  const standing = (what: string): string => `case when ${n('state')} = 'issued' then ${asked.sign}${what} else 0 end`;
  return `
    select ${scope.branchCode}, ${n('issuedOn')}, ${n('number')}, '${asked.kind}', ${buyer(sql, n('buyer'))},
      ${standing('s.net')}, ${standing('s.tax')}, ${standing('s.zero')}, ${standing('s.exempt')},
      case when ${n('state')} = 'cancelled' then 'cancelled' when ${n('late')} = true then '${asked.remark}_late'
        else '${asked.remark}' end, coalesce(s.originals, '')
    from ${sql.table(asked.note, 'n')} ${scope.joinBranch(n('branch'))}
    join (select ${m(asked.owner)} as document, ${parts(m, sql, free)},
        ${sql.list(asked.original(sql.of(TAX_INVOICE, 'o')('number')))} as originals
      from ${sql.table(asked.line, 'm')}
      left join ${sql.table(TAX_INVOICE, 'o')} on o.id = ${m('taxInvoice')} ${asked.joins}
      join ${sql.table(asked.note, 'h')} on h.id = ${m(asked.owner)}
      where ${within(sql.of(asked.note, 'h')('issuedOn'))} and ${asked.isVat}
      group by ${m(asked.owner)}) s on s.document = n.id
    where ${n('state')} in ('issued', 'cancelled') and ${within(n('issuedOn'))} and ${narrow(n, { branch: true })}`;
}

/** Exempt sales have no tax invoice: they stand apart, by the invoice that charged them. */
function exemptSales({ sql, narrow, within, ...scope }: ReportScope, free: Treatments): string {
  const i = sql.of(INVOICE, 'i');
  const l = sql.of(INVOICE_LINE, 'l');
  return `
    select ${scope.branchCode}, ${i('issuedOn')}, ${i('number')}, 'invoice', ${buyer(sql, i('buyer'))},
      s.net, cast(0 as bigint), cast(0 as bigint), s.net, 'exempt', ''
    from ${sql.table(INVOICE, 'i')} ${scope.joinBranch(i('branch'))}
    join (select ${l('invoice')} as document, ${sql.sum(l('net'))} as net from ${sql.table(INVOICE_LINE, 'l')}
      join ${sql.table(INVOICE, 'h')} on h.id = ${l('invoice')}
      where ${oneOf(l('taxCategory'), 'exempt', free.exempt)} and ${within(sql.of(INVOICE, 'h')('issuedOn'))}
      group by ${l('invoice')}) s on s.document = i.id
    where ${i('state')} in ('open', 'paid', 'uncollectible') and ${within(i('issuedOn'))} and ${i('takenOverOn')} is null
      and ${narrow(i, { branch: true })}`;
}

/**
 * Output VAT as the bookkeeper hands it in: by branch and month, numbered
 * from 1 in each. It is read from the documents alone, and equals their sum.
 */
export async function outputVatReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const scope = await reportScope(platform, asked);
  const { sql } = scope;
  const free = await treatments(platform);
  const documents = `${taxInvoices(scope, free)} union all ${replacements(scope)} union all ${creditNotes(scope, free)} union all ${debitNotes(scope, free)}
    union all ${exemptSales(scope, free)}`;
  const month = sql.month('d.day');
  const common = {
    currency: scope.currency,
    bindings: { ...scope.bindings, ...bindAll('zero', free.zero), ...bindAll('exempt', free.exempt) },
  };
  if (asked.by === 'month') {
    return {
      ...common,
      order: '"branch", "month"',
      sql: `
        select d.branch as "branch", ${month} as "month", count(nullif(d.remark, '${NOTED}')) as "documents",
          ${sql.sum('d.net - d.zero - d.exempt')} as "value", ${sql.sum('d.tax')} as "vat",
          ${sql.sum('d.zero')} as "zero", ${sql.sum('d.exempt')} as "exempt"
        from (${documents}) d group by d.branch, ${month}`,
    };
  }
  return {
    ...common,
    order: '"branch", "month", "row"',
    sql: `
      select row_number() over (partition by d.branch, ${month}
          order by case when d.kind = 'invoice' then 1 else 0 end, d.day, d.number) as "row",
        d.branch as "branch", ${month} as "month", ${sql.day('d.day')} as "on", d.number as "number", d.kind as "document",
        d.buyer as "buyer", d.tax_id as "taxId", d.buyer_branch as "buyerBranch",
        d.net - d.zero - d.exempt as "value", d.tax as "vat", d.zero as "zero", d.exempt as "exempt",
        d.remark as "remark", d.reference as "reference"
      from (${documents}) d`,
  };
}
