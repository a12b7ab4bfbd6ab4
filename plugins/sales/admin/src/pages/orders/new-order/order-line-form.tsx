import { Box, Flex, Typography } from '@strapi/design-system';
import { formatMoney, formatQuantity, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import {
  ChoiceField,
  FieldRow,
  Money,
  RemoveButton,
  AmountField,
  TextField,
  useProblem,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { FreeLineFields } from './free-line-fields';
import { LineOptions } from './line-options';
import { LineParts } from './line-parts';
import type { Basket, Price, PricedPart, TypedLine } from './types';

interface OrderLineFormProps {
  line: TypedLine;
  index: number;
  basket: Basket | undefined;
  /** Thousandths; undefined where the product is not counted. */
  available: bigint | undefined;
  onChange: (part: Partial<TypedLine>) => void;
  onRemove: () => void;
}

const LISTED = '';

const amountOf = (parts: readonly PricedPart[], basket: Basket | undefined): string =>
  String(parts.reduce((sum, part) => sum + BigInt(basket?.pricesIncludeTax ? part.total : part.net), 0n));

/** What a piece costs, where the whole line has one price: its tiers are described alike, a setup fee is not. */
function unitPriceOf(parts: readonly PricedPart[], currency: string): string | undefined {
  const [first, ...others] = parts;
  if (!first || others.some(({ description }) => description === first.description)) return undefined;
  return formatMoney(first.unitPrice, currency);
}

export function OrderLineForm({ line, index, basket, available, onChange, onRemove }: OrderLineFormProps) {
  const say = useSay('sales');
  const at = `lines.${index}`;
  const refusedLine = useProblem(at, { whole: false });
  const refusedProduct = useProblem(`${at}.product`, { whole: false });
  const { product } = line;
  const parts = basket?.lines.filter((part) => part.asked === index) ?? [];
  const { currency } = useToday();
  const unit = product?.unit ?? line.free.unit;
  const prices = product?.prices ?? [];
  const wanted = parseQuantity(line.quantity);
  const short = available !== undefined && wanted !== undefined && wanted > available;
  const nameOf = (price: Price): string =>
    [
      price.label,
      formatMoney(price.unitPrice, price.currency, { symbol: true }),
      price.per === 'one_time' ? undefined : say(`per.${price.per}`),
    ]
      .filter(Boolean)
      .join(' · ');

  return (
    <Box borderColor="neutral200" hasRadius padding={4} data-testid={`line-${index}`}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} paddingBottom={3}>
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold">
            {index + 1}. {product?.name ?? say('new.free_line')}
          </Typography>
          <Typography variant="pi" textColor={short ? 'danger600' : 'neutral600'}>
            {[
              product?.sku,
              available === undefined ? undefined : say('new.available', { quantity: formatQuantity(available), unit }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          {(refusedProduct ?? refusedLine) !== undefined && (
            <Typography variant="pi" textColor="danger600" role="alert">
              {refusedProduct ?? refusedLine}
            </Typography>
          )}
        </Flex>
        <Flex gap={4}>
          {parts.length > 0 && <Money amount={amountOf(parts, basket)} currency={currency} strong />}
          <RemoveButton label={say('new.remove_line')} onRemove={onRemove} />
        </Flex>
      </Flex>
      {!product && <FreeLineFields at={at} free={line.free} onChange={(free) => onChange({ free })} />}
      {product?.options && product.options.length > 0 && (
        <LineOptions
          at={at}
          groups={product.options}
          chosen={line.options}
          onChange={(options) => onChange({ options })}
        />
      )}
      <FieldRow>
        <TextField
          name={`${at}.quantity`}
          label={unit === '' ? say('field.quantity') : `${say('field.quantity')} (${unit})`}
          required
          inputMode="decimal"
          value={line.quantity}
          onChange={(quantity) => onChange({ quantity })}
        />
        {prices.length > 1 && (
          <ChoiceField
            name={`${at}.price`}
            label={say('new.price')}
            value={line.price ?? LISTED}
            choices={prices.map((price) => [price.documentId, nameOf(price)] as const)}
            placeholder={say('new.price_of_today')}
            onChange={(price) => onChange({ price })}
          />
        )}
        <AmountField
          name={`${at}.unitPrice`}
          label={say('new.own_price')}
          currency={currency}
          required={!product}
          value={line.unitPrice}
          placeholder={line.unitPrice === null ? unitPriceOf(parts, currency) : undefined}
          onChange={(unitPrice) => onChange({ unitPrice })}
          onClear={() => onChange({ unitPrice: null })}
        />
        <AmountField
          name={`${at}.discount`}
          label={say('field.discount')}
          currency={currency}
          value={line.discount}
          placeholder="0.00"
          onChange={(discount) => onChange({ discount })}
          onClear={() => onChange({ discount: null })}
        />
        <TextField
          name={`${at}.details`}
          label={say('new.details')}
          value={line.details}
          onChange={(details) => onChange({ details })}
        />
      </FieldRow>
      <LineParts parts={parts} currency={currency} />
    </Box>
  );
}
