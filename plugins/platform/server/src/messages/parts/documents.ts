import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'document.kind_unknown': 'ไม่มีเอกสารชนิด {kind} กรุณาเลือกชนิดเอกสารที่ระบบมี',
  'document.tax_id': 'เลขประจำตัวผู้เสียภาษี',
  'document.buyer': 'ลูกค้า',
  'document.line_number': 'ลำดับ',
  'document.description': 'รายการ',
  'document.quantity': 'จำนวน',
  'document.unit_price': 'ราคาต่อหน่วย',
  'document.discount': 'ส่วนลด',
  'document.amount': 'จำนวนเงิน',
  'document.in_words': 'จำนวนเงินเป็นตัวอักษร',
  'document.notes': 'หมายเหตุ',
  'document.date': 'วันที่',
  'document.phone_ext': 'ต่อ',
  'document.page': 'หน้า {page} / {pages}',
};

const en: Catalogue = {
  'document.kind_unknown': 'There is no document of the kind {kind}. Choose a kind that the system has.',
  'document.tax_id': 'Tax ID',
  'document.buyer': 'Customer',
  'document.line_number': 'No.',
  'document.description': 'Description',
  'document.quantity': 'Quantity',
  'document.unit_price': 'Unit price',
  'document.discount': 'Discount',
  'document.amount': 'Amount',
  'document.in_words': 'Amount in words',
  'document.notes': 'Notes',
  'document.date': 'Date',
  'document.phone_ext': 'ext.',
  'document.page': 'Page {page} of {pages}',
};

export const documentMessages: Record<Language, Catalogue> = { th, en };
