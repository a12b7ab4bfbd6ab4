import fc from 'fast-check';
import { isRefusal, min, sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  coverMore,
  settledParts,
  taxedByHandOver,
  taxedByPayment,
  type TaxedLine,
  taxedLines,
  untaxed,
} from '../../../plugins/billing/server/src/domain/coverage';
import { type CreditPlan, planCredit } from '../../../plugins/billing/server/src/domain/credit-invoice';
import { offsetOwn, withAdjustments } from '../../../plugins/billing/server/src/domain/credit-settlement';
import type { LineWish } from '../../../plugins/billing/server/src/domain/credit-wishes';
import {
  creditableLines,
  type CreditedPart,
  documentKey,
  type TaxDocument,
} from '../../../plugins/billing/server/src/domain/creditable';
import { planDebit } from '../../../plugins/billing/server/src/domain/debit-invoice';
import { groupByRate } from '../../../plugins/billing/server/src/domain/invoice-amounts';
import type { BillingRules } from '../../../plugins/billing/server/src/domain/rules';
import type { InvoiceFacts, InvoiceLineFacts } from '../../../plugins/billing/server/src/domain/settlement';
import { property } from '../../support/random';
import { coveredLines, ratesFor, TREATMENTS } from './arbitraries';

const RULES: BillingRules = {
  currency: 'THB',
  categories: Object.entries(TREATMENTS).map(([code, treatment]) => ({
    code,
    name: { th: code, en: code },
    treatment,
    rates: treatment === 'rated' ? [{ from: '1992-01-01', ppm: 70_000 }] : [],
  })),
  registration: { from: '1992-01-01', to: null },
  withholding: { kinds: [], governmentPpm: 0, from: 0n },
  withholdingTolerance: 0n,
  tolerance: 0n,
  dueDays: 7,
  earlyPayment: null,
  goodsFirst: false,
  creditPaysRecurring: true,
  retail: true,
  bankAccounts: [],
  promptPayTarget: null,
  promptPayBillerId: null,
  cardGateway: 'none',
  cardPublicKey: null,
  cardFeePpm: 0,
  slipRequired: false,
  slipMaxBytes: 0,
  chequeDating: 'cleared',
  feeTaxCategory: 'outside',
  securityTaxCategory: 'outside',
  forfeitTaxCategory: 'outside',
};
const TODAY = '2026-01-31';

/** The books of one invoice: what stands of it, its tax documents, its credit notes. */
interface Books {
  invoice: InvoiceFacts;
  documents: TaxDocument[];
  credited: CreditedPart[];
}

const factsOf = (books: Books) => ({ ...books, debited: new Map<string, bigint>() });

const invoiceOf = (lines: InvoiceLineFacts[]): InvoiceFacts => {
  const total = sum(lines.map((line) => line.total));
  return {
    id: 1,
    documentId: 'i',
    number: 'INV-1',
    state: 'open',
    customer: 1,
    branch: null,
    poNumber: null,
    ...{ credited: 0n, earlyUntil: null, earlyDiscount: 0n },
    currency: 'THB',
    issuedOn: TODAY,
    dueDate: TODAY,
    net: sum(lines.map((line) => line.net)),
    tax: sum(lines.map((line) => line.tax)),
    total,
    amountDue: total,
    lines,
  };
};

function document(books: Books, taxed: readonly TaxedLine[]): TaxDocument[] {
  if (taxed.length === 0) return books.documents;
  const id = books.documents.length + 1;
  const lines = taxed.map(({ line, ...rest }) => ({ invoiceLine: line, ...rest }));
  return [...books.documents, { kind: 'tax_invoice', id, number: `TX-${id}`, taxDate: TODAY, lines }];
}

/** Money comes in: the tax points of the Revenue Code, s.78 and s.78/1. */
function pay(books: Books, share: number): Books {
  const { invoice } = books;
  const amount = (invoice.amountDue * BigInt(share)) / 100n;
  const rates = ratesFor(invoice.lines);
  const parts = settledParts(invoice.lines, amount, false);
  const taxed = taxedLines(invoice.lines, taxedByPayment(invoice.lines, parts, rates), rates);
  const covered = coverMore(invoice.lines, parts, taxed);
  const lines = invoice.lines.map((line, index) => ({ ...line, ...covered[index] }));
  return {
    ...books,
    invoice: { ...invoice, amountDue: invoice.amountDue - amount, lines },
    documents: document(books, taxed),
  };
}

function handOver(books: Books, share: number): Books {
  const { invoice } = books;
  const rates = ratesFor(invoice.lines);
  const quantities = invoice.lines.map((line) =>
    line.kind === 'goods' ? ((line.quantity - line.handedOver) * BigInt(share)) / 100n : 0n,
  );
  const taxed = taxedLines(invoice.lines, taxedByHandOver(invoice.lines, quantities, rates), rates);
  const covered = coverMore(invoice.lines, [], taxed);
  const lines = invoice.lines.map((line, index) => ({
    ...line,
    ...covered[index],
    handedOver: line.handedOver + (quantities[index] ?? 0n),
  }));
  return { ...books, invoice: { ...invoice, lines }, documents: document(books, taxed) };
}

interface Credit {
  wishes: LineWish[] | undefined;
  cause: string;
  /** Percent of what may be offset that is; the rest is customer credit. */
  offset: number;
}

function written(books: Books, plan: CreditPlan, offset: number): Books {
  const adjusted = withAdjustments(books.invoice, plan);
  const amount = (min(plan.total, adjusted.amountDue) * BigInt(offset)) / 100n;
  const moves = amount > 0n ? offsetOwn(plan, adjusted, amount, TODAY, RULES) : [];
  const before: Books = { ...books, invoice: adjusted };
  const documents = moves.reduce((list, move) => document({ ...before, documents: list }, move.taxed), books.documents);
  return {
    invoice: moves.at(-1)?.invoice ?? adjusted,
    documents,
    credited: [
      ...books.credited,
      ...plan.lines.map((line) => ({
        invoiceLine: line.line.id,
        document: line.document && documentKey(line.document),
        quantity: line.quantity,
        net: line.net,
        tax: line.tax,
        total: line.total,
      })),
    ],
  };
}

function credit(books: Books, { wishes, cause, offset }: Credit): Books {
  let plan: CreditPlan;
  try {
    plan = planCredit(factsOf(books), { cause, lines: wishes });
  } catch (error) {
    if (isRefusal(error)) return books;
    throw error;
  }
  expect(plan.net + plan.tax).toBe(plan.total);
  for (const line of plan.lines) {
    expect(line.net + line.tax).toBe(line.total);
    expect(line.net >= 0n && line.tax >= 0n).toBe(true);
  }
  expect(sum(plan.originals.map((one) => one.difference))).toBe(plan.taxedNet);
  expect(sum(plan.originals.map((one) => one.tax))).toBe(plan.taxedTax);
  for (const one of plan.originals) expect(one.right >= 0n && one.value - one.difference === one.right).toBe(true);
  return written(books, plan, offset);
}

/** Nothing is credited twice, taken from a document beyond what it says, or taxed beyond what is charged. */
function lawful({ invoice, documents, credited }: Books): void {
  for (const line of invoice.lines) {
    const own = credited.filter((part) => part.invoiceLine === line.id);
    const taken = sum(own.map((part) => part.total));
    expect(taken <= line.total).toBe(true);
    expect(sum(own.map((part) => part.quantity ?? 0n)) <= line.quantity).toBe(true);
    const adjusted = sum(own.filter((part) => part.document === null).map((part) => part.total));
    expect(line.adjusted).toBe(adjusted);
    expect(line.taxed + adjusted <= line.total).toBe(true);
    expect(line.paid <= line.total).toBe(true);
    // The VAT report never holds more of a line than is charged for it.
    expect(line.taxed - (taken - adjusted) <= line.total - taken).toBe(true);
  }
  // What is on documents and what was credited outside of them is the VAT of the invoice, to the satang.
  for (const group of groupByRate(invoice.lines)) {
    const lines = group.flatMap((index) => invoice.lines[index] ?? []);
    if (lines.some((line) => untaxed(line) > 0n)) continue;
    const said = documents.flatMap((one) =>
      one.lines.filter(({ invoiceLine }) => lines.some(({ id }) => id === invoiceLine)),
    );
    const outside = sum(lines.map((line) => line.adjustedTax));
    expect(sum(said.map((one) => one.tax)) + outside).toBe(sum(lines.map((line) => line.tax)));
  }
  for (const document of documents) {
    for (const said of document.lines) {
      const own = credited.filter(
        (part) => part.document === documentKey(document) && part.invoiceLine === said.invoiceLine,
      );
      const total = sum(own.map((part) => part.total));
      const tax = sum(own.map((part) => part.tax));
      expect(total <= said.total && tax <= said.tax).toBe(true);
      if (total === said.total) expect(tax).toBe(said.tax);
      // What is left of a document holds no more VAT than money.
      expect(said.tax - tax <= said.total - total).toBe(true);
    }
  }
  expect(sum(invoice.lines.map((line) => line.paid))).toBe(invoice.total - invoice.amountDue);
}

const wish = fc.record({
  at: fc.nat(11),
  quantity: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
  amount: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
});
const step = fc.oneof(
  fc.record({ do: fc.constant('pay' as const), share: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ do: fc.constant('hand' as const), share: fc.integer({ min: 1, max: 100 }) }),
  fc.record({
    do: fc.constant('credit' as const),
    cause: fc.constantFrom('goods_returned', 'price_wrong'),
    offset: fc.constantFrom(0, 40, 100),
    wishes: fc.array(wish, { minLength: 1, maxLength: 4 }),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Wishes in percent of what is left, now and then above it. */
function wishesOf(books: Books, wishes: (Step & { do: 'credit' })['wishes']): LineWish[] {
  const left = creditableLines(books.invoice.lines, books.documents, books.credited);
  return wishes.map(({ at, quantity, amount }) => {
    const one = left[at % left.length];
    return {
      line: one?.line.id ?? 0,
      quantity: quantity === undefined ? undefined : ((one?.leftQuantity ?? 0n) * BigInt(quantity)) / 100n,
      amount: amount === undefined ? undefined : ((one?.left ?? 0n) * BigInt(amount)) / 100n,
    };
  });
}

const start = (lines: Awaited<ReturnType<typeof coveredLines.generate>>['value']): Books => ({
  invoice: invoiceOf(
    lines.map((line) => ({
      ...line,
      documentId: `l${line.id}`,
      position: line.id,
      sourceLine: null,
      description: `line ${line.id}`,
      unit: 'pc',
      incomeKind: null,
    })),
  ),
  documents: [],
  credited: [],
});

function live(books: Books, steps: readonly Step[]): Books {
  let now = books;
  for (const one of steps) {
    if (one.do === 'pay') now = pay(now, one.share);
    else if (one.do === 'hand') now = handOver(now, one.share);
    else now = credit(now, { ...one, wishes: wishesOf(now, one.wishes) });
    lawful(now);
  }
  return now;
}

property(
  'however an invoice is paid, handed over and credited in pieces: nothing twice, nothing above what is left, VAT to the satang',
  fc.tuple(coveredLines, fc.array(step, { maxLength: 12 })),
  ([lines, steps]) => {
    live(start(lines), steps);
  },
  100,
);

property(
  'credited to the end, the pieces add up: each tax invoice by its value and VAT, the invoice by its total, and never again',
  fc.tuple(coveredLines, fc.array(step, { maxLength: 10 }), fc.constantFrom('goods_returned', 'price_wrong')),
  ([lines, steps, cause]) => {
    const lived = live(start(lines), steps);
    const done = credit(lived, { wishes: undefined, cause, offset: 100 });
    lawful(done);
    expect(sum(done.credited.map((part) => part.total))).toBe(done.invoice.total);
    for (const document of lived.documents) {
      const own = done.credited.filter((part) => part.document === documentKey(document));
      expect(sum(own.map((part) => part.total))).toBe(sum(document.lines.map((line) => line.total)));
      expect(sum(own.map((part) => part.tax))).toBe(sum(document.lines.map((line) => line.tax)));
    }
    if (done.invoice.total > 0n) {
      expect(() => planCredit(factsOf(done), { cause: 'other' })).toThrow('credit_note.nothing_left');
    }
  },
  100,
);

property(
  'paid to the end after credits, exactly what is charged is taxed',
  fc.tuple(coveredLines, fc.array(step, { maxLength: 10 })),
  ([lines, steps]) => {
    const lived = pay(live(start(lines), steps), 100);
    lawful(lived);
    for (const line of lived.invoice.lines) {
      if (TREATMENTS[line.taxCategory] !== 'rated' && TREATMENTS[line.taxCategory] !== 'zero') continue;
      const own = lived.credited.filter((part) => part.invoiceLine === line.id);
      const taxedAway = sum(own.filter((part) => part.document !== null).map((part) => part.total));
      expect(line.taxed - taxedAway).toBe(line.total - sum(own.map((part) => part.total)));
    }
  },
  100,
);

property(
  'a debit note lays its difference on the documents of the line, without loss',
  fc.tuple(coveredLines, fc.array(step, { maxLength: 6 }), fc.nat(11), fc.bigInt({ min: 1n, max: 1_000_000n })),
  ([lines, steps, at, amount]) => {
    const books = live(start(lines), steps);
    const line = books.invoice.lines[at % books.invoice.lines.length];
    if (!line) return;
    let parts;
    try {
      parts = planDebit(factsOf(books), [{ line: line.id, amount }], RULES, TODAY);
    } catch (error) {
      expect(isRefusal(error) && error.code).toBe('debit_note.goods_not_taxed');
      expect(line.kind === 'goods' && line.taxed === 0n).toBe(true);
      return;
    }
    expect(sum(parts.map((part) => part.amount))).toBe(amount);
    const named = books.documents.filter((one) => one.lines.some((said) => said.invoiceLine === line.id));
    expect(parts.every((part) => (part.document ? named.includes(part.document) : named.length === 0))).toBe(true);
  },
  100,
);
