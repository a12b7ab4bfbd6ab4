import { couponActions } from './coupon-actions';
import { orderActions } from './order-actions';
import { orderSteps } from './order-steps';
import { productActions } from './product-actions';
import { stockActions } from './stock-actions';

export const actions = [...orderActions, ...orderSteps, ...productActions, ...stockActions, ...couponActions] as const;
