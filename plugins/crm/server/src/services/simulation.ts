import type { SimulationPart, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';

/** Tells a simulation who the customers are whose things it tells of. */
export const simulation = ({ platform }: Tools): SimulationPart => ({
  async customers(ids) {
    const found = await platform.rows.byIds<{ name: string }>(CUSTOMER, ids, { fields: ['name'] });
    return new Map(found.map(({ id, documentId, name }) => [id, { documentId, name }]));
  },
});
