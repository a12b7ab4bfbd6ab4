import type { Core } from '@strapi/types';
import { platform } from '@sanya/strapi-plugin-platform/kit';
import { type AskedProduct, productsIn } from '../domain/submission';
import { type SubmissionRow, submissionStore } from '../stores/submissions';
import { settleSubmissions, type Settling } from '../use-cases/forms/settle-submissions';

export type { AskedProduct, SubmissionRow };

/** What came in through web forms, for later plugins that make something of it. */
export interface FormService {
  /** In no promised order; locked until the transaction under way ends. */
  lock(ids: readonly number[]): Promise<SubmissionRow[]>;
  byIds(ids: readonly number[]): Promise<SubmissionRow[]>;
  settle(list: readonly Settling[]): Promise<unknown>;
  /** What was asked for, each with its place in what was sent: `products.0`. */
  products(submission: Pick<SubmissionRow, 'answers'>): (AskedProduct & { field: string })[];
}

export function forms({ strapi }: { strapi: Core.Strapi }): FormService {
  const store = () => submissionStore(platform(strapi));
  return {
    lock: (ids) => store().byIds(ids, 'wait'),
    byIds: (ids) => store().byIds(ids),
    settle: (list) => settleSubmissions({ platform: platform(strapi) }, list),
    products: ({ answers }) => productsIn(answers),
  };
}
