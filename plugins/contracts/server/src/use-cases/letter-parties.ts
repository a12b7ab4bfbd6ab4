import type { Core } from '@strapi/types';
import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Party } from '@sanya/strapi-plugin-platform/kit';
import type { SuspensionLetter } from '../domain/suspension-letter';

/** Who writes and who is written to; billing names them, so that all documents name the same. */
interface Parties {
  of(
    customers: readonly number[],
  ): Promise<ReadonlyMap<number, { seller: unknown; buyer: { email: string | null } | null }>>;
  shown(parties: Pick<SuspensionLetter, 'seller' | 'buyer'>, language: Language): { seller: Party; buyer: Party };
}

export const letterParties = (strapi: Core.Strapi): Parties => strapi.plugin('billing').service('parties') as Parties;
