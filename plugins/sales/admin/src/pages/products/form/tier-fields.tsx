import { Flex, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { FieldRow, MoneyField, TextField, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import type { TierValues } from '../../../tier-values';

export interface TierFieldsProps {
  /** Path of the price in the form. */
  at: string;
  tiers: readonly TierValues[];
  change: (tiers: TierValues[], field?: string) => void;
  errorAt: (field: string) => string | undefined;
}

/** The tiers of a price, from which quantity on each holds. */
export function TierFields({ at, tiers, change, errorAt }: TierFieldsProps) {
  const say = useSay('sales');
  const { currency } = useToday();
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={4}>
      {tiers.map((tier, index) => {
        const field = (key: keyof TierValues) => {
          const name = `${at}.tiers.${index}.${key}`;
          return {
            name,
            value: tier[key],
            error: errorAt(name),
            onChange: (typed: string) =>
              change(
                tiers.map((one, place) => (place === index ? { ...one, [key]: typed } : one)),
                name,
              ),
          };
        };
        return (
          <FieldRow
            key={index}
            action={
              <IconButton
                label={say('price.remove_tier', { number: index + 1 })}
                onClick={() => change(tiers.filter((_, place) => place !== index))}
              >
                <Trash />
              </IconButton>
            }
          >
            <TextField {...field('from')} required label={say('field.tier_from')} inputMode="decimal" />
            <MoneyField
              {...field('unitPrice')}
              required
              label={say('field.price')}
              currency={currency}
              unit={currency === 'THB' ? say('product.baht') : currency}
            />
          </FieldRow>
        );
      })}
    </Flex>
  );
}
