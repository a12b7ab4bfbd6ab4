import type { Core } from '@strapi/types';
import { platform, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { bandsOf } from '../domain/tiers';
import { amendOrders, type AmendOrder } from '../use-cases/amending/amend-orders';
import { cancelOrders, type CancelOrder } from '../use-cases/cancel-orders';
import { deliverOrders, type DeliverOrder } from '../use-cases/deliver-orders';
import { placeOrders, type PlaceOrder } from '../use-cases/place-orders';
import { type BasketWish, priceBaskets } from '../use-cases/price-baskets';
import { deliverShipments, type DeliverShipment } from '../use-cases/shipments/deliver-shipments';
import { planShipments, type PlanShipment } from '../use-cases/shipments/plan-shipments';
import { shipShipments, type ShipShipment } from '../use-cases/shipments/ship-shipments';
import { receiveReturns, type ReceiveReturn } from '../use-cases/returns/receive-returns';
import { closeOrders, confirmOrders, fulfilOrders } from '../use-cases/step-orders';
import { promisedBy, type Promising } from '../use-cases/promised-lines';

/** The life of orders for later plugins and the host: each takes a list and is one transaction. */
export const orders = ({ strapi }: { strapi: Core.Strapi }) => {
  const tools = (): Tools => ({ strapi, platform: platform(strapi) });
  return {
    price: (wishes: readonly BasketWish[]) => priceBaskets(tools(), wishes),
    /** How a price by tiers is counted: for what was sold at it, also when it is not on sale any more. */
    bandsOf,
    place: (wishes: readonly PlaceOrder[]) => placeOrders(tools(), wishes),
    confirm: (ids: readonly number[]) => confirmOrders(tools(), ids),
    fulfil: (ids: readonly number[]) => fulfilOrders(tools(), ids),
    deliver: (wishes: readonly DeliverOrder[]) => deliverOrders(tools(), wishes),
    planShipments: (wishes: readonly PlanShipment[]) => planShipments(tools(), wishes),
    ship: (wishes: readonly ShipShipment[]) => shipShipments(tools(), wishes),
    deliverShipments: (wishes: readonly DeliverShipment[]) => deliverShipments(tools(), wishes),
    receiveReturns: (wishes: readonly ReceiveReturn[]) => receiveReturns(tools(), wishes),
    amend: (wishes: readonly AmendOrder[]) => amendOrders(tools(), wishes),
    close: (ids: readonly number[]) => closeOrders(tools(), ids),
    cancel: (wishes: readonly CancelOrder[]) => cancelOrders(tools(), wishes),
    /** Lines are settled by what promises them when an order is amended, or goods come back. Said once, at register. */
    promisedBy: (promising: Promising): void => promisedBy(platform(strapi), promising),
  };
};

export type OrdersService = ReturnType<typeof orders>;
