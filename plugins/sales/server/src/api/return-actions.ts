import { z } from 'zod';
import { civilDate, day, decimal, defineAction, instant } from '@sanya/strapi-plugin-platform/kit';
import { formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { GOODS_RETURN, ORDER } from '../content-types/types';
import { CONDITIONS, RETURN_CAUSES, RETURN_STATES } from '../domain/return';
import { returnsStore } from '../stores/returns';
import { shipmentsStore } from '../stores/shipments';
import { must } from '../use-cases/must';
import { receiveReturns } from '../use-cases/returns/receive-returns';
import { creditReturns, declineReturns } from '../use-cases/returns/settle-returns';
import { warehouseId } from './named-rows';
import { documentId, minor, quantity, serials } from './shapes';

const text = (most: number) => z.string().trim().min(1).max(most);

const returnInput = z.strictObject({
  cause: z.enum(RETURN_CAUSES).default('goods_returned'),
  reason: text(500),
  /** The day it came back; today unless told. */
  on: civilDate.optional(),
  /** Document id of the warehouse it comes back to; the default one unless told. */
  warehouse: documentId.optional(),
  /** All that can come back, unless told. */
  lines: z
    .array(
      z.strictObject({
        line: documentId,
        quantity: quantity.optional(),
        condition: z.enum(CONDITIONS).optional(),
        /** Which came back, where some stay that have serial numbers. */
        serials: serials.optional(),
      }),
    )
    .max(200)
    .optional(),
});

const creditInput = z.strictObject({
  /** Where the money goes; the open amount of the invoice first, and the rest is customer credit, unless told. */
  settle: z
    .array(z.strictObject({ how: z.enum(['offset', 'credit', 'refund']), amount: minor.optional() }))
    .max(3)
    .optional(),
});

/** A return as actions answer it. */
const goodsReturn = z
  .strictObject({
    id: z.int(),
    documentId: z.string(),
    number: z.string(),
    state: z.enum(RETURN_STATES),
    returnedOn: day,
    cause: z.enum(RETURN_CAUSES),
    reason: z.string(),
    declineReason: z.string().nullable(),
    receivedAt: instant,
    lines: z.array(
      z.strictObject({
        documentId: z.string(),
        /** Document id of the order's line. */
        orderLine: z.string(),
        description: z.string(),
        quantity: decimal,
        condition: z.enum(CONDITIONS),
        /** Rented: the contract gave back the days that were not served. */
        settled: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'GoodsReturn' });

async function view({ rows }: Platform, id: number | undefined) {
  const store = returnsStore(rows);
  const [row] = id === undefined ? [] : await store.byIds([id]);
  if (!row) return undefined;
  const lines = await store.linesOf([row.id]);
  const ordered = await shipmentsStore(rows).orderLines<{ description: string }>(
    lines.map((line) => line.orderLine),
    ['description'],
  );
  return {
    ...{ id: row.id, documentId: row.documentId, number: row.number, state: row.state, returnedOn: row.returnedOn },
    ...{ cause: row.cause, reason: row.reason, declineReason: row.declineReason, receivedAt: row.receivedAt },
    lines: lines.map((line) => {
      const source = must(ordered.find((one) => one.id === line.orderLine));
      return {
        ...{ documentId: line.documentId, orderLine: source.documentId, description: source.description },
        ...{ quantity: formatQuantity(line.quantity), condition: line.condition, settled: line.settled },
      };
    }),
  };
}

export const returnActions = [
  defineAction({
    name: 'receiveReturn',
    summary: 'Take goods of an order back, whole or by line: onto the shelf again, or written off as damaged',
    subject: ORDER,
    staff: { method: 'POST', path: '/orders/:id/returns', permission: 'return.receive' },
    input: returnInput,
    output: goodsReturn,
    status: 201,
    graphql: 'none',
    run: async (call) => {
      const warehouse = await warehouseId(call.platform, call.input.warehouse);
      const [received] = await receiveReturns(call, [{ ...call.input, warehouse, order: call.subject.id }]);
      return view(call.platform, received?.id);
    },
  }),
  defineAction({
    name: 'creditReturn',
    summary: 'Credit what came back: billing makes the credit note of its quantities, with its lawful cause',
    subject: GOODS_RETURN,
    staff: { method: 'POST', path: '/returns/:id/credit', permission: 'return.credit' },
    input: creditInput,
    output: goodsReturn,
    graphql: 'none',
    run: async (call) => {
      await creditReturns(call, [{ ...call.input, goodsReturn: call.subject.id }]);
      return view(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'declineReturn',
    summary: 'Do not credit what came back, and say why',
    subject: GOODS_RETURN,
    staff: { method: 'POST', path: '/returns/:id/decline', permission: 'return.decline' },
    input: z.strictObject({ reason: text(500) }),
    output: goodsReturn,
    graphql: 'none',
    run: async (call) => {
      await declineReturns(call, [{ reason: call.input.reason, goodsReturn: call.subject.id }]);
      return view(call.platform, call.subject.id);
    },
  }),
] as const;
