import type { Core } from '@strapi/types';
import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Party } from '@sanya/strapi-plugin-platform/kit';

/** Who sells and who buys, as billing freezes them with a document; what is in them only billing reads. */
export interface KeptParties {
  seller: unknown;
  buyer: unknown;
}

export interface ShownParties {
  seller: Party;
  buyer: Party;
}

/** What sales asks of billing about the parties of its documents. */
export interface PartiesFace {
  of(customers: readonly number[]): Promise<Map<number, KeptParties>>;
  /** For a paper of the house itself, which goes to nobody. */
  own(): Promise<KeptParties>;
  shown(parties: KeptParties, language: Language): ShownParties;
}

export const documentParties = (strapi: Core.Strapi): PartiesFace =>
  strapi.plugin('billing').service('parties') as PartiesFace;
