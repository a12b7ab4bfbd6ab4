import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';
import { change } from './change';
import { refusals } from './refusals';
import { words } from './words';

export const messages: Record<Language, Catalogue> = {
  th: { ...refusals.th, ...words.th, ...change.th },
  en: { ...refusals.en, ...words.en, ...change.en },
};
