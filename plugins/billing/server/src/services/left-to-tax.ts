import { notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { leftToTax } from '../domain/hand-over';
import { loadInvoices } from '../stores/invoice-facts';
import { readRules } from '../stores/settings';

/** What a tax invoice issued early, today, would say; without lines where nothing is left to tax. */
export async function leftToTaxOf(platform: Platform, id: number) {
  const invoice = (await loadInvoices(platform, [id])).get(id);
  if (!invoice) throw notFound('invoice.unknown');
  const taxDate = platform.clock.today();
  const taxed = leftToTax(invoice, taxDate, await readRules(platform));
  const lines = new Map(invoice.lines.map((line) => [line.id, line]));
  return {
    currency: invoice.currency,
    taxDate,
    net: sum(taxed.map((one) => one.net)),
    tax: sum(taxed.map((one) => one.tax)),
    total: sum(taxed.map((one) => one.total)),
    lines: taxed.flatMap(({ line, net, tax, total }) => {
      const { documentId, description } = lines.get(line) ?? {};
      return documentId === undefined || description === undefined
        ? []
        : [{ line: documentId, description, net, tax, total }];
    }),
  };
}
