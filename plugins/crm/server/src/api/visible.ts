import type { Call } from '@sanya/strapi-plugin-platform/kit';

interface PermissionsManager {
  addPermissionsQueryTo(query: Record<string, unknown>): Promise<{ filters?: Record<string, unknown> }>;
}

/** Which rows of a type this member of staff may see, as a filter. */
export async function visibleTo(
  { strapi, caller }: Pick<Call<unknown>, 'strapi' | 'caller'>,
  type: string,
): Promise<Record<string, unknown>> {
  const manager = strapi.service('admin::permission').createPermissionsManager({
    ability: caller.ability,
    action: 'plugin::content-manager.explorer.read',
    model: type,
  }) as PermissionsManager;
  return (await manager.addPermissionsQueryTo({})).filters ?? {};
}
