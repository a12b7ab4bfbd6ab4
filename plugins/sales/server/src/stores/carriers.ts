import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { CARRIER, PRODUCT, SHIPMENT } from '../content-types/types';
import type { CarrierFacts, TrackRecord } from '../domain/carrier';

export type CarrierRow = CarrierFacts & Ref;

export const CARRIER_FIELDS = ['name', 'trackingPattern', 'daysPromised', 'rates', 'note', 'state'] as const;

export const carriersStore = (rows: Rows) => ({
  byIds: (ids: readonly number[], lock?: 'wait'): Promise<CarrierRow[]> =>
    ids.length === 0 ? Promise.resolve([]) : rows.byIds<CarrierRow>(CARRIER, ids, { fields: CARRIER_FIELDS, lock }),
  active: (): Promise<CarrierRow[]> =>
    rows.find<CarrierRow>(CARRIER, (query, column) => void query.where(column('state'), 'active'), {
      fields: CARRIER_FIELDS,
    }),
  weights: async (products: readonly number[]): Promise<Map<number, number | null>> =>
    new Map(
      (await rows.byIds<{ weightGrams: number | null }>(PRODUCT, products, { fields: ['weightGrams'] })).map(
        ({ id, weightGrams }) => [id, weightGrams],
      ),
    ),
  /** By row id of the carrier: of what had to arrive before today, or has, how much came by its day. One statement. */
  async records(today: CivilDate): Promise<Map<number, TrackRecord>> {
    const knex = await rows.knex();
    const s = (attribute: string): string => rows.column(SHIPMENT, attribute);
    const found = (await knex(rows.table(SHIPMENT))
      .whereNotNull(s('chosenCarrier'))
      .whereNotNull(s('promisedOn'))
      .where((judged) => void judged.whereNotNull(s('deliveredOn')).orWhere(s('promisedOn'), '<', today))
      .whereIn(s('state'), ['shipped', 'delivered'])
      .groupBy(s('chosenCarrier'))
      .select({ carrier: s('chosenCarrier') })
      .count({ judged: '*' })
      .select(
        knex.raw('sum(case when ?? <= ?? then 1 else 0 end) as "onTime"', [s('deliveredOn'), s('promisedOn')]),
      )) as unknown as { carrier: number; judged: number | string; onTime: number | string }[];
    return new Map(
      found.map(({ carrier, judged, onTime }) => [Number(carrier), { judged: Number(judged), onTime: Number(onTime) }]),
    );
  },
});
