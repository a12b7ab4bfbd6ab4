import fc from 'fast-check';
import { min, rateOf, sum } from '@sanya/strapi-plugin-platform/kernel';
import { applyAdvance, type DepositFacts, heldOf, taxIn } from '../../../plugins/billing/server/src/domain/deposit';
import { untaxed } from '../../../plugins/billing/server/src/domain/coverage';
import type { InvoiceFacts } from '../../../plugins/billing/server/src/domain/settlement';
import { property } from '../../support/random';

const STANDARD = 70_000;
const net = fc.bigInt({ min: 1n, max: 100_000_000n });

function invoiceOf(id: number, nets: readonly bigint[], ppm = STANDARD): InvoiceFacts {
  const lines = nets.map((one, index) => ({
    ...{ id: id * 100 + index, documentId: '', position: index + 1, sourceLine: null, description: '', unit: '' },
    ...{ incomeKind: null, kind: 'service' as const, taxCategory: 'standard', ratePpm: ppm, quantity: 1000n },
    ...{ net: one, tax: rateOf(one, ppm), total: one + rateOf(one, ppm) },
    ...{ paid: 0n, taxed: 0n, taxedAt: [], adjusted: 0n, adjustedTax: 0n, handedOver: 0n },
  }));
  const total = sum(lines.map((line) => line.total));
  return {
    ...{ id, documentId: '', number: `INV-${id}`, state: 'open', customer: 1, branch: null, poNumber: null },
    ...{ credited: 0n, earlyUntil: null, earlyDiscount: 0n },
    ...{ currency: 'THB', issuedOn: '2026-01-01', dueDate: '2026-01-08', lines, total, amountDue: total },
    ...{ net: sum(nets), tax: sum(lines.map((line) => line.tax)) },
  };
}

const depositOf = (own: InvoiceFacts, paid: bigint): DepositFacts => ({
  ...{ id: 1, documentId: '', kind: 'advance', state: 'open', customer: 1, invoice: own.id, currency: 'THB' },
  ...{ paid, credited: 0n, applied: 0n, appliedTax: 0n },
});

property(
  'an advance takes off no more than is held, owed and untaxed, and what it takes is neither owed nor taxed again',
  fc.tuple(net, fc.array(net, { minLength: 1, maxLength: 5 })),
  ([advance, nets]) => {
    const own = invoiceOf(1, [advance]);
    const target = invoiceOf(2, nets);
    const deposit = depositOf(own, own.total);
    const { invoice, allocation, parts, taxed } = applyAdvance(deposit, own, target, undefined);
    return (
      allocation.amount === min(heldOf(deposit), target.amountDue) &&
      sum(parts.map((part) => part.amount)) === allocation.amount &&
      invoice.amountDue === target.amountDue - allocation.amount &&
      sum(invoice.lines.map(untaxed)) === target.total - allocation.amount &&
      invoice.lines.every((line) => line.paid <= line.total && line.adjusted === line.paid) &&
      taxed.length === 0
    );
  },
);

property(
  'the VAT in the parts of an advance adds up to its own, however it is cut',
  fc.tuple(net, fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 6 })),
  ([advance, cuts]) => {
    const own = invoiceOf(1, [advance]);
    let deposit = depositOf(own, own.total);
    for (const cut of [...cuts, 100]) {
      const left = heldOf(deposit);
      const amount = cut === 100 ? left : (left * BigInt(cut)) / 100n;
      const tax = taxIn(deposit, own, amount);
      if (tax < 0n || tax > amount) return false;
      deposit = { ...deposit, applied: deposit.applied + amount, appliedTax: deposit.appliedTax + tax };
    }
    return deposit.applied === own.total && deposit.appliedTax === own.tax;
  },
);

test('an advance at another rate fits nothing', () => {
  const own = invoiceOf(1, [100_000n], 0);
  expect(() => applyAdvance(depositOf(own, own.total), own, invoiceOf(2, [100_000n]), undefined)).toThrow(
    expect.objectContaining({ code: 'deposit.nothing_fits' }),
  );
});
