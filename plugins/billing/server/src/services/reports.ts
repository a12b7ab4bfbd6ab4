import type { ReportColumn, ReportDefinition } from '@sanya/strapi-plugin-platform/kit';
import {
  ALLOCATION,
  CERTIFICATE,
  CREDIT_NOTE,
  DEBIT_NOTE,
  DEPOSIT,
  INVOICE,
  PAYMENT,
  REFUND,
  TAX_INVOICE,
  STATEMENT_LINE,
} from '../content-types/types';
import { journalReport } from '../stores/reports/journal';
import { moneyInReport } from '../stores/reports/money-in';
import { outputVatReport } from '../stores/reports/output-vat';
import { receivablesReport } from '../stores/reports/receivables';
import { retentionsReport } from '../stores/reports/retentions';
import { salesReport } from '../stores/reports/sales';
import { statementReport } from '../stores/reports/statement';
import { suspenseReport } from '../stores/reports/suspense';
import { withheldReport } from '../stores/reports/withheld';

const money = (key: string): ReportColumn => ({ key, type: 'money' });
const count = (key: string): ReportColumn => ({ key, type: 'count' });
/** Of what may stand with several branches, and would be counted twice in their total. */
const counted = (key: string, by: string): ReportColumn => ({
  ...count(key),
  ...(by === 'branch' && { total: false }),
});
const text = (key: string): ReportColumn => ({ key, type: 'text' });
const word = (key: string): ReportColumn => ({ key, type: 'word', words: `report.${key}` });
const on: ReportColumn = { key: 'on', type: 'date' };
const month: ReportColumn = { key: 'month', type: 'month' };
const customer = text('customer');
const branch = [text('branch'), text('branchName')];

/** Columns that say what a row stands for. */
const KEYS: Record<string, readonly ReportColumn[]> = {
  day: [on],
  month: [month],
  branch,
  customer: [customer],
  kind: [word('kind')],
  method: [word('method')],
  day_method: [on, word('method')],
};
const keys = (by: string): readonly ReportColumn[] => KEYS[by] ?? [];

const AGES = ['current', 'past30', 'past60', 'past90', 'older'];

const sales: ReportDefinition = {
  code: 'sales',
  group: 'money',
  permission: 'report.sales',
  of: [INVOICE, CREDIT_NOTE, DEBIT_NOTE],
  time: 'period',
  branch: true,
  customer: 'optional',
  by: ['month', 'day', 'branch', 'customer', 'kind'],
  columns: (by) => [
    ...keys(by),
    count('invoices'),
    count('notes'),
    money('invoiced'),
    money('credited'),
    money('net'),
    money('tax'),
    money('total'),
  ],
  plot: (by) => ({ along: keys(by)[0]?.key, of: ['net', 'tax'] }),
  query: salesReport,
};

const moneyIn: ReportDefinition = {
  code: 'money-in',
  group: 'money',
  permission: 'report.money-in',
  of: [PAYMENT, ALLOCATION, INVOICE],
  time: 'period',
  branch: true,
  customer: 'optional',
  by: ['day_method', 'day', 'month', 'method', 'branch', 'customer'],
  columns: (by) => [...keys(by), counted('payments', by), money('amount'), money('withheld'), money('deduction')],
  plot: (by) => ({ along: keys(by)[0]?.key, of: ['amount'] }),
  query: moneyInReport,
};

const receivables: ReportDefinition = {
  code: 'receivables',
  group: 'money',
  permission: 'report.receivables',
  of: [INVOICE],
  time: 'day',
  branch: true,
  customer: 'optional',
  by: ['customer', 'invoice'],
  columns: (by) => [
    customer,
    text('taxId'),
    ...(by === 'invoice' ? [text('number'), on, { key: 'due', type: 'date' } as const] : []),
    ...AGES.map(money),
    money('open'),
  ],
  plot: () => ({ of: AGES }),
  query: receivablesReport,
};

const retentions: ReportDefinition = {
  code: 'retentions',
  group: 'money',
  permission: 'report.retentions',
  of: [ALLOCATION, INVOICE],
  time: 'day',
  branch: true,
  customer: 'optional',
  by: ['invoice', 'customer'],
  columns: (by) => [
    customer,
    text('taxId'),
    ...(by === 'invoice' ? [text('number'), on, text('details')] : []),
    money('retained'),
  ],
  query: retentionsReport,
};

const statement: ReportDefinition = {
  code: 'statement',
  group: 'money',
  permission: 'report.statement',
  of: [INVOICE, CREDIT_NOTE],
  time: 'period',
  customer: 'required',
  by: ['entry'],
  columns: () => [
    on,
    word('entry'),
    text('number'),
    { key: 'due', type: 'date' },
    money('debit'),
    money('credit'),
    { key: 'balance', type: 'money', total: false },
  ],
  query: statementReport,
};

const VAT = [money('value'), money('vat'), money('zero'), money('exempt')];

const outputVat: ReportDefinition = {
  code: 'output-vat',
  group: 'tax',
  permission: 'report.output-vat',
  of: [TAX_INVOICE, CREDIT_NOTE, INVOICE],
  time: 'period',
  branch: true,
  by: ['document', 'month'],
  columns: (by) =>
    by === 'month'
      ? [text('branch'), month, count('documents'), ...VAT]
      : [
          { key: 'row', type: 'count', total: false },
          text('branch'),
          on,
          text('number'),
          word('document'),
          text('buyer'),
          text('taxId'),
          text('buyerBranch'),
          ...VAT,
          word('remark'),
          text('reference'),
        ],
  plot: (by) => (by === 'month' ? { along: 'month', of: ['vat'] } : undefined),
  query: outputVatReport,
};

const KINDS_WITHHELD = [money('base'), money('withheld')];
const WITHHELD = [...KINDS_WITHHELD, money('stated')];

const withheld: ReportDefinition = {
  code: 'withheld',
  group: 'tax',
  permission: 'report.withheld',
  of: [CERTIFICATE, ALLOCATION, INVOICE],
  time: 'period',
  branch: true,
  customer: 'optional',
  by: ['document', 'month', 'branch', 'customer', 'kind', 'state'],
  columns: (by) => {
    if (by === 'month' || by === 'branch') return [...keys(by), counted('certificates', by), ...WITHHELD];
    if (by === 'customer') return [customer, text('taxId'), count('certificates'), ...WITHHELD];
    if (by === 'kind') return [word('income'), count('certificates'), ...KINDS_WITHHELD];
    if (by === 'state') return [word('state'), count('certificates'), ...WITHHELD];
    return [
      on,
      customer,
      text('taxId'),
      ...WITHHELD,
      word('state'),
      text('book'),
      text('number'),
      { key: 'receivedOn', type: 'date' },
    ];
  },
  plot: (by) => (by === 'month' || by === 'branch' ? { along: by, of: ['withheld'] } : undefined),
  query: withheldReport,
};

const suspense: ReportDefinition = {
  code: 'suspense',
  group: 'money',
  permission: 'report.suspense',
  of: [STATEMENT_LINE],
  time: 'day',
  by: ['line', 'account'],
  columns: (by) =>
    by === 'account'
      ? [text('account'), count('lines'), money('suspended')]
      : [on, text('account'), text('text'), text('reference'), money('suspended')],
  query: suspenseReport,
};

const POSTED = [text('account'), word('ledger'), money('debit'), money('credit')];

const journal: ReportDefinition = {
  code: 'journal',
  group: 'money',
  permission: 'report.journal',
  of: [INVOICE, CREDIT_NOTE, DEBIT_NOTE, TAX_INVOICE, PAYMENT, ALLOCATION, REFUND, DEPOSIT],
  time: 'period',
  customer: 'optional',
  by: ['line', 'account'],
  columns: (by) => (by === 'account' ? POSTED : [on, word('source'), text('number'), customer, ...POSTED]),
  query: journalReport,
};

/** What billing offers to whoever shows reports. */
export const reports: readonly ReportDefinition[] = [
  sales,
  moneyIn,
  receivables,
  retentions,
  statement,
  suspense,
  journal,
  outputVat,
  withheld,
];
