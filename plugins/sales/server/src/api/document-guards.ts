import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import {
  COUPON,
  COUPON_SCOPE,
  ORDER,
  ORDER_LINE,
  QUOTE,
  QUOTE_LINE,
  REDEMPTION,
  STOCK_ITEM,
  STOCK_MOVEMENT,
} from '../content-types/types';

interface Context {
  uid: string;
  action: string;
}

interface RequestState {
  route?: { info?: { pluginName?: string } };
}

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);
const BY_ACTIONS = new Set([
  ...[ORDER, ORDER_LINE, STOCK_ITEM, STOCK_MOVEMENT, COUPON, COUPON_SCOPE, REDEMPTION],
  ...[QUOTE, QUOTE_LINE],
]);

/**
 * Whoever may write everything in the content manager still may not write orders, quotes, stock and coupons there: an order
 * has its lines, its invoice and its place in the stock from the action that placed it.
 */
export function registerDocumentGuards({ strapi }: Tools): void {
  const isByHand = (): boolean =>
    (strapi.requestContext.get()?.state as RequestState | undefined)?.route?.info?.pluginName === 'content-manager';

  strapi.documents.use((async (context: Context, next: () => Promise<unknown>) => {
    if (WRITES.has(context.action) && BY_ACTIONS.has(context.uid) && isByHand()) throw conflict('sales.by_action_only');
    return next();
  }) as never);
}
