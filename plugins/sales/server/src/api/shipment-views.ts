import { formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { WAREHOUSE } from '../content-types/types';
import type { OrderLineRow } from '../stores/orders';
import { carriersStore } from '../stores/carriers';
import { shipmentsStore } from '../stores/shipments';
import { must } from '../use-cases/must';
import { picksOf } from '../use-cases/warehouses/picks';
import { warehouseId } from './named-rows';

/** A shipment as the doors answer it; undefined where there is none. */
export async function shipmentView({ rows }: Platform, id: number | undefined) {
  const store = shipmentsStore(rows);
  const [shipment] = id === undefined ? [] : await store.byIds([id]);
  if (!shipment) return undefined;
  const lines = await store.linesOf([shipment.id]);
  const ordered = await store.orderLines<Pick<OrderLineRow, 'sku' | 'description' | 'unit'>>(
    lines.map((line) => line.orderLine),
    ['sku', 'description', 'unit'],
  );
  const { order: _, ...facts } = shipment;
  const [place] = await rows.byIds<{ name: string }>(WAREHOUSE, facts.warehouse === null ? [] : [facts.warehouse], {
    fields: ['name'],
  });
  const [chosen] = await carriersStore(rows).byIds(facts.chosenCarrier === null ? [] : [facts.chosenCarrier]);
  return {
    ...{ id: facts.id, documentId: facts.documentId, number: facts.number, state: facts.state, shipTo: facts.shipTo },
    warehouse: place ? { documentId: place.documentId, name: place.name } : null,
    ...{ checkResult: facts.checkResult, checkedBy: facts.checkedBy },
    ...{ checkedAt: facts.checkedAt, checkNote: facts.checkNote },
    chosenCarrier: chosen ? { documentId: chosen.documentId, name: chosen.name } : null,
    ...{ shippingCost: facts.shippingCost, promisedOn: facts.promisedOn },
    ...{ carrier: facts.carrier, trackingNumber: facts.trackingNumber, trackingUrl: facts.trackingUrl },
    ...{ note: facts.note, shippedOn: facts.shippedOn, deliveredOn: facts.deliveredOn, receiver: facts.receiver },
    plannedAt: facts.plannedAt,
    lines: lines.map(({ documentId, orderLine, position, quantity, serials }) => {
      const line = must(ordered.find((one) => one.id === orderLine));
      return {
        ...{ documentId, orderLine: line.documentId, position },
        ...{ sku: line.sku, description: line.description, unit: line.unit },
        quantity: formatQuantity(quantity),
        serials: serials ?? [],
      };
    }),
  };
}

export async function pickListView(platform: Platform, asked: { until?: string; warehouse?: string }) {
  const { picks, onHand } = await picksOf(platform, {
    until: asked.until,
    warehouse: await warehouseId(platform, asked.warehouse),
  });
  return {
    picks: picks.map(({ product, sku, description, unit, quantity, orders }) => {
      const level = product === null ? undefined : onHand.get(product);
      return {
        ...{ sku, description, unit },
        quantity: formatQuantity(quantity),
        onHand: level === undefined ? null : formatQuantity(level),
        orders: orders.map((order) => ({ ...order, quantity: formatQuantity(order.quantity) })),
      };
    }),
  };
}
