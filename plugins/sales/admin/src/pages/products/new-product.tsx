import { useState } from 'react';
import { freshKey, type Sent, type Submitting, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type SalesDoors, useAsk } from '../../doors';
import { draftOf, newValues, type ProductValues } from '../../product-values';
import { ProductForm } from './form/product-form';

const LIST = '/plugins/sales/products';

/** A product comes into the catalogue: once for each opened form. */
export function NewProduct() {
  const say = useSay('sales');
  const ask = useAsk();
  const [before] = useState(() => newValues(say('product.piece')));
  const [key] = useState(freshKey);

  async function create(values: ProductValues, { submit }: Submitting): Promise<Sent | undefined> {
    let made: SalesDoors['POST /sales/products']['answers'] | undefined;
    await submit(async () => {
      made = await ask('POST /sales/products', { body: draftOf(values), key });
    });
    return made && { to: `${LIST}/${made.documentId}`, message: say('product.created', { name: made.name }) };
  }

  return (
    <ProductForm
      isNew
      title={say('product.new')}
      before={before}
      from={{ to: LIST, label: say('products.title') }}
      send={create}
    />
  );
}
