import { Clock } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { loadTexts } from './ui';

const texts = {
  en: () => import('./translations/en.json'),
  th: () => import('./translations/th.json'),
};

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/platform/jobs',
      icon: Clock,
      intlLabel: { id: 'platform.jobs.title', defaultMessage: 'Jobs and events' },
      permissions: [{ action: 'plugin::platform.job.read', subject: null }],
      Component: () => import('./pages/jobs'),
      position: 90,
    });
    app.registerPlugin({ id: 'platform', name: 'platform' });
  },
  bootstrap(app: Pick<StrapiApp, 'addSettingsLink'>) {
    app.addSettingsLink('global', {
      id: 'sanya-company',
      intlLabel: { id: 'platform.company.title', defaultMessage: 'Company' },
      to: 'sanya-company',
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::platform.setting' }],
      Component: () => import('./pages/company'),
    });
  },
  registerTrads: ({ locales }: { locales: string[] }) => loadTexts('platform', texts, locales),
};
