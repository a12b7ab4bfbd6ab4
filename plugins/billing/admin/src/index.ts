import { ArrowDown, File, PriceTag, SealCheck } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { addDesk, type Desk, loadTexts, placePanel } from '@sanya/strapi-plugin-platform/ui';
import { registerSubjects } from './subjects';

const texts = {
  en: () => import('./translations/en.json'),
  th: () => import('./translations/th.json'),
};

const label = (key: string, defaultMessage: string) => ({ id: `billing.${key}`, defaultMessage });

const READ = 'plugin::content-manager.explorer.read';

const desk: Desk = {
  plugin: 'billing',
  icon: PriceTag,
  label: label('desk.title', 'Billing'),
  position: 1.3,
  groups: [
    {
      label: label('desk.money', 'Money'),
      pages: [
        {
          to: 'to-verify',
          label: label('verify.title', 'To verify'),
          permissions: [{ action: 'plugin::billing.payment.verify', subject: null }],
          Component: () => import('./pages/to-verify'),
        },
        {
          to: 'receive-money',
          label: label('receive.title', 'Receive money'),
          permissions: [{ action: 'plugin::billing.payment.record', subject: null }],
          Component: () => import('./pages/receive-money'),
        },
        {
          to: 'payments',
          label: label('payments.title', 'Payments'),
          permissions: [{ action: READ, subject: 'plugin::billing.payment' }],
          Component: () => import('./pages/payments'),
        },
        {
          to: 'cheques',
          label: label('cheque.title', 'Cheques'),
          permissions: [{ action: READ, subject: 'plugin::billing.cheque' }],
          Component: () => import('./pages/cheques'),
        },
        {
          to: 'deposits',
          label: label('deposit.title', 'Deposits'),
          permissions: [{ action: READ, subject: 'plugin::billing.deposit' }],
          Component: () => import('./pages/deposits'),
        },
        {
          to: 'dunning',
          label: label('dunning.title', 'Dunning'),
          permissions: [{ action: 'plugin::billing.dunning.read', subject: null }],
          Component: () => import('./pages/dunning'),
        },
        {
          to: 'statements',
          label: label('statements.title', 'Bank statements'),
          permissions: [{ action: 'plugin::billing.statement.read', subject: null }],
          Component: () => import('./pages/statements'),
        },
        {
          to: 'refunds',
          label: label('refunds.title', 'Refunds'),
          permissions: [{ action: READ, subject: 'plugin::billing.refund' }],
          Component: () => import('./pages/refunds'),
        },
      ],
    },
    {
      label: label('desk.documents', 'Documents'),
      pages: [
        {
          to: 'invoices',
          label: label('invoices.title', 'Invoices'),
          permissions: [{ action: READ, subject: 'plugin::billing.invoice' }],
          Component: () => import('./pages/invoices'),
        },
        {
          to: 'billing-notes',
          label: label('billing_note.title', 'Billing notes'),
          permissions: [{ action: READ, subject: 'plugin::billing.billing-note' }],
          Component: () => import('./pages/billing-notes'),
        },
        {
          to: 'tax-invoices',
          label: label('papers.list_title', 'Receipts and tax documents'),
          permissions: [
            { action: READ, subject: 'plugin::billing.tax-invoice' },
            { action: READ, subject: 'plugin::billing.receipt' },
            { action: READ, subject: 'plugin::billing.credit-note' },
            { action: READ, subject: 'plugin::billing.debit-note' },
          ],
          Component: () => import('./pages/tax-invoices'),
        },
        {
          to: 'print-queue',
          label: label('print.title', 'Print queue'),
          permissions: [{ action: 'plugin::billing.print-queue.print', subject: null }],
          Component: () => import('./pages/print-queue'),
        },
      ],
    },
    {
      label: label('desk.tax', 'Tax'),
      pages: [
        {
          to: 'tax-months',
          label: label('tax_month.title', 'Tax months'),
          permissions: [{ action: 'plugin::billing.tax-month.read', subject: null }],
          Component: () => import('./pages/tax-months'),
        },
        {
          to: 'certificates',
          label: label('certificate.title', 'Withholding certificates'),
          permissions: [{ action: READ, subject: 'plugin::billing.withholding-certificate' }],
          Component: () => import('./pages/certificates'),
        },
      ],
    },
  ],
};

const mayRead = [{ action: READ, subject: 'plugin::billing.setting' }];

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
    addDesk(app, desk);
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
        permissions: [{ action: READ, subject: 'plugin::billing.invoice' }],
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
    app.registerPlugin({ id: 'billing', name: 'billing', injectionZones: { invoice: { actions: [] } } });
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
      'billing.dunning',
      () => import('./account/dunning-panel'),
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
      'billing.cards',
      () => import('./account/cards-panel'),
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
