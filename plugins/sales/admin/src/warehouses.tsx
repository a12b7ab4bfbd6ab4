import { ChoiceField, type ChoiceFieldProps, useApi, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { WarehouseState } from '../../server/src/domain/warehouse';

export interface Warehouse {
  documentId: string;
  code: string;
  name: string;
  address: string | null;
  state: WarehouseState;
  isDefault: boolean;
  branch?: { documentId: string; name: string } | null;
}

/** Those that goods come to and leave, the default one first; none for who may not know them. */
export function useWarehouses(): Warehouse[] {
  const may = useMay();
  const allowed = may('plugin::content-manager.explorer.read', 'plugin::sales.warehouse');
  const { data } = useApi<Warehouse[]>(allowed ? '/sales/warehouses' : null, {
    filters: { state: { $eq: 'active' } },
    sort: ['isDefault:desc', 'code:asc'],
    pagination: { pageSize: 100 },
  });
  return data ?? [];
}

interface WarehouseFieldProps extends Pick<ChoiceFieldProps, 'name' | 'value' | 'error' | 'onChange' | 'hint'> {
  label?: string;
  warehouses: readonly Warehouse[];
}

/** Nobody who has one warehouse is asked which; else the default one is chosen until another is. */
export function WarehouseField({ warehouses, value, label, ...field }: WarehouseFieldProps) {
  const say = useSay('sales');
  if (warehouses.length < 2) return null;
  return (
    <ChoiceField
      {...field}
      label={label ?? say('subject.warehouse')}
      value={value || (warehouses.find(({ isDefault }) => isDefault)?.documentId ?? '')}
      choices={warehouses.map(({ documentId, name }) => [documentId, name] as const)}
    />
  );
}

/** What a form sends of the warehouse that was chosen. */
export const warehouseBody = (chosen: string): { warehouse?: string } => (chosen ? { warehouse: chosen } : {});
