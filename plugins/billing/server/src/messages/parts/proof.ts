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
  'proof.billing.note_unlike_lines':
    '{number} มียอดรวม {total:money} แต่รายการรวมกันได้ {lines:money} หรือภาษีไม่ตรงกัน',
  'proof.billing.line_overcredited':
    '{number} รายการ {line}: ลดหนี้ {credited:money} จาก {total:money} เกินจำนวนเงินหรือจำนวนชิ้นที่มี',
  'proof.billing.tax_invoice_overcredited':
    'ใบกำกับภาษี {number} มียอด {total:money} ภาษี {tax:money} แต่ใบลดหนี้หักไป {credited:money} ภาษี {vat:money}',
  'proof.billing.credit_note_overdrawn': 'ใบลดหนี้ {number} {amount:money} ถูกใช้ไป {allocated:money}',
  'proof.billing.debit_note_unlike_invoice':
    'ใบเพิ่มหนี้ {number} {total:money} ภาษี {vat:money} แต่ใบแจ้งหนี้ของส่วนต่างเป็น {expected:money} ภาษี {tax:money}',
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
  'proof.billing.note_unlike_lines':
    '{number} totals {total:money}, but its lines add up to {lines:money}, or their VAT does not.',
  'proof.billing.line_overcredited':
    '{number}, {line}: {credited:money} of {total:money} are credited, more in money or in pieces than there is.',
  'proof.billing.tax_invoice_overcredited':
    'The tax invoice {number} says {total:money} with VAT {tax:money}, but credit notes took {credited:money} with VAT {vat:money}.',
  'proof.billing.credit_note_overdrawn':
    'The credit note {number} of {amount:money} is laid on invoices with {allocated:money}.',
  'proof.billing.debit_note_unlike_invoice':
    'The debit note {number} says {total:money} with VAT {vat:money}, its invoice {expected:money} with VAT {tax:money}.',
};

export const proof: Record<Language, Catalogue> = { th, en };
