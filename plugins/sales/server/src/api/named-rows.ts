import { type Platform, rowId } from '@sanya/strapi-plugin-platform/kit';
import { CARRIER, WAREHOUSE } from '../content-types/types';

/** The row id of a warehouse that is named; undefined where none is. */
export const warehouseId = async (platform: Platform, named: string | undefined): Promise<number | undefined> =>
  named === undefined ? undefined : rowId(platform, WAREHOUSE, named, 'warehouse.unknown', 'warehouse');

/** The row id of a carrier that is named, null where it is taken away; undefined where nothing is said of it. */
export const carrierOf = async (
  platform: Platform,
  { chosenCarrier: named }: { chosenCarrier?: string | null },
): Promise<{ chosenCarrier: number | null | undefined }> => ({
  chosenCarrier: named
    ? await rowId(platform, CARRIER, named, 'carrier.unknown', 'chosenCarrier')
    : named === null
      ? null
      : undefined,
});
