import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore } from '../../stores/contracts';
import { type OrderedLine, type OrderInvoice, type SoldOrder, soldStore } from '../../stores/sold';
import { type LockedContract, lockContracts } from '../lock-contracts';
import { must } from '../must';

export interface ContractOfOrder {
  one: LockedContract;
  order: SoldOrder;
  /** Which line of the order each line promises, by row id: of those that were made from it, not of what took over. */
  orderedAs: ReadonlyMap<number, OrderedLine>;
}

export interface ContractsOfOrders {
  contracts: ContractOfOrder[];
  /** All invoices of these orders, void ones too. */
  invoices: OrderInvoice[];
  /** Those that ask for something of the orders now. */
  present: ReadonlySet<number>;
}

/** Contracts that were made from orders, or by staff from invoices of theirs, locked; a constant number of statements. */
export async function contractsOfOrders(tools: Tools, ids: readonly number[]): Promise<ContractsOfOrders> {
  const { rows } = tools.platform;
  const sold = soldStore(rows);
  const orders = await sold.orders(ids);
  const invoices = await sold.invoicesOf(orders);
  const made = await contractsStore(rows).madeOf(
    ids,
    invoices.map(({ id }) => id),
  );
  if (made.length === 0) return { contracts: [], invoices, present: new Set() };
  const locked = await lockContracts(
    tools,
    made.map(({ id }) => id),
  );
  const ordered = await sold.orderedLines(ids);
  const invoicedLines = await sold.invoiceLines([
    ...new Set(locked.flatMap(({ contract, lines }) => (lines.some(isOfInvoice) ? (contract.invoice ?? []) : []))),
  ]);
  const byId = new Map(ordered.map((line) => [line.id, line]));
  const byDocument = new Map(ordered.map((line) => [line.documentId, line]));
  const byPlace = new Map(
    invoicedLines.map(({ invoice, position, sourceLine }) => [`${invoice} ${position}`, sourceLine]),
  );
  const orderOf = ({ contract }: LockedContract): SoldOrder => {
    const source = invoices.find(({ id }) => id === contract.invoice)?.sourceDocumentId;
    return must(orders.find(({ id, documentId }) => id === contract.order || documentId === source));
  };
  return {
    contracts: locked.map((one) => ({
      one,
      order: orderOf(one),
      orderedAs: new Map(
        one.lines.flatMap((line) => {
          const place = `${one.contract.invoice} ${line.invoicePosition}`;
          const found = line.orderLine === null ? byDocument.get(byPlace.get(place) ?? '') : byId.get(line.orderLine);
          return found ? [[line.id, found]] : [];
        }),
      ),
    })),
    invoices,
    present: new Set([...orders, ...ordered].flatMap(({ invoice }) => invoice ?? [])),
  };
}

const isOfInvoice = (line: { orderLine: number | null; invoicePosition: number | null }): boolean =>
  line.orderLine === null && line.invoicePosition !== null;
