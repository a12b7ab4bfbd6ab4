import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { PRICE, PRODUCT } from '../content-types/types';

const MOST = 100;

/** What the doctor asks of the catalogue; each answer is bounded. */
export const doctorStore = (rows: Rows) => ({
  /** Names of products that are offered and have no price on that day. */
  async productsWithoutPrice(on: CivilDate): Promise<string[]> {
    const priced = (await rows.knex())(rows.table(PRICE))
      .select(rows.column(PRICE, 'product'))
      .whereNotNull(rows.column(PRICE, 'product'));
    for (const [end, sign] of [
      ['validFrom', '<='],
      ['validTo', '>='],
    ] as const) {
      const column = rows.column(PRICE, end);
      void priced.where((either) => void either.whereNull(column).orWhere(column, sign, on));
    }
    const found = await rows.find<{ name: string }>(
      PRODUCT,
      (query, column) =>
        void query
          .where(column('state'), 'active')
          .whereNotIn(column('id'), priced as never)
          .orderBy(column('id'))
          .limit(MOST),
      { fields: ['name'] },
    );
    return found.map(({ name }) => name);
  },
});
