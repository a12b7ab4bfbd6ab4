import { Typography } from '@strapi/design-system';
import { type Column, DateText, StateBadge, useSay } from '@sanya/strapi-plugin-platform/ui';

export const RETURN_STATES = ['received', 'credited', 'declined', 'settled'] as const;

export interface GoodsReturn {
  documentId: string;
  number: string;
  state: (typeof RETURN_STATES)[number];
  returnedOn: string;
  cause: string;
  reason: string;
  declineReason: string | null;
  creditNote?: { documentId: string; number: string | null } | null;
  lines?: { quantity: string; condition: string; orderLine?: { description: string; unit: string | null } | null }[];
  /** Of the list; on the page of an order it is that one. */
  order?: { documentId: string; number: string | null; customer?: { name: string } | null } | null;
}

const BADGE = { received: 'placed', credited: 'delivered', declined: 'cancelled', settled: 'delivered' } as const;

/** How returns are told apart, in their own list and on the page of an order. */
export function useReturnColumns(...afterNumber: Column<GoodsReturn>[]): Column<GoodsReturn>[] {
  const say = useSay('sales');
  return [
    {
      key: 'number',
      title: say('field.number'),
      cell: ({ number }) => <Typography fontWeight="semiBold">{number}</Typography>,
    },
    ...afterNumber,
    { key: 'on', title: say('return.on'), cell: ({ returnedOn }) => <DateText at={returnedOn} /> },
    {
      key: 'lines',
      title: say('field.description'),
      wraps: true,
      cell: ({ lines = [] }) =>
        lines
          .map(({ orderLine, quantity, condition }) =>
            [orderLine?.description, quantity, orderLine?.unit, `(${say(`condition.${condition}`)})`]
              .filter(Boolean)
              .join(' '),
          )
          .join(', '),
    },
    {
      key: 'reason',
      title: say('field.reason'),
      wraps: true,
      cell: ({ reason, declineReason }) => declineReason ?? reason,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => <StateBadge state={BADGE[state]} label={say(`return_state.${state}`)} />,
    },
  ];
}
