import { Flex, Typography } from '@strapi/design-system';
import {
  DateText,
  ImportDetail,
  type ImportPages,
  type ImportRowRead,
  ImportUpload,
  Money,
  TwoLines,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';

interface Row extends ImportRowRead {
  sku: string;
  said: {
    product?: { name?: string };
    price?: {
      label: string | null;
      per: string;
      model?: string;
      tiers?: object[];
      validFrom?: string;
      validTo?: string;
    };
  };
  before: string | null;
  after: string | null;
}

const LIST = '/plugins/sales/products';

/** Files of products and prices: what each row says of which product, and what its price becomes. */
function usePages(): ImportPages<Row> {
  const say = useSay('sales');
  return {
    ...{ plugin: 'sales', words: 'import', imports: '/sales/product-imports', rows: '/sales/product-import-rows' },
    ...{ home: { to: LIST, label: say('products.title') }, list: `${LIST}/import`, searched: 'sku' },
    changing: [
      ['new_product', 'newProducts'],
      ['new_price', 'newPrices'],
      ['changed', 'changed'],
    ],
    columns: [
      {
        key: 'product',
        title: say('field.name'),
        wraps: true,
        cell: ({ sku, said }) => (
          <TwoLines first={<Typography fontWeight="semiBold">{sku}</Typography>} second={said.product?.name} />
        ),
      },
      {
        key: 'price',
        title: say('import.price'),
        right: true,
        cell: ({ before, after, said }) => (
          <TwoLines
            right
            first={
              <Flex gap={2}>
                {before !== null && before !== after && <Money amount={before} tone="neutral600" />}
                {before !== null && before !== after && '→'}
                {after !== null && <Money amount={after} strong={before !== after} />}
              </Flex>
            }
            second={
              said.price &&
              [
                said.price.label,
                say(`per.${said.price.per}`),
                said.price.tiers && say('import.tiers', { count: said.price.tiers.length }),
              ]
                .filter(Boolean)
                .join(' · ')
            }
          />
        ),
      },
      {
        key: 'from',
        title: say('import.from'),
        cell: ({ said }) => (said.price?.validFrom ? <DateText at={said.price.validFrom} /> : null),
      },
    ],
  };
}

export const UploadProducts = () => <ImportUpload {...usePages()} />;
export const ProductImport = () => <ImportDetail {...usePages()} />;
