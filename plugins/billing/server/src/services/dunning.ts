import type { Core } from '@strapi/types';
import { platform as platformOf } from '@sanya/strapi-plugin-platform/kit';
import { type Owed, stillHard } from '../stores/dunning/standing';
import { type Enclosing, encloseWith } from './enclosures';

/** Dunning for those who know what an invoice bills. */
export const dunning = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Of these invoices those that are still owed after a step that suspended or ended the service: for what, and how much;
   * also those that were given up since, where that is asked for.
   */
  stillHard: (invoices: readonly number[], owed?: Owed) => stillHard(platformOf(strapi), invoices, owed),
  /** Papers that go with the mail about an invoice. Said once, at register. */
  encloseWith: (enclosing: Enclosing): void => encloseWith(platformOf(strapi), enclosing),
});
