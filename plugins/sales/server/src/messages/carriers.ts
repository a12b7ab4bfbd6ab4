import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'carrier.unknown': 'ไม่พบผู้ขนส่งนี้ กรุณาเลือกจากรายการ',
  'carrier.name_taken': 'มีผู้ขนส่งชื่อ {carrier} แล้ว กรุณาใช้ชื่ออื่น',
  'carrier.no_number': 'ที่อยู่หน้าติดตามต้องมี {number} ตรงตำแหน่งหมายเลขพัสดุ',
  'carrier.closed': '{carrier} เลิกใช้แล้ว กรุณาเลือกผู้ขนส่งอื่น',
  'carrier.not_there': '{carrier} ไม่ส่งไปที่อยู่นี้ กรุณาเลือกผู้ขนส่งอื่น',
  'carrier.too_heavy': 'ของหนักเกินกว่าที่ {carrier} รับ กรุณาเลือกผู้ขนส่งอื่นหรือแบ่งส่ง',
  'event.carrier.created': 'เพิ่มผู้ขนส่ง',
  'event.carrier.changed': 'แก้ไขผู้ขนส่ง',
  'event.carrier.closed': 'เลิกใช้ผู้ขนส่ง',
  'event.carrier.reopened': 'กลับมาใช้ผู้ขนส่ง',
  'permission_group.carrier': 'ผู้ขนส่ง',
  'permission.carrier.edit': 'เพิ่มและแก้ไขผู้ขนส่ง',
  'permission.carrier.close': 'เลิกใช้และกลับมาใช้ผู้ขนส่ง',
};

const en: Catalogue = {
  'carrier.unknown': 'There is no such carrier. Choose one from the list.',
  'carrier.name_taken': 'There is a carrier {carrier} already. Choose another name.',
  'carrier.no_number': 'The tracking page needs {number} where the number of the parcel stands.',
  'carrier.closed': '{carrier} is no longer used. Choose another carrier.',
  'carrier.not_there': '{carrier} does not carry to that address. Choose another carrier.',
  'carrier.too_heavy': 'It is heavier than {carrier} takes. Choose another carrier, or send it in parts.',
  'event.carrier.created': 'Carrier added',
  'event.carrier.changed': 'Carrier changed',
  'event.carrier.closed': 'Carrier closed',
  'event.carrier.reopened': 'Carrier reopened',
  'permission_group.carrier': 'Carriers',
  'permission.carrier.edit': 'Add and change carriers',
  'permission.carrier.close': 'Close and reopen carriers',
};

/** What is said of those who carry goods. */
export const carriers: Record<Language, Catalogue> = { th, en };
