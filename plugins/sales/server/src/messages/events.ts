import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** What the events of sales are called where staff read the log. */
export const events: Record<Language, Catalogue> = {
  th: {
    'event.order.placed': 'รับคำสั่งซื้อ',
    'event.order.confirmed': 'ยืนยันคำสั่งซื้อ',
    'event.order.fulfilling': 'เริ่มจัดเตรียมคำสั่งซื้อ',
    'event.order.handed_over': 'ส่งมอบบางส่วน',
    'event.order.delivered': 'ส่งมอบครบ',
    'event.order.closed': 'ปิดคำสั่งซื้อ',
    'event.order.cancelled': 'ยกเลิกคำสั่งซื้อ',
    'event.product.created': 'เพิ่มสินค้า',
    'event.product.changed': 'แก้ไขสินค้า',
    'event.product.closed': 'เลิกขายสินค้า',
    'event.product.reopened': 'กลับมาขายสินค้า',
    'event.stock.received': 'รับสินค้าเข้า',
    'event.stock.adjusted': 'ปรับยอดสินค้า',
  },
  en: {
    'event.order.placed': 'Order placed',
    'event.order.confirmed': 'Order confirmed',
    'event.order.fulfilling': 'Order being fulfilled',
    'event.order.handed_over': 'Part of an order handed over',
    'event.order.delivered': 'Order delivered',
    'event.order.closed': 'Order closed',
    'event.order.cancelled': 'Order cancelled',
    'event.product.created': 'Product added',
    'event.product.changed': 'Product changed',
    'event.product.closed': 'Product closed',
    'event.product.reopened': 'Product reopened',
    'event.stock.received': 'Goods received',
    'event.stock.adjusted': 'Stock adjusted',
  },
};
