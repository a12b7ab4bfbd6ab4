import { Typography } from '@strapi/design-system';
import {
  type Column,
  DateText,
  type Params,
  StateBadge,
  TwoLines,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { type ItemState, type Warranty, warrantyOn, warrantySpan } from '../../server/src/domain/installed-item';
import type { InstalledItem } from './item-types';

/** Colours of the badges: as of others in the like state. */
export const ITEM_BADGE: Record<ItemState, string> = { installed: 'active', removed: 'closed', replaced: 'closed' };
const WARRANTY_BADGE: Record<Warranty, string> = {
  in_warranty: 'active',
  ends_soon: 'waiting',
  over: 'overdue',
  none: 'closed',
};

/** The filter of the door for how a warranty stands today. */
export function warrantyFilter(warranty: string, today: string): Params {
  if (warranty === 'none') return { warrantyUntil: { $null: true } };
  const { from, to } = warrantySpan(warranty as Exclude<Warranty, 'none'>, today);
  return { warrantyUntil: { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) } };
}

/** How the warranty stands today, and until when it lasts. */
export function WarrantyOf({ item }: { item: InstalledItem }) {
  const say = useSay('sales');
  const { today } = useToday();
  const until = item.warrantyUntil && <DateText at={item.warrantyUntil} />;
  if (item.state !== 'installed') return until;
  const warranty = warrantyOn(item.warrantyUntil, today);
  return (
    <TwoLines
      first={<StateBadge state={WARRANTY_BADGE[warranty]} label={say(`warranty.${warranty}`)} />}
      second={until}
    />
  );
}

/** How items are told apart, in their own list and on the page of a customer. */
export function useItemColumns(...afterProduct: Column<InstalledItem>[]): Column<InstalledItem>[] {
  const say = useSay('sales');
  return [
    {
      key: 'serial',
      title: say('field.serial'),
      cell: ({ serial }) => <Typography fontWeight="semiBold">{serial}</Typography>,
    },
    {
      key: 'product',
      title: say('field.product'),
      wraps: true,
      cell: ({ product }) => <TwoLines first={product?.name} second={product?.sku} />,
    },
    ...afterProduct,
    { key: 'installed', title: say('field.installed_on'), cell: ({ installedOn }) => <DateText at={installedOn} /> },
    { key: 'warranty', title: say('field.warranty'), cell: (item) => <WarrantyOf item={item} /> },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => <StateBadge state={ITEM_BADGE[state]} label={say(`item_state.${state}`)} />,
    },
  ];
}
