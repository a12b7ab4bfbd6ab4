import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';
import { importWords } from '@sanya/strapi-plugin-platform/kit';
import { HEADINGS } from '../../domain/opening/columns';

const words = importWords('opening_import', HEADINGS);

const th: Catalogue = {
  ...words.th,
  'opening_import.no_codes': 'ไม่พบคอลัมน์ “เลขที่ใบแจ้งหนี้” กรุณาใส่หัวคอลัมน์ในแถวแรก',
  'opening_import.nothing_said': 'มีเพียงคอลัมน์เลขที่ใบแจ้งหนี้ กรุณาเพิ่มคอลัมน์ เช่น “รหัสลูกค้า” และ “ยอดค้างชำระ”',
  'opening_import.opening_day': 'วันเริ่มใช้ {date:date} ไม่ถูกต้อง ต้องอยู่ระหว่าง {earliest:date} ถึง {today:date}',
  'opening_import.nothing_open': '{column:words}: ไม่มียอดค้าง ไม่ต้องนำเข้าใบแจ้งหนี้ที่ชำระครบแล้ว',
  'opening_import.more_than_total': '{column:words}: ยอดค้าง {value} มากกว่ายอดรวมของใบแจ้งหนี้',
  'opening_import.not_adding_up':
    'ยอดไม่ลงตัว: ยอดรวม {total:money} หักชำระแล้ว {paid:money} ต้องเหลือ {expected:money} แต่ไฟล์ระบุ {open:money}',
  'opening_import.tax_number_of_none':
    '{column:words}: มีเลขที่ใบกำกับภาษี {value} แต่ระบุว่ายังไม่ได้ออก กรุณาแก้ให้ตรงกัน',
  'opening_import.customer_unknown': 'ไม่พบลูกค้า {customer} กรุณานำเข้าลูกค้าก่อน หรือแก้รหัส',
  'opening_import.customer_contrary': 'รหัสลูกค้าและเลขประจำตัวผู้เสียภาษีเป็นของลูกค้าคนละราย',
  'opening_import.after_opening_day':
    'วันที่ {date:date} อยู่หลังวันเริ่มใช้ {day:date} ใบแจ้งหนี้หลังวันนั้นให้ออกในระบบนี้',
  'opening_import.contrary': 'เลขที่เดียวกับแถวที่ {row} แต่ลูกค้า วันที่ เลขที่ใบสั่งซื้อ หรือสาขาไม่ตรงกัน',
  'opening_import.with_row': 'ใบแจ้งหนี้เดียวกับแถวที่ {row} ซึ่งยังไม่ถูกต้อง จึงยังไม่นำเข้าทั้งใบ',
  'opening_import.taken_over_otherwise':
    'ใบแจ้งหนี้ {number} นำเข้าไว้แล้วด้วยลูกค้า วันที่ หรือยอดอื่น ถ้าของเดิมผิด กรุณายกเลิกใบนั้นก่อนแล้วนำเข้าใหม่',
  'opening_import.number_ahead':
    'ชุดเลขที่ใบแจ้งหนี้ของระบบนี้จะออกเลข {number} ซ้ำ (ออกไปแล้วถึงลำดับ {last}) กรุณาตั้งเลขที่ล่าสุดของชุดใบแจ้งหนี้ก่อน',
  'opening_import.line_of': 'ยอดคงค้างยกมาตามใบแจ้งหนี้เลขที่ {number} ลงวันที่ {date}',
  'tax_invoice.of_old_books':
    'ใบกำกับภาษี {number} ออกจากระบบเดิม เอกสารอยู่ที่ระบบเดิม จึงพิมพ์ แทน หรือยกเลิกที่นี่ไม่ได้',
  'permission.opening.import': 'นำเข้าใบแจ้งหนี้ค้างชำระ เงินมัดจำ และเครดิตจากระบบเดิม',
  'event.opening-import.started': 'เริ่มนำเข้าใบแจ้งหนี้ค้างชำระ',
  'event.opening-import.finished': 'นำเข้าใบแจ้งหนี้ค้างชำระเสร็จ',
  'event.invoice.taken_over': 'ยกใบแจ้งหนี้มาจากระบบเดิม',
  'job.billing.import-openings': 'นำเข้าใบแจ้งหนี้ค้างยกมา',
  'job.billing.tidy-imports': 'ลบแถวของไฟล์ที่นำเข้าแล้ว',
};

const en: Catalogue = {
  ...words.en,
  'opening_import.no_codes': 'There is no column “Invoice number”. Please put the headings into the first row.',
  'opening_import.nothing_said':
    'There is only a column of invoice numbers. Please add others, such as “Customer code” and “Still owed”.',
  'opening_import.opening_day': 'The opening day {date:date} must lie between {earliest:date} and {today:date}.',
  'opening_import.nothing_open': '{column:words}: nothing is owed. Invoices that are paid are not taken over.',
  'opening_import.more_than_total': '{column:words}: {value} is more than the total of the invoice.',
  'opening_import.not_adding_up':
    'The amounts do not add up: a total of {total:money} less {paid:money} paid leaves {expected:money}, but the file says {open:money}.',
  'opening_import.tax_number_of_none':
    '{column:words}: there is a tax invoice number {value}, but the row says that none was issued. Please make them agree.',
  'opening_import.customer_unknown':
    'There is no customer {customer}. Please import the customers first, or correct the code.',
  'opening_import.customer_contrary': 'The customer code and the tax id are those of two customers.',
  'opening_import.after_opening_day':
    '{date:date} is after the opening day {day:date}. What is of later is invoiced here.',
  'opening_import.contrary': 'The same number as row {row}, but another customer, date, purchase order or branch.',
  'opening_import.with_row': 'Of the same invoice as row {row}, which is wrong: it is taken over whole or not at all.',
  'opening_import.taken_over_otherwise':
    'Invoice {number} was taken over with another customer, date or amount. If that was wrong, void it and import it again.',
  'opening_import.number_ahead':
    'Our own invoices would get the number {number} again (so far we have counted to {last}). Please set the last number of the series of invoices first.',
  'opening_import.line_of': 'Balance carried over of invoice {number} of {date}',
  'tax_invoice.of_old_books':
    'Tax invoice {number} was issued in the books before. Its paper is there, so it is not printed, replaced or cancelled here.',
  'permission.opening.import': 'Take over open invoices, deposits and credit of the books before',
  'event.opening-import.started': 'Import of open invoices begun',
  'event.opening-import.finished': 'Import of open invoices finished',
  'event.invoice.taken_over': 'Invoice taken over from the books before',
  'job.billing.import-openings': 'Import open invoices',
  'job.billing.tidy-imports': 'Forget the rows of imported files',
};

/** Invoices of the books that were kept before. */
export const openings: Record<Language, Catalogue> = { th, en };
