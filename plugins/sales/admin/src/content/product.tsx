import { Facts, Money, Read, StateBadge, useApi, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import { priceState } from '../product-shown';
import type { Product } from '../types';

/** Beside the form of a product in the content manager: whether it is sold, and for how much today. */
export default function BesideProduct({ id }: { id: string }) {
  const say = useSay('sales');
  const { today } = useToday();
  const reading = useApi<Product>(`/sales/products/${id}`, { populate: { prices: true } });
  const pricesOf = ({ prices = [] }: Product) => prices.filter((price) => priceState(price, today) === 'current');
  return (
    <Read reading={reading}>
      {(product) => (
        <Facts
          columns={1}
          facts={[
            [
              say('field.state'),
              <StateBadge key="state" state={product.state} label={say(`product_state.${product.state}`)} />,
            ],
            ...pricesOf(product).map(
              (price) =>
                [
                  `${say('field.price')} ${say(`per.${price.per}`)}`,
                  <Money key={price.documentId} amount={price.unitPrice} currency={price.currency} strong />,
                ] as const,
            ),
          ]}
        />
      )}
    </Read>
  );
}
