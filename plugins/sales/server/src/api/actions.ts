import { carrierActions } from './carrier-actions';
import { couponActions } from './coupon-actions';
import { exportActions } from './export-actions';
import { goodsReceiptActions } from './goods-receipt-actions';
import { importActions } from './import-actions';
import { installedItemActions } from './installed-item-actions';
import { orderActions } from './order-actions';
import { orderSteps } from './order-steps';
import { productActions } from './product-actions';
import { quoteActions } from './quote-actions';
import { quoteAnswers } from './quote-answers';
import { quoteRequestActions } from './quote-request-actions';
import { returnActions } from './return-actions';
import { routeActions } from './route-actions';
import { shipmentActions } from './shipment-actions';
import { stockActions } from './stock-actions';
import { vehicleActions } from './vehicle-actions';
import { warehouseActions } from './warehouse-actions';

export const actions = [
  ...orderActions,
  ...orderSteps,
  ...shipmentActions,
  ...returnActions,
  ...installedItemActions,
  ...productActions,
  ...importActions,
  ...stockActions,
  ...warehouseActions,
  ...carrierActions,
  ...vehicleActions,
  ...routeActions,
  ...goodsReceiptActions,
  ...exportActions,
  ...couponActions,
  ...quoteActions,
  ...quoteAnswers,
  ...quoteRequestActions,
] as const;
