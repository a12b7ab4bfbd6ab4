import type { Clause } from '../../../kit/src/documents';
import { plainText } from './plain-text';

const HEADING = /<h[1-6]\b[^>]*>([\s\S]*?)<\/h[1-6]>/gi;

const paragraphsOf = (html: string): string[] =>
  plainText(html)
    .split(/\n+/)
    .map((text) => text.trim())
    .filter((text) => text !== '');

/** A rendered body as it stands in a document: what is under a heading is a clause. */
export function readClauses(html: string): Clause[] {
  // Text, heading, text, heading, text: the headings are what the pattern caught.
  const [before = '', ...parts] = html.split(HEADING);
  const clauses: Clause[] = [{ paragraphs: paragraphsOf(before) }];
  for (let place = 0; place < parts.length; place += 2) {
    clauses.push({
      title: plainText(parts[place] ?? '').replace(/\s+/g, ' '),
      paragraphs: paragraphsOf(parts[place + 1] ?? ''),
    });
  }
  return clauses.filter(({ title, paragraphs }) => title !== undefined || paragraphs.length > 0);
}
