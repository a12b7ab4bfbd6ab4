import { formatQuantity, moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { Discrepancy, ProofCheck, Tools } from '@sanya/strapi-plugin-platform/kit';
import { ORDER, STOCK_ITEM } from '../content-types/types';
import { proofStore } from '../stores/proof';

type Value = string | number | null | undefined;

const text = (value: Value): string => String(value ?? '');
const quantity = (value: Value): string => formatQuantity(BigInt(value ?? 0));

/** What must be true of stock and orders, each by its own name in the books proof. */
export const proofChecks = ({ platform }: Tools): readonly ProofCheck[] => {
  const store = proofStore(platform.rows);
  const found = (check: string, type: string, document: Value, params: Discrepancy['params']): Discrepancy => ({
    check,
    type,
    documentId: text(document),
    params,
  });
  return [
    {
      name: 'sales.stock-equals-movements',
      run: async () =>
        (await store.stockUnlikeMovements()).map((row) =>
          found('sales.stock-equals-movements', STOCK_ITEM, row.document, {
            product: text(row.product),
            onHand: quantity(row.on_hand),
            reserved: quantity(row.reserved),
            movedOnHand: quantity(row.moved_on_hand),
            movedReserved: quantity(row.moved_reserved),
          }),
        ),
    },
    {
      name: 'sales.stock-equals-shelves',
      run: async () =>
        (await store.stockUnlikeShelves()).map((row) =>
          found('sales.stock-equals-shelves', STOCK_ITEM, row.document, {
            product: text(row.product),
            onHand: quantity(row.on_hand),
            placed: quantity(row.placed),
          }),
        ),
    },
    {
      name: 'sales.reserved-equals-open-orders',
      run: async () =>
        (await store.stockUnlikeOrders()).map((row) =>
          found('sales.reserved-equals-open-orders', STOCK_ITEM, row.document, {
            product: text(row.product),
            reserved: quantity(row.reserved),
            waiting: quantity(row.waiting),
          }),
        ),
    },
    {
      name: 'sales.order-equals-lines',
      run: async (range) =>
        (await store.ordersUnlikeLines(range)).map((row) =>
          found('sales.order-equals-lines', ORDER, row.document, {
            order: text(row.number),
            total: moneyParam(text(row.total), text(row.currency)),
            lines: moneyParam(text(row.lines), text(row.currency)),
          }),
        ),
    },
    {
      name: 'sales.order-equals-invoice',
      run: async (range) =>
        (await store.ordersUnlikeInvoices(range)).map((row) =>
          row.invoiced !== null && text(row.invoiced) !== text(row.total)
            ? found('sales.order-equals-invoice', ORDER, row.document, {
                order: text(row.number),
                total: moneyParam(text(row.total), text(row.currency)),
                invoice: text(row.invoice),
                invoiced: moneyParam(text(row.invoiced), text(row.currency)),
              })
            : found('sales.order-without-invoice', ORDER, row.document, {
                order: text(row.number),
                state: text(row.state),
              }),
        ),
    },
    {
      name: 'sales.shipment-not-taxed',
      run: async (range) =>
        (await store.shipmentsNotTaxed(range)).map((row) =>
          found('sales.shipment-not-taxed', ORDER, row.document, {
            order: text(row.number),
            value: moneyParam(text(row.value), text(row.currency)),
            taxed: moneyParam(text(row.taxed), text(row.currency)),
          }),
        ),
    },
  ];
};
