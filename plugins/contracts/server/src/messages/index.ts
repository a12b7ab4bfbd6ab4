import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';
import { debts } from './debts';
import { refusals } from './refusals';
import { words } from './words';

export const messages: Record<Language, Catalogue> = {
  th: { ...refusals.th, ...words.th, ...debts.th },
  en: { ...refusals.en, ...words.en, ...debts.en },
};
