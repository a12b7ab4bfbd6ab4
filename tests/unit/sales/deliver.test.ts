import { isRefusal } from '../../../plugins/platform/kernel/src';
import { planDelivery } from '../../../plugins/sales/server/src/domain/deliver';

/** What is handed over of an order of which a part is owed no more: its invoice was credited whole. */
const line = (id: number, over: object = {}) => ({
  ...{ id, documentId: `line${id}`, description: `Line ${id}`, quantity: 3000n, delivered: 0n, planned: 0n },
  ...{ goodsFreedAt: null as string | null },
  ...over,
});
const freed = { goodsFreedAt: '2030-01-31T03:00:00.000Z' };
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
  return undefined;
};

test('all that is left means all that is still owed, and that makes the order delivered', () => {
  const { state, parts } = planDelivery('confirmed', [line(1, freed), line(2)], undefined);
  expect([state, parts.map((part) => [part.line.id, part.quantity])]).toEqual(['delivered', [[2, 3000n]]]);
});

test('of two that are owed the other stays to be handed over', () => {
  const lines = [line(1, freed), line(2), line(3)];
  expect(planDelivery('confirmed', lines, [{ line: 'line2' }]).state).toBe('fulfilling');
});

test('where the rest is owed no more, saying so is enough; what is packed has to leave first', () => {
  const out = line(2, { delivered: 3000n });
  expect(planDelivery('fulfilling', [line(1, freed), out], undefined)).toEqual({ state: 'delivered', parts: [] });
  const packed = line(2, { planned: 3000n });
  expect(codeOf(() => planDelivery('fulfilling', [line(1, freed), packed], undefined))).toBe('order.left_is_planned');
});

test('of an order of which nothing is owed all is named, to be refused by whoever knows why', () => {
  const { parts } = planDelivery('confirmed', [line(1, freed), line(2, freed)], undefined);
  expect(parts.map((part) => part.line.id)).toEqual([1, 2]);
});

test('an order that was handed over whole has nothing left', () => {
  expect(codeOf(() => planDelivery('fulfilling', [line(1, { delivered: 3000n })], undefined))).toBe(
    'order.nothing_to_deliver',
  );
});
