import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'holiday.other_year': 'วันหยุดต้องอยู่ในปี {year}',
  'holiday.twice': 'มีวันนี้ในรายการแล้ว',
  'event.holidays.confirmed': 'ยืนยันวันหยุดประจำปี',
  'permission_group.holiday': 'วันหยุดราชการ',
  'permission.holiday.read': 'ดูวันหยุดราชการ',
  'permission.holiday.change': 'กำหนดวันหยุดราชการ',
};

const en: Catalogue = {
  'holiday.other_year': 'The holiday has to be in {year}.',
  'holiday.twice': 'This day is in the list already.',
  'event.holidays.confirmed': 'Public holidays of a year confirmed',
  'permission_group.holiday': 'Public holidays',
  'permission.holiday.read': 'See public holidays',
  'permission.holiday.change': 'Set public holidays',
};

export const holidayMessages: Record<Language, Catalogue> = { th, en };
