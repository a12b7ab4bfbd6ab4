import { type Platform, rowId } from '@sanya/strapi-plugin-platform/kit';
import { WAREHOUSE } from '../content-types/types';

/** The row id of a warehouse that is named; undefined where none is. */
export const warehouseId = async (platform: Platform, named: string | undefined): Promise<number | undefined> =>
  named === undefined ? undefined : rowId(platform, WAREHOUSE, named, 'warehouse.unknown', 'warehouse');
