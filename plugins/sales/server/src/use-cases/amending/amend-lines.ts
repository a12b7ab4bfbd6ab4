import { sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { type AmendPlan, type Changed, discountAfter, lessCredited, shareLeft } from '../../domain/amend';
import type { OrderLineFacts } from '../../domain/order';
import { type SoldLine } from '../../domain/sale';
import type { OrderLineRow } from '../../stores/orders';
import { returnsStore } from '../../stores/returns';
import { type IssuedInvoice, invoicing } from '../invoicing';
import { invoiceDraft } from '../invoice-orders';
import { must } from '../must';
import { draftLine } from '../price-baskets';
import type { PackedLine, PackedOrder } from '../shipments/lock-shipments';

/** A line as an order keeps it, before it has its row. */
export type NewLine = Omit<
  OrderLineFacts,
  'order' | 'position' | 'delivered' | 'returned' | 'invoice' | 'revision' | 'goodsFreedAt'
>;

/** All lines of an order as they are to be, on one invoice. */
interface Anew {
  changed: OrderLineRow[];
  added: NewLine[];
  /** Minor units, VAT included. */
  total: bigint;
}

/** What was credited, and how the lines stand after it. */
interface Credited {
  changed: OrderLineRow[];
  credited: bigint;
  /** What else is off the order: what of it comes back, what promises it says. */
  promised: bigint;
  /** Numbers of the credit notes. */
  notes: string[];
}

export const newLine = (line: SoldLine & { net: bigint; tax: bigint; total: bigint }): NewLine => ({
  ...{ product: line.product?.id ?? null, price: line.price, sku: line.sku, description: line.description },
  ...{ details: line.details, kind: line.kind, per: line.per, quantity: line.quantity, unit: line.unit },
  ...{ unitPrice: line.unitPrice, discount: line.discount, net: line.net, tax: line.tax, total: line.total },
  ...{ stockTracked: line.stockTracked, taxCategory: line.taxCategory, incomeKind: line.incomeKind },
  ...{ options: line.options.length > 0 ? line.options : null, derivation: line.derivation },
});

/** More of a line at the price agreed: a line of its own. */
function moreOf(line: PackedLine, quantity: bigint): NewLine {
  const { discounts: _, ...derivation } = (line.derivation ?? {}) as { discounts?: unknown };
  return {
    ...{ product: line.product, price: line.price, sku: line.sku, description: line.description },
    ...{ details: line.details, kind: line.kind, per: line.per, quantity, unit: line.unit, unitPrice: line.unitPrice },
    ...{ discount: 0n, net: 0n, tax: 0n, total: 0n, stockTracked: line.stockTracked },
    ...{ taxCategory: line.taxCategory, incomeKind: line.incomeKind, options: line.options, derivation },
  };
}

/** Lines with other quantities, and what is then still taken off them; their amounts are those of before. */
export function withQuantities(lines: readonly PackedLine[], changed: readonly Changed<PackedLine>[]): PackedLine[] {
  const quantities = new Map(changed.map(({ line, quantity }) => [line.id, quantity]));
  return lines.map((line) => {
    const quantity = quantities.get(line.id) ?? line.quantity;
    return { ...line, quantity, ...discountAfter(line, quantity) };
  });
}

type Draftable = Parameters<typeof draftLine>[0];

/** The amounts of lines as billing computes them together. */
async function amountsOf({ strapi }: Tools, one: PackedOrder, lines: readonly Draftable[]) {
  const { currency, pricesIncludeTax } = one.order;
  const drafts = lines.map((line) => draftLine(line, null));
  const plan = await invoicing(strapi).plan({ currency, pricesIncludeTax, lines: drafts });
  return { total: plan.total, lines: plan.lines.map(({ net, tax, total }) => ({ net, tax, total })) };
}

/** Before payment and tax: all lines are as they are to be, on an invoice that takes the place of the one before. */
export async function anew(
  tools: Tools,
  one: PackedOrder,
  { less, more }: AmendPlan<PackedLine>,
  added: readonly NewLine[],
): Promise<Anew> {
  const kept = withQuantities(one.lines, [...less, ...more]);
  const charged = kept.filter(({ quantity }) => quantity > 0n);
  const plan = await amountsOf(tools, one, [...charged, ...added]);
  const amounts = new Map(charged.map(({ id }, index) => [id, must(plan.lines[index])]));
  return {
    changed: kept.map(({ planned: _, ...line }) => ({
      ...line,
      ...(amounts.get(line.id) ?? { net: 0n, tax: 0n, total: 0n }),
    })),
    added: added.map((line, index) => ({ ...line, ...must(plan.lines[charged.length + index]) })),
    total: plan.total,
  };
}

/** What nothing was asked for: there is less of it, and nothing comes back. */
const unasked = ({ line: { planned: _, ...line }, quantity }: Changed<PackedLine>): OrderLineRow => ({
  ...line,
  quantity,
  ...discountAfter(line, quantity),
});

/**
 * After payment or tax: what there is less of is credited by its quantity, what there is more of stands on its own. What
 * was served of lines that recur is known by what promises them: it settles them.
 */
export async function credit(
  tools: Tools,
  one: PackedOrder,
  plan: AmendPlan<PackedLine>,
  { reason, promised }: { reason: string; promised: ReadonlySet<string> },
): Promise<Credited> {
  const settled = plan.less.filter(({ line }) => promised.has(line.documentId));
  const owed = plan.less.filter(({ line }) => !promised.has(line.documentId));
  const free = [
    ...owed.filter(({ line }) => line.total === 0n).map(unasked),
    ...settled.map((change) => ({ ...unasked(change), ...shareLeft(change.line, change.quantity) })),
  ];
  const off = sum(settled.map(({ line, quantity }) => line.total - shareLeft(line, quantity).total));
  const less = owed.filter(({ line }) => line.total !== 0n);
  if (less.length === 0) return { changed: free, credited: 0n, promised: off, notes: [] };
  const asked = await returnsStore(tools.platform.rows).invoiceLines(less.map(({ line }) => line.documentId));
  const wanted = less.map(({ line, quantity }) => {
    const invoice = line.invoice ?? one.order.invoice;
    return {
      line,
      quantity,
      asked: must(asked.find((row) => row.sourceLine === line.documentId && row.invoice === invoice)),
    };
  });
  const invoices = [...new Set(wanted.map((want) => want.asked.invoice))];
  const notes = await invoicing(tools.strapi).credit(
    invoices.map((invoice) => {
      const own = wanted.filter((want) => want.asked.invoice === invoice);
      const cause = own.every(({ line }) => line.kind === 'service') ? 'service_not_rendered' : 'goods_short';
      return {
        ...{ invoice, cause, reason },
        lines: own.map(({ line, quantity, asked: { id } }) => ({ line: id, quantity: line.quantity - quantity })),
      };
    }),
  );
  const parts = notes.flatMap((note) => note.plan.lines);
  return {
    changed: [
      ...free,
      ...wanted.map(({ line: { planned: _, ...line }, quantity, asked: { id } }) => {
        const own = parts.filter((part) => part.line.id === id);
        const credited = {
          ...{ net: sum(own.map((part) => part.net)), tax: sum(own.map((part) => part.tax)) },
          total: sum(own.map((part) => part.total)),
        };
        return { ...line, quantity, ...discountAfter(line, quantity), ...lessCredited(line, credited) };
      }),
    ],
    credited: sum(notes.map((note) => note.plan.total)),
    promised: off,
    notes: notes.map((note) => note.number),
  };
}

/** What there is more of, with its amounts: at the price agreed, or of today where it is new. */
export async function extra(
  tools: Tools,
  one: PackedOrder,
  { more }: AmendPlan<PackedLine>,
  added: readonly NewLine[],
): Promise<{ lines: NewLine[]; total: bigint }> {
  const lines = [...more.map(({ line, quantity }) => moreOf(line, quantity - line.quantity)), ...added];
  if (lines.length === 0) return { lines, total: 0n };
  const plan = await amountsOf(tools, one, lines);
  return { lines: lines.map((line, index) => ({ ...line, ...must(plan.lines[index]) })), total: plan.total };
}

/** An invoice over these lines of the order. */
export async function issueFor(
  { strapi }: Tools,
  one: Pick<PackedOrder, 'order'>,
  lines: readonly OrderLineRow[],
): Promise<IssuedInvoice> {
  const [issued] = await invoicing(strapi).issue([invoiceDraft({ order: one.order, lines })]);
  return must(issued);
}
