import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { SETTING } from '../content-types/types';
import { ordersStore } from '../stores/orders';
import type { LockedOrder } from './lock-orders';
import type { SalesSetting } from './price-baskets';
import { confirmOrders } from './step-orders';

/** Placed orders whose invoices were just paid become confirmed, where the settings say so. */
export async function confirmPaidOrders(tools: Tools, invoices: readonly number[]): Promise<LockedOrder[]> {
  const { platform } = tools;
  const waiting = (await ordersStore(platform.rows).ofInvoices(invoices)).filter((order) => order.state === 'placed');
  if (waiting.length === 0) return [];
  const setting = await platform.settings.read<SalesSetting>(SETTING);
  if (!setting.confirmWhenPaid) return [];
  return confirmOrders(
    tools,
    waiting.map((order) => order.id),
  );
}
