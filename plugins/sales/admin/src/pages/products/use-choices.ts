import { useApi, useMay } from '@sanya/strapi-plugin-platform/ui';
import type { ProductChoices } from '../../types';

/** Undefined for who may not read them: then codes are shown as they are. */
export function useChoices(): ProductChoices | undefined {
  const may = useMay();
  return useApi<ProductChoices>(may('plugin::sales.product.read') ? '/sales/product-choices' : null).data;
}

const STOCK = 'plugin::sales.stock-item';
export const useMayReadStock = (): boolean => useMay()('plugin::content-manager.explorer.read', STOCK);
