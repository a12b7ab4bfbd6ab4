import { airCare } from './air-care';
import { cctv } from './cctv';
import { officeGoods } from './goods';
import { hosting } from './hosting';
import type { DemoProduct } from './product';
import { softwareCare } from './software-care';

/** Everything the demo business sells: forty products. */
export const products: readonly DemoProduct[] = [...hosting, ...softwareCare, ...airCare, ...cctv, ...officeGoods];
