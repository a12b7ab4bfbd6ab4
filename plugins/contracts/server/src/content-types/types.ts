export const CONTRACT = 'plugin::contracts.contract';
export const CONTRACT_LINE = 'plugin::contracts.contract-line';
export const SUSPENSION = 'plugin::contracts.suspension';
export const BILLING_PERIOD = 'plugin::contracts.billing-period';
export const BILLING_RUN = 'plugin::contracts.billing-run';
export const ENTITLEMENT_ENTRY = 'plugin::contracts.entitlement-entry';
export const CONTRACT_IMPORT = 'plugin::contracts.contract-import';
export const CONTRACT_IMPORT_ROW = 'plugin::contracts.contract-import-row';

export const CUSTOMER = 'plugin::crm.customer';
export const INVOICE = 'plugin::billing.invoice';
export const INVOICE_LINE = 'plugin::billing.invoice-line';
export const ORDER = 'plugin::sales.order';
export const ORDER_LINE = 'plugin::sales.order-line';
export const PRICE = 'plugin::sales.price';
export const PRODUCT = 'plugin::sales.product';
export const INSTALLED_ITEM = 'plugin::sales.installed-item';
