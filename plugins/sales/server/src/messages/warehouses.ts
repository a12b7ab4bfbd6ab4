import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  warehouse: 'คลังสินค้า',
  'warehouse.first': 'คลังสินค้าหลัก',
  'warehouse.unknown': 'ไม่พบคลังสินค้านี้ กรุณาเลือกจากรายการ',
  'warehouse.branch_unknown': 'ไม่พบสาขานี้ กรุณาเลือกจากรายการ',
  'warehouse.closed': 'คลัง {warehouse} ปิดอยู่ กรุณาเลือกคลังอื่น หรือเปิดคลังนี้ก่อน',
  'warehouse.same': 'ต้นทางและปลายทางคือคลัง {warehouse} เดียวกัน กรุณาเลือกคลังอื่น',
  'warehouse.code_taken': 'คลัง {warehouse} ใช้รหัสนี้แล้ว กรุณาใช้รหัสอื่น',
  'warehouse.default_taken': 'มีคลังหลักอยู่แล้ว กรุณาลองอีกครั้ง',
  'warehouse.default_stays': 'คลัง {warehouse} เป็นคลังหลัก กรุณากำหนดคลังอื่นเป็นคลังหลักก่อน',
  'warehouse.not_empty': 'คลัง {warehouse} ยังมีสินค้าอยู่ กรุณาย้ายหรือปรับยอดให้หมดก่อนปิดคลัง',
  'stock.not_in_warehouse':
    '{product} ในคลัง {warehouse} มี {left} ไม่พอสำหรับ {wanted} กรุณาเลือกคลังอื่น หรือย้ายสินค้ามาก่อน',
  'stock.shelf_empty': 'สินค้าในคลังนี้ไม่พอ กรุณาตรวจยอดของคลัง',
  'stock.none_of': 'ยังไม่มี {product} ในสต็อก กรุณารับสินค้าเข้าก่อน',
  'proof.sales.stock-equals-shelves': 'สต็อก {product} มี {onHand} แต่รวมทุกคลังได้ {placed}',
  'event.stock.moved': 'ย้ายสินค้าระหว่างคลัง',
  'event.warehouse.created': 'เพิ่มคลังสินค้า',
  'event.warehouse.changed': 'แก้ไขคลังสินค้า',
  'event.warehouse.closed': 'ปิดคลังสินค้า',
  'event.warehouse.reopened': 'เปิดคลังสินค้าอีกครั้ง',
  'permission_group.warehouse': 'คลังสินค้า',
  'permission.warehouse.edit': 'เพิ่มและแก้ไขคลังสินค้า',
  'permission.warehouse.close': 'ปิดและเปิดคลังสินค้า',
  'permission.stock.move': 'ย้ายสินค้าระหว่างคลัง',
};

const en: Catalogue = {
  warehouse: 'Warehouse',
  'warehouse.first': 'Main warehouse',
  'warehouse.unknown': 'There is no such warehouse. Choose one from the list.',
  'warehouse.branch_unknown': 'There is no such branch. Choose one from the list.',
  'warehouse.closed': 'The warehouse {warehouse} is closed. Choose another, or open it first.',
  'warehouse.same': 'Both ends are the warehouse {warehouse}. Choose another.',
  'warehouse.code_taken': 'The warehouse {warehouse} has that code. Choose another code.',
  'warehouse.default_taken': 'There is a default warehouse already. Try again.',
  'warehouse.default_stays': 'The warehouse {warehouse} is the default one. Make another the default one first.',
  'warehouse.not_empty': 'Goods still lie in the warehouse {warehouse}. Move them or correct the stock, then close it.',
  'stock.not_in_warehouse':
    'Of {product} the warehouse {warehouse} holds {left}, not {wanted}. Choose another warehouse, or move goods there first.',
  'stock.shelf_empty': 'Not that much lies in this warehouse. Look at its stock.',
  'stock.none_of': 'No {product} is in stock yet. Receive some first.',
  'proof.sales.stock-equals-shelves': 'Stock of {product}: {onHand} on hand, but the warehouses hold {placed}.',
  'event.stock.moved': 'Stock moved between warehouses',
  'event.warehouse.created': 'Warehouse added',
  'event.warehouse.changed': 'Warehouse changed',
  'event.warehouse.closed': 'Warehouse closed',
  'event.warehouse.reopened': 'Warehouse opened again',
  'permission_group.warehouse': 'Warehouses',
  'permission.warehouse.edit': 'Add and change warehouses',
  'permission.warehouse.close': 'Close and reopen warehouses',
  'permission.stock.move': 'Move stock between warehouses',
};

/** What is said of warehouses and of what lies in them. */
export const warehouses: Record<Language, Catalogue> = { th, en };
