export const CUSTOMER = 'plugin::crm.customer';
export const CONTACT = 'plugin::crm.contact';
export const CUSTOMER_CLASS = 'plugin::crm.customer-class';
export const CUSTOMER_MERGE = 'plugin::crm.customer-merge';
export const SETTING = 'plugin::crm.setting';
export const USER = 'plugin::users-permissions.user';
