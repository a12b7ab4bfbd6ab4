import { Flex, Typography } from '@strapi/design-system';
import { type Column, DateText, Money, StateBadge, useSay } from '@sanya/strapi-plugin-platform/ui';
import { deductionNote } from '../../server/src/domain/deduction';
import { EARLY_DISCOUNT } from './receiving';
import type { Allocation } from './types';

const AMOUNTS = ['cash', 'withheld', 'deduction', 'credit', 'amount'] as const;

/** When and with what an invoice was settled; what was undone is grey. */
export function useAllocationColumns(currency: string): Column<Allocation>[] {
  const say = useSay('billing');
  const whyDeducted = ({ deductionKind: kind, deductionReason: reason }: Allocation): string | null => {
    if (reason === EARLY_DISCOUNT) return say('receive.early_discount');
    if (kind === null || kind === 'other') return reason;
    return [say(`deduction.${kind}`), deductionNote(reason)].filter(Boolean).join(' · ');
  };
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
              {key === 'deduction' && (
                <Typography variant="pi" textColor="neutral600" tag="p">
                  {whyDeducted(one)}
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
