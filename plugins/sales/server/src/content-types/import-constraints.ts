import { importConstraintsOf } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT_IMPORT, PRODUCT_IMPORT_ROW } from './types';

export const importConstraints = importConstraintsOf('sales_product', {
  ...{ type: PRODUCT_IMPORT, rowType: PRODUCT_IMPORT_ROW, keyColumn: 'sku' },
});
