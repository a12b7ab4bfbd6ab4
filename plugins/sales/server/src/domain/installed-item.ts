import {
  addDays,
  addMonths,
  badInput,
  type CivilDate,
  collapseSpaces,
  compareDates,
  machine,
} from '@sanya/strapi-plugin-platform/kernel';

export const ITEM_STATES = ['installed', 'removed', 'replaced'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
export type ItemVerb = 'remove' | 'replace';

/** What stands at a customer's; what was taken out is history. */
export const itemMachine = machine<ItemState, ItemVerb>({
  type: 'installed-item',
  states: ITEM_STATES,
  initial: ['installed'],
  transitions: [
    { verb: 'remove', from: ['installed'], to: 'removed' },
    { verb: 'replace', from: ['installed'], to: 'replaced' },
  ],
});

/** An item as stored. */
export interface ItemFacts {
  /** Row ids. */
  product: number;
  customer: number;
  serial: string;
  state: ItemState;
  /** Where it stands, in words. */
  site: string | null;
  installedOn: CivilDate;
  /** The last day of the warranty; null where there is none. */
  warrantyUntil: CivilDate | null;
  /** Row ids: with which it was handed over; in the place of which it came. */
  shipmentLine: number | null;
  replaces: number | null;
  removedOn: CivilDate | null;
  removeReason: string | null;
}

export const MOST_WARRANTY_MONTHS = 600;

/** Months from that day on, the last of them whole; null where the product has no warranty. */
export const warrantyEnd = (installedOn: CivilDate, months: number | null): CivilDate | null =>
  months === null ? null : addDays(addMonths(installedOn, months), -1);

export const WARRANTIES = ['in_warranty', 'ends_soon', 'over', 'none'] as const;
export type Warranty = (typeof WARRANTIES)[number];
const SOON_DAYS = 30;

/** On which last days a warranty stands so today; `none` has no day. */
export const warrantySpan = (
  warranty: Exclude<Warranty, 'none'>,
  today: CivilDate,
): { from?: CivilDate; to?: CivilDate } =>
  ({
    over: { to: addDays(today, -1) },
    ends_soon: { from: today, to: addDays(today, SOON_DAYS) },
    in_warranty: { from: addDays(today, SOON_DAYS + 1) },
  })[warranty];

export function warrantyOn(warrantyUntil: CivilDate | null, today: CivilDate): Warranty {
  if (warrantyUntil === null) return 'none';
  const isIn = ({ from, to }: ReturnType<typeof warrantySpan>): boolean =>
    (from === undefined || compareDates(from, warrantyUntil) <= 0) &&
    (to === undefined || compareDates(warrantyUntil, to) <= 0);
  return WARRANTIES.find((one) => one !== 'none' && isIn(warrantySpan(one, today))) ?? 'none';
}

/** An item as it is kept. Refuses what cannot be one. */
export function checkItem<Facts extends Pick<ItemFacts, 'serial' | 'installedOn' | 'warrantyUntil'>>(
  facts: Facts,
  today: CivilDate,
): Facts {
  const serial = collapseSpaces(facts.serial);
  if (serial === '') throw badInput('installed_item.no_serial', { field: 'serial' });
  if (compareDates(facts.installedOn, today) > 0) {
    throw badInput('installed_item.in_future', { field: 'installedOn', params: { today } });
  }
  if (facts.warrantyUntil !== null && compareDates(facts.warrantyUntil, facts.installedOn) < 0) {
    throw badInput('installed_item.warranty_crossed', { field: 'warrantyUntil' });
  }
  return { ...facts, serial };
}

export type ItemChange = Partial<Pick<ItemFacts, 'serial' | 'site' | 'installedOn' | 'warrantyUntil'>>;

/** What a change comes to: a warranty that followed from the product follows the day of installation, unless told. */
export function changeItem<Facts extends ItemFacts>(
  item: Facts,
  change: ItemChange,
  { months, today }: { months: number | null; today: CivilDate },
): Facts {
  const after = { ...item, ...change };
  const followed = months !== null && item.warrantyUntil === warrantyEnd(item.installedOn, months);
  if (followed && change.warrantyUntil === undefined) after.warrantyUntil = warrantyEnd(after.installedOn, months);
  return checkItem(after, today);
}

/** Refuses a day on which it cannot have been taken out. */
export function checkRemovedOn(
  on: CivilDate,
  { installedOn, today }: { installedOn: CivilDate; today: CivilDate },
): void {
  if (compareDates(on, today) > 0) throw badInput('installed_item.in_future', { field: 'on', params: { today } });
  if (compareDates(on, installedOn) < 0) {
    throw badInput('installed_item.removed_before', { field: 'on', params: { installed: installedOn } });
  }
}
