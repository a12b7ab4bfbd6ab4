import type { Catalogue, Language } from '../../../kernel/src';

const WORDS: Record<Language, Catalogue> = {
  th: {
    unknown: 'ไม่พบการนำเข้ารายการนี้',
    one_file: 'กรุณาส่งไฟล์เดียว',
    too_large: 'ไฟล์ใหญ่เกินไป ใหญ่ได้ไม่เกิน {most} MB',
    workbook_too_large: 'ไฟล์ Excel ใหญ่เกินไป กรุณาบันทึกเป็น CSV แล้วส่งใหม่',
    unreadable: 'อ่านไฟล์นี้ไม่ได้ กรุณาส่งไฟล์ CSV หรือ XLSX',
    empty: 'ไฟล์นี้ไม่มีรายการ',
    too_long: 'ไฟล์นี้มี {rows} แถว นำเข้าได้ไม่เกิน {most} แถว กรุณาแบ่งไฟล์',
    column_twice: 'มีคอลัมน์ “{column}” ซ้ำกัน กรุณาเหลือไว้คอลัมน์เดียว',
    missing: '{column:words}: ต้องระบุ',
    no_amount: '{column:words}: “{value}” ไม่ใช่จำนวนเงิน กรุณาเขียนเช่น 1,500.00',
    no_number: '{column:words}: “{value}” ไม่ใช่จำนวนเต็ม กรุณาเขียนเช่น 30',
    no_date: '{column:words}: “{value}” ไม่ใช่วันที่ กรุณาเขียนเช่น 31/1/2569',
    no_such_word: '{column:words}: ไม่รู้จักคำว่า “{value}”',
    too_long_text: '{column:words}: “{value}…” ยาวเกินไป',
    rows_gone: 'แถวของไฟล์นี้ถูกลบตามระยะเวลาเก็บข้อมูลแล้ว เหลือเฉพาะสรุปผล',
    twice: 'ซ้ำกับแถวที่ {row}',
    row: 'แถว',
    reason: 'เหตุผล',
    line: 'ข้อความในไฟล์',
  },
  en: {
    unknown: 'There is no such import.',
    one_file: 'Please send one file.',
    too_large: 'The file is too large: at most {most} MB.',
    workbook_too_large: 'The workbook is too large. Please save it as CSV and send that.',
    unreadable: 'This file cannot be read. Please send a CSV or XLSX file.',
    empty: 'There are no rows in this file.',
    too_long: 'The file has {rows} rows; at most {most} are read at once. Please divide it.',
    column_twice: 'The column “{column}” is there twice. Please leave one.',
    missing: '{column:words}: please say it.',
    no_amount: '{column:words}: “{value}” is no amount. Write it like 1,500.00.',
    no_number: '{column:words}: “{value}” is no whole number. Write it like 30.',
    no_date: '{column:words}: “{value}” is no date. Write it like 31/1/2026.',
    no_such_word: '{column:words}: the word “{value}” is not known.',
    too_long_text: '{column:words}: “{value}…” is too long.',
    rows_gone: 'The rows of this file were forgotten after the days they are kept; what came of it stays.',
    twice: 'The same as row {row}.',
    row: 'Row',
    reason: 'Reason',
    line: 'In the file',
  },
};

/**
 * What every import says of a file, as texts of its own area, and its columns by their first headings: a reader is told
 * of the column by the name it has in our files.
 */
export const importWords = (
  area: string,
  headings: Readonly<Record<string, readonly [string, string, ...string[]]>>,
): Record<Language, Catalogue> => {
  const inWords = (language: Language): Catalogue => ({
    ...Object.fromEntries(Object.entries(WORDS[language]).map(([key, text]) => [`${area}.${key}`, text])),
    ...Object.fromEntries(
      Object.entries(headings).map(([field, [en, th]]) => [`${area}.column.${field}`, language === 'en' ? en : th]),
    ),
  });
  return { th: inWords('th'), en: inWords('en') };
};
