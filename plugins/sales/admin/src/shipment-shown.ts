import { formatQuantity, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { Shipment, ShipmentLine } from './shipment-types';
import type { OrderLine } from './types';
import { PACKED_STATES } from '../../server/src/domain/shipment-machine';

/** Colour of the badge: as of orders in the like state. */
export const SHIPMENT_BADGE = {
  planned: 'placed',
  checked: 'confirmed',
  shipped: 'fulfilling',
  delivered: 'delivered',
  cancelled: 'cancelled',
} as const;

const SHIP_TO = ['name', 'phone', 'line1', 'line2', 'subdistrict', 'district', 'province', 'postcode', 'country'];

export const placeText = (place: Partial<Record<string, string>> | null): string =>
  SHIP_TO.map((key) => place?.[key])
    .filter(Boolean)
    .join(' ');

const thousandths = (text: string): bigint => parseQuantity(text) ?? 0n;

/** What of an order's line is owed, and neither handed over nor packed, as a decimal. */
export function leftOf(line: OrderLine, shipments: readonly Shipment[]): string {
  if (line.goodsFreedAt) return '0';
  const packed = shipments
    .filter(({ state }) => (PACKED_STATES as readonly string[]).includes(state))
    .flatMap(({ lines = [] }) => lines)
    .filter(({ orderLine }) => orderLine?.documentId === line.documentId)
    .reduce((all, { quantity }) => all + thousandths(quantity), 0n);
  const left = thousandths(line.quantity) - thousandths(line.delivered) - packed;
  return formatQuantity(left > 0n ? left : 0n);
}

/** Something of it is checked before it leaves, and was not yet. */
export const wantsCheck = ({ state, lines = [] }: Shipment): boolean =>
  state === 'planned' && lines.some(({ orderLine }) => orderLine?.product?.checkBeforeShipping);

/** Serial numbers as they are typed or scanned: one a line, or with commas between. */
export const serialsOf = (typed: string): string[] =>
  typed
    .split(/[\n,]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

export const serialsText = (line: ShipmentLine): string => (line.serials ?? []).join('\n');
