import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'file.missing': 'ไม่พบไฟล์ในคำขอ กรุณาส่งหนึ่งไฟล์ในช่อง file แบบ multipart/form-data',
  'file.one_at_a_time': 'ส่งได้ครั้งละหนึ่งไฟล์ กรุณาส่งแต่ละไฟล์แยกกัน',
  'file.too_large': 'ไฟล์ใหญ่เกินไป กรุณาส่งไฟล์ไม่เกิน {max} MB',
  'input.body_too_large': 'คำขอมีขนาดใหญ่เกินไป กรุณาแบ่งส่งเป็นส่วนย่อย',
  'file.type_refused': 'รับเฉพาะไฟล์ JPEG, PNG, WebP, HEIC และ PDF กรุณาส่งไฟล์ชนิดดังกล่าว',
  'file.unknown': 'ไม่พบไฟล์นี้ กรุณาส่งไฟล์ก่อน แล้วใช้รหัสที่ได้รับ',
  'file.attached_already': 'ไฟล์ {name} แนบกับรายการอื่นแล้ว กรุณาส่งไฟล์ใหม่',
  'file.link_expired': 'ลิงก์ของไฟล์หมดอายุแล้ว กรุณาขอลิงก์ใหม่',
  'permission.file.read': 'อ่านไฟล์ส่วนตัว',
  'permission.file.upload': 'ส่งไฟล์ส่วนตัว',
  'job.platform.tidy-files': 'ลบไฟล์ที่ไม่ได้แนบกับรายการใด',
};

const en: Catalogue = {
  'file.missing': 'There is no file in the request. Send one file in the field “file” as multipart/form-data.',
  'file.one_at_a_time': 'Only one file at a time. Send each file by itself.',
  'file.too_large': 'The file is too large. Send one of at most {max} MB.',
  'input.body_too_large': 'The request is too large. Send less at a time.',
  'file.type_refused': 'This kind of file is not taken. Send a JPEG, PNG, WebP, HEIC or PDF.',
  'file.unknown': 'There is no such file. Send the file first and use the id that you get.',
  'file.attached_already': 'The file {name} is attached to something else already. Send it anew.',
  'file.link_expired': 'The link to this file has expired. Ask for a new one.',
  'permission.file.read': 'Read private files',
  'permission.file.upload': 'Send private files',
  'job.platform.tidy-files': 'Delete files that were attached to nothing',
};

export const fileMessages: Record<Language, Catalogue> = { th, en };
