import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import {
  DetailPage,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useLanguage,
  useSay,
  Zone,
} from '@sanya/strapi-plugin-platform/ui';
import { pointsOf, textOf } from '../../product-shown';
import type { Product } from '../../types';
import { ProductActions } from './product-actions';
import { Components } from './components';
import { Options } from './options';
import { Prices } from './prices';
import { Stock } from './stock';
import { useChoices, useMayReadStock } from './use-choices';
import { useIncomeKind } from './use-income-kind';

const Lines = ({ children }: { children: string }) => (
  <Typography tag="p" style={{ whiteSpace: 'pre-line' }}>
    {children}
  </Typography>
);

/** What is said to a customer: why to buy it, and what it is. */
function Pitch({ product }: { product: Product }) {
  const say = useSay('sales');
  const language = useLanguage();
  const points = pointsOf(textOf(product, 'sellingPoints', language));
  const description = textOf(product, 'description', language);
  const { image } = product;
  if (points.length === 0 && description === '' && !image) return null;
  return (
    <Panel title={points.length > 0 ? say('field.selling_points') : undefined}>
      <Flex gap={6} alignItems="flex-start" wrap="wrap">
        {image && (
          <Box hasRadius overflow="hidden" width="20rem" shrink={0}>
            <img src={image.url} alt={image.alternativeText ?? product.name} style={{ width: '100%' }} />
          </Box>
        )}
        <Flex direction="column" alignItems="stretch" gap={3} flex="1" minWidth="26rem">
          {points.map((point) => (
            <Flex key={point} gap={3} alignItems="flex-start">
              <Box paddingTop={1} shrink={0}>
                <CheckCircle fill="success600" />
              </Box>
              <Typography variant="delta" tag="p" fontWeight="regular">
                {point}
              </Typography>
            </Flex>
          ))}
          {description && (
            <Box paddingTop={points.length > 0 ? 3 : 0}>
              <Lines>{description}</Lines>
            </Box>
          )}
        </Flex>
      </Flex>
    </Panel>
  );
}

/** What a salesperson reads while talking to a customer. */
export function ProductDetail() {
  const say = useSay('sales');
  const language = useLanguage();
  const incomeKind = useIncomeKind();
  const choices = useChoices();
  const mayStock = useMayReadStock();
  const {
    id,
    data: product,
    error,
    reload,
  } = useDetail<Product>('/sales/products', { populate: { prices: true, image: true } });
  const back = { to: '/plugins/sales/products', label: say('products.title') };
  if (!product) return <UnreadPage error={error} back={back} />;
  const name = textOf(product, 'name', language);
  const category = choices?.taxCategories.find((one) => one.code === product.taxCategory);
  const english = product.translations?.en?.name;

  return (
    <DetailPage
      title={name}
      subtitle={[product.sku, product.group].filter(Boolean).join(' · ')}
      back={back}
      action={<ProductActions product={product} onDone={reload} />}
    >
      <Pitch product={product} />
      <Prices product={product} choices={choices} />
      <Options product={product} />
      <Components product={product} />
      {product.stockTracked && mayStock && <Stock product={product} />}
      <Standing
        title={say('product.facts')}
        state={product.state}
        label={say(`product_state.${product.state}`)}
        facts={[
          [say('field.name'), product.name],
          [say('field.name_en'), english],
          [say('field.kind'), say(`product_kind.${product.kind}`)],
          [say('field.group'), product.group],
          [say('field.sku'), product.sku],
          [say('field.unit'), product.unit],
          [say('field.step'), `${product.quantityStep} ${product.unit}`],
          [say('field.tax_category'), category?.name[language] ?? product.taxCategory],
          [say('field.income_kind'), product.incomeKind && incomeKind(product.incomeKind)],
          [
            say('field.warranty'),
            product.warrantyMonths && say('product.warranty', { months: product.warrantyMonths }),
          ],
          [
            say('field.weight'),
            product.weightGrams && `${product.weightGrams.toLocaleString('en')} ${say('product.grams')}`,
          ],
          [say('field.check_before'), product.checkBeforeShipping && say('product.yes')],
          [say('field.hs_code'), product.hsCode],
          [say('field.origin'), product.originCountry],
          [say('field.stock_tracked'), say(product.stockTracked ? 'product.yes' : 'product.no')],
        ]}
      />
      <Zone plugin="sales" page="product" position="panels" id={id} />
      <TimelinePanel key={`timeline-${product.state}`} type="plugin::sales.product" id={id} />
    </DetailPage>
  );
}
