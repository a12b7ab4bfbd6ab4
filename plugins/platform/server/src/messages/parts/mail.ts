import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'mail.footnote': 'อีเมลฉบับนี้ส่งโดยระบบอัตโนมัติ',
  'delivery.not_retriable': 'อีเมลนี้อยู่ในสถานะ {state} จึงส่งซ้ำไม่ได้ ส่งซ้ำได้เฉพาะอีเมลที่ส่งไม่สำเร็จ',
  'delivery.by_action_only': 'อีเมลที่ส่งแล้วหรือรอส่งแก้ไขไม่ได้ ส่งซ้ำได้จากหน้าอีเมล',
  'delivery.unknown': 'ไม่พบอีเมลนี้ กรุณาเลือกจากรายการ',
  'permission.delivery.read': 'อ่านอีเมลที่ส่ง',
  'permission.delivery.retry': 'ส่งอีเมลที่ส่งไม่สำเร็จอีกครั้ง',
};

const en: Catalogue = {
  'mail.footnote': 'This mail was sent automatically.',
  'delivery.not_retriable': 'This mail is {state} and cannot be tried again. Only one that failed can.',
  'delivery.by_action_only': 'A mail is kept as it goes out. It can be tried again on the page of mails.',
  'delivery.unknown': 'There is no such mail. Choose one from the list.',
  'permission.delivery.read': 'Read mails that were sent',
  'permission.delivery.retry': 'Retry mails that failed',
};

export const mailMessages: Record<Language, Catalogue> = { th, en };
