import type { Core } from '@strapi/types';
import { platform, type Ref } from '@sanya/strapi-plugin-platform/kit';
import { createProducts, type NewProduct } from '../use-cases/create-products';

export type { NewPrice, NewProduct } from '../use-cases/create-products';

/** What later plugins, the demo and tests use to fill the catalogue. */
export const catalogue = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Products with their prices and, for what is tracked, what lies in stock; in the order given. */
  createProducts: (products: readonly NewProduct[]): Promise<(Ref & { prices: Ref[] })[]> =>
    createProducts({ platform: platform(strapi) }, products),
});

export type CatalogueService = ReturnType<typeof catalogue>;
