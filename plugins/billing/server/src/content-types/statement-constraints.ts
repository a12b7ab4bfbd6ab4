import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { BANK_STATEMENT, INVOICE, PAYER_ACCOUNT, PAYMENT, STATEMENT_LAYOUT, STATEMENT_LINE } from './types';

/** As `referenceKeyOf` compares numbers, as far as both databases can say it. */
const bare = (attribute: string): string =>
  ['-', '/', ' ', '.', '_', '#'].reduce((inner, sign) => `replace(${inner}, '${sign}', '')`, `upper({${attribute}})`);

/** SQL of a reference as it is compared, for the indexes and for what is looked up in them. */
export const REFERENCES = { number: bare('number'), sourceNumber: bare('sourceNumber'), poNumber: bare('poNumber') };

/**
 * A movement of an account is there once, however many statements show it, and pays once: what was reversed does not
 * count, so that a line may be applied again.
 */
export const statementConstraints: readonly Constraint[] = [
  {
    kind: 'unique',
    type: STATEMENT_LINE,
    name: 'billing_statement_lines_key',
    columns: ['account', 'lineKey'],
    code: 'statement.line_known',
  },
  {
    kind: 'unique',
    type: PAYMENT,
    name: 'billing_payments_statement_line',
    columns: ['statementLine'],
    when: "{statementLine} is not null and {state} not in ('rejected', 'failed', 'reversed')",
    code: 'statement.line_applied',
  },
  {
    kind: 'unique',
    type: PAYER_ACCOUNT,
    name: 'billing_payer_accounts_customer',
    columns: ['payerKey', 'customer'],
    code: 'row.already_there',
    onMove: 'leave_out',
  },
  {
    kind: 'unique',
    type: STATEMENT_LAYOUT,
    name: 'billing_statement_layouts_name',
    columns: ['name'],
    code: 'statement.layout_name_taken',
  },
  { kind: 'restrict', type: STATEMENT_LINE, relation: 'statement' },
  { kind: 'restrict', type: PAYMENT, relation: 'statementLine' },
  { kind: 'restrict', type: PAYER_ACCOUNT, relation: 'customer' },
  {
    kind: 'freeze',
    type: BANK_STATEMENT,
    keep: false,
    columns: [
      ...['account', 'bank', 'layout', 'fileName', 'fileHash', 'from', 'to', 'currency', 'opening', 'closing'],
      ...['continuous', 'lineCount', 'knownCount', 'knownAmount', 'skippedCount', 'importedAt', 'importedBy'],
    ],
  },
  {
    kind: 'freeze',
    type: STATEMENT_LINE,
    keep: false,
    columns: [
      ...['statement', 'account', 'lineKey', 'row', 'position', 'date', 'time', 'currency', 'amount', 'balance'],
      ...['description', 'reference', 'payerName', 'payerAccount'],
    ],
  },
  {
    kind: 'check',
    type: STATEMENT_LINE,
    name: 'billing_statement_lines_amount',
    condition: "({state} = 'outgoing') = ({amount} < 0) and {amount} <> 0",
    code: 'statement.line_wrong',
  },
  {
    kind: 'index',
    type: STATEMENT_LINE,
    name: 'billing_statement_lines_state',
    columns: ['statement', 'state', 'position'],
  },
  {
    kind: 'index',
    type: STATEMENT_LINE,
    name: 'billing_statement_lines_suspense',
    columns: ['date', 'id'],
    when: "{state} in ('unknown', 'to_check', 'matched')",
  },
  {
    kind: 'index',
    type: INVOICE,
    name: 'billing_invoices_open_amount',
    columns: ['amountDue', 'dueDate'],
    when: "{state} = 'open'",
  },
  ...(['number', 'sourceNumber', 'poNumber'] as const).map(
    (attribute): Constraint => ({
      kind: 'index',
      type: INVOICE,
      name: `billing_invoices_reference_${attribute.toLowerCase()}`,
      columns: [],
      expressions: [REFERENCES[attribute]],
      when: `{state} = 'open' and {${attribute}} is not null`,
    }),
  ),
  {
    kind: 'index',
    type: PAYMENT,
    name: 'billing_payments_amount',
    columns: ['amount', 'receivedOn'],
    when: "{statementLine} is null and {state} in ('submitted', 'succeeded')",
  },
];
