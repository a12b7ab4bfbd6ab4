import {
  Archive,
  ArrowDown,
  ArrowUp,
  Calendar,
  Feather,
  File,
  FilePdf,
  Files,
  Lock,
  PriceTag,
  SealCheck,
  Server,
} from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { loadTexts, placePanel } from '@sanya/strapi-plugin-platform/ui';
import { registerSubjects } from './subjects';

const texts = {
  en: () => import('./translations/en.json'),
  th: () => import('./translations/th.json'),
};

const label = (key: string, defaultMessage: string) => ({ id: `billing.${key}`, defaultMessage });

const mayRead = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.setting' }];

const settingsLinks = [
  {
    id: 'sanya-billing',
    intlLabel: label('setting.billing_title', 'Billing'),
    to: 'sanya-billing',
    permissions: mayRead,
    Component: () => import('./pages/settings/billing'),
  },
  {
    id: 'sanya-tax',
    intlLabel: label('setting.tax_title', 'Tax'),
    to: 'sanya-tax',
    permissions: mayRead,
    Component: () => import('./pages/settings/tax'),
  },
  {
    id: 'sanya-payment-ways',
    intlLabel: label('setting.ways_title', 'Ways to pay'),
    to: 'sanya-payment-ways',
    permissions: mayRead,
    Component: () => import('./pages/settings/payment-ways'),
  },
];

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
      to: 'plugins/billing/billing-notes',
      icon: Files,
      intlLabel: label('billing_note.title', 'Billing notes'),
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.billing-note' }],
      Component: () => import('./pages/billing-notes'),
      position: 11.5,
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
      to: 'plugins/billing/cheques',
      icon: Feather,
      intlLabel: label('cheque.title', 'Cheques'),
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.cheque' }],
      Component: () => import('./pages/cheques'),
      position: 13.5,
    });
    app.addMenuLink({
      to: 'plugins/billing/payments',
      icon: ArrowDown,
      intlLabel: label('payments.title', 'Payments'),
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.payment' }],
      Component: () => import('./pages/payments'),
      position: 14,
    });
    app.addMenuLink({
      to: 'plugins/billing/deposits',
      icon: Lock,
      intlLabel: label('deposit.title', 'Deposits'),
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.deposit' }],
      Component: () => import('./pages/deposits'),
      position: 15.5,
    });
    app.addMenuLink({
      to: 'plugins/billing/statements',
      icon: Server,
      intlLabel: label('statements.title', 'Bank statements'),
      permissions: [{ action: 'plugin::billing.statement.read', subject: null }],
      Component: () => import('./pages/statements'),
      position: 15,
    });
    app.addMenuLink({
      to: 'plugins/billing/refunds',
      icon: ArrowUp,
      intlLabel: label('refunds.title', 'Refunds'),
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.refund' }],
      Component: () => import('./pages/refunds'),
      position: 16,
    });
    app.addMenuLink({
      to: 'plugins/billing/tax-invoices',
      icon: Files,
      intlLabel: label('papers.list_title', 'Tax invoices and receipts'),
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.tax-invoice' }],
      Component: () => import('./pages/tax-invoices'),
      position: 14.2,
    });
    app.addMenuLink({
      to: 'plugins/billing/tax-months',
      icon: Calendar,
      intlLabel: label('tax_month.title', 'Tax months'),
      permissions: [{ action: 'plugin::billing.tax-month.read', subject: null }],
      Component: () => import('./pages/tax-months'),
      position: 14.4,
    });
    app.addMenuLink({
      to: 'plugins/billing/certificates',
      icon: Archive,
      intlLabel: label('certificate.title', 'Withholding certificates'),
      permissions: [
        { action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.withholding-certificate' },
      ],
      Component: () => import('./pages/certificates'),
      position: 14.6,
    });
    app.addMenuLink({
      to: 'plugins/billing/print-queue',
      icon: FilePdf,
      intlLabel: label('print.title', 'Print queue'),
      permissions: [{ action: 'plugin::billing.print-queue.print', subject: null }],
      Component: () => import('./pages/print-queue'),
      position: 14.8,
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
    registerSubjects();
    app.registerPlugin({ id: 'billing', name: 'billing' });
  },
  bootstrap(app: StrapiApp) {
    app.addSettingsLink('sanya', settingsLinks);
    placePanel(
      app,
      { plugin: 'crm', page: 'customer', position: 'panels' },
      'billing.account',
      () => import('./account/account-panel'),
    );
    placePanel(
      app,
      { plugin: 'crm', page: 'customer', position: 'panels' },
      'billing.credit',
      () => import('./account/credit-panel'),
    );
    placePanel(
      app,
      { plugin: 'crm', page: 'customer', position: 'panels' },
      'billing.days',
      () => import('./account/billing-days-panel'),
    );
    placePanel(
      app,
      { plugin: 'crm', page: 'customer', position: 'figures' },
      'billing.figures',
      () => import('./account/account-beside'),
    );
  },
  registerTrads: ({ locales }: { locales: string[] }) => loadTexts('billing', texts, locales),
};
