import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { CLASS_SERVICE_LEVEL, CUSTOMER, SERVICE_LEVEL } from '../content-types/types';
import { heldLevel, type HeldLevel, type ServiceLevel } from '../domain/service-level';

interface Asked {
  id: number;
  customer: number;
  serviceLevel: number | null;
}

export const serviceLevelsStore = (rows: Rows) => ({
  withCodes: (codes: readonly string[]): Promise<ServiceLevel[]> =>
    rows.find(SERVICE_LEVEL, (query, column) => void query.whereIn(column('code'), [...codes])),

  /** The level that holds for each of these contracts, by row id: a constant number of statements. */
  async of(contracts: readonly Asked[]): Promise<Map<number, HeldLevel>> {
    const customers = await rows.byIds<{ class: number | null }>(
      CUSTOMER,
      [...new Set(contracts.map(({ customer }) => customer))],
      { fields: ['class'] },
    );
    const classes = new Set(customers.flatMap((customer) => customer.class ?? []));
    const usual = await rows.find<{ customerClass: number; serviceLevel: number }>(
      CLASS_SERVICE_LEVEL,
      (query, column) => void query.whereIn(column('customerClass'), [...classes]),
      { fields: ['customerClass', 'serviceLevel'] },
    );
    const named = [...usual, ...contracts].flatMap(({ serviceLevel }) => serviceLevel ?? []);
    const levels = new Map(
      (await rows.byIds<ServiceLevel>(SERVICE_LEVEL, [...new Set(named)])).map((level) => [level.id, level]),
    );
    const ofClass = new Map(usual.map((one) => [one.customerClass, levels.get(one.serviceLevel)]));
    const classOf = new Map(customers.map((customer) => [customer.id, customer.class ?? 0]));
    return new Map(
      contracts.flatMap(({ id, customer, serviceLevel }) => {
        const held = heldLevel(levels.get(serviceLevel ?? 0), ofClass.get(classOf.get(customer) ?? 0));
        return held ? [[id, held] as const] : [];
      }),
    );
  },
});
