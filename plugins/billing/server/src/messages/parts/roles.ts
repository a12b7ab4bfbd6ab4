import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'permission_group.tax-month': 'เดือนภาษี',
  'permission_group.certificate': 'หนังสือรับรองหัก ณ ที่จ่าย',
  'permission_group.print-queue': 'คิวพิมพ์',
  'permission_group.statement': 'รายการเดินบัญชีธนาคาร',
  'permission_group.refund': 'การคืนเงิน',
  'permission_group.credit': 'เครดิตของลูกค้า',
  'permission_group.account': 'ยอดบัญชีลูกค้า',
  'permission_group.invoice': 'ใบแจ้งหนี้',
  'permission_group.tax-invoice': 'ใบกำกับภาษี',
  'permission_group.credit-note': 'ใบลดหนี้',
  'permission_group.debit-note': 'ใบเพิ่มหนี้',
  'permission_group.payment': 'การรับชำระเงิน',
  'permission_group.payment-method': 'บัตรที่บันทึกไว้',
  'permission_group.document': 'เอกสาร',
  'permission_group.received': 'เงินที่รับเข้ามา',
  'permission_group.opening': 'ยอดยกมา',
  'condition.documents-of-own-customers': 'เอกสารของลูกค้าที่ตนดูแล',
  'condition.invoice-lines-of-own-customers': 'รายการในใบแจ้งหนี้ของลูกค้าที่ตนดูแล',
  'condition.credit-note-lines-of-own-customers': 'รายการในใบลดหนี้ของลูกค้าที่ตนดูแล',
  'condition.debit-note-lines-of-own-customers': 'รายการในใบเพิ่มหนี้ของลูกค้าที่ตนดูแล',
};

const en: Catalogue = {
  'permission_group.tax-month': 'Tax months',
  'permission_group.certificate': 'Withholding certificates',
  'permission_group.print-queue': 'Print queue',
  'permission_group.statement': 'Bank statements',
  'permission_group.refund': 'Refunds',
  'permission_group.credit': 'Credit of customers',
  'permission_group.account': 'Accounts of customers',
  'permission_group.invoice': 'Invoices',
  'permission_group.tax-invoice': 'Tax invoices',
  'permission_group.credit-note': 'Credit notes',
  'permission_group.debit-note': 'Debit notes',
  'permission_group.payment': 'Payments',
  'permission_group.payment-method': 'Saved cards',
  'permission_group.document': 'Documents',
  'permission_group.received': 'Money received',
  'permission_group.opening': 'Opening balances',
  'condition.documents-of-own-customers': 'Documents of own customers',
  'condition.invoice-lines-of-own-customers': 'Invoice lines of own customers',
  'condition.credit-note-lines-of-own-customers': 'Credit note lines of own customers',
  'condition.debit-note-lines-of-own-customers': 'Debit note lines of own customers',
};

/** How the roles screen groups what can be done, and which rows a role reaches. */
export const roles: Record<Language, Catalogue> = { th, en };
