import { conflict, sameData } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import {
  CARRIER,
  COUPON,
  COUPON_SCOPE,
  DELIVERY_ROUTE,
  GOODS_RECEIPT,
  GOODS_RECEIPT_LINE,
  GOODS_RETURN,
  GOODS_RETURN_LINE,
  ORDER,
  ORDER_LINE,
  PRICE,
  PRODUCT,
  QUOTE,
  QUOTE_LINE,
  REDEMPTION,
  ROUTE_STOP,
  SHELF,
  SHIPMENT,
  SHIPMENT_LINE,
  STOCK_ITEM,
  STOCK_MOVEMENT,
  VEHICLE,
  WAREHOUSE,
} from '../content-types/types';

interface Context {
  uid: string;
  action: string;
  params?: { documentId?: string; data?: Record<string, unknown> };
}

interface RequestState {
  route?: { info?: { pluginName?: string } };
}

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);
const BY_ACTIONS = new Set([
  ...[ORDER, ORDER_LINE, STOCK_ITEM, STOCK_MOVEMENT, COUPON, COUPON_SCOPE, REDEMPTION],
  ...[QUOTE, QUOTE_LINE, SHIPMENT, SHIPMENT_LINE],
  ...[GOODS_RETURN, GOODS_RETURN_LINE, WAREHOUSE, SHELF, CARRIER],
  ...[VEHICLE, DELIVERY_ROUTE, ROUTE_STOP, GOODS_RECEIPT, GOODS_RECEIPT_LINE],
]);
/** What has a shape of its own inside, which the actions check and the content manager cannot. */
const SHAPED: Record<string, readonly string[]> = { [PRODUCT]: ['options', 'components'], [PRICE]: ['tiers'] };

/**
 * Whoever may write everything in the content manager still may not write orders, quotes, stock and coupons there: an order
 * has its lines, its invoice and its place in the stock from the action that placed it.
 */
export function registerDocumentGuards({ strapi }: Tools): void {
  const isByHand = (): boolean =>
    (strapi.requestContext.get()?.state as RequestState | undefined)?.route?.info?.pluginName === 'content-manager';

  /** The content manager sends all of a row; what it leaves as it is may stay. */
  async function refuseShaped({ uid, params }: Context): Promise<void> {
    const { documentId, data = {} } = params ?? {};
    const named = (SHAPED[uid] ?? []).filter((key) => key in data);
    if (named.length === 0) return;
    const row = documentId ? await strapi.db.query(uid as never).findOne({ where: { documentId } }) : null;
    const before = (row ?? {}) as Record<string, unknown>;
    const field = named.find((key) => !sameData(data[key] ?? null, before[key] ?? null));
    if (field) throw conflict('product.by_action_only', { field });
  }

  strapi.documents.use((async (context: Context, next: () => Promise<unknown>) => {
    if (WRITES.has(context.action) && BY_ACTIONS.has(context.uid) && isByHand()) throw conflict('sales.by_action_only');
    if (WRITES.has(context.action) && isByHand()) await refuseShaped(context);
    return next();
  }) as never);
}
