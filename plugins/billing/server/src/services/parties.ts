import type { Core } from '@strapi/types';
import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import { type Party, platform as platformOf } from '@sanya/strapi-plugin-platform/kit';
import type { Buyer, Seller } from '../domain/parties';
import { readCustomers, readSellers } from '../stores/parties';
import { buyerParty, penOf, sellerParty } from './documents/shared';

/** Who sells and who buys, as a document keeps them. */
export interface DocumentParties {
  seller: Seller | null;
  buyer: Buyer | null;
}

const NOBODY: Party = { name: '', lines: [] };

/** Both parties for the documents of later plugins, so that all of them name the same. */
export const parties = ({ strapi }: { strapi: Core.Strapi }) => {
  const headOffice = async (): Promise<Seller> => (await readSellers(platformOf(strapi), [null]))(null);
  return {
    /** As a document of today names them, by row id of the customer; the head office sells. */
    async of(customers: readonly number[]): Promise<Map<number, DocumentParties>> {
      const seller = await headOffice();
      const buyers = await readCustomers(platformOf(strapi), customers);
      return new Map([...buyers].map(([id, { buyer }]) => [id, { seller, buyer }]));
    },
    /** For a paper of the house itself, which goes to nobody. */
    own: async (): Promise<DocumentParties> => ({ seller: await headOffice(), buyer: null }),
    /** As they are printed in a language. */
    shown({ seller, buyer }: DocumentParties, language: Language): { seller: Party; buyer: Party } {
      const pen = penOf(platformOf(strapi), language, '');
      return {
        seller: seller ? sellerParty(seller, pen) : NOBODY,
        buyer: buyer ? buyerParty(buyer, pen) : NOBODY,
      };
    },
  };
};
