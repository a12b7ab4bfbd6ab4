import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'proof.billing.open_unlike_allocations': '{number} แสดงยอดค้าง {open} แต่ยอดรวมหักการจัดสรรเป็น {expected}',
  'proof.billing.invoice_unlike_lines': '{number} มียอดรวม {total} แต่รายการรวมกันได้ {lines}',
  'proof.billing.payment_overdrawn': 'การชำระเงิน {amount} ({state}) ถูกจัดสรรให้ใบแจ้งหนี้ {allocated}',
  'proof.billing.allocation_unlike_lines': 'การจัดสรร {amount} แบ่งลงรายการรวม {lines}',
  'proof.billing.tax_invoice_unlike_lines': 'ใบกำกับภาษี {number} มียอดรวม {total} แต่รายการรวมกันได้ {lines}',
  'proof.billing.line_unlike_tax_points':
    '{number} รายการ {line}: ชำระแล้ว {paid} จาก {total} แต่ใบกำกับภาษีระบุ {taxed}',
  'proof.billing.series_unlike_documents': 'ชุดเลขที่ {code} นับไปแล้ว {counter} แต่มีเอกสาร {documents} ฉบับ',
};

const en: Catalogue = {
  'proof.billing.open_unlike_allocations': '{number} shows {open} open, but total less allocations is {expected}.',
  'proof.billing.invoice_unlike_lines': '{number} totals {total}, but its lines add up to {lines}.',
  'proof.billing.payment_overdrawn': 'A payment of {amount} ({state}) is laid on invoices with {allocated}.',
  'proof.billing.allocation_unlike_lines': 'An allocation of {amount} is laid on lines with {lines}.',
  'proof.billing.tax_invoice_unlike_lines': 'The tax invoice {number} totals {total}, but its lines add up to {lines}.',
  'proof.billing.line_unlike_tax_points':
    '{number}, {line}: {paid} of {total} are paid, but tax invoices name {taxed}.',
  'proof.billing.series_unlike_documents':
    'The series {code} has counted {counter} numbers, but there are {documents} documents.',
};

export const proof: Record<Language, Catalogue> = { th, en };
