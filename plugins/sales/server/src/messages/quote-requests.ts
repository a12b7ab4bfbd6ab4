import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'quote_request.unknown': 'ไม่มีคำขอใบเสนอราคานี้',
  'quote_request.other_purpose': 'แบบฟอร์มนี้ไม่ได้ขอใบเสนอราคา',
  'quote_request.quoted_already': 'มีผู้ทำใบเสนอราคาของคำขอนี้แล้ว กรุณาเปิดหน้านี้ใหม่',
  'quote_request.whose': 'กรุณาเลือกลูกค้า หรือสร้างลูกค้าใหม่จากคำขอนี้',
  'quote_request.no_new_customer': 'คุณไม่มีสิทธิ์สร้างลูกค้า กรุณาเลือกลูกค้าที่มีอยู่',
  'quote_request.not_sold': 'ลูกค้าขอด้วย แต่ไม่มีจำหน่ายแล้ว: {products}',
};

const en: Catalogue = {
  'quote_request.unknown': 'There is no such request for a quote.',
  'quote_request.other_purpose': 'This form does not ask for a quote.',
  'quote_request.quoted_already': 'Somebody else has quoted this request. Open the page again.',
  'quote_request.whose': 'Choose a customer, or make a new one of this request.',
  'quote_request.no_new_customer': 'You may not make customers. Choose one who is there.',
  'quote_request.not_sold': 'Also asked for, and sold no longer: {products}',
};

/** What is said of requests through the web site. */
export const quoteRequests: Record<Language, Catalogue> = { th, en };
