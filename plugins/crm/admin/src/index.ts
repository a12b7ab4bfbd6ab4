import { User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { addDesk, type Desk, loadTexts, registerSubject, registerWorkflowCard } from '@sanya/strapi-plugin-platform/ui';
import { contactFacts, customerFacts, formFacts, submissionFacts, taskFacts } from './event-facts';

const texts = {
  en: () => import('./translations/en.json'),
  th: () => import('./translations/th.json'),
};

const READ = 'plugin::content-manager.explorer.read';

const label = (key: string, defaultMessage: string) => ({ id: `crm.${key}`, defaultMessage });

const desk: Desk = {
  plugin: 'crm',
  icon: User,
  label: label('customers.title', 'Customers'),
  position: 1.2,
  groups: [
    {
      label: label('desk.known', 'Customers'),
      pages: [
        {
          to: 'customers',
          label: label('customers.title', 'Customers'),
          permissions: [{ action: READ, subject: 'plugin::crm.customer' }],
          Component: () => import('./pages/customers'),
        },
        {
          to: 'tasks',
          label: label('tasks.title', 'Tasks'),
          permissions: [{ action: READ, subject: 'plugin::crm.task' }],
          Component: () => import('./pages/tasks'),
        },
      ],
    },
    {
      label: label('desk.web', 'From the web site'),
      pages: [
        {
          to: 'form-submissions',
          label: label('submissions.title', 'Sent in'),
          permissions: [{ action: READ, subject: 'plugin::crm.form-submission' }],
          Component: () => import('./pages/submissions'),
        },
        {
          to: 'forms',
          label: label('forms.title', 'Forms'),
          permissions: [{ action: READ, subject: 'plugin::crm.form' }],
          Component: () => import('./pages/forms'),
        },
      ],
    },
  ],
};

export default {
  register(app: StrapiApp) {
    addDesk(app, desk);
    registerSubject('plugin::crm.customer', {
      page: (id) => `/plugins/crm/customers/${id}`,
      facts: customerFacts,
      words: { language: 'language' },
      beside: () => import('./content/customer'),
    });
    registerSubject('plugin::crm.contact', { facts: contactFacts });
    registerSubject('plugin::crm.form', { page: (id) => `/plugins/crm/forms/${id}`, facts: formFacts });
    registerSubject('plugin::crm.form-submission', {
      page: (id) => `/plugins/crm/form-submissions/${id}`,
      facts: submissionFacts,
    });
    registerSubject('plugin::crm.task', { facts: taskFacts });
    registerWorkflowCard('task', () => import('./content/workflow-task'));
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
