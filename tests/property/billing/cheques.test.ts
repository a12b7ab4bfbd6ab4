import fc from 'fast-check';
import { sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  cameOn,
  type ChequeLine,
  lessInHand,
  lineTotal,
  paidOn,
  stillFitting,
} from '../../../plugins/billing/server/src/domain/cheque';
import { EARLY_DISCOUNT } from '../../../plugins/billing/server/src/domain/early-payment';
import type { InvoiceFacts } from '../../../plugins/billing/server/src/domain/settlement';
import { property } from '../../support/random';

const TODAY = '2026-01-20';
const amount = fc.bigInt({ min: 0n, max: 1_000_000n });
const invoices = fc
  .array(fc.record({ amountDue: amount, open: fc.boolean() }), { maxLength: 6 })
  .map(
    (list) =>
      new Map(
        list.map(({ amountDue, open }, index) => [
          index + 1,
          { id: index + 1, amountDue: open ? amountDue : 0n, state: open ? 'open' : 'paid' } as InvoiceFacts,
        ]),
      ),
  );
const lines: fc.Arbitrary<ChequeLine[]> = fc.uniqueArray(
  fc.record({
    invoice: fc.integer({ min: 1, max: 7 }),
    cash: amount,
    withheld: amount,
    deduction: amount,
    deductionReason: fc.constant(null),
    deductionKind: fc.constant(null),
  }),
  { selector: (line) => line.invoice, maxLength: 6 },
);

property(
  'a good cheque never pays more of an invoice than is due, nor more money than it is',
  fc.tuple(lines, invoices, fc.boolean()),
  ([list, known, may]) => {
    const fitting = stillFitting(list, known, () => may, TODAY);
    return (
      sum(fitting.map((one) => one.cash)) <= sum(list.map((line) => line.cash)) &&
      fitting.every((one) => {
        const due = known.get(one.invoice)?.amountDue ?? 0n;
        const total = one.cash + (one.withheld ?? 0n) + (one.deduction ?? 0n);
        return total <= due && (may || !one.withheld) && list.some((line) => line.invoice === one.invoice);
      })
    );
  },
);

property('where nothing has changed, all of it is paid as it was meant', fc.tuple(lines, invoices), ([list, known]) => {
  const within = list.filter((line) => lineTotal(line) <= (known.get(line.invoice)?.amountDue ?? 0n));
  const open = within.filter((line) => known.get(line.invoice)?.state === 'open' && lineTotal(line) > 0n);
  return stillFitting(open, known, () => true, TODAY).length === open.length;
});

property(
  'cheques in hand speak for what they are meant to pay, never for more than is due',
  fc.tuple(lines, invoices),
  ([list, known]) =>
    [...lessInHand(known, list)].every(([id, { amountDue }]) => {
      const due = known.get(id)?.amountDue ?? 0n;
      const spoken = sum(list.filter((line) => line.invoice === id).map(lineTotal));
      return amountDue >= 0n && (spoken >= due ? amountDue === 0n : amountDue === due - spoken);
    }),
);

const promised = { total: 1_000_000n, credited: 0n, earlyUntil: TODAY, earlyDiscount: 20_000n };
property(
  'what is deducted for paying early is deducted in time and owed afterwards; money and withheld are the same',
  fc.record({
    cash: fc.bigInt({ min: 1n, max: 500_000n }),
    withheld: fc.bigInt({ min: 0n, max: 30_000n }),
    deduction: fc.bigInt({ min: 1n, max: 40_000n }),
    on: fc.constantFrom('2026-01-19', TODAY, '2026-01-21'),
  }),
  ({ on, ...parts }) => {
    const invoice = { id: 1, state: 'open', amountDue: 1_000_000n, ...promised } as InvoiceFacts;
    const list = [{ invoice: 1, ...parts, deductionReason: EARLY_DISCOUNT, deductionKind: 'discount' as const }];
    const [one] = stillFitting(list, new Map([[1, invoice]]), () => true, on);
    const isEarly = on <= TODAY && parts.deduction <= promised.earlyDiscount;
    return (
      one?.cash === parts.cash &&
      one.withheld === parts.withheld &&
      (one.deduction ?? 0n) === (isEarly ? parts.deduction : 0n) &&
      (one.late ?? 0n) === (isEarly ? 0n : parts.deduction)
    );
  },
);

test('a cheque comes when it is handed over and its date is there; after it bounced, with its next deposit', () => {
  const cheque = { chequeDate: '2026-01-05', receivedOn: '2026-01-03', depositedOn: '2026-01-06', bouncedOn: null };
  expect(cameOn(cheque)).toBe('2026-01-05');
  expect(cameOn({ ...cheque, receivedOn: '2026-01-07' })).toBe('2026-01-07');
  expect(cameOn({ ...cheque, bouncedOn: '2026-01-08', depositedOn: '2026-01-12' })).toBe('2026-01-12');
  expect(cameOn({ ...cheque, bouncedOn: '2026-01-08', depositedOn: '2026-01-04' })).toBe('2026-01-08');
});

test('a cheque counts on the day it was good, or on the day that stands on it once it was there', () => {
  const cheque = {
    number: '1',
    state: 'deposited',
    chequeDate: '2026-01-20',
    receivedOn: '2026-01-05',
    depositedOn: null,
    bouncedOn: null,
  } as const;
  expect(paidOn(cheque, '2026-01-23', 'cleared')).toBe('2026-01-23');
  expect(paidOn(cheque, '2026-01-23', 'cheque')).toBe('2026-01-20');
  expect(paidOn({ ...cheque, chequeDate: '2026-01-01' }, '2026-01-23', 'cheque')).toBe('2026-01-05');
});
