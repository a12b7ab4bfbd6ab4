/** Zero-width space: a line may break here. Taken out again before anything is drawn (see `typeset.ts`). */
export const BREAK = '\u200b';

const THAI_END = /[\u0e01-\u0e5b]$/;
const THAI_START = /^[\u0e01-\u0e5b]/;
// ๆ and ฯ belong to the word before them; a lone sign is what the dictionary left over of a word that it does not know.
const CLINGS = /^[ๆฯ]|^.$/;

const words = new Intl.Segmenter('th', { granularity: 'word' });
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

function split(word: string, longest: number): string {
  if (word.length <= longest) return word;
  const signs = [...graphemes.segment(word)].map((part) => part.segment);
  const pieces: string[] = [];
  for (let at = 0; at < signs.length; at += longest) pieces.push(signs.slice(at, at + longest).join(''));
  return pieces.join(BREAK);
}

/**
 * Marks where a line of Thai may break: Thai is written without spaces, and a PDF engine that knows only spaces breaks
 * inside words or not at all. A run longer than `longest` signs without any break (a serial number, a web address) may
 * break anywhere, so that it never runs over the next column. Marks never leave their consonant.
 */
export function thaiBreaks(text: string, longest = 24): string {
  let marked = '';
  let run = '';
  let lone = false;
  const flush = (): void => {
    marked += split(run, longest);
    run = '';
  };
  for (const { segment } of words.segment(text.replaceAll(BREAK, ''))) {
    if (THAI_END.test(run) && THAI_START.test(segment) && !CLINGS.test(segment) && !lone) {
      flush();
      marked += BREAK;
    }
    lone = segment.length === 1 && THAI_START.test(segment) && !/[ๆฯ]/.test(segment);
    if (/^\s+$/.test(segment)) {
      flush();
      marked += segment;
    } else run += segment;
  }
  flush();
  return marked;
}
