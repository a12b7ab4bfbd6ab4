import { badInput } from '../../../kernel/src';
import type { SheetRow } from '../sheets';

/** What a file can say, each with the headings by which its column is known, the first of each language ours: English, then Thai. */
export type Headings<Field extends string> = Readonly<Record<Field, readonly [string, string, ...string[]]>>;

export interface Columns<Field extends string> {
  /** Number of the row of headings. */
  header: number;
  places: Partial<Record<Field, number>>;
  /** Headings that say nothing to us. */
  ignored: string[];
}

export interface KnownHeadings<Field extends string> {
  /** Whose words a refusal uses. */
  area: string;
  headings: Headings<Field>;
  /** By one of these the row of headings is found; a file has at least one of them, and another column beside. */
  anchors: readonly Field[];
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
/** Above the headings stand a title and the like. */
const SEARCHED = 20;

export const fieldsOf = <Field extends string>(headings: Headings<Field>): Field[] => Object.keys(headings) as Field[];

export const headingOf = <Field extends string>(
  headings: Headings<Field>,
  field: Field,
  language: 'th' | 'en',
): string => headings[field][language === 'en' ? 0 : 1];

/** Which column is what. Refuses a file without any of the anchors, and one that names a thing twice. */
export function readColumns<Field extends string>(
  rows: readonly SheetRow[],
  { area, headings, anchors }: KnownHeadings<Field>,
): Columns<Field> {
  const byHeading = new Map(
    fieldsOf(headings).flatMap((field) => headings[field].map((heading) => [plain(heading), field] as const)),
  );
  const isAnchor = (cell: string): boolean => anchors.some((field) => byHeading.get(plain(cell)) === field);
  const header = rows.slice(0, SEARCHED).find(({ cells }) => cells.some(isAnchor));
  if (!header) throw badInput(`${area}.no_codes`, { field: 'file' });
  const places: Columns<Field>['places'] = {};
  const ignored: string[] = [];
  header.cells.forEach((cell, index) => {
    const field = byHeading.get(plain(cell));
    if (field === undefined) {
      if (cell.trim() !== '') ignored.push(cell.trim());
    } else if (places[field] !== undefined) {
      throw badInput(`${area}.column_twice`, { field: 'file', params: { column: cell.trim() } });
    } else places[field] = index;
  });
  if (Object.keys(places).length === 1) throw badInput(`${area}.nothing_said`, { field: 'file' });
  return { header: header.row, places, ignored };
}
