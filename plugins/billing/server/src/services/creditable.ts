import { formatQuantity, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { isCreditable } from '../domain/credit-invoice';
import { creditableLines, leftIn } from '../domain/creditable';
import { loadCorrections } from '../stores/corrections';
import { loadInvoices } from '../stores/invoice-facts';

/** What can still be credited of each line of invoices, by row id, VAT included; of one that is void there is no line. */
export async function creditableLeft(
  platform: Platform,
  invoices: readonly number[],
): Promise<{ line: number; left: bigint }[]> {
  const found = [...(await loadInvoices(platform, invoices)).values()].filter(isCreditable);
  const facts = await loadCorrections(platform, found);
  return facts.flatMap(({ invoice, documents, credited }) =>
    creditableLines(invoice.lines, documents, credited).map(({ line, left }) => ({ line: line.id, left })),
  );
}

/** What of an invoice can still be credited, line by line; amounts include VAT. */
export async function creditableOf(platform: Platform, id: number) {
  const invoice = (await loadInvoices(platform, [id])).get(id);
  if (!invoice) throw notFound('invoice.unknown');
  const [facts] = await loadCorrections(platform, [invoice]);
  const lines = facts ? creditableLines(invoice.lines, facts.documents, facts.credited) : [];
  return {
    currency: invoice.currency,
    amountDue: invoice.amountDue,
    left: sum(lines.map((one) => one.left)),
    lines: lines.map(({ line, left, leftQuantity, pools }) => ({
      line: line.documentId,
      description: line.description,
      kind: line.kind,
      unit: line.unit,
      quantity: formatQuantity(line.quantity),
      total: line.total,
      left,
      leftQuantity: formatQuantity(leftQuantity),
      /** What of it stands on tax documents. */
      taxed: sum(pools.filter((pool) => pool.document).map(leftIn)),
    })),
  };
}
