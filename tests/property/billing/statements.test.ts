import fc from 'fast-check';
import { formatMoney, rateOf } from '../../../plugins/platform/kernel/src';
import { readAmount, readDay } from '../../../plugins/billing/server/src/domain/statements/cells';
import { parseCsv } from '../../../plugins/platform/server/src/sheets/csv';
import { recogniseLayout } from '../../../plugins/billing/server/src/domain/statements/layouts';
import { lineKeys } from '../../../plugins/billing/server/src/domain/statements/line-keys';
import {
  type InvoiceCandidate,
  type MatchFacts,
  matchLine,
} from '../../../plugins/billing/server/src/domain/statements/match-line';
import { readStatement } from '../../../plugins/billing/server/src/domain/statements/read-statement';
import { setsOf } from '../../../plugins/billing/server/src/domain/statements/sums';
import { duesBehind } from '../../../plugins/billing/server/src/domain/statements/withheld-dues';
import { scale, seed } from '../../support/random';

const RUNS = { seed, numRuns: Math.max(1, Math.round(200 * scale())) };
const TODAY = '2026-02-28';
const amount = fc.bigInt({ min: 1n, max: 9_999_999_999n });
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
const cell = fc.string({ unit: fc.constantFrom('a', 'ก', ',', '"', '\n', ';', ' ', '1', '=', "'"), maxLength: 8 });

test('what a sheet writes is read back, whatever stands in its cells', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const text = rows.map((cells) => cells.map(quoted).join(',')).join('\r\n');
      const filled = rows.filter((cells) => cells.some((one) => one.trim() !== ''));
      expect(parseCsv(text).map(({ cells }) => cells)).toEqual(filled);
    }),
    RUNS,
  );
});

test('an amount is read as it was, however a bank writes it; nothing else is an amount', () => {
  fc.assert(
    fc.property(amount, fc.constantFrom('', '-'), (value, sign) => {
      const signed = sign === '' ? value : -value;
      const plain = formatMoney(value);
      const written =
        sign === '' ? [plain, `+${plain}`, `="${plain}"`, `${plain} CR`] : [`-${plain}`, `(${plain})`, `${plain}-`];
      for (const text of written) expect(readAmount(text, 'THB')).toBe(signed);
    }),
    RUNS,
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readAmount(text, 'THB');
      if (typeof read === 'bigint') expect(text).toMatch(/\d/);
    }),
    RUNS,
  );
});

test('a day is the same in both eras, with two digits or four', () => {
  fc.assert(
    fc.property(day, (date) => {
      const [year = '', month = '', number = ''] = date.split('-');
      const buddhist = String(Number(year) + 543);
      for (const text of [year, buddhist, year.slice(2), buddhist.slice(2)].map((y) => `${number}/${month}/${y}`)) {
        expect(readDay(text, 'dmy', TODAY)?.date).toBe(date);
      }
    }),
    RUNS,
  );
});

interface Movement {
  amount: bigint;
  date: string;
}
const movements = fc
  .array(
    fc.record({
      amount: fc.oneof(
        amount,
        amount.map((one) => -one),
      ),
      date: day,
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((list): Movement[] => [...list].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)));

const written = (list: readonly Movement[], newestFirst: boolean): string => {
  let balance = 0n;
  const rows = list.map(({ date, amount: moved }) => {
    balance += moved;
    const [deposit, withdrawal] = moved > 0n ? [formatMoney(moved), ''] : ['', formatMoney(-moved)];
    return `${date},"${withdrawal}","${deposit}","${formatMoney(balance)}",x`;
  });
  return ['Date,Withdrawal,Deposit,Balance,Description', ...(newestFirst ? rows.reverse() : rows)].join('\n');
};
const read = (text: string) => {
  const rows = parseCsv(text);
  const layout = recogniseLayout(rows);
  return readStatement(rows, layout as NonNullable<typeof layout>, 'THB', TODAY);
};

test('a statement adds up, in either order, and overlapping ones have the same lines once', () => {
  fc.assert(
    fc.property(movements, fc.boolean(), fc.nat(), (list, newestFirst, cut) => {
      const statement = read(written(list, newestFirst));
      expect(statement.problems).toEqual([]);
      expect(statement.continuous).toBe(true);
      const total = list.reduce((all, one) => all + one.amount, 0n);
      expect((statement.opening ?? 0n) + total).toBe(statement.closing);
      expect(statement.lines.map((line) => line.amount)).toEqual(list.map((one) => one.amount));
      const all = lineKeys(statement.lines);
      expect(new Set(all).size).toBe(all.length);
      // An earlier export of the same account shows the beginning of it.
      const part = lineKeys(read(written(list.slice(0, 1 + (cut % list.length)), false)).lines);
      expect(all.slice(0, part.length)).toEqual(part);
    }),
    RUNS,
  );
});

test('every set that is found adds up, and one that is there is found', () => {
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 2, maxLength: 10 }),
      fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
      (values, chosen) => {
        const places = values.flatMap((_, index) => (chosen[index] ? [index] : []));
        const total = places.reduce((all, place) => all + (values[place] ?? 0n), 0n);
        const found = setsOf(total, values, 3);
        for (const set of found) expect(set.reduce((all, place) => all + (values[place] ?? 0n), 0n)).toBe(total);
        if (places.length > 1) expect(found.length).toBeGreaterThan(0);
      },
    ),
    RUNS,
  );
});

test('the amount due is among those that may stand behind what is left after withholding', () => {
  fc.assert(
    fc.property(
      amount,
      fc.constantFrom(10_000, 20_000, 30_000, 50_000),
      fc.constantFrom(0, 70_000),
      (net, rate, vat) => {
        const due = net + rateOf(net, vat);
        const cash = due - rateOf(net, rate);
        expect(duesBehind(cash, [rate], [vat])).toContain(due);
      },
    ),
    RUNS,
  );
});

const CUSTOMERS = new Map([1, 2, 3].map((id) => [id, { id, documentId: `c${id}`, name: `Customer number ${id}` }]));
const invoice = (id: number, customer: number, due: bigint, withheld = 0n, early = 0n): InvoiceCandidate => ({
  ...{
    id,
    documentId: `i${id}`,
    number: `INV-2569-${String(id).padStart(6, '0')}`,
    customer,
    amountDue: due,
    withheld,
    early,
  },
  ...{ dueDate: '2026-02-01', numberKey: `INV2569${String(id).padStart(6, '0')}`, orderKey: null, poKey: null },
});
const facts = (invoices: readonly InvoiceCandidate[], due: bigint, over: Partial<MatchFacts> = {}): MatchFacts => ({
  invoices,
  payments: [],
  customers: CUSTOMERS,
  sameAmount: invoices.filter((one) => one.amountDue === due).length,
  payerOf: [],
  whole: [1, 2, 3],
  tolerance: 100n,
  ...over,
});
const line = (moved: bigint, references: string[] = [], name: string | null = null) => ({
  ...{ date: '2026-02-10', amount: moved, payer: { account: null, name }, references },
});

test('what is proposed never lays more than came in, nor more than is due, and a tie is nobody’s', () => {
  const some = fc.array(
    fc.record({ customer: fc.integer({ min: 1, max: 3 }), due: fc.bigInt({ min: 1n, max: 40n }) }),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(
      some,
      fc.bigInt({ min: 1n, max: 80n }),
      fc.option(fc.nat(8)),
      fc.option(fc.integer({ min: 1, max: 3 })),
      (list, moved, named, payer) => {
        const invoices = list.map(({ customer, due }, index) => invoice(index + 1, customer, due));
        const references = named === null ? [] : [`INV2569${String(named + 1).padStart(6, '0')}`];
        const { verdict, proposals } = matchLine(
          line(moved, references),
          facts(invoices, moved, { payerOf: payer === null ? [] : [payer], tolerance: 0n }),
        );
        for (const { invoices: laid, customer } of proposals) {
          expect(laid.reduce((all, one) => all + one.cash, 0n) <= moved).toBe(true);
          for (const one of laid) {
            const due = invoices.find(({ id }) => id === one.id);
            expect(due?.customer).toBe(customer.id);
            expect(one.cash + one.withheld <= (due?.amountDue ?? 0n)).toBe(true);
          }
        }
        const [first, second] = proposals;
        if (first && second) expect(first.score >= second.score).toBe(true);
        if (verdict === 'matched' && second) expect((first?.score ?? 0) - second.score).toBeGreaterThanOrEqual(15);
        if (verdict === 'unknown') expect(proposals).toEqual([]);
      },
    ),
    RUNS,
  );
});

test('one invoice of the amount is matched, two are to check, and the payer or the number decides between them', () => {
  const pair = [invoice(1, 1, 50_000n), invoice(2, 2, 50_000n)];
  expect(matchLine(line(50_000n), facts(pair.slice(0, 1), 50_000n)).verdict).toBe('matched');
  expect(matchLine(line(50_000n), facts(pair, 50_000n)).verdict).toBe('to_check');
  expect(matchLine(line(49_999n), facts([], 49_999n)).verdict).toBe('unknown');
  const byNumber = matchLine(line(50_000n, ['INV2569000002']), facts(pair, 50_000n));
  expect([byNumber.verdict, byNumber.proposals[0]?.customer.id]).toEqual(['matched', 2]);
  const byPayer = matchLine(line(50_000n), facts(pair, 50_000n, { payerOf: [2] }));
  expect([byPayer.verdict, byPayer.proposals[0]?.customer.id]).toEqual(['matched', 2]);
  // The only invoice of the amount, but somebody else’s money.
  expect(matchLine(line(50_000n), facts(pair.slice(0, 1), 50_000n, { payerOf: [3] })).verdict).not.toBe('matched');
  expect(matchLine(line(50_000n, [], 'Another person altogether'), facts(pair.slice(0, 1), 50_000n)).verdict).toBe(
    'to_check',
  );
});

test('less what may be deducted for being early, with what is withheld or without', () => {
  const promising = (early: bigint) => facts([invoice(1, 1, 1_070_000n, 30_000n, early)], 0n);
  const named = (moved: bigint) => line(moved, ['INV2569000001']);
  const early = matchLine(named(1_050_000n), promising(20_000n));
  expect([early.verdict, early.proposals[0]?.reasons[0]]).toEqual(['matched', 'amount_less_early']);
  expect(early.proposals[0]?.invoices).toMatchObject([{ cash: 1_050_000n, withheld: 0n }]);
  const both = matchLine(named(1_020_000n), promising(20_000n));
  expect(both.proposals[0]?.invoices).toMatchObject([{ cash: 1_020_000n, withheld: 30_000n }]);
  // Too late it is a part, and by itself nothing.
  expect(matchLine(named(1_050_000n), promising(0n)).proposals[0]?.reasons[0]).toBe('amount_part');
  expect(matchLine(line(1_050_000n), promising(0n)).verdict).toBe('unknown');
});

test('several at once are found less what each promises, and less what is withheld of each', () => {
  const part = fc.record({ due: fc.bigInt({ min: 100n, max: 9_999_999n }), early: fc.bigInt({ min: 0n, max: 60n }) });
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 2, maxLength: 6 }),
      fc.bigInt({ min: 0n, max: 60n }),
      fc.boolean(),
      (parts, withheld, net) => {
        const invoices = parts.map(({ due, early }, index) => invoice(index + 1, 1, due, withheld, early));
        const left = parts.map(({ due, early }) => due - (early + withheld < due ? early : 0n) - (net ? withheld : 0n));
        const gross = parts.map(({ due, early }) => due - early);
        const moved = (net ? left : gross).reduce((all, one) => all + one, 0n);
        const { proposals } = matchLine(line(moved, ['INV2569000001']), facts(invoices, 0n));
        const several = proposals.filter((one) => one.invoices.length > 1);
        expect(several.length).toBeGreaterThan(0);
        for (const { invoices: chosen } of several) {
          expect(chosen.reduce((all, one) => all + one.cash, 0n)).toBe(moved);
          for (const one of chosen) {
            const { amountDue = 0n, early = 0n } = invoices.find(({ id }) => id === one.id) ?? {};
            const missing = amountDue - one.cash - one.withheld;
            expect([0n, early]).toContain(missing);
          }
        }
      },
    ),
    RUNS,
  );
});

test('invoices that add up by chance do not hide those that the reference speaks of', () => {
  const three = [invoice(1, 1, 107n, 41n, 34n), invoice(2, 1, 100n, 41n, 2n), invoice(3, 1, 100n, 41n, 30n)];
  // Less what is withheld the second and the third would do, but the first is named.
  const { verdict, proposals } = matchLine(line(118n, ['INV2569000001']), facts(three, 0n));
  expect([verdict, proposals[0]?.invoices.map(({ id }) => id)]).toEqual(['matched', [1, 2, 3]]);
});

test('less what is withheld, several at once, a satang short, a slip', () => {
  const net = matchLine(line(1_040_000n, ['INV2569000001']), facts([invoice(1, 1, 1_070_000n, 30_000n)], 0n));
  expect(net.verdict).toBe('matched');
  expect(net.proposals[0]?.invoices).toMatchObject([{ cash: 1_040_000n, withheld: 30_000n }]);
  const sum = matchLine(line(150_000n), facts([invoice(1, 1, 100_000n), invoice(2, 1, 50_000n)], 0n, { payerOf: [1] }));
  expect([sum.verdict, sum.proposals[0]?.invoices.length]).toEqual(['matched', 2]);
  const short = matchLine(line(99_999n, ['INV2569000001']), facts([invoice(1, 1, 100_000n)], 0n));
  expect([short.verdict, short.proposals[0]?.invoices[0]?.cash]).toEqual(['matched', 99_999n]);
  const slip = {
    ...{ id: 9, documentId: 'p9', state: 'submitted' as const, customer: 1, amount: 100_000n, withheld: 0n },
    ...{ invoice: { id: 1, documentId: 'i1', number: 'INV-2569-000001' }, referenceKey: null, on: '2026-02-10' },
  };
  const sent = matchLine(
    line(100_000n),
    facts([invoice(1, 1, 100_000n), invoice(2, 2, 100_000n)], 100_000n, { payments: [slip] }),
  );
  expect([sent.verdict, sent.proposals[0]?.kind]).toEqual(['matched', 'slip']);
  expect(sent.proposals.some(({ kind, invoices }) => kind === 'invoices' && invoices[0]?.id === 1)).toBe(false);
});
