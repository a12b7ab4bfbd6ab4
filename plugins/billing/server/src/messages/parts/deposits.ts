import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'deposit.unknown': 'ไม่มีเงินมัดจำนี้',
  'deposit.invoice_taken': 'ใบแจ้งหนี้นี้เป็นของเงินมัดจำอื่นแล้ว',
  'deposit.nothing_held': 'ไม่มีเงินมัดจำเหลือ: ยังไม่ได้รับ หรือใช้และคืนไปหมดแล้ว',
  'deposit.nothing_fits':
    'เงินมัดจำนี้ใช้กับ {invoice} ไม่ได้: ไม่มีรายการที่ยังไม่ชำระและยังไม่ออกใบกำกับภาษีในอัตราภาษีเดียวกัน',
  'deposit.too_much': 'ใช้เงินมัดจำ {amount:money} กับ {invoice} ไม่ได้ ใช้ได้ไม่เกิน {most:money}',
  'deposit.own_invoice': 'ใบแจ้งหนี้นี้เป็นใบเรียกเก็บเงินมัดจำเอง กรุณาเลือกใบแจ้งหนี้ของงาน',
  'deposit.other_customer': 'ใบแจ้งหนี้นี้เป็นของลูกค้ารายอื่น',
  'deposit.not_applied': 'เงินมัดจำนี้ไม่ได้ใช้กับใบแจ้งหนี้นี้',
  'deposit.on_invoice': '{invoice} หักเงินมัดจำไว้แล้ว กรุณาถอนเงินมัดจำออกจากใบแจ้งหนี้ก่อนลดหนี้',
  'deposit.used': 'เงินมัดจำของ {invoice} ใช้กับใบแจ้งหนี้อื่นแล้ว {applied:money} กรุณาถอนออกก่อน',
  'deposit.line_advance': 'เงินมัดจำ: {what}',
  'deposit.line_security': 'เงินประกัน: {what}',
  'paper.less_deposit': 'หักเงินมัดจำ {number} (รวมภาษี {tax})',
  'paper.after_deposit': 'คงเหลือชำระ',
  'paper.taxed_with_deposit':
    'หักเงินมัดจำตามใบแจ้งหนี้ {number} มูลค่า {net} ภาษีมูลค่าเพิ่ม {tax} ซึ่งออกใบกำกับภาษีแล้ว',
  'report.entry.deposit': 'หักเงินมัดจำ',
  'event.deposit.asked': 'เรียกเก็บเงินมัดจำ',
  'event.deposit.applied': 'ใช้เงินมัดจำ',
  'event.deposit.released': 'ถอนเงินมัดจำออกจากใบแจ้งหนี้',
  'event.deposit.returned': 'คืนเงินมัดจำ',
  'event.deposit.forfeited': 'ริบเงินมัดจำ',
  'permission_group.deposit': 'เงินมัดจำ',
  'permission.deposit.ask': 'เรียกเก็บเงินมัดจำ',
  'permission.deposit.use': 'ใช้เงินมัดจำกับใบแจ้งหนี้',
  'permission.deposit.end': 'คืนและริบเงินมัดจำ',
  'proof.billing.deposit_overused': 'เงินมัดจำ {number} รับไว้ {paid:money} แต่ใช้ไป {allocated:money}',
};

const en: Catalogue = {
  'deposit.unknown': 'There is no such deposit.',
  'deposit.invoice_taken': 'This invoice belongs to another deposit already.',
  'deposit.nothing_held': 'Nothing of the deposit is held: it has not come yet, or is used or given back.',
  'deposit.nothing_fits': 'The deposit fits nothing on {invoice}: no line is both unpaid and untaxed at its rate.',
  'deposit.too_much': '{amount:money} of the deposit cannot be laid on {invoice}: at most {most:money}.',
  'deposit.own_invoice': 'This invoice asked for the deposit itself. Choose the invoice of the work.',
  'deposit.other_customer': 'This invoice is of another customer.',
  'deposit.not_applied': 'The deposit is not laid on this invoice.',
  'deposit.on_invoice': 'A deposit is laid on {invoice}. Take it off the invoice before you credit it.',
  'deposit.used': '{applied:money} of the deposit of {invoice} are laid on other invoices. Take them off first.',
  'deposit.line_advance': 'Advance: {what}',
  'deposit.line_security': 'Security deposit: {what}',
  'paper.less_deposit': 'Less deposit {number} (VAT {tax} inside)',
  'paper.after_deposit': 'Left to pay',
  'paper.taxed_with_deposit': 'Less the deposit of invoice {number}: value {net}, VAT {tax}, taxed when it was paid.',
  'report.entry.deposit': 'Deposit used',
  'event.deposit.asked': 'Deposit asked for',
  'event.deposit.applied': 'Deposit used',
  'event.deposit.released': 'Deposit taken off an invoice',
  'event.deposit.returned': 'Deposit given back',
  'event.deposit.forfeited': 'Deposit forfeited',
  'permission_group.deposit': 'Deposits',
  'permission.deposit.ask': 'Ask for deposits',
  'permission.deposit.use': 'Lay deposits on invoices',
  'permission.deposit.end': 'Give deposits back and forfeit them',
  'proof.billing.deposit_overused':
    '{paid:money} came in for the deposit of {number}, but {allocated:money} of it are used.',
};

/** Deposits: advances that were taxed when they came, securities that are owed back. */
export const deposits: Record<Language, Catalogue> = { th, en };
