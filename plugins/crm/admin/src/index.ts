import { User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { loadTexts } from '@sanya/strapi-plugin-platform/ui';

const texts = {
  en: () => import('./translations/en.json'),
  th: () => import('./translations/th.json'),
};

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/crm/customers',
      icon: User,
      intlLabel: { id: 'crm.customers.title', defaultMessage: 'Customers' },
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::crm.customer' }],
      Component: () => import('./pages/customers'),
      position: 9,
    });
    // Later plugins show on the page of a customer what they know of her.
    app.registerPlugin({ id: 'crm', name: 'crm', injectionZones: { customer: { panels: [] } } });
  },
  bootstrap() {},
  registerTrads: ({ locales }: { locales: string[] }) => loadTexts('crm', texts, locales),
};
