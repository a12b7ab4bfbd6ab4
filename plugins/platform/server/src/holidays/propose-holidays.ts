import { addDays, type CivilDate, weekday } from '../../../kernel/src';

export interface Holiday {
  date: CivilDate;
  name: string;
}

/** Those that fall on the same day every year; private firms add Labour Day. Days by the moon are announced each year. */
const FIXED: readonly (readonly [string, string])[] = [
  ['01-01', 'วันขึ้นปีใหม่'],
  ['04-06', 'วันจักรี'],
  ['04-13', 'วันสงกรานต์'],
  ['04-14', 'วันสงกรานต์'],
  ['04-15', 'วันสงกรานต์'],
  ['05-01', 'วันแรงงานแห่งชาติ'],
  ['05-04', 'วันฉัตรมงคล'],
  ['06-03', 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี'],
  ['07-28', 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว'],
  ['08-12', 'วันแม่แห่งชาติ'],
  ['10-13', 'วันนวมินทรมหาราช'],
  ['10-23', 'วันปิยมหาราช'],
  ['12-05', 'วันพ่อแห่งชาติ'],
  ['12-10', 'วันรัฐธรรมนูญ'],
  ['12-31', 'วันสิ้นปี'],
];
const SATURDAY = 6;

/** What of a year can be known beforehand, each on a weekend with the day that stands for it: a proposal to be confirmed. */
export function proposeHolidays(year: number): Holiday[] {
  const fixed = FIXED.map(([day, name]) => ({ date: `${year}-${day}`, name }));
  const taken = new Set(fixed.map(({ date }) => date));
  const substitutes = fixed
    .filter(({ date }) => weekday(date) >= SATURDAY)
    .map(({ date, name }): Holiday => {
      let day = date;
      while (weekday(day) >= SATURDAY || taken.has(day)) day = addDays(day, 1);
      taken.add(day);
      return { date: day, name: `ชดเชย${name}` };
    })
    .filter(({ date }) => date.startsWith(`${year}-`));
  return [...fixed, ...substitutes].sort((a, b) => (a.date < b.date ? -1 : 1));
}
