import { Flex } from '@strapi/design-system';
import {
  FieldRow,
  listEdits,
  MoneyField,
  RemoveButton,
  TextField,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
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
  const edits = listEdits({ at: `${at}.tiers`, rows: tiers, change, errorAt });
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={4}>
      {tiers.map((tier, index) => {
        const field = edits.text(tier, index);
        return (
          <FieldRow
            key={index}
            action={
              <RemoveButton
                label={say('price.remove_tier', { number: index + 1 })}
                onRemove={() => edits.remove(index)}
              />
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
