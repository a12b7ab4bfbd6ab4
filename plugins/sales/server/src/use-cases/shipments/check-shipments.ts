import { badInput, conflict, formatQuantity, move, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { CheckResult } from '../../domain/shipment';
import { shipmentMachine } from '../../domain/shipment-machine';
import { setAside } from '../../domain/stock';
import { type ShipmentRow, shipmentsStore } from '../../stores/shipments';
import { type LineStock, moveStock } from '../move-stock';
import { must } from '../must';
import { type LockedShipment, lockShipments } from './lock-shipments';
import { shipmentEvent } from './shipment-events';

export interface CheckShipment {
  /** Row id. */
  shipment: number;
  result: CheckResult;
  note?: string;
  /** Who looked. */
  by: string;
  /** Of a check that failed: what is taken out of what may be sold, by document id of the shipment's line. */
  setAside?: readonly { line: string; quantity: string }[];
}

/** The pieces that are put aside, each in the warehouse where they were packed. */
function asideOf({ shipment, lines, order }: LockedShipment, wish: CheckShipment): LineStock[] {
  return (wish.setAside ?? []).map(({ line: document, quantity: typed }, index) => {
    const field = `setAside.${index}`;
    const line = lines.find(({ documentId }) => documentId === document);
    const ordered = order.lines.find(({ id }) => id === line?.orderLine);
    if (!line || !ordered) throw conflict('order.line_unknown', { field: `${field}.line` });
    if (wish.setAside?.findIndex((one) => one.line === document) !== index) {
      throw badInput('order.line_twice', { field: `${field}.line`, params: { line: ordered.description } });
    }
    const quantity = parseQuantity(typed);
    if (quantity === undefined || quantity <= 0n) {
      throw badInput('order.quantity_not_a_number', { field: `${field}.quantity`, params: { quantity: typed } });
    }
    if (quantity > line.quantity) {
      throw conflict('shipment.aside_too_many', {
        field: `${field}.quantity`,
        params: { line: ordered.description, packed: formatQuantity(line.quantity) },
      });
    }
    if (!ordered.stockTracked || ordered.product === null) {
      throw conflict('shipment.aside_uncounted', { field: `${field}.line`, params: { line: ordered.description } });
    }
    return {
      ...{ product: ordered.product, quantity, name: ordered.description, orderLine: ordered.id },
      ...{ warehouse: shipment.warehouse, field: `${field}.quantity` },
    };
  });
}

/**
 * Somebody looks at what is packed before it leaves. What passes may be handed over; what fails is picked anew, and the
 * pieces that are named are put aside. All of them or none.
 */
export async function checkShipments(tools: Tools, wishes: readonly CheckShipment[]): Promise<ShipmentRow[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const checkedAt = platform.clock.now();
    const locked = await lockShipments(
      tools,
      wishes.map(({ shipment }) => shipment),
    );
    const after = locked.map(({ shipment }, index): ShipmentRow => {
      const { result, note, by, setAside: aside = [] } = must(wishes[index]);
      const state = move(shipmentMachine, shipment.state, result === 'passed' ? 'pass' : 'fail');
      if (result === 'failed' && !note) throw badInput('shipment.check_note', { field: 'note' });
      if (result === 'passed' && aside.length > 0) throw badInput('shipment.aside_passed', { field: 'setAside' });
      return { ...shipment, state, checkResult: result, checkedBy: by, checkedAt, checkNote: note ?? null };
    });
    for (const [index, one] of locked.entries()) {
      const wish = must(wishes[index]);
      await moveStock(tools, 'set_aside', setAside, asideOf(one, wish), wish.note ?? null);
    }
    await shipmentsStore(platform.rows).update(
      after.map(({ id, state, checkResult, checkedBy, checkNote }) => ({
        ...{ id, state, checkResult, checkedBy, checkedAt, checkNote },
      })),
    );
    await platform.events.record(
      after.map((shipment, index) =>
        shipmentEvent(
          shipment.checkResult === 'passed' ? 'shipment.checked' : 'shipment.check_failed',
          shipment,
          must(locked[index]).order.order.customer,
          { before: { state: locked[index]?.shipment.state }, by: shipment.checkedBy, note: shipment.checkNote },
        ),
      ),
    );
    return after;
  });
}
