import { type Platform, rowId } from '@sanya/strapi-plugin-platform/kit';
import type { z } from 'zod';
import { CUSTOMER_CLASS } from '../content-types/types';
import type { PolicyWish } from '../use-cases/dunning/save-policy';
import type { policyWish } from './dunning-shapes';

/** A policy as staff say it. */
export async function wishOf(platform: Platform, input: z.output<typeof policyWish>): Promise<PolicyWish> {
  return {
    ...input,
    customerClass: input.customerClass
      ? await rowId(platform, CUSTOMER_CLASS, input.customerClass, 'dunning.class_unknown', 'customerClass')
      : null,
    steps: input.steps.map((step) => ({ ...step, template: step.template ?? null })),
  };
}
