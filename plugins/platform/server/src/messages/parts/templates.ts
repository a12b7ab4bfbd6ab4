import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'template.unknown': 'ไม่มีแม่แบบ {code} กรุณาเลือกแม่แบบที่มีอยู่ในรายการ',
  'template.sample_not_an_object': 'ข้อมูลตัวอย่างต้องเป็นออบเจ็กต์ JSON เช่น {"customer": "สมใจ"}',
  'template.syntax':
    'ข้อความของแม่แบบอ่านไม่ได้ที่บรรทัด {line} ตำแหน่ง {column}: {problem} กรุณาตรวจเครื่องหมายปีกกาและชื่อตัวกรอง',
  'template.not_closed': 'บรรทัด {line} ตำแหน่ง {column}: "{name}" ยังไม่ปิด กรุณาใส่ส่วนปิดให้ครบ',
  'template.filter_unknown': 'บรรทัด {line} ตำแหน่ง {column}: ไม่มีตัวกรอง "{name}" ใช้ได้เช่น money, quantity, date',
  'template.tag_unknown':
    'บรรทัด {line} ตำแหน่ง {column}: ใช้คำสั่ง "{name}" ตรงนี้ไม่ได้ ใช้ได้เช่น if, for และต้องปิดให้ตรงคู่',
  'template.variable_unknown':
    'บรรทัด {line} ตำแหน่ง {column}: ไม่มีข้อมูลชื่อ "{name}" ที่นี่ กรุณาเลือกจากรายการข้อมูลที่ใช้ได้',
  'template.too_much': 'ข้อความของแม่แบบทำงานหนักเกินไปสำหรับอีเมลหนึ่งฉบับ กรุณาลดการวนซ้ำหรือความยาว',
  'template.empty': 'ข้อความนี้ว่างไม่ได้ เพราะอีเมลในภาษานี้ต้องใช้ กรุณาเขียนข้อความ',
  'template.changed_meanwhile':
    '{by} บันทึกฉบับที่ {version} ไปแล้วระหว่างที่คุณแก้ไข ข้อความของคุณยังไม่ถูกบันทึก กรุณาดูฉบับนั้นก่อนบันทึกทับ',
  'template.version_unknown': 'แม่แบบนี้ไม่มีฉบับที่ {version} กรุณาเลือกจากรายการฉบับ',
  'template.no_rows': 'แม่แบบ {code} ลองกับข้อมูลจริงไม่ได้ กรุณาใช้ข้อมูลตัวอย่าง',
  'template.row_unknown': 'ไม่พบรายการนี้สำหรับลองแม่แบบ กรุณาเลือกรายการอื่น',
  'template.no_address': 'บัญชีของคุณไม่มีที่อยู่อีเมลให้ส่งทดสอบ กรุณาเพิ่มในโปรไฟล์',
  'event.template.changed': 'แก้ไขแม่แบบอีเมล',
  'template.past': 'ฉบับที่ {version} ของแม่แบบ {code} เป็นฉบับเก่า แก้ไขไม่ได้ กรุณาแก้ไขฉบับปัจจุบัน',
  'template.code_fixed': 'รหัสของแม่แบบเปลี่ยนไม่ได้ เพราะอีเมลที่ส่งแล้วอ้างถึงรหัสนี้ กรุณาใช้รหัสเดิม',
  'template.kept': 'แม่แบบลบหรือทำสำเนาไม่ได้ เพราะอีเมลที่ส่งแล้วอ้างถึง กรุณาแก้ไขข้อความแทน',
  'template.taken': 'มีแม่แบบรหัสนี้อยู่แล้ว กรุณาแก้ไขแม่แบบเดิมหรือใช้รหัสอื่น',
  'permission.template.read': 'ดูแม่แบบอีเมลและฉบับเก่า',
  'permission.template.preview': 'ดูตัวอย่างแม่แบบอีเมล',
  'permission.template.edit': 'แก้ไขแม่แบบอีเมล',
  'permission.template.test': 'ส่งแม่แบบอีเมลทดสอบถึงตนเอง',
};

const en: Catalogue = {
  'template.unknown': 'There is no template {code}. Choose one from the list.',
  'template.sample_not_an_object': 'The sample must be a JSON object, such as {"customer": "Somjai"}.',
  'template.syntax':
    'The text cannot be read at line {line}, column {column}: {problem}. Check the braces and the names of filters.',
  'template.not_closed': 'Line {line}, column {column}: “{name}” is not closed. Write what closes it.',
  'template.filter_unknown':
    'Line {line}, column {column}: there is no filter “{name}”. There are money, quantity, date and others.',
  'template.tag_unknown':
    'Line {line}, column {column}: “{name}” cannot stand here. There are if, for and others, each closed by its own end.',
  'template.variable_unknown':
    'Line {line}, column {column}: nothing here is called “{name}”. Choose from what it may say.',
  'template.too_much': 'The text asks for more work than a mail may make. Take away loops, or shorten it.',
  'template.empty': 'This text cannot be empty, as mails in this language need it. Write one.',
  'template.changed_meanwhile':
    '{by} saved version {version} while you were editing. Your text is not saved yet. Look at that version before you save yours.',
  'template.version_unknown': 'This template has no version {version}. Choose one from its list.',
  'template.no_rows': 'The template {code} cannot be tried with a real row. Use its sample.',
  'template.row_unknown': 'There is nothing here to try the template with. Choose another one.',
  'template.no_address': 'Your account has no mail address to send a test to. Add one to your profile.',
  'event.template.changed': 'Mail template changed',
  'template.past':
    'Version {version} of the template {code} is a past one and stays as it is. Edit the current version.',
  'template.code_fixed': 'The code of a template cannot change, as mails that were sent name it. Keep the code.',
  'template.kept': 'A template cannot be deleted or copied, as mails that were sent name it. Edit its text instead.',
  'template.taken': 'A template with this code is already there. Edit that one, or choose another code.',
  'permission.template.read': 'Read mail templates and their versions',
  'permission.template.preview': 'Preview mail templates',
  'permission.template.edit': 'Edit mail templates',
  'permission.template.test': 'Send mail templates to oneself as a test',
};

export const templateMessages: Record<Language, Catalogue> = { th, en };
