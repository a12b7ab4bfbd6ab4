import type { Catalogue, Language } from '../../../kernel/src';
import type { SeriesSeed } from '../../../kit/src/platform';

/** The names of series as messages, so that others can say them in the reader's language: `series.invoice`. */
export const seriesNames = (seeds: readonly SeriesSeed[]): Record<Language, Catalogue> => {
  const named = (language: Language): Catalogue =>
    Object.fromEntries(seeds.map(({ code, name }) => [`series.${code}`, name[language]]));
  return { th: named('th'), en: named('en') };
};
