import { badInput, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT } from '../content-types/types';
import { productStore } from '../stores/products';
import { createProducts } from '../use-cases/create-products';
import { moveProducts } from '../use-cases/move-products';
import { productChoices } from '../use-cases/product-choices';
import { updateProducts } from '../use-cases/update-products';
import { choices, product } from './answers';
import { nothing, productChangeInput, productInput } from './shapes';
import { productView } from './views';

const view = async ({ rows }: Platform, id: number) => {
  const store = productStore(rows);
  const [found] = await store.withPrices(await store.named('id', [id]));
  return found && productView(found.product, found.prices);
};

/** What was typed as the step: a decimal text, in the domain thousandths. */
function stepOf<Input extends { quantityStep?: string }>(input: Input) {
  const { quantityStep: typed, ...rest } = input;
  if (typed === undefined) return rest;
  const quantityStep = parseQuantity(typed);
  if (quantityStep === undefined) throw badInput('product.step_invalid', { field: 'quantityStep' });
  return { ...rest, quantityStep };
}

export const productActions = [
  defineAction({
    name: 'productChoices',
    summary: 'What a product can be given: groups in use, tax categories with their rates today, kinds of income',
    staff: { method: 'GET', path: '/product-choices', permission: 'product.read' },
    input: nothing,
    output: choices,
    graphql: 'none',
    writes: false,
    run: (call) => productChoices(call),
  }),
  defineAction({
    name: 'createProduct',
    summary: 'Create a product with its prices',
    staff: { method: 'POST', path: '/products', permission: 'product.edit' },
    input: productInput,
    output: product,
    status: 201,
    run: async ({ platform, input }) => {
      const [created] = await createProducts({ platform }, [stepOf(input)]);
      return view(platform, created?.id ?? 0);
    },
  }),
  defineAction({
    name: 'updateProduct',
    summary: 'Change a product and its prices; a price that an order used ends, and a new one follows it',
    subject: PRODUCT,
    staff: { method: 'PUT', path: '/products/:id', permission: 'product.edit' },
    input: productChangeInput,
    output: product,
    run: async ({ platform, subject, input }) => {
      const { prices, ...change } = stepOf(input);
      await updateProducts({ platform }, [{ id: subject.id, change, prices }]);
      return view(platform, subject.id);
    },
  }),
  ...(['close', 'reopen'] as const).map((verb) =>
    defineAction({
      name: `${verb}Product`,
      summary: verb === 'close' ? 'Sell a product no longer' : 'Sell a product again',
      subject: PRODUCT,
      staff: { method: 'POST', path: `/products/:id/${verb}`, permission: 'product.close' },
      input: nothing,
      output: product,
      run: async ({ platform, subject }) => {
        await moveProducts({ platform }, verb, [subject.id]);
        return view(platform, subject.id);
      },
    }),
  ),
];
