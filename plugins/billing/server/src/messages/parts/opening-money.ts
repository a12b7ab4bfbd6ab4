import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';
import { importWords } from '@sanya/strapi-plugin-platform/kit';
import { MONEY_HEADINGS } from '../../domain/opening/money-columns';

const words = importWords('opening_money', MONEY_HEADINGS);

const th: Catalogue = {
  ...words.th,
  'opening_money.no_codes': 'ไม่พบคอลัมน์ “เลขที่อ้างอิง” กรุณาใส่หัวคอลัมน์ในแถวแรก',
  'opening_money.nothing_said': 'มีเพียงคอลัมน์เลขที่อ้างอิง กรุณาเพิ่มคอลัมน์ เช่น “รหัสลูกค้า” และ “จำนวนเงิน”',
  'opening_money.nothing_held': '{column:words}: ไม่มียอดคงเหลือ ไม่ต้องนำเข้ารายการที่ใช้หมดแล้ว',
  'opening_money.vat_of_none':
    '{column:words}: “{value}” ใช้กับเงินมัดจำเท่านั้น เงินประกันและเครดิตไม่มีใบกำกับภาษีจนกว่าจะนำไปใช้',
  'opening_money.tax_number_of_none':
    '{column:words}: มีเลขที่ใบกำกับภาษี {value} แต่ระบุว่ายังไม่ได้ออก กรุณาแก้ให้ตรงกัน',
  'opening_money.taken_over_otherwise':
    'เลขที่ {reference} นำเข้าไว้แล้วด้วยลูกค้า ประเภท วันที่ หรือยอดอื่น ถ้าของเดิมผิด กรุณายกเลิกการรับเงิน (และใบแจ้งหนี้) นั้นก่อนแล้วนำเข้าใหม่',
  'opening_money.known': 'เลขที่นี้นำเข้าไว้แล้ว',
  'opening_money.line_of': 'เงินมัดจำยกมาตามเอกสารเลขที่ {number} ลงวันที่ {date}',
  'event.opening-money-import.started': 'เริ่มนำเข้าเงินมัดจำและเครดิตยกมา',
  'event.opening-money-import.finished': 'นำเข้าเงินมัดจำและเครดิตยกมาเสร็จ',
  'event.payment.taken_over': 'ยกเงินที่รับไว้มาจากระบบเดิม',
  'event.deposit.taken_over': 'ยกเงินมัดจำมาจากระบบเดิม',
  'job.billing.import-opening-money': 'นำเข้าเงินมัดจำและเครดิตยกมา',
};

const en: Catalogue = {
  ...words.en,
  'opening_money.no_codes': 'There is no column “Reference”. Please put the headings into the first row.',
  'opening_money.nothing_said':
    'There is only a column of references. Please add others, such as “Customer code” and “Amount”.',
  'opening_money.nothing_held': '{column:words}: nothing is held. What was used up is not taken over.',
  'opening_money.vat_of_none':
    '{column:words}: “{value}” is for advances alone. Securities and credit have no tax invoice until they are used.',
  'opening_money.tax_number_of_none':
    '{column:words}: there is a tax invoice number {value}, but the row says that none was issued. Please make them agree.',
  'opening_money.taken_over_otherwise':
    '{reference} was taken over with another customer, kind, date or amount. If that was wrong, reverse its payment (and void its invoice) and import it again.',
  'opening_money.known': 'This reference was taken over already.',
  'opening_money.line_of': 'Deposit carried over, no. {number} of {date}',
  'event.opening-money-import.started': 'Import of deposits and credit begun',
  'event.opening-money-import.finished': 'Import of deposits and credit finished',
  'event.payment.taken_over': 'Money taken over from the books before',
  'event.deposit.taken_over': 'Deposit taken over from the books before',
  'job.billing.import-opening-money': 'Import deposits and credit',
};

/** Deposits and customer credit of the books that were kept before. */
export const openingMoney: Record<Language, Catalogue> = { th, en };
