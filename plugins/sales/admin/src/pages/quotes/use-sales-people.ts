import { useApi, useMay } from '@sanya/strapi-plugin-platform/ui';

export interface SalesPerson {
  id: number;
  name: string;
}

/** Members of staff who can look after a quote; none where the reader may not know them. */
export function useSalesPeople(): SalesPerson[] {
  const may = useMay();
  return useApi<SalesPerson[]>(may('plugin::crm.customer.read') ? '/crm/customer-owners' : null).data ?? [];
}
