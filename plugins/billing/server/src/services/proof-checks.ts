import { moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { Discrepancy, ProofCheck, Tools } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, INVOICE, PAYMENT, TAX_INVOICE } from '../content-types/types';
import { type ProofRow, proofStore } from '../stores/proof';

/** Columns that hold money; everything else is said as it is. */
const MONEY = new Set(['open', 'expected', 'total', 'lines', 'amount', 'allocated', 'paid', 'taxed']);

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
  return [
    check('billing.open_unlike_allocations', INVOICE, () => store().openUnlikeAllocations()),
    check('billing.invoice_unlike_lines', INVOICE, () => store().invoicesUnlikeLines()),
    check('billing.payment_overdrawn', PAYMENT, () => store().paymentsOverdrawn()),
    check('billing.allocation_unlike_lines', ALLOCATION, () => store().allocationsUnlikeLines()),
    check('billing.tax_invoice_unlike_lines', TAX_INVOICE, () => store().taxInvoicesUnlikeLines()),
    check('billing.line_unlike_tax_points', INVOICE, () => store().linesUnlikeTaxPoints()),
    check('billing.series_unlike_documents', 'plugin::platform.number-series', () => store().seriesUnlikeDocuments()),
  ];
};
