import { defineAction, fileAnswer, importActions as actionsOf, onlyFile } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { PRODUCT_IMPORT } from '../content-types/types';
import { writeCatalogue } from '../use-cases/import/files';
import { productFile } from '../use-cases/import/product-file';

export const importActions = [
  ...actionsOf({
    ...{ thing: 'Product', path: '/product-import', permission: 'product.import', what: 'products and prices' },
    ...{ type: PRODUCT_IMPORT, asked: onlyFile, kind: () => productFile },
  }),
  defineAction({
    name: 'exportProducts',
    summary: 'All products with their prices as a file that can be read back in',
    staff: { method: 'GET', path: '/product-export', permission: 'product.read' },
    graphql: 'none',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    output: fileAnswer,
    writes: false,
    run: ({ platform, input: { format } }) => writeCatalogue({ platform }, format),
  }),
];
