import { Box, Typography } from '@strapi/design-system';
import {
  type Column,
  DataTable,
  Money,
  Panel,
  StateBadge,
  useLanguage,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { bothAmounts, labelOf, type PriceState, priceState } from '../../product-shown';
import type { Price, Product, ProductChoices } from '../../types';
import { Validity } from '../../validity';
import { PriceTerms } from './price-terms';

const ORDER: readonly PriceState[] = ['current', 'upcoming', 'ended'];
const BADGE: Record<PriceState, string> = { current: 'active', upcoming: 'submitted', ended: 'closed' };

/** What it costs, once or for each period, before VAT and with it: what holds today first. */
export function Prices({ product, choices }: { product: Product; choices: ProductChoices | undefined }) {
  const say = useSay('sales');
  const language = useLanguage();
  const { today } = useToday();
  const place = (price: Price): number => ORDER.indexOf(priceState(price, today));
  const prices = [...(product.prices ?? [])].sort((a, b) => place(a) - place(b) || a.id - b.id);

  const amount = (which: 'before' | 'with') => (price: Price) => {
    const both = bothAmounts(price, product.taxCategory, choices);
    if (!both) return which === 'before' && <Money amount={price.unitPrice} currency={price.currency} strong />;
    // The one of the two that is agreed stands out; the other is worked out from it.
    const agreed = both.inside === (which === 'with');
    return <Money amount={both[which]} currency={price.currency} strong={agreed} tone="neutral800" />;
  };
  const columns: Column<Price>[] = [
    {
      key: 'what',
      title: say('field.price'),
      cell: (price) => (
        <Box paddingTop={2} paddingBottom={2}>
          <Typography tag="div" fontWeight="semiBold">
            {say(`per.${price.per}`)}
          </Typography>
          <Typography tag="div" variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
            {labelOf(price, language)}
          </Typography>
          <PriceTerms price={price} unit={product.unit} />
        </Box>
      ),
    },
    { key: 'before', title: say('field.net'), right: true, cell: amount('before') },
    { key: 'with', title: say('field.with_tax'), right: true, cell: amount('with') },
    {
      key: 'valid',
      title: say('field.valid'),
      cell: ({ validFrom, validTo }) => <Validity validFrom={validFrom} validTo={validTo} />,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: (price) => {
        const state = priceState(price, today);
        return <StateBadge state={BADGE[state]} label={say(`price_state.${state}`)} />;
      },
    },
  ];
  return (
    <Panel title={say('product.prices')}>
      <DataTable columns={columns} rows={prices} keyOf={(price) => price.documentId} empty={say('product.no_prices')} />
    </Panel>
  );
}
