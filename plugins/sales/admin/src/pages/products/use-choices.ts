import { useMay } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import type { ProductChoices } from '../../types';

/** Undefined for who may not read them: then codes are shown as they are. */
export function useChoices(): ProductChoices | undefined {
  const may = useMay();
  return useAnswer('GET /sales/product-choices', may('plugin::sales.product.read') ? {} : null).data;
}

const STOCK = 'plugin::sales.stock-item';
export const useMayReadStock = (): boolean => useMay()('plugin::content-manager.explorer.read', STOCK);
