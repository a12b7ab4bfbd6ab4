import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'tax_month.not_a_month': '{month} ไม่ใช่เดือน กรุณาเขียนเช่น 2026-01',
  'tax_month.not_over': 'เดือน {month} ยังไม่สิ้นสุด (วันนี้ {today}) ปิดได้ตั้งแต่วันแรกของเดือนถัดไป',
  'tax_month.already_closed': 'ปิดเดือนภาษีนี้แล้ว',
  'tax_month.not_closed': 'เดือนภาษี {month} ยังไม่ได้ปิด',
  'tax_month.something_missing':
    'เดือน {month} ยังขาดอีก {missing} รายการ กรุณาตรวจสอบก่อน หากต้องการปิดทั้งที่ยังขาด ให้ยืนยันว่าปิดโดยไม่รอ',
  'tax_month.closed':
    'ปิดเดือนภาษี {month} แล้ว จึงออกเอกสารลงวันที่ {date} ไม่ได้ กรุณาใช้วันที่ในเดือนที่ยังเปิดอยู่ หรือให้เจ้าของเปิดเดือนเพื่อยื่นแบบเพิ่มเติม',
  'tax_month.closed_with':
    '{number} อยู่ในเดือนภาษี {month} ซึ่งปิดและยื่นแบบแล้ว จึงยกเลิกไม่ได้ กรุณาออกใบลดหนี้ หรือให้เจ้าของเปิดเดือนเพื่อยื่นแบบเพิ่มเติม',
  'tax_month.month_closed': 'เอกสารนี้อยู่ในเดือนภาษีที่ปิดแล้ว จึงออกหรือยกเลิกไม่ได้',
  'tax_invoice.not_late': '{number} ลงวันที่ตามจุดความรับผิดแล้ว จึงไม่ต้องยื่นแบบเพิ่มเติม',
  'tax_invoice.returned_on_wrong': 'วันที่ยื่นแบบเพิ่มเติม {date} ต้องไม่ก่อน {from} และไม่หลัง {today}',
  'tax_invoice.tax_id_wrong': 'เลขประจำตัวผู้เสียภาษีต้องเป็นตัวเลข 13 หลักที่ถูกต้อง',
  'tax_invoice.ended': '{number} ไม่มีผลแล้ว ({state}) จึงแก้ไขไม่ได้',
  'tax_invoice.nothing_to_correct':
    'ข้อมูลผู้ซื้อของ {number} ตรงกับข้อมูลลูกค้าแล้ว กรุณาแก้ข้อมูลลูกค้าก่อน หรือระบุชื่อและที่อยู่ที่ถูกต้อง',
  'tax_invoice.tax_point_stands':
    'ยกเลิก {number} ไม่ได้ เพราะ {line} ชำระหรือส่งมอบแล้ว จึงต้องมีใบกำกับภาษี กรุณาออกฉบับใหม่แทน หรือออกใบลดหนี้',
  'tax_invoice.corrected': '{note} ปรับปรุงใบกำกับภาษีนี้แล้ว จึงยกเลิกไม่ได้',
  'tax_invoice.replaced_already': 'ใบกำกับภาษีนี้มีฉบับใหม่ออกแทนแล้ว',
};

const en: Catalogue = {
  'tax_month.not_a_month': '{month} is no month. Write it like 2026-01.',
  'tax_month.not_over':
    'The month {month} is not over (today is {today}). It can be closed from the first day of the next month on.',
  'tax_month.already_closed': 'This tax month is closed already.',
  'tax_month.not_closed': 'The tax month {month} is not closed.',
  'tax_month.something_missing':
    '{missing} things are still missing in {month}. Look at them first; to close it all the same, say so.',
  'tax_month.closed':
    'The tax month {month} is closed: no document is dated {date} any more. Give a day of a month that is open, or have the owner open it again for an additional return.',
  'tax_month.closed_with':
    '{number} stands in the tax month {month}, which is closed and reported: it is not taken away. Issue a credit note, or have the owner open the month again for an additional return.',
  'tax_month.month_closed': 'This document belongs to a closed tax month: it is neither issued nor cancelled any more.',
  'tax_invoice.not_late': '{number} bears the day of its tax point: no additional return is needed for it.',
  'tax_invoice.returned_on_wrong':
    'The additional return was handed in on {date}, but that must lie between {from} and {today}.',
  'tax_invoice.tax_id_wrong': 'A tax id has 13 digits, the last of which proves the others.',
  'tax_invoice.ended': '{number} stands no longer ({state}): nothing of it is corrected.',
  'tax_invoice.nothing_to_correct':
    '{number} names the buyer as the customer is kept. Correct the customer first, or give the right name and address.',
  'tax_invoice.tax_point_stands':
    '{number} is not cancelled: {line} is paid or handed over and needs its tax invoice. Replace it, or issue a credit note.',
  'tax_invoice.corrected': '{note} has corrected this tax invoice: it is not cancelled any more.',
  'tax_invoice.replaced_already': 'Another tax invoice has replaced this one already.',
};

export const taxPapers: Record<Language, Catalogue> = { th, en };
