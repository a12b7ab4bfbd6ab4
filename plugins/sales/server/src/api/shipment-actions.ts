import { z } from 'zod';
import { civilDate, defineAction, documentFile, fileAnswer } from '@sanya/strapi-plugin-platform/kit';
import { ORDER, SHIPMENT } from '../content-types/types';
import { delayOrders } from '../use-cases/delay-orders';
import { cancelShipments } from '../use-cases/shipments/cancel-shipments';
import { changeShipments } from '../use-cases/shipments/change-shipments';
import { checkShipments } from '../use-cases/shipments/check-shipments';
import { deliverShipments } from '../use-cases/shipments/deliver-shipments';
import { planShipments } from '../use-cases/shipments/plan-shipments';
import { shipShipments } from '../use-cases/shipments/ship-shipments';
import { order } from './answers';
import { documentId, documentInput, nothing } from './shapes';
import {
  arriveInput,
  checkInput,
  delayInput,
  pickListAnswer,
  shipInput,
  shipment,
  shipmentChangeInput,
  shipmentInput,
  shippedShipment,
} from './shipment-shapes';
import { pickListView, shipmentView } from './shipment-views';
import { orderView } from './views';
import { carrierOf, warehouseId } from './named-rows';

/** Document id: only what is picked in that warehouse. */
const pickedIn = { warehouse: documentId.optional() };

export const shipmentActions = [
  defineAction({
    name: 'planShipment',
    summary: 'Pack what is left of an order, or the lines named, as a shipment with its delivery note',
    subject: ORDER,
    staff: { method: 'POST', path: '/orders/:id/shipments', permission: 'shipment.plan' },
    input: shipmentInput,
    output: shipment,
    status: 201,
    graphql: 'none',
    run: async (call) => {
      const warehouse = await warehouseId(call.platform, call.input.warehouse);
      const chosen = await carrierOf(call.platform, call.input);
      const [planned] = await planShipments(call, [{ ...call.input, ...chosen, warehouse, order: call.subject.id }]);
      return shipmentView(call.platform, planned?.shipment.id);
    },
  }),
  defineAction({
    name: 'changeShipment',
    summary: 'Say how a shipment travels; of goods on their way the customer is told anew',
    subject: SHIPMENT,
    staff: { method: 'PUT', path: '/shipments/:id', permission: 'shipment.plan' },
    input: shipmentChangeInput,
    output: shipment,
    graphql: 'none',
    run: async (call) => {
      const chosen = await carrierOf(call.platform, call.input);
      await changeShipments(call, [{ ...call.input, ...chosen, shipment: call.subject.id }]);
      return shipmentView(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'checkShipment',
    summary: 'Note the check of a packed shipment: passed, or failed, with pieces put aside or picked anew',
    subject: SHIPMENT,
    staff: { method: 'POST', path: '/shipments/:id/check', permission: 'shipment.check' },
    input: checkInput,
    output: shipment,
    graphql: 'none',
    run: async (call) => {
      await checkShipments(call, [{ ...call.input, shipment: call.subject.id, by: call.caller.name }]);
      return shipmentView(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'shipShipment',
    summary: 'Hand a shipment over, also to a carrier: stock leaves and the tax invoice of its goods is made',
    subject: SHIPMENT,
    staff: { method: 'POST', path: '/shipments/:id/ship', permission: 'shipment.ship' },
    input: shipInput,
    output: shippedShipment,
    graphql: 'none',
    run: async (call) => {
      const warehouse = await warehouseId(call.platform, call.input.warehouse);
      const chosen = await carrierOf(call.platform, call.input);
      const [shipped] = await shipShipments(call, [{ ...call.input, ...chosen, warehouse, shipment: call.subject.id }]);
      const view = await shipmentView(call.platform, shipped?.shipment.id);
      const taxInvoices = (shipped?.taxInvoices ?? []).map(({ documentId, number }) => ({ documentId, number }));
      return view && { ...view, taxInvoices };
    },
  }),
  defineAction({
    name: 'deliverShipment',
    summary: 'Note that a shipment arrived, and who took it',
    subject: SHIPMENT,
    staff: { method: 'POST', path: '/shipments/:id/deliver', permission: 'shipment.ship' },
    input: arriveInput,
    output: shipment,
    graphql: 'none',
    run: async (call) => {
      await deliverShipments(call, [{ ...call.input, shipment: call.subject.id }]);
      return shipmentView(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'cancelShipment',
    summary: 'Unpack a shipment that has not left; its number stays',
    subject: SHIPMENT,
    staff: { method: 'POST', path: '/shipments/:id/cancel', permission: 'shipment.plan' },
    input: nothing,
    output: shipment,
    graphql: 'none',
    run: async (call) => {
      await cancelShipments(call, [call.subject.id]);
      return shipmentView(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'deliveryNote',
    summary: 'The delivery note as PDF',
    subject: SHIPMENT,
    storefront: { method: 'GET', path: '/shipments/:id/document', who: 'member' },
    staff: { method: 'GET', path: '/shipments/:id/document', permission: 'shipment.document' },
    input: documentInput,
    output: fileAnswer,
    writes: false,
    graphql: 'none',
    run: (call) => documentFile(call, 'delivery-note', call.subject.id),
  }),
  defineAction({
    name: 'pickList',
    summary: 'What is to be fetched from the shelves for all confirmed orders, thing by thing',
    staff: { method: 'GET', path: '/pick-list', permission: 'shipment.plan' },
    /** Only what was promised by that day, or for no day. */
    input: z.strictObject({ until: civilDate.optional(), ...pickedIn }),
    output: pickListAnswer,
    writes: false,
    graphql: 'none',
    run: ({ platform, input }) => pickListView(platform, input),
  }),
  defineAction({
    name: 'pickListDocument',
    summary: 'The pick list as PDF',
    staff: { method: 'GET', path: '/pick-list/document', permission: 'shipment.plan' },
    input: z.strictObject({ ...documentInput.shape, ...pickedIn }),
    output: fileAnswer,
    writes: false,
    graphql: 'none',
    run: async (call) => documentFile(call, 'pick-list', (await warehouseId(call.platform, call.input.warehouse)) ?? 0),
  }),
  defineAction({
    name: 'delayOrder',
    summary: 'Tell the customer that an order comes later, when and why',
    subject: ORDER,
    staff: { method: 'POST', path: '/orders/:id/delay', permission: 'order.delay' },
    input: delayInput,
    output: order,
    graphql: 'none',
    run: async (call) => {
      const [delayed] = await delayOrders(call, [{ ...call.input, order: call.subject.id }]);
      return delayed && orderView(delayed);
    },
  }),
] as const;
