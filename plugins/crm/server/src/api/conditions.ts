import { ownRows } from '@sanya/strapi-plugin-platform/kit';

export const OWN_CUSTOMERS = 'plugin::crm.own-customers';
export const OWN_CONTACTS = 'plugin::crm.contacts-of-own-customers';

export const OWN_TASKS = 'plugin::crm.tasks-of-own-customers';

/** Sales see the customers they look after, unless the settings open all of them to all. */
export const { conditions, openBy: decideVisibilityBy } = ownRows({
  'own-customers': 'owner',
  'contacts-of-own-customers': 'customer.owner',
  'tasks-of-own-customers': 'customer.owner',
});
