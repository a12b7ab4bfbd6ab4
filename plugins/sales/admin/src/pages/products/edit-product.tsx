import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { Failure, type Sent, type Submitting, useApi, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { changesOf, type ProductValues, valuesOf } from '../../product-values';
import type { Product } from '../../types';
import { ProductForm } from './form/product-form';

/** Reads the product once: what somebody else writes meanwhile does not change the fields under one's hands. */
export function EditProduct() {
  const { id = '' } = useParams();
  const { data, error } = useApi<Product>(`/sales/products/${id}`, { populate: { prices: true } });
  if (error !== undefined) return <Failure message={error} />;
  if (!data) return <Waiting />;
  return <Edit product={data} />;
}

function Edit({ product }: { product: Product }) {
  const say = useSay('sales');
  const ask = useAsk();
  const [before] = useState(() => valuesOf(product));
  const page = `/plugins/sales/products/${product.documentId}`;

  async function save(values: ProductValues, { submit }: Submitting): Promise<Sent | undefined> {
    const asked = { id: product.documentId, body: changesOf(before, values) };
    const done = await submit(() => ask('PUT /sales/products/:id', asked));
    return done ? { to: page, message: say('product.saved') } : undefined;
  }

  return (
    <ProductForm
      isNew={false}
      title={say('product.edit_title')}
      before={before}
      from={{ to: page, label: product.name }}
      send={save}
    />
  );
}
