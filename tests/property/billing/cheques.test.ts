import fc from 'fast-check';
import { sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  type ChequeLine,
  lessInHand,
  lineTotal,
  paidOn,
  stillFitting,
} from '../../../plugins/billing/server/src/domain/cheque';
import type { InvoiceFacts } from '../../../plugins/billing/server/src/domain/settlement';
import { property } from '../../support/random';

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
  }),
  { selector: (line) => line.invoice, maxLength: 6 },
);

property(
  'a good cheque never pays more of an invoice than is due, nor more money than it is',
  fc.tuple(lines, invoices, fc.boolean()),
  ([list, known, may]) => {
    const fitting = stillFitting(list, known, () => may);
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
  return stillFitting(open, known, () => true).length === open.length;
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

test('a cheque counts on the day it was good, or on the day that stands on it once it was there', () => {
  const cheque = {
    number: '1',
    state: 'deposited',
    chequeDate: '2026-01-20',
    receivedOn: '2026-01-05',
    depositedOn: null,
  } as const;
  expect(paidOn(cheque, '2026-01-23', 'cleared')).toBe('2026-01-23');
  expect(paidOn(cheque, '2026-01-23', 'cheque')).toBe('2026-01-20');
  expect(paidOn({ ...cheque, chequeDate: '2026-01-01' }, '2026-01-23', 'cheque')).toBe('2026-01-05');
});
