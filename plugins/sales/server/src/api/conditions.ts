import type { Condition, Tools } from '@sanya/strapi-plugin-platform/kit';

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

/** Conditions are declared before there is a Strapi to ask: the plugin gives them the setting when it is registered. */
const settings: { salesSeeAll: () => Promise<boolean> } = { salesSeeAll: async () => false };

export function decideVisibility({ platform }: Tools): void {
  settings.salesSeeAll = async () =>
    (await platform.settings.read<{ salesSee: string }>(CRM_SETTING)).salesSee === 'all';
}

const ofOwnCustomers = (name: string, path: string): Condition => ({
  name,
  handler: async (user) => (await settings.salesSeeAll()) || { [path]: user.id },
});

/** Whoever sees only the customers they look after sees only those customers' orders. */
export const conditions: readonly Condition[] = [
  ofOwnCustomers('orders-of-own-customers', 'customer.owner'),
  ofOwnCustomers('order-lines-of-own-customers', 'order.customer.owner'),
  ofOwnCustomers('shipments-of-own-customers', 'order.customer.owner'),
  ofOwnCustomers('shipment-lines-of-own-customers', 'shipment.order.customer.owner'),
  ofOwnCustomers('returns-of-own-customers', 'order.customer.owner'),
  ofOwnCustomers('return-lines-of-own-customers', 'goodsReturn.order.customer.owner'),
  ofOwnCustomers('installed-items-of-own-customers', 'customer.owner'),
  ofOwnCustomers('quotes-of-own-customers', 'customer.owner'),
  ofOwnCustomers('quote-lines-of-own-customers', 'quote.customer.owner'),
  ofOwnCustomers('redemptions-of-own-customers', 'customer.owner'),
];
