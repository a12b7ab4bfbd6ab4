import { Archive, BulletList, Feather, PriceTag, Rocket, Stack } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { loadTexts, placePanel } from '@sanya/strapi-plugin-platform/ui';
import { registerSubjects } from './subjects';

const texts = {
  en: () => import('./translations/en.json'),
  th: () => import('./translations/th.json'),
};

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/sales/orders',
      icon: BulletList,
      intlLabel: { id: 'sales.orders.title', defaultMessage: 'Orders' },
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.order' }],
      Component: () => import('./pages/orders'),
      position: 10,
    });
    app.addMenuLink({
      to: 'plugins/sales/shipments',
      icon: Rocket,
      intlLabel: { id: 'sales.shipments.title', defaultMessage: 'Shipments' },
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.shipment' }],
      Component: () => import('./pages/shipments'),
      position: 10,
    });
    app.addMenuLink({
      to: 'plugins/sales/quotes',
      icon: Feather,
      intlLabel: { id: 'sales.quotes.title', defaultMessage: 'Quotes' },
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.quote' }],
      Component: () => import('./pages/quotes'),
      position: 10,
    });
    app.addMenuLink({
      to: 'plugins/sales/products',
      icon: Archive,
      intlLabel: { id: 'sales.products.title', defaultMessage: 'Products' },
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.product' }],
      Component: () => import('./pages/products'),
      position: 10,
    });
    app.addMenuLink({
      to: 'plugins/sales/stock',
      icon: Stack,
      intlLabel: { id: 'sales.stock.title', defaultMessage: 'Stock' },
      permissions: [{ action: 'plugin::sales.stock.read', subject: null }],
      Component: () => import('./pages/stock'),
      position: 10,
    });
    app.addMenuLink({
      to: 'plugins/sales/coupons',
      icon: PriceTag,
      intlLabel: { id: 'sales.coupons.title', defaultMessage: 'Coupons' },
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.coupon' }],
      Component: () => import('./pages/coupons'),
      position: 10,
    });
    app.widgets.register((others) => [
      {
        id: 'orders-today',
        pluginId: 'sales',
        icon: BulletList,
        title: { id: 'sales.orders.title', defaultMessage: 'Orders' },
        permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.order' }],
        component: async () => (await import('./widgets/orders-today')).OrdersToday,
      },
      {
        id: 'quote-requests',
        pluginId: 'sales',
        icon: Feather,
        title: { id: 'sales.quotes.title', defaultMessage: 'Quotes' },
        permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.quote' }],
        component: async () => (await import('./widgets/quote-requests')).QuoteRequests,
      },
      ...others,
    ]);
    registerSubjects();
    app.registerPlugin({ id: 'sales', name: 'sales' });
  },
  bootstrap(app: StrapiApp) {
    app.addSettingsLink('sanya', {
      id: 'sanya-sales',
      intlLabel: { id: 'sales.setting.title', defaultMessage: 'Orders' },
      to: 'sanya-sales',
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.setting' }],
      Component: () => import('./pages/settings'),
    });
    placePanel(
      app,
      { plugin: 'crm', page: 'customer', position: 'panels' },
      'sales.orders',
      () => import('./panels/customer-orders'),
    );
    placePanel(
      app,
      { plugin: 'crm', page: 'customer', position: 'panels' },
      'sales.quotes',
      () => import('./panels/customer-quotes'),
    );
  },
  registerTrads: ({ locales }: { locales: string[] }) => loadTexts('sales', texts, locales),
};
