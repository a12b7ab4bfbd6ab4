import { importLife, type ImportKind } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT_IMPORT, PRODUCT_IMPORT_ROW } from '../../content-types/types';
import { type Field, HEADINGS } from '../../domain/import/columns';
import { type DecidedProduct, decideProduct } from '../../domain/import/decide-rows';
import { readRow, type RowSaid } from '../../domain/import/read-row';
import { importStore } from '../../stores/imports';
import type { PricedProduct } from '../../stores/products';
import { createProducts } from '../create-products';
import { updateProducts } from '../update-products';

type Work = Pick<DecidedProduct, 'create' | 'change'> & { there?: PricedProduct };

/** Files of products and prices. */
export const productFile: ImportKind<Field, RowSaid, Work, object> = {
  ...{ area: 'product_import', headings: HEADINGS, anchors: ['sku'] },
  ...{ type: PRODUCT_IMPORT, rowType: PRODUCT_IMPORT_ROW, event: 'product-import', life: importLife('product-import') },
  ...{ keyColumn: 'sku', longestKey: 60, blank: { before: null, after: null } },
  counts: {
    ...{ new_product: 'newProducts', new_price: 'newPrices', changed: 'changed' },
    ...{ unchanged: 'unchanged', wrong: 'wrong' },
  },
  async reader(platform) {
    const currency = await platform.currency.own();
    return (cells, columns) => readRow(cells, columns, currency);
  },
  keyOf: ({ sku }) => sku,
  async decide(platform, groups, _asked, lock) {
    const skus = groups.flatMap(([first]) => first?.said.sku ?? []);
    const known = await importStore(platform.rows).known(skus, lock);
    const today = platform.clock.today();
    const currency = await platform.currency.own();
    return groups.map((rows) => {
      const there = known.get(rows[0]?.said.sku ?? '');
      const product = there && { id: there.product.id, facts: there.product, prices: there.prices };
      const { rows: decided, ...work } = decideProduct(product, rows, today, currency);
      return {
        rows: decided.map(({ before, after, ...row }) => ({ ...row, columns: { before, after } })),
        ...(work.create || work.change ? { work: { ...work, there } } : {}),
      };
    });
  },
  async write(platform, works) {
    const creates = works.flatMap(({ create }) => create ?? []);
    const changes = works.flatMap(({ change }) => change ?? []);
    if (creates.length > 0) await createProducts({ platform }, creates);
    const there = works.flatMap((work) => work.there ?? []);
    if (changes.length > 0) await updateProducts({ platform }, changes, there);
  },
};
