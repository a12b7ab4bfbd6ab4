import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'template.unknown': 'ไม่มีแม่แบบ {code} กรุณาเลือกแม่แบบที่มีอยู่ในรายการ',
  'template.sample_not_an_object': 'ข้อมูลตัวอย่างต้องเป็นออบเจ็กต์ JSON เช่น {"customer": "สมใจ"}',
  'template.syntax': 'ข้อความของแม่แบบอ่านไม่ได้: {problem} กรุณาตรวจเครื่องหมายปีกกาและชื่อตัวกรอง',
  'template.past': 'ฉบับที่ {version} ของแม่แบบ {code} เป็นฉบับเก่า แก้ไขไม่ได้ กรุณาแก้ไขฉบับปัจจุบัน',
  'template.code_fixed': 'รหัสของแม่แบบเปลี่ยนไม่ได้ เพราะอีเมลที่ส่งแล้วอ้างถึงรหัสนี้ กรุณาใช้รหัสเดิม',
  'template.kept': 'แม่แบบลบหรือทำสำเนาไม่ได้ เพราะอีเมลที่ส่งแล้วอ้างถึง กรุณาแก้ไขข้อความแทน',
  'template.taken': 'มีแม่แบบรหัสนี้อยู่แล้ว กรุณาแก้ไขแม่แบบเดิมหรือใช้รหัสอื่น',
  'permission.template.preview': 'ดูตัวอย่างแม่แบบอีเมล',
};

const en: Catalogue = {
  'template.unknown': 'There is no template {code}. Choose one from the list.',
  'template.sample_not_an_object': 'The sample must be a JSON object, such as {"customer": "Somjai"}.',
  'template.syntax': 'The text of the template cannot be read: {problem}. Check the braces and the names of filters.',
  'template.past':
    'Version {version} of the template {code} is a past one and stays as it is. Edit the current version.',
  'template.code_fixed': 'The code of a template cannot change, as mails that were sent name it. Keep the code.',
  'template.kept': 'A template cannot be deleted or copied, as mails that were sent name it. Edit its text instead.',
  'template.taken': 'A template with this code is already there. Edit that one, or choose another code.',
  'permission.template.preview': 'Preview mail templates',
};

export const templateMessages: Record<Language, Catalogue> = { th, en };
