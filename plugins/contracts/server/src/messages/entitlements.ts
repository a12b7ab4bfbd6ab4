import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'entitlement.not_whole': 'จำนวนครั้งและจำนวนเรื่องต้องเป็นจำนวนเต็ม มีเศษได้เฉพาะชั่วโมง',
  'entitlement.too_much': 'กรุณาใส่จำนวนไม่เกิน {most}',
  'entitlement.unit_twice': 'แต่ละรายการมีสิทธิ์ของหน่วยเดียวกันได้ครั้งเดียว กรุณารวมเป็นแถวเดียว',
  'entitlement.quantity_negative': 'จำนวนที่ให้ต้องเป็นศูนย์หรือมากกว่า',
  'entitlement.quantity_not_positive': 'กรุณาใส่จำนวนที่มากกว่าศูนย์',
  'entitlement.nothing_adjusted': 'กรุณาใส่จำนวนที่ไม่ใช่ศูนย์',
  'entitlement.nothing_carried': 'สิทธิ์ที่ไม่ยกไปงวดถัดไปไม่มีอายุของยอดยกมา กรุณาลบจำนวนเดือน หรือเลือกให้ยกไป',
  'entitlement.months': 'กรุณาใส่จำนวนเดือนตั้งแต่ 1 ถึง {most}',
  'entitlement.not_promised': 'รายการนี้ไม่มีสิทธิ์ของหน่วยนี้ กรุณาเลือกหน่วยอื่น หรือตกลงสิทธิ์ของรายการก่อน',
  'entitlement.not_running': 'สัญญา {contract} ไม่มีผลในวันที่ {on:date} กรุณาเลือกวันที่สัญญามีผล',
  'entitlement.suspended': 'สัญญา {contract} ระงับบริการในวันที่ {on:date} จึงใช้สิทธิ์ไม่ได้ กรุณาเปิดบริการก่อน',
  'entitlement.in_future': 'บันทึกล่วงหน้าไม่ได้ กรุณาใส่วันที่ {today:date} หรือก่อนหน้านั้น',
  'entitlement.too_little_left': 'สิทธิ์คงเหลือไม่พอ เหลือ {left} กรุณาลดจำนวนหรือเพิ่มสิทธิ์ก่อน',
  'entitlement.entered_already': 'รายการนี้บันทึกไปแล้ว',
  'entitlement.use_unknown': 'ไม่พบการใช้สิทธิ์นี้',
  'entitlement.no_use': 'คืนได้เฉพาะรายการใช้สิทธิ์ รายการอื่นให้ปรับยอดพร้อมเหตุผล',
  'entitlement.still_kept': 'สิทธิ์ที่ให้ไปแล้วลบไม่ได้ กรุณาใส่จำนวน 0 หากไม่ให้ในงวดถัดไป',
  'entitlement.per_stays': 'สิทธิ์ที่ให้ไปแล้วเปลี่ยนรอบไม่ได้ กรุณาคงรอบเดิมไว้',

  'event.entitlement.agreed': 'ตกลงสิทธิ์',
  'event.entitlement.granted': 'ให้สิทธิ์',
  'event.entitlement.changed': 'สิทธิ์เปลี่ยนตามแพ็กเกจ',
  'event.entitlement.used': 'ใช้สิทธิ์',
  'event.entitlement.given_back': 'คืนสิทธิ์',
  'event.entitlement.carried_over': 'ยกสิทธิ์มาจากงวดก่อน',
  'event.entitlement.expired': 'สิทธิ์หมดอายุ',
  'event.entitlement.topped_up': 'เพิ่มสิทธิ์',
  'event.entitlement.adjusted': 'ปรับยอดสิทธิ์',
  'job.contracts.grant-entitlements': 'ให้สิทธิ์ตามงวดและตัดสิทธิ์ที่หมดอายุ',

  'permission_group.entitlement': 'สิทธิ์ในสัญญา',
  'permission.entitlement.use': 'บันทึกและคืนการใช้สิทธิ์',
  'permission.entitlement.adjust': 'เพิ่มและปรับยอดสิทธิ์',

  'proof.contracts.entitlements-equal-entries':
    'สิทธิ์คงเหลือของ “{line}” ในสัญญา {contract} คือ {left} แต่รายการรวมกันได้ {entries}',
  'proof.contracts.entitlements-granted':
    'สิทธิ์ของ “{line}” ในสัญญา {contract} ยังขาด {entries} รายการตั้งแต่วันที่ {since:date}',
};

const en: Catalogue = {
  'entitlement.not_whole': 'Visits and cases are whole numbers; only hours have parts.',
  'entitlement.too_much': 'Give at most {most}.',
  'entitlement.unit_twice': 'A line entitles to each unit once. Put them into one row.',
  'entitlement.quantity_negative': 'What is granted is zero or more.',
  'entitlement.quantity_not_positive': 'Give a quantity above zero.',
  'entitlement.nothing_adjusted': 'Give a quantity other than zero.',
  'entitlement.nothing_carried':
    'Nothing is carried over, so nothing carried over can expire. Leave the months out, or carry something over.',
  'entitlement.months': 'Give a number of months from 1 to {most}.',
  'entitlement.not_promised': 'The line does not entitle to that. Choose another unit, or agree it first.',
  'entitlement.not_running': 'Contract {contract} did not run on {on:date}. Give a day on which it ran.',
  'entitlement.suspended': 'The service of contract {contract} was suspended on {on:date}. Resume it first.',
  'entitlement.in_future': 'That day is still to come. Give today, {today:date}, or an earlier day.',
  'entitlement.too_little_left': 'Only {left} is left. Give less, or top it up first.',
  'entitlement.entered_already': 'That was entered already.',
  'entitlement.use_unknown': 'There is no such use.',
  'entitlement.no_use': 'Only a use is given back. Put anything else right by an adjustment with its reason.',
  'entitlement.still_kept': 'What was granted already cannot be taken off the line. Give 0 to grant nothing more.',
  'entitlement.per_stays': 'What was granted already keeps its periods. Leave them as they are.',

  'event.entitlement.agreed': 'Entitlements agreed',
  'event.entitlement.granted': 'Entitlement granted',
  'event.entitlement.changed': 'Entitlement changed with the plan',
  'event.entitlement.used': 'Entitlement used',
  'event.entitlement.given_back': 'Entitlement given back',
  'event.entitlement.carried_over': 'Entitlement carried over',
  'event.entitlement.expired': 'Entitlement expired',
  'event.entitlement.topped_up': 'Entitlement topped up',
  'event.entitlement.adjusted': 'Entitlement adjusted',
  'job.contracts.grant-entitlements': 'Grant entitlements, and let expired ones go',

  'permission_group.entitlement': 'Entitlements',
  'permission.entitlement.use': 'Enter and give back uses',
  'permission.entitlement.adjust': 'Top up and adjust entitlements',

  'proof.contracts.entitlements-equal-entries':
    'Of “{line}” in contract {contract}, {left} is shown as left, but its entries add up to {entries}',
  'proof.contracts.entitlements-granted':
    'Of “{line}” in contract {contract}, {entries} entries are missing since {since:date}',
};

export const entitlements: Record<Language, Catalogue> = { th, en };
