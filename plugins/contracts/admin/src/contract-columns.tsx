import { Typography } from '@strapi/design-system';
import { type Column, DateText, StateBadge, TwoLines, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Contract } from './types';

/** Colours of the badges: as of others in the like state. */
export const BADGE: Record<Contract['state'], string> = {
  draft: 'closed',
  awaiting_start: 'waiting',
  active: 'active',
  ended: 'closed',
  cancelled: 'cancelled',
};

/** How contracts are told apart, in their own list and on the page of a customer. */
export function useContractColumns(...afterNumber: Column<Contract>[]): Column<Contract>[] {
  const say = useSay('contracts');
  return [
    {
      key: 'number',
      title: say('field.number'),
      cell: ({ number, serviceId }) => (
        <TwoLines first={<Typography fontWeight="semiBold">{number}</Typography>} second={serviceId} />
      ),
    },
    ...afterNumber,
    {
      key: 'starts',
      title: say('field.starts_on'),
      cell: ({ startsOn, agreedStart }) => <DateText at={startsOn ?? agreedStart} />,
    },
    { key: 'ends', title: say('field.ends_on'), cell: ({ endsOn }) => <DateText at={endsOn} /> },
    { key: 'next', title: say('field.next_bill_on'), cell: ({ nextBillOn }) => <DateText at={nextBillOn} /> },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state, problem }) => (
        <TwoLines
          first={<StateBadge state={BADGE[state]} label={say(`state.${state}`)} />}
          second={problem ? say('contract.parked') : undefined}
        />
      ),
    },
  ];
}
