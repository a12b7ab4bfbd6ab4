import fc from 'fast-check';
import { compareInstants, isRefusal, move } from '../../../plugins/platform/kernel/src';
import { planCancellation } from '../../../plugins/sales/server/src/domain/cancel';
import { expiresAt, planExpiry, waitedSince } from '../../../plugins/sales/server/src/domain/expire';
import { planDelivery } from '../../../plugins/sales/server/src/domain/deliver';
import {
  LIVE_STATES,
  ORDER_STATES,
  orderMachine,
  type OrderState,
  type OrderVerb,
} from '../../../plugins/sales/server/src/domain/order-machine';
import { property } from '../../support/random';

const VERBS: OrderVerb[] = [
  'place',
  'hold',
  'release',
  'confirm',
  'fulfil',
  'deliver',
  'return',
  'close',
  'cancel',
  'expire',
];

/** The life of an order, written out a second time: state, verb → state. */
const TABLE: Record<string, OrderState> = {
  'draft place': 'placed',
  'placed hold': 'awaiting_approval',
  'awaiting_approval release': 'placed',
  'awaiting_approval cancel': 'cancelled',
  'placed confirm': 'confirmed',
  'confirmed fulfil': 'fulfilling',
  'fulfilling deliver': 'delivered',
  'delivered return': 'returned',
  'returned close': 'closed',
  'delivered close': 'closed',
  'placed cancel': 'cancelled',
  'confirmed cancel': 'cancelled',
  'fulfilling cancel': 'cancelled',
  'placed expire': 'expired',
};

property('an order moves only as its table says', fc.array(fc.constantFrom(...VERBS), { maxLength: 30 }), (verbs) => {
  let state: OrderState = 'draft';
  for (const verb of verbs) {
    const expected = TABLE[`${state} ${verb}`];
    let result: OrderState | undefined;
    try {
      result = move(orderMachine, state, verb);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      expect(error.code).toBe('state.not_allowed');
    }
    expect(result).toBe(expected);
    state = result ?? state;
  }
});

test('what is live can still be cancelled', () => {
  expect(LIVE_STATES).toEqual(['placed', 'awaiting_approval', 'confirmed', 'fulfilling']);
});

const facts = fc.record({
  number: fc.constant('SO-1'),
  state: fc.constantFrom(...ORDER_STATES),
  handedOver: fc.boolean(),
  by: fc.constantFrom('customer' as const, 'staff' as const),
  invoice: fc.option(
    fc.record({
      id: fc.integer({ min: 1 }),
      number: fc.constant('IV-1'),
      state: fc.constantFrom('draft', 'open', 'paid', 'void', 'discarded', 'uncollectible'),
      free: fc.boolean(),
      settled: fc.boolean(),
      credited: fc.boolean(),
      taxed: fc.boolean(),
    }),
  ),
});

property('what was handed over, paid or taxed is never cancelled away before it is credited whole', facts, (given) => {
  try {
    const { state, voidInvoice } = planCancellation(given);
    expect(state).toBe('cancelled');
    expect(TABLE[`${given.state} cancel`]).toBe('cancelled');
    // Credited whole, what was handed over is settled: the rest of the order goes.
    expect(given.handedOver && !given.invoice?.credited).toBe(false);
    if (voidInvoice !== null) {
      expect(given.invoice).toMatchObject({ id: voidInvoice, state: 'open', settled: false, taxed: false });
    } else {
      const { invoice } = given;
      const isFree = invoice?.free && invoice.state === 'paid' && !invoice.taxed;
      expect(!invoice || invoice.credited || isFree || ['void', 'discarded'].includes(invoice.state)).toBe(true);
    }
  } catch (error) {
    expect(isRefusal(error)).toBe(true);
  }
});

property(
  'an order expires only unpaid, untaxed, with nothing under way or handed over, and takes its open invoice along',
  fc.tuple(facts, fc.boolean(), fc.boolean()),
  ([{ state, handedOver, invoice }, onTerms, paymentUnderWay]) => {
    const plan = planExpiry({ state, handedOver, invoice, onTerms, paymentUnderWay });
    const unpaid = invoice?.state === 'open' && !invoice.settled && !invoice.credited && !invoice.taxed;
    const may = state === 'placed' && unpaid && !handedOver && !onTerms && !paymentUnderWay;
    expect(plan).toEqual(may ? { state: 'expired', voidInvoice: invoice.id } : null);
  },
);

const instants = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

property(
  'what waits is due exactly when its days are over',
  fc.tuple(instants, instants, fc.integer({ min: 0, max: 365 })),
  ([since, now, days]) => {
    const due = expiresAt(since, days, 'Asia/Bangkok');
    const until = waitedSince(now, days, 'Asia/Bangkok');
    if (days === 0) return expect([due, until]).toEqual([null, null]);
    expect(compareInstants(due ?? '', now) <= 0).toBe(compareInstants(since, until ?? '') <= 0);
  },
);

const lines = fc
  .array(
    fc.tuple(fc.bigInt({ min: 1n, max: 9_000n }), fc.bigInt({ min: 0n, max: 9_000n }), fc.bigInt({ min: 0n, max: 9n })),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) =>
    list.map(([quantity, delivered, tenths], index) => ({
      id: index + 1,
      documentId: `line${index}`,
      description: `Line ${index}`,
      quantity,
      delivered: delivered > quantity ? quantity : delivered,
      planned: delivered > quantity ? 0n : ((quantity - delivered) * tenths) / 10n,
    })),
  );

property(
  'a hand-over never delivers more than was ordered and not packed, and ends delivered exactly when nothing is left or on its way',
  fc.tuple(
    lines,
    fc.constantFrom(...ORDER_STATES),
    fc.array(fc.tuple(fc.nat(5), fc.nat(9_500)), { maxLength: 4 }),
    fc.boolean(),
  ),
  ([given, state, picks, onTheWay]) => {
    const wishes = picks.map(([index, quantity]) => ({
      line: `line${index}`,
      quantity: `${Math.floor(quantity / 1000)}.${String(quantity % 1000).padStart(3, '0')}`,
    }));
    try {
      const plan = planDelivery(state, given, wishes.length > 0 ? wishes : undefined, onTheWay);
      expect(['confirmed', 'fulfilling']).toContain(state);
      const rest = given.map((line) => {
        const out = plan.parts
          .filter((part) => part.line.id === line.id)
          .reduce((all, part) => all + part.quantity, 0n);
        expect(line.quantity - line.delivered - out).toBeGreaterThanOrEqual(line.planned);
        return line.quantity - line.delivered - out;
      });
      expect(plan.parts.every((part) => part.quantity > 0n)).toBe(true);
      const arrived = !onTheWay || wishes.length === 0;
      expect(plan.parts.length > 0 || (onTheWay && arrived)).toBe(true);
      expect(plan.state).toBe(arrived && rest.every((left) => left === 0n) ? 'delivered' : 'fulfilling');
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  },
);
