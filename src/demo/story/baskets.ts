import type { OrderLineWish } from '../faces';
import type { DemoCustomer, Scene } from './scene';

/** Product, how many (at least, at most, in halves where it ends so), how often charged. */
type Item = readonly [sku: string, low: number, high: number, per?: string];

const FOR_PERSONS: readonly (readonly Item[])[] = [
  [['AC-CLN-S', 1, 3]],
  [
    ['AC-CLN-L', 1, 2],
    ['AC-GAS', 1, 1],
  ],
  [
    ['AC-9K', 1, 1],
    ['AC-INS', 1, 1],
  ],
  [['RTR-AX', 1, 1]],
  [
    ['HST-S', 1, 1, 'year'],
    ['DOM-COM', 1, 1, 'year'],
  ],
  [
    ['CAM-2MP', 2, 4],
    ['CCTV-INS', 2, 2],
    ['CAB-UTP', 30, 60],
  ],
  [
    ['AC-FLT', 2, 4],
    ['AC-CLN-S', 1, 1],
  ],
  [['UPS-1K', 1, 1]],
  [['NB-15', 1, 1]],
];

const FOR_OFFICES: readonly (readonly Item[])[] = [
  [['SWC-WEB', 1, 1, 'month']],
  [
    ['SWC-ERP', 1, 1, 'month'],
    ['SW-TRN', 1, 2],
  ],
  [
    ['HST-M', 1, 1, 'year'],
    ['DOM-TH', 1, 1, 'year'],
    ['MAIL-10', 1, 1, 'year'],
  ],
  [
    ['CAM-5MP', 4, 8],
    ['NVR-8', 1, 1],
    ['HDD-4T', 1, 2],
    ['CCTV-INS', 4, 8],
    ['CAB-UTP', 80, 200],
  ],
  [
    ['AC-18K', 1, 2],
    ['AC-INS', 1, 2],
  ],
  [['AC-CARE', 5, 12, 'year']],
  [
    ['SW-24', 1, 1],
    ['RTR-AX', 1, 3],
    ['UPS-1K', 1, 2],
    ['RACK-9U', 1, 1],
  ],
  [
    ['PRN-POS', 1, 2],
    ['SCN-BAR', 1, 2],
    ['PAP-80', 20, 50],
    ['SWC-POS', 1, 1, 'month'],
  ],
  [
    ['VPS-8', 1, 1, 'month'],
    ['SWC-SRV', 1, 1, 'month'],
  ],
  [['SW-DEV', 2, 5]],
  [['SW-INS', 1, 1]],
  [
    ['CAM-PTZ', 1, 2],
    ['CCTV-INS', 1, 2],
    ['CCTV-CARE', 1, 1, 'year'],
  ],
];

/** What a member can buy at the storefront prices: one basket of the kind of customer. */
export function fillBasket({ products, random }: Scene, { draft }: DemoCustomer): OrderLineWish[] {
  const basket = random.pick(draft.kind === 'person' ? FOR_PERSONS : FOR_OFFICES);
  return linesOf(basket, { products, random });
}

export const linesOf = (
  basket: readonly Item[],
  { products, random }: Pick<Scene, 'products' | 'random'>,
): OrderLineWish[] =>
  basket.map(([sku, low, high, per = 'one_time']) => {
    const product = products.get(sku);
    const price = product?.prices[per];
    if (!product || !price) throw new Error(`The demo sells no ${sku} per ${per}`);
    return { product: product.documentId, price, quantity: String(random.whole(low, high)) };
  });
