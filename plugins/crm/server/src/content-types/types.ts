export const CUSTOMER = 'plugin::crm.customer';
export const CONTACT = 'plugin::crm.contact';
export const CUSTOMER_CLASS = 'plugin::crm.customer-class';
export const CUSTOMER_MERGE = 'plugin::crm.customer-merge';
export const CUSTOMER_IMPORT = 'plugin::crm.customer-import';
export const CUSTOMER_IMPORT_ROW = 'plugin::crm.customer-import-row';
export const SETTING = 'plugin::crm.setting';
export const USER = 'plugin::users-permissions.user';
