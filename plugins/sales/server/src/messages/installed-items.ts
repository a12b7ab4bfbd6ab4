import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'installed_item.installed_already':
    'หมายเลขเครื่อง {serial} ของสินค้านี้ติดตั้งอยู่แล้ว กรุณาตรวจหมายเลข หรือบันทึกการถอดเครื่องเดิมก่อน',
  'installed_item.replaced_already': 'เครื่องนี้มีเครื่องใหม่แทนแล้ว',
  'installed_item.day_missing': 'เครื่องที่ถอดแล้วต้องมีวันที่ถอด',
  'installed_item.no_serial': 'กรุณาใส่หมายเลขเครื่อง',
  'installed_item.in_future': 'กรุณาใส่วันนี้ {today:date} หรือวันก่อนหน้า',
  'installed_item.warranty_crossed': 'วันสิ้นสุดประกันต้องไม่ก่อนวันติดตั้ง',
  'installed_item.removed_before': 'ติดตั้งวันที่ {installed:date} กรุณาใส่วันนั้นหรือหลังจากนั้น',
  'installed_item.not_goods': '{product} เป็นบริการ กรุณาเลือกสินค้า',
  'installed_item.gone': 'เครื่อง {serial} ถูกถอดแล้ว จึงแก้ไขไม่ได้',
  'installed_item.customer_unknown': 'ไม่พบลูกค้ารายนี้',
  'installed_item.product_unknown': 'ไม่พบสินค้านี้',
  'product.warranty_invalid': 'ระยะประกันต้องอยู่ระหว่าง 1 ถึง {most} เดือน',

  'installed-item.state.installed': 'ติดตั้งอยู่',
  'installed-item.state.removed': 'ถอดแล้ว',
  'installed-item.state.replaced': 'เปลี่ยนเครื่องแล้ว',

  'event.installed_item.installed': 'ติดตั้งเครื่อง',
  'event.installed_item.changed': 'แก้ไขข้อมูลเครื่อง',
  'event.installed_item.removed': 'ถอดเครื่อง',
  'event.installed_item.replaced': 'เปลี่ยนเครื่อง',

  'permission.installed-item.edit': 'บันทึกเครื่องที่ติดตั้ง ถอด และเปลี่ยน',
};

const en: Catalogue = {
  'installed_item.installed_already':
    'Serial number {serial} of this product is installed already. Check the number, or note first that the other was taken out.',
  'installed_item.replaced_already': 'Another took the place of this item already.',
  'installed_item.day_missing': 'An item that was taken out has the day on which it was.',
  'installed_item.no_serial': 'Give the serial number.',
  'installed_item.in_future': 'Give today, {today:date}, or a day before.',
  'installed_item.warranty_crossed': 'The warranty ends on the day of installation or later.',
  'installed_item.removed_before': 'It was installed on {installed:date}. Give that day or a later one.',
  'installed_item.not_goods': '{product} is a service. Choose goods.',
  'installed_item.gone': 'Item {serial} was taken out: it can no longer be changed.',
  'installed_item.customer_unknown': 'There is no such customer.',
  'installed_item.product_unknown': 'There is no such product.',
  'product.warranty_invalid': 'A warranty is 1 to {most} months.',

  'installed-item.state.installed': 'Installed',
  'installed-item.state.removed': 'Removed',
  'installed-item.state.replaced': 'Replaced',

  'event.installed_item.installed': 'Item installed',
  'event.installed_item.changed': 'Item corrected',
  'event.installed_item.removed': 'Item removed',
  'event.installed_item.replaced': 'Item replaced',

  'permission.installed-item.edit': 'Note, remove and replace installed items',
};

/** What is said of things that stand at customers'. */
export const installedItems: Record<Language, Catalogue> = { th, en };
