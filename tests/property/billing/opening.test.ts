import fc from 'fast-check';
import { sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  decideOpening,
  type OpeningFacts,
  planOpeningLines,
} from '../../../plugins/billing/server/src/domain/opening/decide-opening';
import { isDocumented } from '../../../plugins/billing/server/src/domain/opening/plan-opening';
import type { RowSaid } from '../../../plugins/billing/server/src/domain/opening/read-row';
import type { BillingRules } from '../../../plugins/billing/server/src/domain/rules';
import { type InvoiceFacts, settleInvoice } from '../../../plugins/billing/server/src/domain/settlement';
import { property } from '../../support/random';

const RULES = {
  currency: 'THB',
  categories: [
    {
      code: 'standard',
      name: { th: 'ปกติ', en: 'Standard' },
      treatment: 'rated',
      rates: [{ from: '1992-01-01', ppm: 70_000 }],
    },
    { code: 'zero', name: { th: 'ศูนย์', en: 'Zero' }, treatment: 'zero', rates: [] },
    { code: 'exempt', name: { th: 'ยกเว้น', en: 'Exempt' }, treatment: 'exempt', rates: [] },
  ],
  registration: { from: '2000-01-01', to: null },
  withholding: { kinds: [{ kind: 'service', ppm: 30_000 }], governmentPpm: 10_000, from: 0n },
  goodsFirst: false,
} as unknown as BillingRules;

const lines: fc.Arbitrary<RowSaid[]> = fc
  .array(
    fc.record({
      open: fc.bigInt({ min: 1n, max: 50_000_000n }).map(String),
      kind: fc.constantFrom('goods' as const, 'service' as const),
      taxCategory: fc.constantFrom('standard', 'standard', 'zero', 'exempt'),
      documented: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) =>
    list.map((one, index) => ({
      ...one,
      ...{ number: 'OLD-1', customerCode: 'A', issuedOn: '2026-01-05', description: `part ${index}`, incomeKind: null },
    })),
  );

/** The invoice as it stands in the books once its rows are taken over. */
function takenOver(said: readonly RowSaid[]): InvoiceFacts {
  const { amounts, lines: planned } = planOpeningLines(said, '2026-01-05', RULES);
  return {
    ...{ id: 1, documentId: 'i', number: 'OLD-1', state: 'open', customer: 1, branch: null, poNumber: null },
    ...{ credited: 0n, earlyUntil: null, earlyDiscount: 0n },
    ...{ currency: 'THB', issuedOn: '2026-01-05', dueDate: '2026-02-05' },
    ...{ net: amounts.net, tax: amounts.tax, total: amounts.total, amountDue: amounts.total },
    lines: planned.map(({ net, tax, total, kind, taxCategory, ratePpm }, index) => {
      const one = said[index];
      const before = one !== undefined && isDocumented(one, RULES);
      return {
        ...{ id: index + 1, documentId: `l${index}`, position: index + 1, sourceLine: null, unit: '' },
        ...{ description: '', incomeKind: null, kind, taxCategory, ratePpm, quantity: 1000n, net, tax, total },
        ...{ paid: 0n, adjusted: 0n, adjustedTax: 0n, handedOver: 0n },
        ...{ taxed: before ? total : 0n, taxedAt: before ? [{ ratePpm, total, tax }] : [] },
      };
    }),
  };
}

property(
  'what is taken over is what was owed, and paid in any parts it is never taxed twice and never left untaxed',
  fc.tuple(lines, fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 })),
  ([said, percents]) => {
    let invoice = takenOver(said);
    const owed = sum(said.map(({ open }) => BigInt(open)));
    const isWhole = invoice.total === owed && invoice.net + invoice.tax === owed;
    const due = sum(invoice.lines.map((line, index) => (said[index]?.documented ? 0n : line.tax)));
    let taxed = 0n;
    const pay = (amount: bigint): void => {
      if (amount <= 0n) return;
      const allocation = { invoice: 1, amount, cash: amount, withheld: 0n, deduction: 0n, credit: 0n, writeOff: 0n };
      const settled = settleInvoice(invoice, allocation as never, '2026-03-01', RULES);
      const ofOld = settled.taxed.some((one) => said[one.line - 1]?.documented);
      if (ofOld) throw new Error('taxed twice');
      taxed += sum(settled.taxed.map((one) => one.tax));
      invoice = settled.invoice;
    };
    percents.forEach((percent) => pay((invoice.amountDue * BigInt(percent)) / 100n));
    pay(invoice.amountDue);
    return isWhole && invoice.state === 'paid' && taxed >= due - 5n && taxed <= due + 5n;
  },
);

property('said again, it changes nothing; said otherwise, it is refused whole', lines, (said) => {
  const rows = said.map((one, index) => ({ row: index + 2, said: one }));
  const facts: OpeningFacts = {
    ...{ openingDay: '2026-01-31', rules: RULES, customerOf: () => ({ byCode: 7 }) },
    ...{ branches: new Map(), invoices: new Map(), taxNumbers: new Set(), ahead: new Map() },
  };
  const first = decideOpening(rows, facts);
  const work = first.work;
  if (!work) return false;
  const total = sum(work.lines.map(({ open }) => BigInt(open)));
  const known = { customer: work.customer, issuedOn: work.issuedOn, total, takenOverOn: '2026-01-31' };
  const again = decideOpening(rows, { ...facts, invoices: new Map([['OLD-1', known]]) });
  const other = decideOpening(rows, { ...facts, invoices: new Map([['OLD-1', { ...known, total: total + 1n }]]) });
  const late = decideOpening(rows, { ...facts, openingDay: '2026-01-04' });
  return (
    first.rows.every(({ outcome }) => outcome === 'new_invoice') &&
    again.rows.every(({ outcome }) => outcome === 'unchanged') &&
    again.work === undefined &&
    [other, late].every((one) => one.work === undefined && one.rows.every(({ outcome }) => outcome === 'wrong'))
  );
});
