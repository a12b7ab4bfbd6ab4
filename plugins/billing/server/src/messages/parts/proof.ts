import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'proof.billing.open_unlike_allocations':
    '{number} แสดงยอดค้าง {open:money} แต่ยอดรวมหักการจัดสรรเป็น {expected:money}',
  'proof.billing.invoice_unlike_lines': '{number} มียอดรวม {total:money} แต่รายการรวมกันได้ {lines:money}',
  'proof.billing.payment_overdrawn': 'การชำระเงิน {amount:money} ({state}) ถูกจัดสรรให้ใบแจ้งหนี้ {allocated:money}',
  'proof.billing.allocation_unlike_lines': 'การจัดสรร {amount:money} แบ่งลงรายการรวม {lines:money}',
  'proof.billing.tax_invoice_unlike_lines':
    'ใบกำกับภาษี {number} มียอดรวม {total:money} แต่รายการรวมกันได้ {lines:money}',
  'proof.billing.line_unlike_tax_points':
    '{number} รายการ {line}: ชำระแล้ว {paid:money} จาก {total:money} แต่ใบกำกับภาษีระบุ {taxed:money}',
  'proof.billing.series_unlike_documents': 'ชุดเลขที่ {code} นับไปแล้ว {counter} แต่มีเอกสาร {documents} ฉบับ',
};

const en: Catalogue = {
  'proof.billing.open_unlike_allocations':
    '{number} shows {open:money} open, but total less allocations is {expected:money}.',
  'proof.billing.invoice_unlike_lines': '{number} totals {total:money}, but its lines add up to {lines:money}.',
  'proof.billing.payment_overdrawn':
    'A payment of {amount:money} ({state}) is laid on invoices with {allocated:money}.',
  'proof.billing.allocation_unlike_lines': 'An allocation of {amount:money} is laid on lines with {lines:money}.',
  'proof.billing.tax_invoice_unlike_lines':
    'The tax invoice {number} totals {total:money}, but its lines add up to {lines:money}.',
  'proof.billing.line_unlike_tax_points':
    '{number}, {line}: {paid:money} of {total:money} are paid, but tax invoices name {taxed:money}.',
  'proof.billing.series_unlike_documents':
    'The series {code} has counted {counter} numbers, but there are {documents} documents.',
};

export const proof: Record<Language, Catalogue> = { th, en };
