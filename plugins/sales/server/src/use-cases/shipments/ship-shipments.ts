import { addDays, type CivilDate, conflict, move } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Tools } from '@sanya/strapi-plugin-platform/kit';
import { checkDeliveredOn, inPreparation } from '../../domain/deliver';
import { checkSerials, refuseElsewhere, refuseUnchecked } from '../../domain/shipment';
import { shipmentMachine } from '../../domain/shipment-machine';
import { type ShipmentLineRow, type ShipmentRow, shipmentsStore } from '../../stores/shipments';
import { chosenWays, type WayWish } from '../carriers/choose-carriers';
import { installHandedOver } from '../installed-items/follow-goods';
import { type GoodsTaxInvoice, isOfOrder, takeFromStock, taxHandedOver } from '../hand-over-parts';
import { must } from '../must';
import { orderEvent } from '../order-events';
import { namesToCheck } from './names-to-check';
import { lockShipments } from './lock-shipments';
import { shipmentEvent } from './shipment-events';
import { shipmentMail } from './shipment-mail';

export interface ShipShipment extends WayWish {
  /** Row id. */
  shipment: number;
  /** The day the goods changed hands; today unless told. */
  on?: CivilDate;
  /** Row id of the warehouse it leaves; the one it was packed in unless told. */
  warehouse?: number;
  /** By document id of the shipment's line; a line that is not named keeps those it has. */
  serials?: readonly { line: string; serials: readonly string[] }[];
}

export interface ShippedShipment {
  shipment: ShipmentRow;
  lines: ShipmentLineRow[];
  taxInvoices: GoodsTaxInvoice[];
}

/**
 * Hands shipments over, to the customer or to a carrier, which is the tax point of goods (s.78): stock leaves, the order
 * knows what was delivered, billing makes the tax invoice of what was not taxed before, and the customer hears how the
 * goods travel. All of them or none.
 */
export async function shipShipments(tools: Tools, wishes: readonly ShipShipment[]): Promise<ShippedShipment[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const today = platform.clock.today();
    const locked = await lockShipments(
      tools,
      wishes.map((wish) => wish.shipment),
    );
    const wanting = await namesToCheck(
      tools,
      locked.map(({ lines, order }) => lines.map(({ orderLine }) => order.lines.find((line) => line.id === orderLine))),
    );
    const ways = await chosenWays(
      tools,
      locked.map(({ shipment, lines, order }, index) => {
        const { on: _, serials: __, shipment: ___, warehouse: ____, ...wish } = must(wishes[index]);
        const parts = lines.map(({ orderLine, quantity }) => ({
          line: must(order.lines.find((line) => line.id === orderLine)),
          quantity,
        }));
        return { wish, before: shipment, shipTo: shipment.shipTo, parts };
      }),
    );
    const plans = locked.map(({ shipment, lines, order: one }, index) => {
      const { on = today, serials = [], warehouse: from } = must(wishes[index]);
      const { way, carrier } = must(ways[index]);
      const promisedOn = carrier ? addDays(on, carrier.daysPromised) : null;
      const warehouse = from ?? shipment.warehouse;
      const state = move(shipmentMachine, shipment.state, 'ship');
      refuseUnchecked(shipment.state, wanting[index] ?? [], shipment.number);
      refuseElsewhere(shipment, warehouse);
      checkDeliveredOn(on, today);
      inPreparation(one.order.state);
      const lineOf = new Map(one.lines.map((line) => [line.id, line]));
      const parts = lines.map(({ orderLine, quantity }) => ({ line: must(lineOf.get(orderLine)), quantity }));
      const after = lines.map((line, place): ShipmentLineRow => {
        const at = serials.findIndex((wish) => wish.line === line.documentId);
        if (at < 0) return { ...line, sealed: true };
        const { description } = must(parts[place]).line;
        const told = checkSerials(serials[at]?.serials, { ...line, description }, `serials.${at}.serials`);
        return { ...line, serials: told, sealed: true };
      });
      const unknown = serials.findIndex((wish) => !lines.some((line) => line.documentId === wish.line));
      if (unknown >= 0) throw conflict('order.line_unknown', { field: `serials.${unknown}.line` });
      return {
        one,
        on,
        parts,
        lines: after,
        before: shipment,
        warehouse,
        shipment: { ...shipment, ...way, warehouse, promisedOn, state, shippedOn: on },
      };
    });
    await takeFromStock(tools, plans);
    const store = shipmentsStore(platform.rows);
    await store.sealLines(plans.flatMap((plan) => plan.lines.map(({ id, serials }) => ({ id, serials }))));
    await store.update(
      plans.map(
        ({ shipment: { id, state, shippedOn, warehouse, carrier, trackingNumber, trackingUrl, note, ...chosen } }) => ({
          ...{
            id,
            state,
            shippedOn,
            warehouse,
            chosenCarrier: chosen.chosenCarrier,
            shippingCost: chosen.shippingCost,
            promisedOn: chosen.promisedOn,
            carrier,
            trackingNumber,
            trackingUrl,
            note,
          },
        }),
      ),
    );
    await installHandedOver(
      tools,
      plans.map(({ one, shipment, lines, on }) => ({
        ...{ customer: one.order.customer, shipTo: shipment.shipTo, on, lines, orderLines: one.lines },
      })),
    );
    await platform.events.record(
      plans.flatMap(({ one: { order }, shipment, before, parts, on }) => [
        shipmentEvent('shipment.shipped', shipment, order.customer, {
          before: { state: before.state },
          ...{ on, carrier: shipment.carrier, trackingNumber: shipment.trackingNumber },
        }),
        orderEvent('order.handed_over', order, {
          state: order.state,
          shipment: shipment.number,
          parts: parts.map(({ line, quantity }) => ({ line: line.documentId, quantity })),
        }),
      ]),
    );
    await platform.mail.queue(
      plans.flatMap(({ one: { order, customer }, shipment, parts }): NewDelivery[] =>
        customer.email
          ? [shipmentMail(platform, { order, shipment, parts }, { to: customer.email, name: customer.name })]
          : [],
      ),
    );
    const documents = await taxHandedOver(tools, plans);
    return plans.map(({ one, shipment, lines }) => ({
      ...{ shipment, lines },
      taxInvoices: documents.filter((document) => isOfOrder(document.invoice, one)),
    }));
  });
}
