import type { Catalogue, Language } from '../../../../kernel/src';
import { importWords } from '../../../../kit/src/imports';
import { SERIES_HEADINGS } from '../../number-series/series-columns';

const words = importWords('series_import', SERIES_HEADINGS);

/** Files of last numbers. */
export const seriesImportMessages: Record<Language, Catalogue> = {
  th: {
    ...words.th,
    'series_import.no_codes': 'ไม่พบคอลัมน์ “ชุดเลขที่” กรุณาใส่หัวคอลัมน์ในแถวแรก',
    'series_import.nothing_said': 'มีเพียงคอลัมน์ชุดเลขที่ กรุณาเพิ่มคอลัมน์ “เลขที่ล่าสุด”',
    'series_import.no_such_series': 'ไม่มีชุดเลขที่ “{value}” กรุณาใช้ชื่อใดชื่อหนึ่ง: {known:words}',
    'series_import.day_ahead':
      'วันที่ {date:date} ยังมาไม่ถึง (วันนี้ {today:date}) กรุณาใส่วันที่ในงวดที่เริ่มแล้ว หรือเว้นว่างไว้สำหรับงวดปัจจุบัน',
    'event.series-import.started': 'เริ่มนำเข้าเลขที่ล่าสุด',
    'event.series-import.finished': 'นำเข้าเลขที่ล่าสุดเสร็จ',
    'job.platform.import-last-numbers': 'นำเข้าเลขที่ล่าสุด',
    'job.platform.tidy-imports': 'ลบแถวของไฟล์ที่นำเข้าแล้ว',
  },
  en: {
    ...words.en,
    'series_import.no_codes': 'There is no column “Series”. Please put the headings into the first row.',
    'series_import.nothing_said': 'There is only a column of series. Please add “Last number”.',
    'series_import.no_such_series': 'There is no series “{value}”. It is one of: {known:words}.',
    'series_import.day_ahead':
      '{date:date} has not come yet (today is {today:date}). Please give a day of a period that has begun, or none for that of today.',
    'event.series-import.started': 'Import of last numbers begun',
    'event.series-import.finished': 'Import of last numbers finished',
    'job.platform.import-last-numbers': 'Import last numbers',
    'job.platform.tidy-imports': 'Forget the rows of imported files',
  },
};
