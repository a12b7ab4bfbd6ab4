import { Flex, Typography } from '@strapi/design-system';
import { type Column, DateText, Money, StateBadge, useSay } from '@sanya/strapi-plugin-platform/ui';
import { EARLY_DISCOUNT } from './receiving';
import type { Allocation } from './types';

const AMOUNTS = ['cash', 'withheld', 'deduction', 'credit', 'amount'] as const;

/** When and with what an invoice was settled; what was undone is grey. */
export function useAllocationColumns(currency: string): Column<Allocation>[] {
  const say = useSay('billing');
  return [
    { key: 'on', title: say('settled.on'), cell: (one) => <DateText at={one.allocatedOn} /> },
    ...AMOUNTS.map(
      (key): Column<Allocation> => ({
        key,
        title: say(`settled.${key}`),
        right: true,
        cell: (one) =>
          one[key] !== '0' && (
            <Flex direction="column" alignItems="flex-end">
              <Money
                amount={one[key]}
                currency={currency}
                strong={key === 'amount'}
                tone={one.undone ? 'neutral600' : undefined}
              />
              {key === 'deduction' && one.deductionReason !== null && (
                <Typography variant="pi" textColor="neutral600" tag="p">
                  {one.deductionReason === EARLY_DISCOUNT ? say('receive.early_discount') : one.deductionReason}
                </Typography>
              )}
            </Flex>
          ),
      }),
    ),
    {
      key: 'undone',
      title: '',
      cell: (one) => one.undone && <StateBadge state="reversed" label={say('settled.undone')} />,
    },
  ];
}
