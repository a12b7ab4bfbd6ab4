import { Clock, File } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { addDesk, type Desk, loadTexts, placePanel } from '@sanya/strapi-plugin-platform/ui';
import { registerSubjects } from './subjects';

const texts = {
  en: () => import('./translations/en.json'),
  th: () => import('./translations/th.json'),
};

const READ = 'plugin::content-manager.explorer.read';

const label = (key: string, defaultMessage: string) => ({ id: `contracts.${key}`, defaultMessage });

const desk: Desk = {
  plugin: 'contracts',
  icon: File,
  label: label('desk.title', 'Contracts'),
  position: 1.3,
  groups: [
    {
      label: label('desk.title', 'Contracts'),
      pages: [
        {
          to: 'contracts',
          label: label('contracts.title', 'Contracts'),
          permissions: [{ action: READ, subject: 'plugin::contracts.contract' }],
          Component: () => import('./pages/contracts'),
        },
        {
          to: 'service-id',
          label: label('service_id.title', 'Service ID'),
          permissions: [{ action: 'plugin::contracts.contract.find', subject: null }],
          Component: () => import('./pages/service-id'),
        },
        {
          to: 'runs',
          label: label('runs.title', 'Billing runs'),
          permissions: [{ action: READ, subject: 'plugin::contracts.billing-run' }],
          Component: () => import('./pages/runs'),
        },
        {
          to: 'renewals',
          label: label('renewals.title', 'Renewals'),
          permissions: [{ action: 'plugin::contracts.renewal.read', subject: null }],
          Component: () => import('./pages/renewals'),
        },
        {
          to: 'calendar',
          label: label('calendar.title', 'Expiry calendar'),
          permissions: [{ action: 'plugin::contracts.renewal.read', subject: null }],
          Component: () => import('./pages/calendar'),
        },
      ],
    },
  ],
};

export default {
  register(app: StrapiApp) {
    addDesk(app, desk);
    app.widgets.register((others) => [
      {
        id: 'lapsed',
        pluginId: 'contracts',
        icon: Clock,
        title: label('widget.lapsed_title', 'Past their end'),
        permissions: [{ action: READ, subject: 'plugin::contracts.renewal' }],
        component: async () => (await import('./widgets/lapsed')).Lapsed,
      },
      ...others,
    ]);
    registerSubjects();
    app.registerPlugin({
      id: 'contracts',
      name: 'contracts',
      injectionZones: { contract: { panels: [] }, service: { panels: [] }, renewals: { decision: [] } },
    });
  },
  bootstrap(app: StrapiApp) {
    app.addSettingsLink('sanya', {
      id: 'sanya-contracts',
      intlLabel: label('setting.title', 'Contracts'),
      to: 'sanya-contracts',
      permissions: [{ action: READ, subject: 'plugin::contracts.setting' }],
      Component: () => import('./pages/settings'),
    });
    placePanel(
      app,
      { plugin: 'crm', page: 'customer', position: 'panels' },
      'contracts.contracts',
      () => import('./panels/customer-contracts'),
    );
    placePanel(
      app,
      { plugin: 'billing', page: 'invoice', position: 'actions' },
      'contracts.from-invoice',
      () => import('./panels/invoice-contract'),
    );
    placePanel(
      app,
      { plugin: 'sales', page: 'product', position: 'panels' },
      'contracts.terms',
      () => import('./panels/product-terms'),
    );
  },
  registerTrads: ({ locales }: { locales: string[] }) => loadTexts('contracts', texts, locales),
};
