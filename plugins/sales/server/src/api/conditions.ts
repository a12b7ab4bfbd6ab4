import { ownRows, type Tools } from '@sanya/strapi-plugin-platform/kit';

const CRM_SETTING = 'plugin::crm.setting';

export const OWN_ORDERS = 'plugin::sales.orders-of-own-customers';
export const OWN_ORDER_LINES = 'plugin::sales.order-lines-of-own-customers';
export const OWN_SHIPMENTS = 'plugin::sales.shipments-of-own-customers';
export const OWN_SHIPMENT_LINES = 'plugin::sales.shipment-lines-of-own-customers';
export const OWN_RETURNS = 'plugin::sales.returns-of-own-customers';
export const OWN_RETURN_LINES = 'plugin::sales.return-lines-of-own-customers';
export const OWN_INSTALLED_ITEMS = 'plugin::sales.installed-items-of-own-customers';
export const OWN_QUOTES = 'plugin::sales.quotes-of-own-customers';
export const OWN_QUOTE_LINES = 'plugin::sales.quote-lines-of-own-customers';
export const OWN_REDEMPTIONS = 'plugin::sales.redemptions-of-own-customers';

/** Whoever sees only the customers they look after sees only those customers' orders. */
const own = ownRows({
  'orders-of-own-customers': 'customer.owner',
  'order-lines-of-own-customers': 'order.customer.owner',
  'shipments-of-own-customers': 'order.customer.owner',
  'shipment-lines-of-own-customers': 'shipment.order.customer.owner',
  'returns-of-own-customers': 'order.customer.owner',
  'return-lines-of-own-customers': 'goodsReturn.order.customer.owner',
  'installed-items-of-own-customers': 'customer.owner',
  'quotes-of-own-customers': 'customer.owner',
  'quote-lines-of-own-customers': 'quote.customer.owner',
  'redemptions-of-own-customers': 'customer.owner',
});
export const { conditions } = own;

export const decideVisibility = ({ platform }: Tools): void =>
  own.openBy(async () => (await platform.settings.read<{ salesSee: string }>(CRM_SETTING)).salesSee === 'all');
