import { sure } from '../sure';
import { linesOf } from './baskets';
import { asStaff, type DemoCustomer, type Scene, type Story, storyOf } from './scene';

/** One order of a customer, entered by sales. */
export async function enterOrder(
  scene: Scene,
  customer: DemoCustomer,
  sku: string,
  coupons: string[] = [],
): Promise<Story> {
  const lines = linesOf([[sku, 1, 1]], scene);
  const po = customer.onTerms ? { poNumber: 'PO-2001' } : {};
  const wish = { customer: customer.id, source: 'staff', lines, coupons, ...po };
  const [placed] = await asStaff(scene, 'sanya-sales', () => scene.faces.orders.place([wish]));
  return sure(placed && storyOf(scene, customer, placed), 'an order that goes on');
}
