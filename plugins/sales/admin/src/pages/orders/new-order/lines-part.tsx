import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { formatMoney, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import { Panel, SearchPicker, useApi, useMay, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import { OrderLineForm } from './order-line-form';
import type { Basket, Product, TypedLine } from './types';

const SEARCHED = ['name', 'sku', 'group', 'description'];

interface Stock {
  onHand: string;
  reserved: string;
  product?: { documentId: string } | null;
}

interface LinesPartProps {
  lines: readonly TypedLine[];
  basket: Basket | undefined;
  error: string | undefined;
  onAdd: (product: Product | null) => void;
  onChange: (key: number, part: Partial<TypedLine>) => void;
  onRemove: (key: number) => void;
}

/** Reads give decimals. */
const thousandths = (decimal: string): bigint => parseQuantity(decimal) ?? 0n;

/** How much of each product could still be promised, in thousandths; products that are not counted have none. */
function useAvailable(lines: readonly TypedLine[]): Map<string, bigint> {
  const may = useMay();
  const products = [...new Set(lines.flatMap(({ product }) => (product?.stockTracked ? product.documentId : [])))];
  const mayRead = may('plugin::content-manager.explorer.read', 'plugin::sales.stock-item');
  const { data } = useApi<Stock[]>(products.length > 0 && mayRead ? '/sales/stock' : null, {
    filters: { product: { documentId: { $in: products } } },
    populate: { product: true },
    pagination: { pageSize: 100 },
  });
  return new Map(
    (data ?? []).map(
      (one) => [one.product?.documentId ?? '', thousandths(one.onHand) - thousandths(one.reserved)] as const,
    ),
  );
}

/** What is ordered: found by code or name, then how much and at which price. */
export function LinesPart({ lines, basket, error, onAdd, onChange, onRemove }: LinesPartProps) {
  const say = useSay('sales');
  const { today } = useToday();
  const available = useAvailable(lines);
  const priceOf = ({ prices = [] }: Product): string => {
    const price = prices.find((one) => (one.validFrom ?? '') <= today && (one.validTo ?? '9999') >= today);
    return price ? formatMoney(price.unitPrice, price.currency, { symbol: true }) : '';
  };
  return (
    <Panel title={say('orders.lines')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {lines.map((line, index) => (
          <OrderLineForm
            key={line.key}
            line={line}
            index={index}
            basket={basket}
            available={line.product ? available.get(line.product.documentId) : undefined}
            onChange={(part) => onChange(line.key, part)}
            onRemove={() => onRemove(line.key)}
          />
        ))}
        <Box paddingTop={lines.length > 0 ? 2 : 0}>
          <SearchPicker<Product>
            name="product"
            label={say('new.add_product')}
            placeholder={say('new.find_product_by')}
            url="/sales/products"
            asked={(text) => ({
              filters: {
                $and: [{ state: 'active' }, { $or: SEARCHED.map((key) => ({ [key]: { $containsi: text } })) }],
              },
              populate: { prices: true },
              sort: 'name:asc',
            })}
            keyOf={(one) => one.documentId}
            show={(one) => (
              <Flex justifyContent="space-between" gap={4}>
                <Flex direction="column" alignItems="flex-start">
                  <Typography fontWeight="semiBold">{one.name}</Typography>
                  <Typography variant="pi" textColor="neutral600">
                    {[one.sku, one.sellingPoints].filter(Boolean).join(' · ')}
                  </Typography>
                </Flex>
                <Typography style={{ whiteSpace: 'nowrap' }}>{priceOf(one)}</Typography>
              </Flex>
            )}
            onChoose={onAdd}
            nothing={say('new.no_product')}
            error={error}
          />
        </Box>
        <Flex>
          <Button type="button" variant="tertiary" startIcon={<Plus />} onClick={() => onAdd(null)}>
            {say('new.add_free_line')}
          </Button>
        </Flex>
      </Flex>
    </Panel>
  );
}
