import { moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { Discrepancy, ProofCheck, Tools } from '@sanya/strapi-plugin-platform/kit';
import {
  ALLOCATION,
  BANK_STATEMENT,
  CHEQUE,
  CREDIT_NOTE,
  DEBIT_NOTE,
  DEPOSIT,
  INVOICE,
  PAYMENT,
  STATEMENT_LINE,
  TAX_INVOICE,
} from '../content-types/types';
import { chequeProofStore } from '../stores/cheque-proof';
import { depositsOverused } from '../stores/deposit-proof';
import { noteProofStore } from '../stores/note-proof';
import { type ProofRow, proofStore } from '../stores/proof';
import { statementProofStore } from '../stores/statement-proof';

/** Columns that hold money; everything else is said as it is. */
const MONEY = new Set([
  'open',
  'expected',
  'total',
  'lines',
  'amount',
  'allocated',
  'paid',
  'taxed',
  'credited',
  'vat',
  'tax',
  'closing',
]);

const paramsOf = ({ document: _, currency, ...row }: ProofRow): Discrepancy['params'] =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      MONEY.has(key) ? moneyParam(String(value ?? 0), String(currency ?? 'THB')) : (value ?? '-'),
    ]),
  );

const check = (name: string, type: string, read: () => Promise<ProofRow[]>): ProofCheck => ({
  name,
  run: async () =>
    (await read()).map((row) => ({
      check: name,
      type,
      documentId: String(row.document ?? ''),
      params: paramsOf(row),
    })),
});

/** What must agree in the books of billing. Sums run over everything: money has no date from which it need not add up. */
export const proofChecks = ({ platform }: Tools): readonly ProofCheck[] => {
  const store = () => proofStore(platform);
  const notes = () => noteProofStore(platform);
  const statements = () => statementProofStore(platform);
  return [
    check('billing.open_unlike_allocations', INVOICE, () => store().openUnlikeAllocations()),
    check('billing.invoice_unlike_lines', INVOICE, () => store().invoicesUnlikeLines()),
    check('billing.payment_overdrawn', PAYMENT, () => store().paymentsOverdrawn()),
    check('billing.allocation_unlike_lines', ALLOCATION, () => store().allocationsUnlikeLines()),
    check('billing.tax_invoice_unlike_lines', TAX_INVOICE, () => store().taxInvoicesUnlikeLines()),
    check('billing.line_unlike_tax_points', INVOICE, () => store().linesUnlikeTaxPoints()),
    check('billing.note_unlike_lines', CREDIT_NOTE, () => notes().notesUnlikeLines()),
    check('billing.line_overcredited', INVOICE, () => notes().linesOvercredited()),
    check('billing.tax_invoice_overcredited', TAX_INVOICE, () => notes().taxInvoicesOvercredited()),
    check('billing.credit_note_overdrawn', CREDIT_NOTE, () => notes().creditNotesOverdrawn()),
    check('billing.debit_note_unlike_invoice', DEBIT_NOTE, () => notes().debitNotesUnlikeInvoices()),
    check('billing.cheque_unlike_payment', CHEQUE, () => chequeProofStore(platform).chequesUnlikePayments()),
    check('billing.deposit_overused', DEPOSIT, () => depositsOverused(platform)),
    check('billing.statement_line_unpaid', STATEMENT_LINE, () => statements().linesUnlikePayments()),
    check('billing.statement_unlike_balance', BANK_STATEMENT, () => statements().statementsUnlikeBalances()),
  ];
};
