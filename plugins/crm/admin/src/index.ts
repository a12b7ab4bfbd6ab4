import { User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { loadTexts, registerSubject } from '@sanya/strapi-plugin-platform/ui';
import { contactFacts, customerFacts } from './event-facts';

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
      position: 1.2,
    });
    registerSubject('plugin::crm.customer', {
      page: (id) => `/plugins/crm/customers/${id}`,
      facts: customerFacts,
      beside: () => import('./content/customer'),
    });
    registerSubject('plugin::crm.contact', { facts: contactFacts });
    registerSubject('plugin::crm.setting', { page: () => '/settings/sanya-crm' });
    // Later plugins show on the page of a customer what they know of her.
    app.registerPlugin({ id: 'crm', name: 'crm', injectionZones: { customer: { panels: [], figures: [] } } });
  },
  bootstrap(app: Pick<StrapiApp, 'addSettingsLink'>) {
    app.addSettingsLink('sanya', {
      id: 'sanya-crm',
      intlLabel: { id: 'crm.setting.title', defaultMessage: 'Customers' },
      to: 'sanya-crm',
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::crm.setting' }],
      Component: () => import('./pages/settings'),
    });
  },
  registerTrads: ({ locales }: { locales: string[] }) => loadTexts('crm', texts, locales),
};
