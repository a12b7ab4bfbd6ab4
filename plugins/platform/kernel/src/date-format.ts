import { buddhistYear, dateIn, isCivilDate, timeIn, type CivilDate, type Instant } from './dates';
import type { Language } from './messages';

/** `long` writes the month out, `short` abbreviates it. */
export type DateStyle = 'short' | 'long';

// Own tables rather than Intl: a document must read the same in every browser and on every version of Node.
const MONTHS: Record<Language, Record<DateStyle, readonly string[]>> = {
  th: {
    long: [
      'มกราคม',
      'กุมภาพันธ์',
      'มีนาคม',
      'เมษายน',
      'พฤษภาคม',
      'มิถุนายน',
      'กรกฎาคม',
      'สิงหาคม',
      'กันยายน',
      'ตุลาคม',
      'พฤศจิกายน',
      'ธันวาคม',
    ],
    short: ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'],
  },
  en: {
    long: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    short: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
};

/**
 * A date as people read it: `31 มกราคม 2569` (Buddhist era), `31 ม.ค. 2569`, `31 January 2026`, `31 Jan 2026`.
 * RangeError when it is no date.
 */
export function formatDate(date: CivilDate, lang: Language, style: DateStyle = 'short'): string {
  if (!isCivilDate(date)) throw new RangeError(`not a date: ${date}`);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return `${day} ${MONTHS[lang][style][month - 1]} ${lang === 'th' ? buddhistYear(year) : year}`;
}

/** A month (`2026-01`) as people read it: `มกราคม 2569`, `ม.ค. 2569`, `January 2026`, `Jan 2026`. */
export const formatMonth = (month: string, lang: Language, style: DateStyle = 'short'): string =>
  formatDate(`${month}-01`, lang, style).split(' ').slice(1).join(' ');

/** A moment as people in `zone` read it: `31 ม.ค. 2569 14:05 น.`, `31 Jan 2026 14:05`. */
export function formatInstant(instant: Instant, zone: string, lang: Language): string {
  const text = `${formatDate(dateIn(zone, instant), lang)} ${timeIn(zone, instant)}`;
  return lang === 'th' ? `${text} น.` : text;
}
