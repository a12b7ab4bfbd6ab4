import type { Core } from '@strapi/types';

interface Role {
  resetSuperAdminPermissions(): Promise<void>;
}
interface Permission {
  cleanPermissionsInDatabase(): Promise<void>;
}
interface Configurations {
  syncConfigurations(): Promise<void>;
}

const nothing = async (): Promise<void> => undefined;

/**
 * At each start Strapi holds every right against every other, and every view of the content manager against its type: half
 * of a start. A copy of the template has them as its own start left them.
 */
export function keepKnownRights(strapi: Core.Strapi): void {
  const { bootstrap } = strapi;
  strapi.bootstrap = () => {
    // Those of a plugin that the template did not have are new.
    if ('workshop' in strapi.plugins) return bootstrap.call(strapi);
    (strapi.service('admin::role') as unknown as Role).resetSuperAdminPermissions = nothing;
    (strapi.service('admin::permission') as unknown as Permission).cleanPermissionsInDatabase = nothing;
    const views: Configurations = strapi.plugin('content-manager').service('content-types');
    views.syncConfigurations = nothing;
    return bootstrap.call(strapi);
  };
}
