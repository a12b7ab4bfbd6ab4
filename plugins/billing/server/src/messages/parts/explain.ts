import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'explain.price_list': 'ราคา {unitPrice} เป็นราคาตามรายการราคา',
  'explain.price_list_named': 'ราคา {unitPrice} เป็นราคาตามรายการราคา “{name}”',
  'explain.price_class': 'ราคา {unitPrice} เป็นราคาของกลุ่มลูกค้า {name} ราคาตามรายการคือ {listPrice}',
  'explain.price_tier': 'ราคา {unitPrice} ใช้ตั้งแต่ {from} {unit} ขึ้นไป ราคาตามรายการคือ {listPrice}',
  'explain.price_customer': 'ราคา {unitPrice} เป็นราคาที่ตกลงกับลูกค้า ราคาตามรายการคือ {listPrice}',
  'explain.price_manual': 'ราคา {unitPrice} กำหนดโดยพนักงาน',
  'explain.quantity': '{quantity} {unit} × {unitPrice} = {gross}',
  'explain.discount_manual': 'ให้ส่วนลด {amount}',
  'explain.discount_class': 'กลุ่มลูกค้า {name} ได้ส่วนลด {amount}',
  'explain.discount_coupon': 'คูปอง {name} ลด {amount}',
  'explain.discount_coupon_part': 'คูปอง {name} ลด {whole} เฉลี่ยตามราคาของแต่ละรายการ รายการนี้ได้ {amount}',
  'explain.discount_volume': 'ส่วนลดตามปริมาณ {amount}',
  'explain.discount': 'หักส่วนลด {discount} คงเหลือ {base}',
  'explain.tax_added': 'ภาษีมูลค่าเพิ่ม {rate} % ของ {base} เป็น {tax}',
  'explain.tax_included': '{base} รวมภาษีมูลค่าเพิ่ม {rate} % จำนวน {tax} แล้ว',
  'explain.tax_share': 'ในนี้ {share} มาจากการปัดเศษภาษีครั้งเดียวทั้งใบแจ้งหนี้',
  'explain.tax_none': 'ไม่คิดภาษีมูลค่าเพิ่ม',
  'explain.total': 'รวมเป็นเงิน {total}',
};

const en: Catalogue = {
  'explain.price_list': 'The price {unitPrice} is the list price.',
  'explain.price_list_named': 'The price {unitPrice} is the list price “{name}”.',
  'explain.price_class': 'The price {unitPrice} is that of the customer class {name}; the list price is {listPrice}.',
  'explain.price_tier': 'The price {unitPrice} holds from {from} {unit} on; the list price is {listPrice}.',
  'explain.price_customer': 'The price {unitPrice} was agreed with the customer; the list price is {listPrice}.',
  'explain.price_manual': 'The price {unitPrice} was entered by hand.',
  'explain.quantity': '{quantity} {unit} × {unitPrice} = {gross}.',
  'explain.discount_manual': 'A discount of {amount} was given.',
  'explain.discount_class': 'The customer class {name} takes {amount} off.',
  'explain.discount_coupon': 'The coupon {name} takes {amount} off.',
  'explain.discount_coupon_part':
    'The coupon {name} takes {whole} off, spread by what the lines cost: {amount} of it here.',
  'explain.discount_volume': 'The quantity takes {amount} off.',
  'explain.discount': 'Less the discount of {discount}: {base}.',
  'explain.tax_added': 'VAT {rate} % of {base} is {tax}.',
  'explain.tax_included': '{base} holds VAT {rate} % of {tax}.',
  'explain.tax_share': '{share} of it comes from rounding the VAT once for the whole invoice.',
  'explain.tax_none': 'No VAT is charged on it.',
  'explain.total': 'Together {total}.',
};

export const explain: Record<Language, Catalogue> = { th, en };
