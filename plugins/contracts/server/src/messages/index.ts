import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';
import { change } from './change';
import { refusals } from './refusals';
import { runs } from './runs';
import { words } from './words';

export const messages: Record<Language, Catalogue> = {
  th: { ...refusals.th, ...words.th, ...change.th, ...runs.th },
  en: { ...refusals.en, ...words.en, ...change.en, ...runs.en },
};
