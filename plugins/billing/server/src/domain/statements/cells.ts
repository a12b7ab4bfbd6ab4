import { addDays, type CivilDate, isCivilDate, parseCivilDate, parseMoney } from '@sanya/strapi-plugin-platform/kernel';

/** `="0123"` is how sheets are told to leave figures alone, and a leading apostrophe likewise. */
export const bareCell = (text: string): string =>
  text
    .replace(/[\u00a0\u200b\ufeff]/g, ' ')
    .trim()
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^'(?=\S)/, '')
    .trim();

const NOTHING = new Set(['', '-', '–', '—']);

/**
 * An amount as banks write it: `1,070.00`, `+1,070.00`, `(1,070.00)`, `1,070.00-`, `1,070.00 CR`. Null where the cell
 * says nothing, undefined where it is no amount.
 */
export function readAmount(cell: string, currency: string): bigint | null | undefined {
  const text = bareCell(cell);
  if (NOTHING.has(text)) return null;
  const match = /^(\()?([+-]?)\s*(.*?)\s*(-|CR|DR)?(\))?$/i.exec(text);
  const [, open, sign, digits = '', after = '', close] = match ?? [];
  if (Boolean(open) !== Boolean(close) || digits.startsWith('-')) return undefined;
  const value = parseMoney(digits, currency);
  if (value === undefined) return undefined;
  const negative = [Boolean(open), sign === '-', after === '-' || after.toUpperCase() === 'DR'].filter(Boolean);
  if (negative.length > 1) return undefined;
  return negative.length === 1 ? -value : value;
}

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'มค', 'มกราคม'],
  ['feb', 'february', 'กพ', 'กุมภาพันธ์'],
  ['mar', 'march', 'มีค', 'มีนาคม'],
  ['apr', 'april', 'เมย', 'เมษายน'],
  ['may', 'may', 'พค', 'พฤษภาคม'],
  ['jun', 'june', 'มิย', 'มิถุนายน'],
  ['jul', 'july', 'กค', 'กรกฎาคม'],
  ['aug', 'august', 'สค', 'สิงหาคม'],
  ['sep', 'september', 'กย', 'กันยายน'],
  ['oct', 'october', 'ตค', 'ตุลาคม'],
  ['nov', 'november', 'พย', 'พฤศจิกายน'],
  ['dec', 'december', 'ธค', 'ธันวาคม'],
];

const monthNamed = (name: string): number =>
  MONTHS.findIndex((names) => names.includes(name.toLowerCase().replaceAll('.', ''))) + 1;

/** How far back statements go: of a year of two digits only one reading lies in these years. */
const DAYS_BACK = 366 * 20;

/** A year of two digits is Gregorian or Buddhist, whichever lies not ahead and not long ago. */
function fullYear(short: string, today: CivilDate): string | undefined {
  if (short.length === 4) return short;
  const latest = Number(today.slice(0, 4)) + 1;
  const earliest = Number(addDays(today, -DAYS_BACK).slice(0, 4));
  const year = [2000 + Number(short), 2500 + Number(short) - 543].find((one) => one >= earliest && one <= latest);
  return year === undefined ? undefined : String(year);
}

export type DateOrder = 'dmy' | 'mdy';

export interface ReadDay {
  date: CivilDate;
  /** `HH:MM` or `HH:MM:SS` where the cell says it. */
  time: string | null;
  buddhist: boolean;
}

function dayText(text: string, order: DateOrder, today: CivilDate): string | undefined {
  const pad = (part: string): string => part.padStart(2, '0');
  const yearFirst = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(text);
  if (yearFirst) return `${yearFirst[1]}-${yearFirst[2]}-${yearFirst[3]}`;
  const named = /^(\d{1,2})[\s\-/]*([A-Za-z\u0E00-\u0E7F.]+)[\s\-/]*(\d{4}|\d{2})$/.exec(text);
  if (named) {
    const [, day = '', name = '', short = ''] = named;
    const month = monthNamed(name);
    const year = fullYear(short, today);
    return month > 0 && year ? `${year}-${pad(String(month))}-${pad(day)}` : undefined;
  }
  const figures = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (!figures) return undefined;
  const [, first = '', , second = '', short = ''] = figures;
  const [day, month] = order === 'mdy' ? [second, first] : [first, second];
  const year = fullYear(short, today);
  return year && `${year}-${pad(month)}-${pad(day)}`;
}

/** A day as statements write it, Gregorian or Buddhist, with or without the time; undefined where it is none. */
export function readDay(cell: string, order: DateOrder, today: CivilDate): ReadDay | undefined {
  const text = bareCell(cell);
  const match = /^(.*?)(?:[T\s,]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?:น\.?|Z)?)?$/.exec(text);
  const [, day = '', time] = match ?? [];
  const written = dayText(day.trim(), order, today);
  const read = written === undefined ? undefined : parseCivilDate(written);
  if (!read || !isCivilDate(read.date)) return undefined;
  return { ...read, time: time === undefined ? null : /^\d:/.test(time) ? `0${time}` : time };
}
