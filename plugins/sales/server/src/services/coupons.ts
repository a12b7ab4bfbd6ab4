import type { Core } from '@strapi/types';
import { platform, type Ref } from '@sanya/strapi-plugin-platform/kit';
import { createCoupons, type NewCoupon } from '../use-cases/create-coupons';

export type { NewCoupon } from '../use-cases/create-coupons';

/** Coupons for later plugins and the host: each takes a list and is one transaction. */
export const coupons = ({ strapi }: { strapi: Core.Strapi }) => ({
  create: (list: readonly NewCoupon[]): Promise<Ref[]> => createCoupons({ platform: platform(strapi) }, list),
});
