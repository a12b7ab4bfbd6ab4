import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'company.name_missing': 'ไม่ได้ระบุชื่อบริษัท กรุณากรอกชื่อตามหนังสือรับรอง เพราะเอกสารทุกฉบับใช้ชื่อนี้',
  'company.tax_id': 'เลขประจำตัวผู้เสียภาษีไม่ถูกต้อง ต้องเป็นเลข 13 หลักที่หลักสุดท้ายตรวจสอบได้',
  'company.email': 'อีเมลไม่ถูกต้อง กรุณาเขียนเช่น office@example.com',
  'company.sender': 'ผู้ส่งอีเมลไม่ถูกต้อง กรุณาเขียนเช่น office@example.com หรือ ชื่อ <office@example.com>',
  'company.web_address': 'ที่อยู่เว็บไม่ถูกต้อง กรุณาเขียนเช่น https://example.com',
  'company.kept_days': 'กรุณาระบุจำนวนวันเป็นจำนวนเต็ม ตั้งแต่ 7 ถึง 3,650 วัน',
  'company.zone': 'ไม่รู้จักเขตเวลานี้ กรุณาเลือกจากรายการ เช่น Asia/Bangkok',
  'branch.unknown': 'ไม่มีสาขานี้ กรุณาเลือกจากรายการสาขา',
  'branch.code': 'รหัสสาขาต้องเป็นตัวเลข 5 หลัก เช่น 00001 ตามที่จดทะเบียนภาษีมูลค่าเพิ่ม',
  'branch.name_missing': 'ไม่ได้ระบุชื่อสาขา กรุณากรอกชื่อ',
  'branch.head_office': '00000 คือสำนักงานใหญ่ ซึ่งใช้ข้อมูลจากหน้าบริษัท กรุณาใช้รหัสอื่นสำหรับสาขา',
  'branch.code_fixed': 'สาขา {code} ออกเลขที่เอกสารแล้ว จึงเปลี่ยนรหัสไม่ได้ กรุณาปิดสาขานี้แล้วสร้างสาขาใหม่',
  'branch.used': 'สาขา {code} ออกเลขที่เอกสารแล้ว จึงลบไม่ได้ กรุณาปิดการใช้งานแทน',
  'number_pattern.unknown_token':
    'รูปแบบมีส่วนในวงเล็บปีกกาที่ไม่รู้จัก ใช้ได้เฉพาะ ' +
    'BBBB หรือ BB (ปี พ.ศ.), YYYY หรือ YY (ปี ค.ศ.), MM (เดือน), BR (รหัสสาขา) และ N:6 (เลขลำดับ 6 หลัก)',
  'number_pattern.counter_missing': 'รูปแบบต้องมีเลขลำดับ เช่น N:6 ในวงเล็บปีกกา',
  'number_pattern.counter_repeated': 'รูปแบบมีเลขลำดับมากกว่าหนึ่งแห่ง กรุณาเหลือไว้แห่งเดียว',
  'number_pattern.month_without_year': 'รูปแบบมีเดือนแต่ไม่มีปี เลขที่จะซ้ำทุกปี กรุณาใส่ปีด้วย',
  'number_pattern.too_long': 'รูปแบบยาวเกินไป ยาวได้ไม่เกิน {most} ตัวอักษร',
  'number_pattern.characters': 'รูปแบบใช้ได้เฉพาะตัวอักษร ตัวเลข และเครื่องหมาย - / . _ โดยไม่มีช่องว่าง',
  'number_series.unknown': 'ไม่มีชุดเลขที่นี้ กรุณาเลือกจากรายการ',
  'number_series.company_wide': 'ชุดเลขที่นี้ใช้ร่วมกันทั้งบริษัท จึงกำหนดรูปแบบเฉพาะสาขาไม่ได้',
  'number_series.head_office': 'สำนักงานใหญ่ใช้รูปแบบของบริษัท กรุณาแก้ที่รูปแบบของบริษัท',
  'number_series.pattern_taken':
    'รูปแบบ {pattern} เป็นของชุด {series} อยู่แล้ว เอกสารสองชนิดจะมีเลขที่เหมือนกัน กรุณาใช้ตัวอักษรนำหน้าอื่น',
  'number_series.branch_pattern_taken':
    'รูปแบบ {pattern} เป็นของสาขาอื่นอยู่แล้ว สองสาขาจะออกเลขที่ซ้ำกัน กรุณาใส่รหัสสาขา BR หรือใช้ตัวอักษรนำหน้าอื่น',
  'number_series.number_unlike':
    '“{number}” ไม่ใช่เลขที่ของชุดนี้ กรุณาเขียนเช่น {example} หรือเขียนเฉพาะลำดับ เช่น 123',
  'number_series.in_use': 'ชุดนี้ออกเลขที่ไปแล้วถึงลำดับ {last} จึงตั้งเลขที่ล่าสุดไม่ได้ เพราะเลขที่จะขาดหรือซ้ำ',
  'number_series.only_upwards': 'ตั้งเลขที่ล่าสุดให้ต่ำลงไม่ได้ ตั้งไว้แล้วที่ {last}',
  'number_series.with_company': 'สาขานี้นับเลขร่วมกับบริษัท กรุณาตั้งเลขที่ล่าสุดที่ชุดของบริษัท',
  'permission.number-series.read': 'ดูชุดเลขที่เอกสาร',
  'permission.number-series.change': 'เปลี่ยนรูปแบบเลขที่เอกสาร',
};

const en: Catalogue = {
  'company.name_missing': 'The name of the company is missing. Give its registered name: every document bears it.',
  'company.tax_id': 'This is no tax id: it has 13 digits, and the last one must check the others.',
  'company.email': 'This is no mail address. Write it like office@example.com.',
  'company.sender': 'This is no sender. Write it like office@example.com or Name <office@example.com>.',
  'company.web_address': 'This is no web address. Write it like https://example.com.',
  'company.kept_days': 'Please say a whole number of days, from 7 to 3,650.',
  'company.zone': 'This time zone is not known. Choose one of the list, such as Asia/Bangkok.',
  'branch.unknown': 'There is no such branch. Choose one of the list.',
  'branch.code': 'The code of a branch has 5 digits, such as 00001, as it is registered for VAT.',
  'branch.name_missing': 'The name of the branch is missing. Please give it.',
  'branch.head_office':
    '00000 is the head office, whose data stands on the page of the company. Use another code for a branch.',
  'branch.code_fixed':
    'Branch {code} has given numbers to documents, so its code stays. Close this branch and make a new one.',
  'branch.used': 'Branch {code} has given numbers to documents, so it is not deleted. Switch it off instead.',
  'number_pattern.unknown_token':
    'The pattern names something in braces that is not known. There are BBBB or BB (Buddhist year), YYYY or YY (year), ' +
    'MM (month), BR (branch code) and N:6 (the counter with 6 digits).',
  'number_pattern.counter_missing': 'The pattern needs the counter, such as N:6 in braces.',
  'number_pattern.counter_repeated': 'The pattern names the counter more than once. Leave it in one place.',
  'number_pattern.month_without_year': 'The pattern names the month without the year, so numbers would come again.',
  'number_pattern.too_long': 'The pattern is too long; at most {most} characters.',
  'number_pattern.characters': 'A pattern is made of letters, digits and - / . _ without spaces.',
  'number_series.unknown': 'There is no such number series. Choose one of the list.',
  'number_series.company_wide': 'These numbers are given for the whole company, so no branch has its own pattern.',
  'number_series.head_office': 'The head office counts by the pattern of the company. Change that one.',
  'number_series.pattern_taken':
    'The pattern {pattern} is that of {series}: two kinds of documents would bear the same number. Begin it otherwise.',
  'number_series.branch_pattern_taken':
    'The pattern {pattern} is that of another branch: both would give the same numbers. Name the branch (BR) or begin it ' +
    'otherwise.',
  'number_series.number_unlike':
    '“{number}” is no number of this series. Write it like {example}, or the counter alone, like 123.',
  'number_series.in_use':
    'This series has given numbers here already, up to {last}. The last number is not set any more: some would be missing or come twice.',
  'number_series.only_upwards': 'The last number is set to {last} and does not go down again.',
  'number_series.with_company': 'This branch counts on with the company. Set the last number of the company.',
  'permission.number-series.read': 'See number series',
  'permission.number-series.change': 'Change the patterns of number series',
};

export const settingMessages: Record<Language, Catalogue> = { th, en };
