import fc from 'fast-check';
import { sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Buyer, Seller } from '../../../plugins/billing/server/src/domain/parties';
import {
  cancelled,
  type IssuedTaxInvoice,
  planReplacement,
} from '../../../plugins/billing/server/src/domain/replace-tax-invoice';
import { documentSums, type InvoiceFacts } from '../../../plugins/billing/server/src/domain/settlement';
import { taxedEarly, taxedLines } from '../../../plugins/billing/server/src/domain/coverage';
import { property } from '../../support/random';
import { coveredLines, ratesFor } from './arbitraries';

const buyer: Buyer = {
  ...{ kind: 'organisation', name: 'บริษัท ก', nameEn: null, taxId: '0105500000011', branchCode: '00000' },
  ...{ vatRegistered: true, address: ['1 ถนนท่าแพ'], phone: null, email: null, language: 'th' },
};
const seller: Seller = {
  ...{ name: 'ผู้ขาย', nameEn: null, taxId: '0105500000011', branchCode: '00000', branchName: null },
  ...{ address: ['2 ถนน'], addressEn: [], phone: null, email: null },
};

/** An invoice whose tax invoice was issued early, and how much of each line is paid and handed over since. */
const taxed = fc
  .tuple(coveredLines, fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 12, maxLength: 12 }))
  .map(([lines, shares]) => {
    const rates = ratesFor(lines);
    const documented = taxedLines(lines, taxedEarly(lines, rates), rates);
    const facts = lines.map((line, index) => ({
      ...line,
      ...{ documentId: '', position: index + 1, sourceLine: null, description: `line ${index}`, unit: '' },
      incomeKind: null,
      paid: (line.total * BigInt(Math.max(0, (shares[index] ?? 0) - 50))) / 50n,
      handedOver: line.kind === 'goods' ? (line.quantity * BigInt(Math.max(0, (shares[index] ?? 0) - 70))) / 30n : 0n,
      taxed: sum(documented.filter((one) => one.line === line.id).map((one) => one.total)),
    }));
    const invoice = {
      ...{ id: 1, documentId: 'i', number: 'INV-1', state: 'open', customer: 1, branch: null, poNumber: null },
      ...{ credited: 0n, earlyUntil: null, earlyDiscount: 0n },
      ...{ currency: 'THB', issuedOn: '2026-01-01', dueDate: '2026-01-08', net: 0n, tax: 0n, total: 0n, amountDue: 0n },
      lines: facts,
    } as InvoiceFacts;
    const document: IssuedTaxInvoice & { state: 'issued' } = {
      ...{ id: 7, number: 'TX-1', kind: 'tax_invoice', payment: null, taxDate: '2026-01-05', taxPointOn: null },
      ...{ abbreviated: false, seller, buyer, state: 'issued' },
      lines: documented.map(({ line, ...amounts }) => ({
        invoiceLine: line,
        ...amounts,
        kind: facts.find((one) => one.id === line)?.kind ?? 'service',
        quantity: null,
      })),
    };
    return { invoice, document };
  });

property('a replacement changes neither day nor value, whoever the buyer is', taxed, ({ invoice, document }) => {
  const more = { standing: false, retail: true, reason: 'x' };
  const { plan, state } = planReplacement(document, invoice, { ...buyer, name: 'บริษัท ข' }, more);
  expect(state).toBe('replaced');
  expect([plan.taxDate, plan.replaces, plan.cause]).toEqual([document.taxDate, document.id, 'replacement']);
  const { net, tax, total } = documentSums(plan.lines);
  expect([net, tax, total]).toEqual([
    sum(document.lines.map((one) => one.net)),
    sum(document.lines.map((one) => one.tax)),
    sum(document.lines.map((one) => one.total)),
  ]);
  expect(() => planReplacement(document, invoice, buyer, more)).toThrow('tax_invoice.nothing_to_correct');
});

property('what is cancelled leaves no tax point without its document', taxed, ({ invoice, document }) => {
  const touched = document.lines.some(({ invoiceLine, total }) => {
    const line = invoice.lines.find((one) => one.id === invoiceLine);
    return line !== undefined && total > 0n && (line.paid > 0n || (line.handedOver * line.total) / line.quantity > 0n);
  });
  if (touched) expect(() => cancelled(document, invoice)).toThrow('tax_invoice.tax_point_stands');
  else if (document.lines.every(({ total }) => total > 0n)) {
    const untouched = document.lines.every(({ invoiceLine }) => {
      const line = invoice.lines.find((one) => one.id === invoiceLine);
      return line?.paid === 0n && line.handedOver === 0n;
    });
    if (untouched) expect(cancelled(document, invoice)).toBe('cancelled');
  }
});
