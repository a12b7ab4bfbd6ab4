export const CONTRACT = 'plugin::contracts.contract';
export const CONTRACT_LINE = 'plugin::contracts.contract-line';
export const SUSPENSION = 'plugin::contracts.suspension';
export const BILLING_PERIOD = 'plugin::contracts.billing-period';
export const BILLING_RUN = 'plugin::contracts.billing-run';

export const CUSTOMER = 'plugin::crm.customer';
export const INVOICE = 'plugin::billing.invoice';
export const INVOICE_LINE = 'plugin::billing.invoice-line';
export const TAX_INVOICE = 'plugin::billing.tax-invoice';
export const TAX_INVOICE_LINE = 'plugin::billing.tax-invoice-line';
export const ORDER = 'plugin::sales.order';
export const ORDER_LINE = 'plugin::sales.order-line';
export const PRICE = 'plugin::sales.price';
export const PRODUCT = 'plugin::sales.product';
export const INSTALLED_ITEM = 'plugin::sales.installed-item';
