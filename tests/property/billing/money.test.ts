import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { rateInside, sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  allocateAsWanted,
  allocateOldestFirst,
  type OpenInvoice,
} from '../../../plugins/billing/server/src/domain/allocation';
import {
  coverMore,
  settledParts,
  taxedByHandOver,
  taxedByPayment,
  taxedLines,
} from '../../../plugins/billing/server/src/domain/coverage';
import { type LaidMoney, planPayment } from '../../../plugins/billing/server/src/domain/plan-payment';
import type { BillingRules } from '../../../plugins/billing/server/src/domain/rules';
import type { InvoiceFacts } from '../../../plugins/billing/server/src/domain/settlement';
import {
  proposeWithholding,
  spreadWithheld,
  withheldTotal,
} from '../../../plugins/billing/server/src/domain/withholding';
import { property } from '../../support/random';
import { coveredLines, ratesFor } from './arbitraries';

const amount = fc.bigInt({ min: 1n, max: 10_000_000n });
const openInvoices: fc.Arbitrary<OpenInvoice[]> = fc
  .array(fc.record({ amountDue: amount, day: fc.integer({ min: 1, max: 28 }) }), { maxLength: 10 })
  .map((list) =>
    list.map(({ amountDue, day }, index) => ({
      id: index + 1,
      amountDue,
      dueDate: `2026-01-${String(day).padStart(2, '0')}`,
      number: `INV-${index}`,
    })),
  );

property(
  'allocation makes and loses nothing: cash in is cash laid and the rest; no invoice takes more than is due',
  fc.tuple(amount, openInvoices, fc.bigInt({ min: 0n, max: 200n })),
  ([cash, invoices, tolerance]) => {
    const { allocations, rest } = allocateOldestFirst(cash, invoices, tolerance);
    const laid = sum(allocations.map((one) => one.cash));
    return (
      laid + rest === cash &&
      rest >= 0n &&
      (rest === 0n || allocations.length === invoices.length) &&
      allocations.every((one) => {
        const due = invoices.find((invoice) => invoice.id === one.invoice)?.amountDue ?? 0n;
        return (
          one.amount <= due &&
          one.amount === one.cash + one.withheld + one.deduction + one.credit + one.writeOff &&
          one.writeOff <= tolerance &&
          (one.writeOff === 0n || one.amount === due)
        );
      })
    );
  },
);

property(
  'money that names no invoice is laid as if nothing were offered; what names an offer pays it',
  fc.tuple(amount, openInvoices, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 })),
  ([cash, invoices, offered]) => {
    const customer = 1;
    const rules = { tolerance: 100n, currency: 'THB' } as BillingRules;
    const offers = new Set(invoices.filter((_, index) => offered[index]).map(({ id }) => id));
    const lay = (list: readonly OpenInvoice[], more: Partial<LaidMoney> = {}) => {
      const facts = list.map(
        (invoice) => [invoice.id, { ...invoice, customer, state: 'open' } as InvoiceFacts] as const,
      );
      return planPayment({ customer, amount: cash, offers, ...more }, new Map(facts), 'person', rules).allocated;
    };
    const owed = invoices.filter(({ id }) => !offers.has(id));
    return (
      isDeepStrictEqual(lay(invoices), allocateOldestFirst(cash, owed, rules.tolerance)) &&
      invoices.every(({ id, amountDue }) => {
        const part = cash < amountDue ? cash : amountDue;
        const [named] = lay(invoices, { allocations: [{ invoice: id, cash: part }] }).allocations;
        return named?.invoice === id && named.cash === part;
      })
    );
  },
);

property(
  'what was wanted is laid exactly, or said to be wrong',
  fc.tuple(
    amount,
    openInvoices,
    fc.array(fc.record({ at: fc.nat(9), cash: amount, withheld: amount }), { maxLength: 6 }),
  ),
  ([cash, invoices, wishes]) => {
    const wanted = wishes.map(({ at, cash: part, withheld }) => ({ invoice: at + 1, cash: part, withheld }));
    const answer = allocateAsWanted(cash, wanted, invoices, 100n);
    if ('problem' in answer) return true;
    return (
      sum(answer.allocations.map((one) => one.cash)) + answer.rest === cash &&
      answer.allocations.every(
        (one, index) => one.cash === wanted[index]?.cash && one.withheld === wanted[index]?.withheld,
      )
    );
  },
);

const payments = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });

property(
  'however an invoice is paid in parts and handed over, its tax documents add up to its VAT and its total',
  fc.tuple(coveredLines, payments, fc.boolean(), fc.integer({ min: 0, max: 8 })),
  ([issued, shares, goodsFirst, handOverAt]) => {
    const rates = ratesFor(issued);
    const total = sum(issued.map((line) => line.total));
    let lines = issued;
    let left = total;
    const hand = (): void => {
      const quantities = lines.map((line) => (line.kind === 'goods' ? line.quantity - line.handedOver : 0n));
      const documented = taxedLines(lines, taxedByHandOver(lines, quantities, rates), rates);
      lines = coverMore(
        lines,
        lines.map(() => 0n),
        documented,
      ).map((line, index) => ({ ...line, handedOver: line.handedOver + (quantities[index] ?? 0n) }));
    };
    [...shares, 100].forEach((share, index) => {
      if (index === handOverAt) hand();
      const amount = index === shares.length ? left : (left * BigInt(share)) / 100n;
      left -= amount;
      const parts = settledParts(lines, amount, goodsFirst);
      expect(sum(parts)).toBe(amount);
      parts.forEach((part, at) => expect(part).toBeLessThanOrEqual((lines[at]?.total ?? 0n) - (lines[at]?.paid ?? 0n)));
      const documented = taxedLines(lines, taxedByPayment(lines, parts, rates), rates);
      documented.forEach((line) => expect(line.net + line.tax).toBe(line.total));
      lines = coverMore(lines, parts, documented);
    });
    for (const line of lines) {
      expect(line.paid).toBe(line.total);
      const taxable = line.taxCategory === 'standard' || line.taxCategory === 'zero';
      expect(line.taxed).toBe(taxable ? line.total : 0n);
    }
    expect(sum(lines.flatMap((line) => line.taxedAt.map((one) => one.tax)))).toBe(sum(issued.map((line) => line.tax)));
  },
);

property(
  'whatever rates hold when an invoice is paid, all of it is taxed once, each rate holds its own VAT',
  fc.tuple(
    coveredLines,
    fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 70_000, 100_000)), { maxLength: 6 }),
    fc.constantFrom(0, 70_000, 100_000),
  ),
  ([issued, shares, lastRate]) => {
    let lines = issued;
    let left = sum(issued.map((line) => line.total));
    const documents: { ratePpm: number; total: bigint; tax: bigint }[] = [];
    [...shares, [100, lastRate] as const].forEach(([share, ppm], index) => {
      const rates = ratesFor(lines).map((rate) => (rate.treatment === 'rated' ? { ...rate, ppm } : rate));
      const amount = index === shares.length ? left : (left * BigInt(share)) / 100n;
      left -= amount;
      const parts = settledParts(lines, amount, false);
      const documented = taxedLines(lines, taxedByPayment(lines, parts, rates), rates);
      for (const line of documented) {
        expect(line.net + line.tax).toBe(line.total);
        expect(line.net >= 0n && line.tax >= 0n).toBe(true);
      }
      documents.push(...documented);
      lines = coverMore(lines, parts, documented);
    });
    const rated = lines.filter((line) => line.taxCategory === 'standard');
    for (const line of rated) expect([line.paid, line.taxed]).toEqual([line.total, line.total]);
    for (const ppm of [0, 100_000]) {
      const own = documents.filter((line) => line.ratePpm === ppm);
      expect(sum(own.map((line) => line.tax))).toBe(rateInside(sum(own.map((line) => line.total)), ppm));
    }
  },
);

property(
  'withholding: once per kind, never from persons; a corrected sum is spread without loss',
  fc.tuple(coveredLines, fc.constantFrom('person' as const, 'organisation' as const, 'government' as const)),
  ([lines, payer]) => {
    const rates = {
      kinds: [
        { kind: 'service', ppm: 30_000 },
        { kind: 'goods', ppm: 0 },
      ],
      governmentPpm: 10_000,
      from: 0n,
    };
    const proposal = proposeWithholding(
      payer,
      rates,
      lines.map((line) => ({ incomeKind: line.kind, net: line.net, total: line.total, part: line.total })),
    );
    const net = sum(lines.map((line) => line.net));
    const whole = withheldTotal(proposal);
    expect(whole).toBeLessThanOrEqual(net);
    if (payer === 'person') expect(proposal).toEqual([]);
    if (payer === 'organisation') expect(proposal.every((one) => one.kind === 'service')).toBe(true);
    if (whole > 0n) expect(withheldTotal(spreadWithheld(proposal, whole + 3n))).toBe(whole + 3n);
  },
);
