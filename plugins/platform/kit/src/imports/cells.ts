import {
  badInput,
  type CivilDate,
  collapseSpaces,
  parseCivilDate,
  parseMoney,
  type Refusal,
} from '../../../kernel/src';
import type { Columns } from './columns';

/** Words of a cell by what they mean, in lower case. */
export type Words = ReadonlyMap<string, string>;

export const wordsFor = (list: Readonly<Record<string, readonly string[]>>): Words =>
  new Map(
    Object.entries(list).flatMap(([value, words]) => [value, ...words].map((word) => [word.toLowerCase(), value])),
  );

export const YES_NO = wordsFor({
  yes: ['y', 'true', '1', 'ใช่', 'มี', 'แล้ว', 'รวม', 'รวมภาษี'],
  no: ['n', 'false', '0', 'ไม่ใช่', 'ไม่มี', 'ยัง', 'ไม่รวม', 'ไม่รวมภาษี'],
});

/** Our own export guards what looks like a formula by an apostrophe, which is no part of the text. */
const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '');
const DEFAULT_LONGEST = 300;

export interface CellReader<Field extends string> {
  text(field: Field): string;
  word(field: Field, words: Words): string | undefined;
  yes(field: Field): boolean | undefined;
  date(field: Field): CivilDate | undefined;
  /** Minor units, not below zero. */
  amount(field: Field, currency: string): bigint | undefined;
  whole(field: Field): number | undefined;
  /** A refusal at that column, of what it says. */
  wrong(code: string, field: Field, value?: string): Refusal;
}

/** The cells of one row by what they say; an empty one says nothing. Refuses what it cannot mean, at its column. */
export function readCells<Field extends string>(
  cells: readonly string[],
  { places }: Columns<Field>,
  { area, longest }: { area: string; longest?: Partial<Record<Field, number>> },
): CellReader<Field> {
  const raw = (field: Field): string => {
    const place = places[field];
    return place === undefined ? '' : collapseSpaces(unguarded(cells[place] ?? ''));
  };
  const wrong = (code: string, field: Field, value = raw(field)): Refusal =>
    badInput(`${area}.${code}`, { field, params: { column: { words: [`${area}.column.${field}`] }, value } });
  const text = (field: Field): string => {
    const said = raw(field);
    if (said.length > (longest?.[field] ?? DEFAULT_LONGEST)) throw wrong('too_long_text', field, said.slice(0, 30));
    return said;
  };
  const reading =
    <Value>(code: string, read: (said: string, field: Field) => Value | undefined) =>
    (field: Field): Value | undefined => {
      const said = text(field);
      if (said === '') return undefined;
      const value = read(said, field);
      if (value === undefined) throw wrong(code, field, said);
      return value;
    };
  const word = (field: Field, words: Words): string | undefined =>
    reading('no_such_word', (said) => words.get(said.toLowerCase()))(field);
  return {
    text,
    word,
    yes: (field) => {
      const said = word(field, YES_NO);
      return said === undefined ? undefined : said === 'yes';
    },
    date: reading('no_date', (said) => parseCivilDate(said)?.date),
    amount: (field, currency) =>
      reading('no_amount', (said) => {
        const value = parseMoney(said, currency);
        return value !== undefined && value >= 0n ? value : undefined;
      })(field),
    whole: reading('no_number', (said) => (/^\d{1,9}$/.test(said) ? Number(said) : undefined)),
    wrong,
  };
}
