import type { Core } from '@strapi/types';
import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Party, RecordedEvent, Subscriber, Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractPapersStore } from '../stores/contract-papers';

/** Code of the template that staff edit. */
export const CLAUSES = 'contract-clauses';

export interface KeptParties {
  seller: unknown;
  buyer: unknown;
}

/** What contracts ask of billing about the parties of their paper. */
export interface PartiesFace {
  of(customers: readonly number[]): Promise<Map<number, KeptParties>>;
  shown(parties: KeptParties, language: Language): { seller: Party; buyer: Party };
}

export const documentParties = (strapi: Core.Strapi): PartiesFace =>
  strapi.plugin('billing').service('parties') as PartiesFace;

/** A draft names nobody for good: what it is made from is kept when it is agreed. */
const isAgreed = ({ name, after }: RecordedEvent): boolean => name === 'contract.agreed' || after?.state !== 'draft';

/** Contracts keep from the day they are agreed who agreed them, and on which clauses. */
export const paperSubscribers = ({ strapi, platform }: Tools): readonly Subscriber[] => [
  {
    name: 'contracts.pin-papers',
    on: ['contract.made', 'contract.agreed'],
    when: 'within',
    handle: async (events) => {
      const agreed = events.filter(isAgreed);
      if (agreed.length === 0) return;
      const parties = await documentParties(strapi).of([...new Set(agreed.flatMap(({ customer }) => customer ?? []))]);
      const clausesVersion = await platform.clauses.version(CLAUSES);
      await contractPapersStore(platform.rows).pin(
        agreed.map(({ subject, customer }) => ({
          ...{ id: subject.id, clausesVersion },
          ...(parties.get(customer ?? 0) ?? { seller: null, buyer: null }),
        })),
      );
    },
  },
];
