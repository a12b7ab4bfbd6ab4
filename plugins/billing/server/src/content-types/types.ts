export const INVOICE = 'plugin::billing.invoice';
export const INVOICE_LINE = 'plugin::billing.invoice-line';
export const PAYMENT = 'plugin::billing.payment';
export const ALLOCATION = 'plugin::billing.allocation';
export const ALLOCATION_LINE = 'plugin::billing.allocation-line';
export const TAX_INVOICE = 'plugin::billing.tax-invoice';
export const TAX_INVOICE_LINE = 'plugin::billing.tax-invoice-line';
export const PRINTING = 'plugin::billing.printing';
export const RECEIPT = 'plugin::billing.receipt';
export const CREDIT_NOTE = 'plugin::billing.credit-note';
export const CREDIT_NOTE_LINE = 'plugin::billing.credit-note-line';
export const CERTIFICATE = 'plugin::billing.withholding-certificate';
export const SETTING = 'plugin::billing.setting';

export const CUSTOMER = 'plugin::crm.customer';
export const BRANCH = 'plugin::platform.branch';
export const COMPANY = 'plugin::platform.setting';
