import type { Grant } from '@sanya/strapi-plugin-platform/kit';

/** The page itself. Which reports stand on it is granted by the plugins that offer them, each by its own permission. */
export const grants: readonly Grant[] = [
  { roles: ['owner', 'accountant', 'billing', 'sales-lead'], actions: ['report.read', 'report.save'] },
];
