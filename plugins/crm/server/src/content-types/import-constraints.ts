import { importConstraintsOf } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER_IMPORT, CUSTOMER_IMPORT_ROW } from './types';

export const importConstraints = importConstraintsOf('crm_customer', {
  ...{ type: CUSTOMER_IMPORT, rowType: CUSTOMER_IMPORT_ROW, keyColumn: 'code' },
});
