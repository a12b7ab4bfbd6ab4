import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { COMPANY } from '../content-types/types';
import type { CustomerFacts } from '../domain/issue-invoice';
import { sellerName } from '../domain/parties';
import { readSellers } from '../stores/parties';

/** Whoever reads a mail about their card. */
export interface CardReader {
  name: string;
  company: string;
  language: Language;
  site: string;
}

/** How a mail about a card greets a customer, and where it leads them. */
export async function cardReaders(platform: Platform): Promise<(customer: CustomerFacts) => CardReader> {
  const { storefrontUrl } = await platform.settings.read<{ storefrontUrl: string | null }>(COMPANY);
  const seller = (await readSellers(platform, []))(null);
  const site = storefrontUrl?.replace(/\/+$/, '') ?? '';
  return ({ buyer: { name, language } }) => ({ name, language, company: sellerName(seller, language), site });
}
