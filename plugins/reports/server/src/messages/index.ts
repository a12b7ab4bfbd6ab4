import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'permission.report.read': 'เปิดหน้ารายงาน',
  'permission.report.save': 'บันทึกรายงานของตนเอง',
  'report.unknown': 'ไม่มีรายงานนี้ กรุณาเลือกจากรายการ',
  'report.rows_limited':
    'รายงานนี้นับเอกสารทั้งหมด แต่คุณเห็นเพียงบางส่วน ผู้ดูแลเปิดให้ได้โดยให้สิทธิ์อ่านเอกสารทั้งหมด',
  'report.total': 'รวม',
  'report.head_office': 'สำนักงานใหญ่',
  'report.dates_reversed': 'ช่วงเวลาเริ่ม {from:date} แต่สิ้นสุด {to:date} กรุณาให้วันเริ่มอยู่ก่อน',
  'report.branch_unknown': 'ไม่พบสาขานี้ กรุณาเลือกจากรายการ',
  'report.filter_not_taken': 'รายงานนี้ไม่กรองตาม {field} กรุณาเอาออก',
  'report.customer_required': 'รายงานนี้เป็นของลูกค้ารายเดียว กรุณาเลือกลูกค้า',
  'report.too_many_rows': 'รายงานมี {rows} แถว แต่ไฟล์ XLSX รับได้ {most} แถว กรุณาใช้ CSV หรือย่อช่วงเวลา',
  'saved_report.name_taken': 'คุณมีรายงานที่บันทึกไว้ในชื่อนี้แล้ว กรุณาใช้ชื่ออื่น',
  'saved_report.too_many': 'บันทึกรายงานได้ไม่เกิน {most} รายการ กรุณาลบบางรายการก่อน',
  'saved_report.not_found': 'ไม่พบรายงานที่บันทึกไว้นี้',
};

const en: Catalogue = {
  'permission.report.read': 'Open the page of reports',
  'permission.report.save': 'Save reports of one’s own',
  'report.unknown': 'There is no such report. Choose one from the list.',
  'report.rows_limited':
    'This report counts every document, and you may read only some of them. Whoever keeps the roles can let you read all.',
  'report.total': 'Total',
  'report.head_office': 'Head office',
  'report.dates_reversed': 'The period begins on {from:date} and ends on {to:date}. Give the earlier day first.',
  'report.branch_unknown': 'There is no such branch. Choose one from the list.',
  'report.filter_not_taken': 'This report is not narrowed by {field}. Please leave it out.',
  'report.customer_required': 'This report is of one customer. Choose the customer.',
  'report.too_many_rows': 'The report has {rows} rows; an XLSX file takes {most}. Use CSV, or a shorter period.',
  'saved_report.name_taken': 'You have a saved report of this name already. Choose another name.',
  'saved_report.too_many': 'At most {most} reports are saved. Forget one first.',
  'saved_report.not_found': 'There is no such saved report.',
};

export const messages: Record<Language, Catalogue> = { th, en };
