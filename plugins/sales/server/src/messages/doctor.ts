import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** What the doctor says of what is sold. */
export const doctor: Record<Language, Catalogue> = {
  th: {
    'doctor.check.sales.products': 'สินค้าและราคา',
    'doctor.check.sales.warehouses': 'คลังสินค้า',
    'doctor.sales.products': 'สินค้าและบริการที่เปิดขายทุกรายการมีราคาที่ใช้ได้วันนี้',
    'doctor.sales.products_without_price':
      'เปิดขายอยู่ {count} รายการแต่ไม่มีราคาที่ใช้ได้วันนี้ จึงสั่งซื้อไม่ได้: {names}',
    'doctor.sales.products_without_price.right': 'เพิ่มราคาหรือต่ออายุราคาในหน้าสินค้า หรือปิดการขาย',
    'doctor.sales.warehouses': 'สินค้าเข้าและออกที่ {warehouse} หากไม่ได้ระบุคลังอื่น',
    'doctor.sales.warehouse_missing': 'ไม่มีคลังสินค้าหลัก จึงส่งและรับสินค้าไม่ได้',
    'doctor.sales.warehouse_missing.right': 'เลือกคลังหลักในหน้าคลังสินค้า',
  },
  en: {
    'doctor.check.sales.products': 'Products and prices',
    'doctor.check.sales.warehouses': 'Warehouses',
    'doctor.sales.products': 'Everything that is offered has a price today.',
    'doctor.sales.products_without_price':
      '{count} products are offered without a price that is valid today, so nobody can order them: {names}.',
    'doctor.sales.products_without_price.right': 'Add a price or prolong one on the page of the product, or close it.',
    'doctor.sales.warehouses': 'Goods leave {warehouse} and come to it where no other is named.',
    'doctor.sales.warehouse_missing': 'There is no main warehouse: nothing can be shipped or received.',
    'doctor.sales.warehouse_missing.right': 'Choose the main one on the page of the warehouses.',
  },
};
