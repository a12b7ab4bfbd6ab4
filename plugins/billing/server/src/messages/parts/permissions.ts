import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'permission.invoice.draft': 'ร่างใบแจ้งหนี้',
  'permission.invoice.discard': 'ทิ้งร่างใบแจ้งหนี้',
  'permission.invoice.issue': 'ออกใบแจ้งหนี้',
  'permission.invoice.void': 'ยกเลิกใบแจ้งหนี้',
  'permission.invoice.write-off': 'ตัดหนี้สูญ',
  'permission.invoice.reopen': 'เรียกเก็บหนี้สูญอีกครั้ง',
  'permission.invoice.send': 'ส่งใบแจ้งหนี้ทางอีเมล',
  'permission.credit-note.issue': 'ออกใบลดหนี้',
  'permission.debit-note.issue': 'ออกใบเพิ่มหนี้',
  'permission.tax-invoice.issue-early': 'ออกใบกำกับภาษีล่วงหน้า',
  'permission.tax-invoice.print': 'พิมพ์ใบกำกับภาษี',
  'permission.payment.record': 'บันทึกรับชำระเงิน',
  'permission.payment.verify': 'ตรวจสอบสลิป',
  'permission.payment.reverse': 'กลับรายการชำระเงิน',
  'permission.document.read': 'ดูเอกสาร PDF',
  'permission.account.read': 'ดูยอดบัญชีลูกค้า',
  'permission.received.read': 'ดูเงินที่รับเข้ามา',
};

const en: Catalogue = {
  'permission.invoice.draft': 'Draft invoices',
  'permission.invoice.discard': 'Discard drafted invoices',
  'permission.invoice.issue': 'Issue invoices',
  'permission.invoice.void': 'Void invoices',
  'permission.invoice.write-off': 'Give invoices up as uncollectible',
  'permission.invoice.reopen': 'Ask again for invoices that were given up',
  'permission.invoice.send': 'Send invoices by mail',
  'permission.credit-note.issue': 'Issue credit notes',
  'permission.debit-note.issue': 'Issue debit notes',
  'permission.tax-invoice.issue-early': 'Issue tax invoices early',
  'permission.tax-invoice.print': 'Print tax invoices',
  'permission.payment.record': 'Record payments',
  'permission.payment.verify': 'Verify and reject slips',
  'permission.payment.reverse': 'Reverse payments',
  'permission.document.read': 'Read documents as PDF',
  'permission.account.read': 'See how customers stand',
  'permission.received.read': 'See what came in',
};

export const permissions: Record<Language, Catalogue> = { th, en };
