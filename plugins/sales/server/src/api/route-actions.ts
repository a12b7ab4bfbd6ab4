import {
  defineAction,
  documentFile,
  fileAnswer,
  type Platform,
  rowId,
  rowIds,
} from '@sanya/strapi-plugin-platform/kit';
import { DELIVERY_ROUTE, SHIPMENT, VEHICLE } from '../content-types/types';
import { arriveAtStop, startRoute } from '../use-cases/routes/drive-routes';
import { cancelRoute, changeRoute, planRoute } from '../use-cases/routes/plan-routes';
import { arrivalInput, route, routeChangeInput, routeInput, waitingShipments } from './route-shapes';
import { routeView, waitingView } from './route-views';
import { documentInput, nothing } from './shapes';

const vehicleOf = (platform: Platform, named: string): Promise<number> =>
  rowId(platform, VEHICLE, named, 'vehicle.unknown', 'vehicle');

const shipmentsOf = (platform: Platform, named: readonly string[]): Promise<number[]> =>
  rowIds(platform, SHIPMENT, named, 'route.shipment_unknown', (index) => `shipments.${index}`);

export const routeActions = [
  defineAction({
    name: 'shipmentsForRoutes',
    summary: 'What waits for one of our vehicles: packed for no carrier, or brought back, with what is to be collected',
    staff: { method: 'GET', path: '/delivery-routes/waiting', permission: 'route.plan' },
    input: nothing,
    output: waitingShipments,
    writes: false,
    graphql: 'none',
    run: ({ platform }) => waitingView(platform),
  }),
  defineAction({
    name: 'planRoute',
    summary: 'Plan a round of one of our vehicles: the day, the driver, the shipments in their order',
    staff: { method: 'POST', path: '/delivery-routes', permission: 'route.plan' },
    input: routeInput,
    output: route,
    status: 201,
    graphql: 'none',
    run: async ({ platform, input }) => {
      const vehicle = await vehicleOf(platform, input.vehicle);
      const shipments = await shipmentsOf(platform, input.shipments);
      const { id } = await planRoute({ platform }, { ...input, vehicle, shipments });
      return routeView(platform, id);
    },
  }),
  defineAction({
    name: 'readRoute',
    summary: 'A round with its stops: addresses, phones, what is to be collected, how it went',
    subject: DELIVERY_ROUTE,
    staff: { method: 'GET', path: '/delivery-routes/:id/stops', permission: 'route.document' },
    input: nothing,
    output: route,
    writes: false,
    graphql: 'none',
    run: ({ platform, subject }) => routeView(platform, subject.id),
  }),
  defineAction({
    name: 'changeRoute',
    summary: 'Change a round that has not begun: its day, vehicle, driver, stops and their order',
    subject: DELIVERY_ROUTE,
    staff: { method: 'PUT', path: '/delivery-routes/:id', permission: 'route.plan' },
    input: routeChangeInput,
    output: route,
    graphql: 'none',
    run: async ({ platform, subject, input: { vehicle, shipments, ...input } }) => {
      await changeRoute({ platform }, subject.id, {
        ...input,
        ...(vehicle === undefined ? {} : { vehicle: await vehicleOf(platform, vehicle) }),
        ...(shipments === undefined ? {} : { shipments: await shipmentsOf(platform, shipments) }),
      });
      return routeView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'startRoute',
    summary: 'Begin a round: all of its shipments are handed over, and their tax invoices made',
    subject: DELIVERY_ROUTE,
    staff: { method: 'POST', path: '/delivery-routes/:id/start', permission: 'route.drive' },
    input: nothing,
    output: route,
    graphql: 'none',
    run: async (call) => {
      await startRoute(call, call.subject.id);
      return routeView(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'arriveAtStop',
    summary: 'Note how it went at a stop: delivered, to whom and what was collected, or why not',
    subject: DELIVERY_ROUTE,
    staff: { method: 'POST', path: '/delivery-routes/:id/arrive', permission: 'route.drive' },
    input: arrivalInput,
    output: route,
    graphql: 'none',
    run: async (call) => {
      const { collected = 0n, note = null, ...arrival } = call.input;
      await arriveAtStop(call, call.subject.id, { ...arrival, collected, note });
      return routeView(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'cancelRoute',
    summary: 'Cancel a round that has not begun; its shipments wait for another',
    subject: DELIVERY_ROUTE,
    staff: { method: 'POST', path: '/delivery-routes/:id/cancel', permission: 'route.plan' },
    input: nothing,
    output: route,
    graphql: 'none',
    run: async ({ platform, subject }) => {
      await cancelRoute({ platform }, subject.id);
      return routeView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'routeSheet',
    summary: 'The route sheet as PDF: stops in order, addresses, phones, what to collect, room to sign',
    subject: DELIVERY_ROUTE,
    staff: { method: 'GET', path: '/delivery-routes/:id/document', permission: 'route.document' },
    input: documentInput,
    output: fileAnswer,
    writes: false,
    graphql: 'none',
    run: (call) => documentFile(call, 'route-sheet', call.subject.id),
  }),
] as const;
