import { importActions as actionsOf, importTemplateAction, onlyFile } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER_IMPORT } from '../content-types/types';
import { EXAMPLES } from '../domain/import/columns';
import { customerFile } from '../use-cases/import/customer-file';

const doors = {
  ...{ thing: 'Customer', path: '/customer-import', permission: 'customer.import', what: 'customers and contacts' },
  kind: () => customerFile,
} as const;

/** Moving in: customers of the books that were kept before. */
export const importActions = [
  ...actionsOf({ ...doors, type: CUSTOMER_IMPORT, asked: onlyFile }),
  importTemplateAction({ ...doors, name: 'customers', examples: EXAMPLES }),
];
