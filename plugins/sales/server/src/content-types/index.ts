import carrier from './carrier/schema.json';
import couponScope from './coupon-scope/schema.json';
import coupon from './coupon/schema.json';
import deliveryRoute from './delivery-route/schema.json';
import goodsReceiptLine from './goods-receipt-line/schema.json';
import goodsReceipt from './goods-receipt/schema.json';
import goodsReturnLine from './goods-return-line/schema.json';
import goodsReturn from './goods-return/schema.json';
import installedItem from './installed-item/schema.json';
import orderLine from './order-line/schema.json';
import order from './order/schema.json';
import price from './price/schema.json';
import productImportRow from './product-import-row/schema.json';
import productImport from './product-import/schema.json';
import product from './product/schema.json';
import quoteLine from './quote-line/schema.json';
import quote from './quote/schema.json';
import redemption from './redemption/schema.json';
import routeStop from './route-stop/schema.json';
import setting from './setting/schema.json';
import shipmentLine from './shipment-line/schema.json';
import shipment from './shipment/schema.json';
import shelf from './shelf/schema.json';
import stockItem from './stock-item/schema.json';
import stockMovement from './stock-movement/schema.json';
import vehicle from './vehicle/schema.json';
import warehouse from './warehouse/schema.json';

export const contentTypes = {
  product: { schema: product },
  'product-import': { schema: productImport },
  'product-import-row': { schema: productImportRow },
  price: { schema: price },
  warehouse: { schema: warehouse },
  carrier: { schema: carrier },
  vehicle: { schema: vehicle },
  'delivery-route': { schema: deliveryRoute },
  'route-stop': { schema: routeStop },
  'stock-item': { schema: stockItem },
  shelf: { schema: shelf },
  'stock-movement': { schema: stockMovement },
  order: { schema: order },
  'order-line': { schema: orderLine },
  shipment: { schema: shipment },
  'shipment-line': { schema: shipmentLine },
  'goods-receipt': { schema: goodsReceipt },
  'goods-receipt-line': { schema: goodsReceiptLine },
  'goods-return': { schema: goodsReturn },
  'goods-return-line': { schema: goodsReturnLine },
  'installed-item': { schema: installedItem },
  coupon: { schema: coupon },
  'coupon-scope': { schema: couponScope },
  redemption: { schema: redemption },
  quote: { schema: quote },
  'quote-line': { schema: quoteLine },
  setting: { schema: setting },
};
