import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** What is said of contracts that follow their orders. */
const th: Catalogue = {
  'contract.follows_becomes': 'สัญญา {contract}: ตั้งแต่วันที่ {from:date} เปลี่ยน {before} เป็น {after}',
  'contract.follows_leaves': 'สัญญา {contract}: ตั้งแต่วันที่ {from:date} นำ {before} ออก',
  'contract.follows_ends': 'สัญญา {contract} สิ้นสุดวันที่ {ends:date} และไม่เรียกเก็บงวดต่อไป',
  'contract.follows_cancelled': 'ยกเลิกสัญญา {contract} ที่ยังไม่เริ่ม',
  'contract.follows_waiting': 'สัญญา {contract} ที่ยังไม่เริ่ม เปลี่ยนตามคำสั่งซื้อ',
  'contract.follows_made': 'รายการที่คิดเป็นงวดที่เพิ่ม เป็นสัญญา {contract}',
  'contract.order_expired': 'คำสั่งซื้อหมดอายุเพราะไม่ได้ชำระเงิน',
  'contract.follows_charged': 'งวดที่สัญญา {contract} เรียกเก็บล่วงหน้าไปแล้ว เรียกเก็บเพิ่ม {amount:money} รวมภาษี',
  'contract.follows_credited': 'คืนค่างวดที่สัญญา {contract} เรียกเก็บเกินไป {amount:money} รวมภาษี เป็นใบลดหนี้',
};

const en: Catalogue = {
  'contract.follows_becomes': 'Contract {contract}: from {from:date}, {before} becomes {after}.',
  'contract.follows_leaves': 'Contract {contract}: from {from:date}, {before} is taken off.',
  'contract.follows_ends': 'Contract {contract} ends on {ends:date}, and nothing more is billed.',
  'contract.follows_cancelled': 'Contract {contract}, which has not begun, is cancelled.',
  'contract.follows_waiting': 'Contract {contract}, which has not begun, becomes as the order is.',
  'contract.follows_made': 'What recurs of what is added becomes contract {contract}.',
  'contract.order_expired': 'The order has expired unpaid',
  'contract.follows_charged':
    '{amount:money} with VAT are charged besides for periods that contract {contract} billed ahead.',
  'contract.follows_credited':
    '{amount:money} with VAT of what contract {contract} billed beyond come back by credit note.',
};

export const orders: Record<Language, Catalogue> = { th, en };
