import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'permission_group.order': 'คำสั่งซื้อ',
  'permission_group.product': 'สินค้าและบริการ',
  'permission_group.stock': 'สต็อก',
  'permission_group.coupon': 'คูปอง',
  'permission_group.quote': 'ใบเสนอราคา',
  'permission_group.shipment': 'ใบส่งของ',
  'condition.shipments-of-own-customers': 'ใบส่งของของลูกค้าที่ตนดูแล',
  'condition.shipment-lines-of-own-customers': 'รายการในใบส่งของของลูกค้าที่ตนดูแล',
  'permission_group.return': 'การรับคืน',
  'condition.returns-of-own-customers': 'การรับคืนของลูกค้าที่ตนดูแล',
  'condition.return-lines-of-own-customers': 'รายการรับคืนของลูกค้าที่ตนดูแล',
  'permission_group.installed-item': 'เครื่องที่ติดตั้ง',
  'condition.installed-items-of-own-customers': 'เครื่องที่ติดตั้งของลูกค้าที่ตนดูแล',
  'condition.orders-of-own-customers': 'คำสั่งซื้อของลูกค้าที่ตนดูแล',
  'condition.order-lines-of-own-customers': 'รายการในคำสั่งซื้อของลูกค้าที่ตนดูแล',
  'condition.quotes-of-own-customers': 'ใบเสนอราคาของลูกค้าที่ตนดูแล',
  'condition.quote-lines-of-own-customers': 'รายการในใบเสนอราคาของลูกค้าที่ตนดูแล',
  'condition.redemptions-of-own-customers': 'การใช้คูปองของลูกค้าที่ตนดูแล',
};

const en: Catalogue = {
  'permission_group.order': 'Orders',
  'permission_group.product': 'Products',
  'permission_group.stock': 'Stock',
  'permission_group.coupon': 'Coupons',
  'permission_group.quote': 'Quotes',
  'permission_group.shipment': 'Shipments',
  'condition.shipments-of-own-customers': 'Shipments of own customers',
  'condition.shipment-lines-of-own-customers': 'Shipment lines of own customers',
  'permission_group.return': 'Returns',
  'condition.returns-of-own-customers': 'Returns of own customers',
  'condition.return-lines-of-own-customers': 'Return lines of own customers',
  'permission_group.installed-item': 'Installed items',
  'condition.installed-items-of-own-customers': 'Installed items of own customers',
  'condition.orders-of-own-customers': 'Orders of own customers',
  'condition.order-lines-of-own-customers': 'Order lines of own customers',
  'condition.quotes-of-own-customers': 'Quotes of own customers',
  'condition.quote-lines-of-own-customers': 'Quote lines of own customers',
  'condition.redemptions-of-own-customers': 'Redemptions of own customers',
};

/** How the roles screen groups what can be done, and which rows a role reaches. */
export const roles: Record<Language, Catalogue> = { th, en };
