import { Button, Flex, Typography } from '@strapi/design-system';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { ChoiceField, SearchPicker, useSay } from '@sanya/strapi-plugin-platform/ui';
import { recurringPrices, type SoldProduct } from '../../change-values';

interface ChangeProductProps {
  product: SoldProduct | undefined;
  /** Document id. */
  price: string;
  today: string;
  currency: string;
  /** What an empty field means. */
  hint: string;
  onProduct: (product: SoldProduct | undefined, price: string) => void;
  onPrice: (price: string) => void;
}

/** What of the catalogue a line becomes, and at which of its prices. */
export function ChangeProduct({ product, price, today, currency, hint, onProduct, onPrice }: ChangeProductProps) {
  const say = useSay('contracts');
  if (!product) {
    return (
      <SearchPicker<SoldProduct>
        name="product"
        label={say('field.product')}
        placeholder={say('change.find_product')}
        hint={hint}
        url="/sales/products"
        asked={(typed) => ({
          filters: {
            $and: [
              { state: 'active' },
              { $or: ['name', 'sku'].map((one) => ({ [one]: { $containsi: typed } })) },
              { prices: { per: { $ne: 'one_time' } } },
            ],
          },
          populate: { prices: true },
          sort: 'name:asc',
        })}
        keyOf={(one) => one.documentId}
        show={(one) => one.name}
        onChoose={(one) => onProduct(one, recurringPrices(one, today)[0]?.documentId ?? '')}
        nothing={say('change.product_not_found')}
      />
    );
  }
  const prices = recurringPrices(product, today);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between">
        <Typography fontWeight="bold">{product.name}</Typography>
        <Button variant="tertiary" size="S" onClick={() => onProduct(undefined, '')}>
          {say('change.other_product')}
        </Button>
      </Flex>
      <ChoiceField
        name="price"
        label={say('field.price')}
        value={price}
        onChange={onPrice}
        choices={prices.map(
          ({ documentId, label, unitPrice, per }) =>
            [
              documentId,
              [label, `${formatMoney(unitPrice, currency)} / ${say(`unit.${per}`)}`].filter(Boolean).join(' · '),
            ] as const,
        )}
      />
    </Flex>
  );
}
