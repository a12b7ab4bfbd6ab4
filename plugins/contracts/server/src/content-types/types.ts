export const CONTRACT = 'plugin::contracts.contract';
export const CONTRACT_LINE = 'plugin::contracts.contract-line';
export const SUSPENSION = 'plugin::contracts.suspension';
export const BILLING_PERIOD = 'plugin::contracts.billing-period';
export const BILLING_RUN = 'plugin::contracts.billing-run';
export const RENEWAL = 'plugin::contracts.renewal';
export const RENEWAL_NOTICE = 'plugin::contracts.renewal-notice';
export const DECLINE_REASON = 'plugin::contracts.decline-reason';
export const SETTING = 'plugin::contracts.setting';

export const CUSTOMER = 'plugin::crm.customer';
export const INVOICE = 'plugin::billing.invoice';
export const INVOICE_LINE = 'plugin::billing.invoice-line';
export const ORDER = 'plugin::sales.order';
export const ORDER_LINE = 'plugin::sales.order-line';
export const PRICE = 'plugin::sales.price';
export const PRODUCT = 'plugin::sales.product';
export const INSTALLED_ITEM = 'plugin::sales.installed-item';
