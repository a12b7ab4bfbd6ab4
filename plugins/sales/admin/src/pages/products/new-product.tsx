import { useState } from 'react';
import { freshKey, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { draftOf, newValues } from '../../product-values';
import { ProductForm } from './form/product-form';

const LIST = '/plugins/sales/products';

/** A product comes into the catalogue: once for each opened form. */
export function NewProduct() {
  const say = useSay('sales');
  const ask = useAsk();
  const [before] = useState(() => newValues(say('product.piece')));
  const [key] = useState(freshKey);

  return (
    <ProductForm
      isNew
      title={say('product.new')}
      before={before}
      from={{ to: LIST, label: say('products.title') }}
      send={async (values) => {
        const made = await ask('POST /sales/products', { body: draftOf(values), key });
        return { to: `${LIST}/${made.documentId}`, message: say('product.created', { name: made.name }) };
      }}
    />
  );
}
