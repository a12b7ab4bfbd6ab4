import { Briefcase, Check, Lightning, Mail, ThumbUp } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { enrichContentManager } from './content-manager';
import { addDesk, type Desk, loadTexts, registerSubject, registerWorkflowCard } from './ui';
import { useRetryDeliveries } from './use-retry-deliveries';

const texts = {
  en: () => import('./translations/en.json'),
  th: () => import('./translations/th.json'),
};

const READ = 'plugin::content-manager.explorer.read';
const label = (key: string, defaultMessage: string) => ({ id: `platform.${key}`, defaultMessage });

const desk: Desk = {
  plugin: 'platform',
  icon: Briefcase,
  label: label('desk.title', 'Office'),
  position: 1.4,
  groups: [
    {
      label: label('desk.work', 'Work'),
      pages: [
        {
          to: 'approvals',
          label: label('approvals.title', 'Approvals'),
          permissions: [{ action: 'plugin::platform.approval.read', subject: null }],
          Component: () => import('./pages/approvals'),
        },
        {
          to: 'deliveries',
          label: label('mails.title', 'Mails'),
          permissions: [{ action: READ, subject: 'plugin::platform.delivery' }],
          Component: () => import('./pages/deliveries'),
        },
      ],
    },
    {
      label: label('desk.keeping', 'Upkeep'),
      pages: [
        {
          to: 'templates',
          label: label('templates.title', 'Templates'),
          permissions: [{ action: 'plugin::platform.template.read', subject: null }],
          Component: () => import('./pages/templates'),
        },
        {
          to: 'workflows',
          label: label('workflows.title', 'Workflows'),
          permissions: [{ action: 'plugin::platform.workflow.read', subject: null }],
          Component: () => import('./pages/workflows'),
        },
        {
          to: 'jobs',
          label: label('jobs.title', 'Jobs and events'),
          // Each tab asks for its own.
          permissions: [
            { action: 'plugin::platform.job.read', subject: null },
            { action: 'plugin::platform.ledger.verify', subject: null },
          ],
          Component: () => import('./pages/jobs'),
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
        id: 'dead-mails',
        pluginId: 'platform',
        icon: Mail,
        title: label('mails.title', 'Mails'),
        permissions: [{ action: READ, subject: 'plugin::platform.delivery' }],
        component: async () => (await import('./widgets/dead-mails')).DeadMails,
      },
      {
        id: 'approvals',
        pluginId: 'platform',
        icon: ThumbUp,
        title: label('approvals.title', 'Approvals'),
        permissions: [{ action: 'plugin::platform.approval.decide', subject: null }],
        component: async () => (await import('./widgets/approvals-waiting')).ApprovalsWaiting,
      },
      {
        id: 'books-proof',
        pluginId: 'platform',
        icon: Check,
        title: label('proof.title', 'Books proof'),
        permissions: [{ action: 'plugin::platform.proof.read', subject: null }],
        component: async () => (await import('./widgets/books-proof')).BooksProof,
      },
      {
        id: 'failed-workflows',
        pluginId: 'platform',
        icon: Lightning,
        title: label('workflows.title', 'Workflows'),
        permissions: [{ action: 'plugin::platform.workflow.read', subject: null }],
        component: async () => (await import('./widgets/failed-workflows')).FailedWorkflows,
      },
      ...others,
    ]);
    // Made here, before any plugin of the suite hangs its own pages into it.
    app.addSettingsLink({ id: 'sanya', intlLabel: label('settings.section', 'Sanya') }, [
      {
        id: 'sanya-company',
        intlLabel: label('company.title', 'Company'),
        to: 'sanya-company',
        permissions: [{ action: READ, subject: 'plugin::platform.setting' }],
        Component: () => import('./pages/settings/company'),
      },
      {
        id: 'sanya-branches',
        intlLabel: label('branches.title', 'Branches'),
        to: 'sanya-branches',
        permissions: [{ action: READ, subject: 'plugin::platform.branch' }],
        Component: () => import('./pages/settings/branches'),
      },
      {
        id: 'sanya-number-series',
        intlLabel: label('series.title', 'Document numbers'),
        to: 'sanya-number-series',
        permissions: [{ action: 'plugin::platform.number-series.read', subject: null }],
        Component: () => import('./pages/settings/number-series'),
      },
      {
        id: 'sanya-approval-limits',
        intlLabel: label('limits.title', 'Approval limits'),
        to: 'sanya-approval-limits',
        permissions: [{ action: 'plugin::platform.approval-limit.read', subject: null }],
        Component: () => import('./pages/settings/approval-limits'),
      },
      {
        id: 'sanya-holidays',
        intlLabel: label('holidays.title', 'Public holidays'),
        to: 'sanya-holidays',
        permissions: [{ action: 'plugin::platform.holiday.read', subject: null }],
        Component: () => import('./pages/settings/holidays'),
      },
    ]);
    registerSubject('plugin::platform.approval', { page: (id) => `/plugins/platform/approvals/${id}` });
    registerSubject('plugin::platform.approval-limit', { page: () => '/settings/sanya-approval-limits' });
    registerSubject('plugin::platform.setting', { page: () => '/settings/sanya-company' });
    registerSubject('plugin::platform.template', { page: (id) => `/plugins/platform/templates/${id}` });
    registerSubject('plugin::platform.delivery', {
      page: (id) => `/plugins/platform/deliveries/${id}`,
      beside: () => import('./content/delivery'),
      many: {
        label: 'platform.delivery.retry_many',
        permission: 'plugin::platform.delivery.retry',
        useDeed: useRetryDeliveries,
      },
    });
    registerSubject('plugin::platform.workflow', { page: (id) => `/plugins/platform/workflows/${id}` });
    registerWorkflowCard('mail', () => import('./content/workflow-mail'));
    registerWorkflowCard('webhook', () => import('./content/workflow-webhook'));
    registerSubject('plugin::platform.number-series', { page: () => '/settings/sanya-number-series' });
    app.registerPlugin({ id: 'platform', name: 'platform' });
  },
  bootstrap(app: StrapiApp) {
    enrichContentManager(app);
  },
  registerTrads: ({ locales }: { locales: string[] }) => loadTexts('platform', texts, locales),
};
