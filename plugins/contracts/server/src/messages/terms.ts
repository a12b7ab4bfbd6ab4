import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** What is said of what is promised with products. */
const th: Catalogue = {
  'contract_terms.no_day': 'คำสั่งซื้อไม่ได้ระบุวันเริ่มสัญญา กรุณาเลือกสิ่งอื่นที่สัญญารอ',
  'contract_terms.fixed_table':
    'จำนวนเงินคงที่ใช้กับสินค้าไม่ได้ เพราะไม่ขึ้นกับจำนวนที่ซื้อ กรุณาเลือกร้อยละของยอดหรือของราคาขาย',
  'contract_terms.price_unknown': 'สินค้านี้ไม่มีราคานั้น กรุณาเลือกราคาของสินค้านี้',
  'contract_terms.price_of_once': 'ราคาที่คิดครั้งเดียวไม่มีสัญญา กรุณาเลือกราคาที่คิดเป็นงวด',
  'contract_terms.product_missing': 'กรุณาระบุสินค้า',
  'contract_terms.taken': 'มีเงื่อนไขสัญญาของสินค้าหรือราคานี้แล้ว กรุณาแก้ไขรายการเดิม',
  'event.contract_terms.set': 'กำหนดเงื่อนไขสัญญา',
  'event.contract_terms.removed': 'ลบเงื่อนไขสัญญา',
};

const en: Catalogue = {
  'contract_terms.no_day': 'An order names no day on which its contract begins: choose what else it waits for.',
  'contract_terms.fixed_table':
    'A fixed amount would be the same however much is bought: choose a percentage of what was billed or of the list price.',
  'contract_terms.price_unknown': 'The product has no such price: choose one of its own.',
  'contract_terms.price_of_once': 'What is sold once is no contract: choose a price that recurs.',
  'contract_terms.product_missing': 'Name the product.',
  'contract_terms.taken': 'This product or price has contract terms already: change those.',
  'event.contract_terms.set': 'Contract terms set',
  'event.contract_terms.removed': 'Contract terms removed',
};

export const terms: Record<Language, Catalogue> = { th, en };
