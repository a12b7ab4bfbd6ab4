/** A number as it is compared: capitals and digits only. Kept alike by the index of the database. */
export const referenceKeyOf = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z\u0E00-\u0E7F]/g, '');

const MOST_WORDS = 40;
const MOST_JOINED = 4;
const SHORTEST = 5;
const LONGEST = 40;
const FEWEST_DIGITS = 3;

/**
 * Everything in a text that could be the number of a document, as it is compared: words, and neighbours joined, as
 * `INV 2569 000123` is one number.
 */
export function referencesIn(...texts: readonly (string | null)[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const words = (text ?? '')
      .split(/[\s,;:|()[\]]+/)
      .map(referenceKeyOf)
      .filter(Boolean)
      .slice(0, MOST_WORDS);
    words.forEach((_, from) => {
      for (let count = 1; count <= MOST_JOINED && from + count <= words.length; count += 1) {
        const joined = words.slice(from, from + count).join('');
        const digits = joined.replace(/\D/g, '').length;
        if (joined.length >= SHORTEST && joined.length <= LONGEST && digits >= FEWEST_DIGITS) found.add(joined);
      }
    });
  }
  return [...found];
}
