import type { Condition } from '@sanya/strapi-plugin-platform/kit';

export const OWN_CUSTOMERS = 'plugin::crm.own-customers';
export const OWN_CONTACTS = 'plugin::crm.contacts-of-own-customers';

/** Conditions are declared before there is a Strapi to ask: the plugin gives them the setting when it is registered. */
const settings: { salesSeeAll: () => Promise<boolean> } = { salesSeeAll: async () => false };

export const decideVisibilityBy = (salesSeeAll: () => Promise<boolean>): void => {
  settings.salesSeeAll = salesSeeAll;
};

/** Sales see the customers they look after, unless the settings open all of them to all. */
export const conditions: readonly Condition[] = [
  {
    name: 'own-customers',
    handler: async (user) => (await settings.salesSeeAll()) || { owner: user.id },
  },
  {
    name: 'contacts-of-own-customers',
    handler: async (user) => (await settings.salesSeeAll()) || { 'customer.owner': user.id },
  },
];
