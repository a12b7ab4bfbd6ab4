import { ChartPie } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { loadTexts, registerReportsHome } from '@sanya/strapi-plugin-platform/ui';

const texts = {
  en: () => import('./translations/en.json'),
  th: () => import('./translations/th.json'),
};

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/reports',
      icon: ChartPie,
      intlLabel: { id: 'reports.title', defaultMessage: 'Reports' },
      permissions: [{ action: 'plugin::reports.report.read', subject: null }],
      Component: () => import('./pages/reports'),
      position: 1.5,
    });
    registerReportsHome({
      door: (code) => `/reports/reports/${code}/file`,
      permission: 'plugin::reports.report.read',
    });
    app.registerPlugin({ id: 'reports', name: 'reports' });
  },
  registerTrads: ({ locales }: { locales: string[] }) => loadTexts('reports', texts, locales),
};
