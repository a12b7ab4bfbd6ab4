import { moneyParam, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Saying, Tools } from '@sanya/strapi-plugin-platform/kit';
import { type AmendWish, canGiveWay, couponsAfter, planAmending } from '../../domain/amend';
import { ORDER } from '../../content-types/types';
import type { OrderLineFacts } from '../../domain/order';
import type { LineWish } from '../../domain/price-lines';
import { stateOnceOut } from '../../domain/deliver';
import { release, reserve } from '../../domain/stock';
import { invoiceStandings } from '../../stores/invoices';
import { type OrderLineRow, type OrderRow, ordersStore } from '../../stores/orders';
import { shipmentsStore } from '../../stores/shipments';
import { type IssuedInvoice, invoicing } from '../invoicing';
import type { LockedOrder } from '../lock-orders';
import { moveStock } from '../move-stock';
import { must } from '../must';
import { returnCouponSlots } from '../order-coupons';
import { orderEvent } from '../order-events';
import { promisedLines } from '../promised-lines';
import { refuseCredited, refuseCreditedParts } from '../refuse-credited';
import { lockPackedOrders, type PackedOrder } from '../shipments/lock-shipments';
import { anew, credit, extra, issueFor, withQuantities } from './amend-lines';
import { amendQuestions, pricedAdds } from './amend-questions';
import { askAmending } from './ask-amending';
import { changeMail } from './change-mail';

export interface AmendOrder {
  /** Row id. */
  order: number;
  lines: readonly AmendWish[];
  /** At the prices of today. */
  add: readonly LineWish[];
  reason: string;
}

export interface AmendedOrder extends LockedOrder {
  /**
   * Minor units, VAT included: what credit notes take off, what invoices ask for besides. Of the order itself, and of what
   * promises its lines.
   */
  credited: bigint;
  charged: bigint;
  /** Somebody else has to grant it first: until then the order stays as it is. */
  asked: boolean;
  /** What it comes to, and what comes of it elsewhere: a sentence each, for the order's customer and for whoever asks. */
  said: readonly Saying[];
}

/** `ask`: what goes beyond a limit is asked first. `preview`: it is done all the same, to be taken back. */
export type AmendMode = 'ask' | 'preview' | 'granted';

const isRecurringService = ({ kind, per }: OrderLineRow): boolean => kind === 'service' && per !== 'one_time';

const stockOf = (lines: readonly OrderLineRow[], quantity: (line: OrderLineRow) => bigint) =>
  lines.flatMap((line) =>
    line.stockTracked && line.product !== null && quantity(line) > 0n
      ? [{ product: line.product, quantity: quantity(line), name: line.description, orderLine: line.id }]
      : [],
  );

/** Changes one order whose customer is locked. */
async function amendOrder(tools: Tools, one: PackedOrder, wish: AmendOrder, mode: AmendMode): Promise<AmendedOrder> {
  const { platform, strapi } = tools;
  const { order, customer } = one;
  const number = order.number ?? '';
  const store = ordersStore(platform.rows);
  const plan = planAmending({ number, state: order.state }, one.lines, wish.lines, wish.add.length > 0);
  await refuseCredited(tools, [one]);
  await refuseCreditedParts(tools, [{ one, parts: plan.less }]);
  const { lines: adds, questions: discounts } = await pricedAdds(tools, one, wish.add);
  const invoice = (await invoiceStandings(platform.rows, order.invoice === null ? [] : [order.invoice])).get(
    order.invoice ?? 0,
  );
  // Goods that are short were never served; what was is still owed, whoever paid.
  const recurring = [...plan.less, ...plan.more].map(({ line }) => line).filter(isRecurringService);
  const promises = await promisedLines(platform, [order.id], recurring);
  const givesWay =
    canGiveWay(invoice ?? null, one.lines) &&
    one.lines.every((line) => line.invoice === null) &&
    !promises.some(({ isServed }) => isServed);

  const before = new Map(one.lines.map((line) => [line.id, line]));
  const redone = givesWay ? await anew(tools, one, plan, adds) : undefined;
  const more = redone ? undefined : await extra(tools, one, plan, adds);
  const costs = redone ? redone.total - order.total : (more?.total ?? 0n);
  const kept = redone?.changed ?? withQuantities(one.lines, plan.less);
  const added = redone?.added ?? more?.lines ?? [];
  const questions = mode === 'granted' ? [] : await amendQuestions(tools, one, { costs, discounts, kept, added });
  const asked = questions.length > 0;
  if (asked && mode === 'ask') {
    await askAmending(tools, one, wish, costs, questions);
    const said = [{ code: 'amend.said_asked', params: { order: number } }];
    return { ...{ order, lines: [...one.lines], customer }, ...{ credited: 0n, charged: 0n, asked, said } };
  }
  // What was asked before is another change, of an order that is no longer this one.
  if (mode === 'ask') await platform.approvals.withdraw(ORDER, [order.id]);
  const less = plan.less.map(({ line, quantity }) => ({ line, by: line.quantity - quantity }));

  // The stock first, as everywhere; slots of coupons that take nothing any more come before it.
  const coupons = couponsAfter(order.coupons, kept);
  if (order.coupons !== null && coupons === null) await returnCouponSlots(tools, [order.id]);
  const released = new Map(less.map(({ line, by }) => [line.id, by]));
  await moveStock(
    tools,
    'release',
    release,
    stockOf(one.lines, ({ id }) => released.get(id) ?? 0n),
    wish.reason,
  );
  if (redone) {
    const grown = new Map(plan.more.map(({ line, quantity }) => [line.id, quantity - line.quantity]));
    await moveStock(
      tools,
      'reserve',
      reserve,
      stockOf(one.lines, ({ id }) => grown.get(id) ?? 0n),
      wish.reason,
    );
  }

  const facts = added.map(
    (line, index): OrderLineFacts => ({
      ...line,
      ...{ order: order.id, position: one.lines.length + index + 1, delivered: 0n, returned: 0n },
      ...{ invoice: null, revision: 0, goodsFreedAt: null },
    }),
  );
  const refs = await store.insertLines(facts);
  const rows = facts.map((line, index): OrderLineRow => ({ ...line, ...must(refs[index]) }));
  await moveStock(
    tools,
    'reserve',
    reserve,
    stockOf(rows, ({ quantity }) => quantity),
    wish.reason,
  );

  const promised = new Set(
    plan.less
      .map(({ line: { documentId } }) => documentId)
      .filter((document) => !redone && promises.some(({ line }) => line === document)),
  );
  const credited = redone ? undefined : await credit(tools, one, plan, { reason: wish.reason, promised });
  const changed = (redone?.changed ?? credited?.changed ?? []).map((line) => ({
    ...line,
    revision: line.revision + 1,
  }));
  await store.updateLines(
    changed.map(({ id, quantity, discount, net, tax, total, derivation, revision }) => ({
      ...{ id, quantity, discount, net, tax, total, derivation, revision },
    })),
  );
  const lines = [...one.lines.map((line) => changed.find(({ id }) => id === line.id) ?? line), ...rows];
  let issued: IssuedInvoice | null = null;
  if (redone) issued = await issueFor(tools, one, lines);
  else if (rows.length > 0) issued = await issueFor(tools, one, rows);
  if (!redone && issued) {
    const { id } = issued;
    await store.updateLines(rows.map((row) => ({ id: row.id, invoice: id })));
  }

  // What is left may be no more than what is out already.
  const shipped =
    order.state === 'fulfilling' ? await shipmentsStore(platform.rows).ofOrders([order.id], 'shipped') : [];
  const isOut = order.state === 'fulfilling' && stateOnceOut(order.state, lines, shipped.length > 0) === 'delivered';
  const after: OrderRow = {
    ...order,
    ...(isOut ? { state: 'delivered', deliveredAt: platform.clock.now() } : {}),
    ...{ discount: sum(lines.map((line) => line.discount)), coupons },
    ...{ net: sum(lines.map((line) => line.net)), tax: sum(lines.map((line) => line.tax)) },
    total: sum(lines.map((line) => line.total)),
    amendedOff: order.amendedOff + (credited ? credited.credited + credited.promised : 0n),
    invoice: redone && issued ? issued.id : order.invoice,
    revision: order.revision + 1,
  };
  // The order knows its new invoice before the old one is void: voiding what an order asks for would end the order.
  await store.update([
    {
      ...{ id: after.id, state: after.state, deliveredAt: after.deliveredAt },
      ...{ discount: after.discount, coupons: after.coupons, net: after.net, tax: after.tax, total: after.total },
      ...{ amendedOff: after.amendedOff, invoice: after.invoice, revision: after.revision },
    },
  ]);
  const money = (amount: bigint) => moneyParam(amount, order.currency);
  const [off, on] = [credited?.credited ?? 0n, redone ? 0n : (more?.total ?? 0n)];
  const bill: Saying = redone
    ? {
        code: 'amend.said_anew',
        params: {
          old: invoice?.number ?? '',
          before: money(order.total),
          new: issued?.number ?? '',
          after: money(after.total),
        },
      }
    : {
        code:
          off + on === 0n && promised.size > 0
            ? 'amend.said_promised'
            : SAID[off > 0n ? 'off' : 'same'][on > 0n ? 'on' : 'same'],
        params: {
          ...{ credited: money(off), charged: money(on), invoice: issued?.number ?? '' },
          notes: (credited?.notes ?? []).join(', '),
        },
      };
  // Whoever hears of it leaves the old invoice for the new one, before the old one is void.
  const heard = await platform.events.record([
    {
      ...orderEvent('order.amended', order, { state: order.state, total: after.total, reason: wish.reason }),
      before: { total: order.total, lines: told(one.lines.filter(({ id }) => changed.some((line) => line.id === id))) },
      after: {
        ...{ number, total: after.total, reason: wish.reason, lines: told([...changed, ...rows]) },
        // Lines whose money is settled by what promises them, and not here.
        promised: [...promised],
      },
    },
    ...(isOut ? [orderEvent('order.delivered', order, { state: after.state })] : []),
  ]);
  if (redone && order.invoice !== null) await invoicing(strapi).void([order.invoice], wish.reason);
  const out: Saying[] = isOut ? [{ code: 'amend.said_delivered', params: { order: number } }] : [];
  const said = [bill, ...heard.flatMap((event) => event.said), ...out];
  await platform.mail.queue(
    customer.email
      ? [changeMail(tools, { order: after, lines, customer, before, said, reason: wish.reason, issued })]
      : [],
  );
  return {
    order: after,
    lines,
    customer,
    credited: off + sum(heard.map(({ moved }) => moved.credited)),
    charged: (redone ? after.total - order.total : on) + sum(heard.map(({ moved }) => moved.charged)),
    asked,
    said,
  };
}

/** What the change costs, by whether something comes back and something more is asked for. */
const SAID = {
  off: { on: 'amend.said_both', same: 'amend.said_credit' },
  same: { on: 'amend.said_charge', same: 'amend.said_nothing' },
} as const;

const told = (lines: readonly OrderLineRow[]) =>
  lines.map(({ documentId, description, quantity, total }) => ({ line: documentId, description, quantity, total }));

/**
 * Changes orders that are under way: quantities, lines away, lines more. What was not paid or taxed gets a new invoice in
 * the place of the old; after that less is credited and more is invoiced besides. Stock and coupon slots follow, and the
 * customer hears of it. What goes beyond a limit is asked first. One transaction for all of them.
 */
export async function amendOrders(
  tools: Tools,
  wishes: readonly AmendOrder[],
  mode: AmendMode = 'ask',
): Promise<AmendedOrder[]> {
  return tools.platform.transaction(async () => {
    const locked = await lockPackedOrders(
      tools,
      wishes.map((wish) => wish.order),
    );
    const amended: AmendedOrder[] = [];
    for (const [index, one] of locked.entries()) amended.push(await amendOrder(tools, one, must(wishes[index]), mode));
    return amended;
  });
}
