import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';
import { refusals } from './refusals';
import { renewals } from './renewals';
import { words } from './words';

export const messages: Record<Language, Catalogue> = {
  th: { ...refusals.th, ...words.th, ...renewals.th },
  en: { ...refusals.en, ...words.en, ...renewals.en },
};
