import fc from 'fast-check';
import { extend, isRefusal } from '../../../plugins/platform/kernel/src';
import {
  couponsAfter,
  discountAfter,
  lessCredited,
  planAmending,
  shareLeft,
} from '../../../plugins/sales/server/src/domain/amend';
import { ORDER_STATES } from '../../../plugins/sales/server/src/domain/order-machine';
import { planReturn } from '../../../plugins/sales/server/src/domain/return';
import { bookMovements, MOVEMENT_KINDS } from '../../../plugins/sales/server/src/domain/stock';
import { property } from '../../support/random';

const amount = (max: bigint) => fc.bigInt({ min: 0n, max });

const line = fc
  .record({
    quantity: fc.bigInt({ min: 1n, max: 20_000n }),
    out: fc.nat(10),
    packed: fc.nat(10),
    unitPrice: amount(99_999n),
    manual: amount(9_999n),
    coupon: amount(9_999n),
  })
  .map(({ quantity, out, packed, unitPrice, manual, coupon }) => {
    const delivered = (quantity * BigInt(out)) / 20n;
    return {
      ...{ quantity, delivered, planned: ((quantity - delivered) * BigInt(packed)) / 20n },
      unitPrice,
      discount: manual + coupon,
      derivation: {
        discounts: [
          { cause: 'manual', amount: String(manual) },
          { cause: 'coupon', name: 'TEN', amount: String(coupon) },
        ],
      },
    };
  });
const lines = fc
  .array(line, { minLength: 1, maxLength: 5 })
  .map((list) =>
    list.map((one, index) => ({ ...one, id: index, documentId: `line${index}`, description: `L${index}` })),
  );
const decimal = (quantity: bigint): string => `${quantity / 1000n}.${String(quantity % 1000n).padStart(3, '0')}`;

property(
  'less of a line that is settled elsewhere, once or step by step: what is left adds up, and nothing is left of nothing',
  fc.tuple(fc.bigInt({ min: 1n, max: 20_000n }), fc.nat(20), amount(9_999_999n), amount(999_999n)),
  ([quantity, twentieths, net, tax]) => {
    const whole = { quantity, net, tax, total: net + tax };
    const left = (quantity * BigInt(twentieths)) / 20n;
    const after = shareLeft(whole, left);
    expect(after.net + after.tax).toBe(after.total);
    expect([after.net >= 0n, after.tax >= 0n, after.total <= whole.total]).toEqual([true, true, true]);
    expect(shareLeft(whole, quantity)).toEqual({ net, tax, total: net + tax });
    expect(shareLeft({ quantity: left === 0n ? 1n : left, ...after }, 0n)).toEqual({ net: 0n, tax: 0n, total: 0n });
  },
);

property(
  'amending never goes below what was handed over or packed, and parts less from more',
  fc.tuple(
    lines,
    fc.constantFrom(...ORDER_STATES),
    fc.array(fc.tuple(fc.nat(5), amount(25_000n)), { maxLength: 4 }),
    fc.boolean(),
  ),
  ([given, state, picks, adds]) => {
    const wishes = picks.map(([index, quantity]) => ({ line: `line${index}`, quantity: decimal(quantity) }));
    try {
      const { less, more } = planAmending({ number: 'SO-1', state }, given, wishes, adds);
      expect(['placed', 'confirmed', 'fulfilling']).toContain(state);
      expect(less.length + more.length > 0 || adds).toBe(true);
      for (const { line: one, quantity } of less) {
        expect(quantity < one.quantity && quantity >= one.delivered + one.planned).toBe(true);
      }
      for (const { line: one, quantity } of more) expect(quantity > one.quantity).toBe(true);
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  },
);

property(
  'what was taken off each piece is taken off those that stay, cause by cause, and never more',
  fc.tuple(line, amount(25_000n)),
  ([given, quantity]) => {
    const { discount, derivation } = discountAfter(given, quantity);
    const { discounts } = derivation as typeof given.derivation;
    expect(discounts.reduce((all, one) => all + BigInt(one.amount), 0n)).toBe(discount);
    expect(discount <= given.discount).toBe(true);
    if (quantity >= given.quantity) expect(discount).toBe(given.discount);
    if (quantity === 0n) expect(discount).toBe(0n);
    const [coupon] = couponsAfter([{ code: 'TEN', name: 'TEN', amount: '1' }], [{ derivation }]) ?? [];
    expect(coupon?.amount ?? '0').toBe(discounts[1]?.amount);
  },
);

property(
  'what is tried asks for nothing, whatever becomes of its quantity',
  fc.tuple(line, amount(25_000n)),
  ([given, quantity]) => {
    const whole = extend(given.unitPrice, given.quantity);
    const manual = BigInt(given.derivation.discounts[0]?.amount ?? '0') % (whole + 1n);
    const discounts = [
      { cause: 'manual', amount: String(manual) },
      { cause: 'trial', amount: String(whole - manual), days: 14 },
    ];
    const after = discountAfter({ ...given, discount: whole, derivation: { discounts } }, quantity);
    expect(after.discount).toBe(extend(given.unitPrice, quantity));
    const parts = (after.derivation as { discounts: typeof discounts }).discounts;
    expect(parts.reduce((all, one) => all + BigInt(one.amount), 0n)).toBe(after.discount);
    for (const { amount: part } of parts) expect(BigInt(part) >= 0n).toBe(true);
  },
);

property(
  'a line and what was credited of it add up to what it was',
  fc.tuple(amount(100_000n), amount(7_000n), amount(100_000n), amount(7_000n)),
  ([total, tax, creditedTotal, creditedTax]) => {
    const before = { total: total + tax, tax, net: total };
    const off = { total: creditedTotal < before.total ? creditedTotal : before.total, tax: creditedTax, net: 0n };
    const after = lessCredited(before, off);
    expect(after.total + off.total).toBe(before.total);
    expect(after.net + after.tax).toBe(after.total);
    expect(after.tax >= 0n).toBe(true);
  },
);

property(
  'never more comes back than was delivered and did not come back before',
  fc.tuple(lines, fc.constantFrom(...ORDER_STATES), fc.nat(20), fc.array(fc.tuple(fc.nat(5), amount(25_000n)))),
  ([given, state, part, picks]) => {
    const goods = given.map((one) => ({
      ...{ ...one, kind: 'goods' as const, returned: (one.delivered * BigInt(part)) / 20n },
    }));
    const wishes = picks.map(([index, quantity]) => ({ line: `line${index}`, quantity: decimal(quantity) }));
    try {
      const plan = planReturn({ number: 'SO-1', state }, goods, wishes.length > 0 ? wishes : undefined);
      for (const { line: one, quantity } of plan.parts) {
        expect(quantity > 0n && one.returned + quantity <= one.delivered).toBe(true);
      }
      if (plan.state === 'returned') expect(state).toBe('delivered');
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  },
);

property(
  'running balances end where the movements lead',
  fc.array(fc.tuple(fc.constantFrom(...MOVEMENT_KINDS), amount(9_000n)), { minLength: 1, maxLength: 20 }),
  (list) => {
    const booked = bookMovements(
      [{ id: 1, onHand: 50_000n, reserved: 20_000n }],
      list.map(([kind, quantity]) => ({ stockItem: 1, kind, quantity, orderLine: null, reason: null })),
    );
    const stays = ['reserve', 'release', 'move_out', 'move_in'];
    const leaves = ['ship', 'set_aside'];
    const onHand = list.reduce(
      (all, [kind, quantity]) => (stays.includes(kind) ? all : leaves.includes(kind) ? all - quantity : all + quantity),
      50_000n,
    );
    expect(booked.at(-1)?.onHandAfter).toBe(onHand);
  },
);
