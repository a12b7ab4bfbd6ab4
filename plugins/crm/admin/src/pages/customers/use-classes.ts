import { useApi } from '@sanya/strapi-plugin-platform/ui';
import type { CustomerClass } from '../../types';

/** The classes a customer may have; none until they are read. */
export const useClasses = (): CustomerClass[] =>
  useApi<CustomerClass[]>('/crm/customer-classes', { sort: 'code:asc', pagination: { pageSize: 100 } }).data ?? [];
