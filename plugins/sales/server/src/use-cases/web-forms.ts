import type { Core } from '@strapi/types';
import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref } from '@sanya/strapi-plugin-platform/kit';
import type { Answered, AskedProduct } from '../domain/quote-request';

/** What somebody sent through a form of the web site, as far as sales reads it. */
export interface Submission extends Ref {
  purpose: string;
  state: 'new' | 'handled' | 'dismissed';
  answers: readonly Answered[];
  name: string | null;
  email: string | null;
  phone: string | null;
  customer: number | null;
  language: Language;
  submittedAt: string;
}

interface WebForms {
  lock(ids: readonly number[]): Promise<Submission[]>;
  byIds(ids: readonly number[]): Promise<Submission[]>;
  settle(list: readonly { id: number; verb: 'handle' | 'dismiss'; customer?: number }[]): Promise<unknown>;
  products(submission: Pick<Submission, 'answers'>): (AskedProduct & { field: string })[];
}

export const webForms = (strapi: Core.Strapi): WebForms => strapi.plugin('crm').service('forms') as WebForms;
