import type { Core } from '@strapi/types';
import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, CUSTOMER } from '../content-types/types';

const MOST = 100;

/** What the doctor asks of customers; each answer is bounded. */
export const doctorStore = (strapi: Core.Strapi, rows: Rows) => ({
  /** Active customers whose salesperson is gone or may not log in: how many, and some of their codes. */
  async withoutKeeper(): Promise<{ count: number; codes: string }> {
    const knex = await rows.knex();
    const owner = rows.column(CUSTOMER, 'owner');
    const owners = (await knex(rows.table(CUSTOMER)).distinct(owner).whereNotNull(owner)) as Record<string, unknown>[];
    const ids = owners.map((row) => Number(row[owner]));
    const working = (await strapi.db.query('admin::user').findMany({
      where: { id: { $in: ids }, isActive: true, $or: [{ blocked: false }, { blocked: { $null: true } }] },
      select: ['id'],
    })) as { id: number | string }[];
    const known = new Set(working.map(({ id }) => Number(id)));
    const gone = ids.filter((id) => !known.has(id));
    if (gone.length === 0) return { count: 0, codes: '' };
    const found = await rows.find<{ code: string }>(
      CUSTOMER,
      (query, column) =>
        void query.whereIn(column('owner'), gone).where(column('state'), 'active').orderBy(column('id')).limit(MOST),
      { fields: ['code'] },
    );
    return {
      count: found.length,
      codes: found
        .slice(0, 5)
        .map(({ code }) => code)
        .join(', '),
    };
  },

  /** Codes of merged customers to whom a member who may log in still belongs: that member sees nothing. */
  async membersOfMerged(): Promise<string[]> {
    const [knex, [customers, contacts]] = [await rows.knex(), [CUSTOMER, CONTACT].map((uid) => rows.table(uid))];
    const found = (await knex(`${customers} as c`)
      .join(`${contacts} as p`, `p.${rows.column(CONTACT, 'customer')}`, 'c.id')
      .where(`c.${rows.column(CUSTOMER, 'state')}`, 'merged')
      .whereNotNull(`p.${rows.column(CONTACT, 'user')}`)
      .distinct({ code: `c.${rows.column(CUSTOMER, 'code')}` })
      .orderBy('code')
      .limit(MOST)) as { code: string }[];
    return found.map(({ code }) => code);
  },
});
