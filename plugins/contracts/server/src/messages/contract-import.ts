import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';
import { importWords } from '@sanya/strapi-plugin-platform/kit';
import { HEADINGS } from '../domain/opening/columns';

const words = importWords('contract_import', HEADINGS);

const th: Catalogue = {
  ...words.th,
  'contract_import.no_codes': 'ไม่พบคอลัมน์ “เลขที่สัญญา” กรุณาใส่หัวคอลัมน์ในแถวแรก',
  'contract_import.nothing_said': 'มีเพียงคอลัมน์เลขที่สัญญา กรุณาเพิ่มคอลัมน์ เช่น “รหัสลูกค้า” และ “ราคาต่องวด”',
  'contract_import.no_quantity': '{column:words}: “{value}” ไม่ใช่จำนวน กรุณาเขียนเช่น 12 หรือ 1.5',
  'contract_import.customer_contrary': 'รหัสลูกค้ากับเลขประจำตัวผู้เสียภาษีเป็นของลูกค้าคนละราย กรุณาแก้ให้ตรงกัน',
  'contract_import.customer_unknown': 'ไม่พบลูกค้า {customer} กรุณานำเข้าลูกค้าก่อน',
  'contract_import.product_unknown': 'ไม่พบสินค้ารหัส {sku} กรุณานำเข้าสินค้าก่อน หรือลบรหัสออก',
  'contract_import.contrary': 'ลูกค้า วันที่ หรือเงื่อนไขของสัญญาไม่ตรงกับแถวที่ {row} ซึ่งเป็นสัญญาเดียวกัน',
  'contract_import.with_row': 'สัญญาเดียวกับแถวที่ {row} ซึ่งยังไม่ถูกต้อง จึงยังไม่นำเข้าทั้งฉบับ',
  'contract_import.taken_over_otherwise':
    'มีสัญญาเลขที่ {number} แล้ว โดยลูกค้าหรือวันเริ่มไม่ตรงกับไฟล์นี้ กรุณาแก้เลขที่ หรือตรวจสัญญาเดิม',
  'contract_import.number_ahead':
    'ชุดเลขที่สัญญาของระบบนี้จะออกเลข {number} ซ้ำ (ออกไปแล้วถึงลำดับ {last}) กรุณาตั้งเลขที่ล่าสุดของชุดสัญญาก่อน',
  'contract_import.not_begun': 'สัญญาเริ่มวันที่ {date:date} ซึ่งยังไม่ถึง กรุณาทำเป็นสัญญาใหม่',
  'contract_import.over': 'สัญญาสิ้นสุดไปแล้ววันที่ {date:date} นำเข้าเฉพาะสัญญาที่ยังมีผล',
  'contract_import.next_after_end': 'งวดถัดไปต้องไม่เกินหนึ่งวันหลังวันสิ้นสุดสัญญา {ends:date}',
  'contract_import.no_period_starts':
    'ไม่มีงวดที่เริ่มวันที่ {next:date} ตามวันเริ่มสัญญาและรอบบิล งวดใกล้เคียงเริ่มวันที่ {before:date} และ {after:date}',
  'contract_import.too_many_periods': 'มีงวดก่อนหน้ามากกว่า {most} งวด กรุณาตรวจรอบบิลและวันเริ่มสัญญา',
  'contract_import.used_too_much': 'ใช้ไปแล้วมากกว่าสิทธิ์ที่มี {most} กรุณาตรวจจำนวน',
  'contract_import.used_before': 'ใช้ไปก่อนย้ายมาระบบนี้',
  'event.contract-import.started': 'เริ่มนำเข้าสัญญา',
  'event.contract-import.finished': 'นำเข้าสัญญาเสร็จ',
  'event.contract.taken_over': 'ยกสัญญามาจากระบบเดิม',
  'job.contracts.import-contracts': 'นำเข้าสัญญา',
  'job.contracts.tidy-imports': 'ลบแถวของไฟล์ที่นำเข้าแล้ว',
  'permission.contract.import': 'นำเข้าสัญญาจากระบบเดิม',
};

const en: Catalogue = {
  ...words.en,
  'contract_import.no_codes': 'There is no column “Contract number”. Please put the headings into the first row.',
  'contract_import.nothing_said':
    'There is only a column of contract numbers. Please add others, such as “Customer code” and “Price of a period”.',
  'contract_import.no_quantity': '{column:words}: “{value}” is no quantity. Write it like 12 or 1.5.',
  'contract_import.customer_contrary':
    'The customer code and the tax ID are those of two customers. Please make them agree.',
  'contract_import.customer_unknown': 'There is no customer {customer}. Please import the customers first.',
  'contract_import.product_unknown':
    'There is no product {sku}. Please import the products first, or leave the code out.',
  'contract_import.contrary': 'Customer, days or terms are not those of row {row}, which is of the same contract.',
  'contract_import.with_row':
    'Of the same contract as row {row}, which is wrong: it is taken over whole or not at all.',
  'contract_import.taken_over_otherwise':
    'There is a contract {number} already, with another customer or first day. Please correct the number, or look at that contract.',
  'contract_import.number_ahead':
    'Our own contracts would get the number {number} again (so far we have counted to {last}). Please set the last number of the series of contracts first.',
  'contract_import.not_begun': 'The contract begins on {date:date}, which is still to come. Make it as a new one.',
  'contract_import.over': 'The contract ended on {date:date}. Only those that run are taken over.',
  'contract_import.next_after_end':
    'The next period starts at most a day after the last day of the contract, {ends:date}.',
  'contract_import.no_period_starts':
    'By its first day and its cycle, no period starts on {next:date}. Those beside it start on {before:date} and {after:date}.',
  'contract_import.too_many_periods':
    'More than {most} periods lie before that. Please look at the cycle and the first day.',
  'contract_import.used_too_much': 'More was used than the {most} there are. Please look at the quantity.',
  'contract_import.used_before': 'Used before the contract was taken over',
  'event.contract-import.started': 'Import of contracts begun',
  'event.contract-import.finished': 'Import of contracts finished',
  'event.contract.taken_over': 'Contract taken over from the books before',
  'job.contracts.import-contracts': 'Import contracts',
  'job.contracts.tidy-imports': 'Forget the rows of imported files',
  'permission.contract.import': 'Import contracts of the books before',
};

/** Contracts of the books that were kept before. */
export const contractImport: Record<Language, Catalogue> = { th, en };
