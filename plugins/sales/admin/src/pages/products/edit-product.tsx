import { useState } from 'react';
import { UnreadPage, useDetail, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { changesOf, valuesOf } from '../../product-values';
import type { Product } from '../../types';
import { ProductForm } from './form/product-form';

/** Reads the product once: what somebody else writes meanwhile does not change the fields under one's hands. */
export function EditProduct() {
  const say = useSay('sales');
  const { data, error } = useDetail<Product>('/sales/products', { populate: { prices: true } });
  if (!data) return <UnreadPage error={error} back={{ to: '/plugins/sales/products', label: say('products.title') }} />;
  return <Edit product={data} />;
}

function Edit({ product }: { product: Product }) {
  const say = useSay('sales');
  const ask = useAsk();
  const [before] = useState(() => valuesOf(product));
  const page = `/plugins/sales/products/${product.documentId}`;

  return (
    <ProductForm
      isNew={false}
      title={say('product.edit_title')}
      before={before}
      from={{ to: page, label: product.name }}
      send={async (values) => {
        await ask('PUT /sales/products/:id', { id: product.documentId, body: changesOf(before, values) });
        return { to: page, message: say('product.saved') };
      }}
    />
  );
}
