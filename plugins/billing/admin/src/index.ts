import { ArrowDown, File, PriceTag, SealCheck } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { loadTexts, placePanel } from '@sanya/strapi-plugin-platform/ui';

const texts = {
  en: () => import('./translations/en.json'),
  th: () => import('./translations/th.json'),
};

const label = (key: string, defaultMessage: string) => ({ id: `billing.${key}`, defaultMessage });

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/billing/to-verify',
      icon: SealCheck,
      intlLabel: label('verify.title', 'To verify'),
      permissions: [{ action: 'plugin::billing.payment.verify', subject: null }],
      Component: () => import('./pages/to-verify'),
      position: 12,
    });
    app.addMenuLink({
      to: 'plugins/billing/invoices',
      icon: File,
      intlLabel: label('invoices.title', 'Invoices'),
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.invoice' }],
      Component: () => import('./pages/invoices'),
      position: 11,
    });
    app.addMenuLink({
      to: 'plugins/billing/receive-money',
      icon: PriceTag,
      intlLabel: label('receive.title', 'Receive money'),
      permissions: [{ action: 'plugin::billing.payment.record', subject: null }],
      Component: () => import('./pages/receive-money'),
      position: 13,
    });
    app.addMenuLink({
      to: 'plugins/billing/payments',
      icon: ArrowDown,
      intlLabel: label('payments.title', 'Payments'),
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.payment' }],
      Component: () => import('./pages/payments'),
      position: 14,
    });
    // The office's own figures come before Strapi's.
    app.widgets.register((others) => [
      {
        id: 'to-verify',
        pluginId: 'billing',
        icon: SealCheck,
        title: label('verify.title', 'To verify'),
        permissions: [{ action: 'plugin::billing.payment.verify', subject: null }],
        component: async () => (await import('./widgets/to-verify')).ToVerify,
      },
      {
        id: 'overdue',
        pluginId: 'billing',
        icon: File,
        title: label('state.overdue', 'Overdue'),
        permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.invoice' }],
        component: async () => (await import('./widgets/overdue')).Overdue,
      },
      {
        id: 'money-in',
        pluginId: 'billing',
        icon: ArrowDown,
        title: label('widget.money_in', 'Money in this month'),
        permissions: [{ action: 'plugin::billing.received.read', subject: null }],
        component: async () => (await import('./widgets/money-in')).MoneyIn,
      },
      ...others,
    ]);
    app.registerPlugin({ id: 'billing', name: 'billing' });
  },
  bootstrap(app: StrapiApp) {
    placePanel(
      app,
      { plugin: 'crm', page: 'customer', position: 'panels' },
      'billing.account',
      () => import('./account/account-panel'),
    );
  },
  registerTrads: ({ locales }: { locales: string[] }) => loadTexts('billing', texts, locales),
};
