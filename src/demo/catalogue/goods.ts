import { goods } from './product';

const GROUP = 'อุปกรณ์สำนักงาน';

export const officeGoods = [
  goods(GROUP, 'RTR-AX', 'เครื่อง', { th: 'เราเตอร์ Wi-Fi 6', en: 'Wi-Fi 6 router' }, 2990, 120),
  goods(GROUP, 'SW-24', 'เครื่อง', { th: 'สวิตช์ 24 พอร์ต', en: '24-port switch' }, 5490, 40),
  goods(GROUP, 'UPS-1K', 'เครื่อง', { th: 'เครื่องสำรองไฟ 1000VA', en: 'UPS 1000VA' }, 3290, 90),
  goods(GROUP, 'PRN-POS', 'เครื่อง', { th: 'เครื่องพิมพ์ใบเสร็จ', en: 'Receipt printer' }, 4590, 60),
  goods(GROUP, 'SCN-BAR', 'เครื่อง', { th: 'เครื่องอ่านบาร์โค้ด', en: 'Barcode scanner' }, 1890, 60),
  goods(GROUP, 'PAP-80', 'ม้วน', { th: 'กระดาษความร้อน 80 มม.', en: 'Thermal paper 80 mm' }, 35, 2000),
  goods(GROUP, 'NB-15', 'เครื่อง', { th: 'โน้ตบุ๊ก 15 นิ้ว', en: 'Laptop 15 inch' }, 23900, 20),
  goods(GROUP, 'RACK-9U', 'ตู้', { th: 'ตู้แร็ค 9U', en: 'Rack 9U' }, 3490, null),
];
