import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** What is refused about credit and debit notes. */
export const corrections: Record<Language, Catalogue> = {
  th: {
    'credit_note.line_unknown': 'ใบแจ้งหนี้นี้ไม่มีรายการนี้',
    'credit_note.line_twice': 'ระบุรายการนี้ซ้ำ กรุณาระบุครั้งเดียวด้วยผลรวม',
    'credit_note.line_credited': '{line} ถูกลดหนี้ครบแล้ว ไม่มีเหลือให้ลดหนี้',
    'credit_note.quantity_not_positive': 'จำนวนที่ลดหนี้ต้องมากกว่าศูนย์',
    'credit_note.quantity_left': '{line} ลดหนี้ได้อีกเพียง {left} {unit}',
    'credit_note.amount_not_positive': 'จำนวนเงินที่ลดหนี้ต้องมากกว่าศูนย์',
    'credit_note.amount_left': '{line} ลดหนี้ได้อีกเพียง {left:money} (รวมภาษีมูลค่าเพิ่ม)',
    'credit_note.settle_too_much': 'จะหัก {amount:money} แต่ใบลดหนี้เหลือเพียง {left:money}',
    'credit_note.offset_too_much':
      '{invoice} ค้างชำระ {due:money} จึงหัก {amount:money} ไม่ได้ ส่วนที่เหลือเป็นเครดิตลูกค้าได้',
    'credit_note.credit_names_invoice': 'เครดิตลูกค้าไม่ผูกกับใบแจ้งหนี้ ถ้าจะหักใบแจ้งหนี้ให้ใช้ offset',
    'credit_note.amounts_wrong': 'ยอดของใบลดหนี้ไม่สอดคล้องกัน',
    'credit_note.cancel_follows':
      '{number} ออกตามรายการอื่น (รับคืนสินค้า สัญญา มัดจำ หรือรอบวางบิล) จึงยกเลิกเดี่ยว ๆ ไม่ได้ ถ้าต้องเก็บเงินคืนให้ออกใบเพิ่มหนี้หรือใบแจ้งหนี้ใหม่',
    'credit_note.cancel_refunded':
      'ใบคืนเงิน {refund} คืนเงินตาม {number} กรุณายกเลิกใบคืนเงินก่อน ถ้าโอนแล้วให้ออกใบเพิ่มหนี้แทน',
    'credit_note.cancel_used': 'ใช้ {number} หักใบแจ้งหนี้ {invoice} แล้ว จึงยกเลิกไม่ได้ ให้ออกใบเพิ่มหนี้แทน',
    'credit_note.cancel_invoice':
      '{invoice} มีสถานะ {state} จึงยกเลิก {number} ไม่ได้ ใบแจ้งหนี้ต้องรอชำระหรือชำระแล้ว',
    'credit_note.cancel_documented':
      'ใบกำกับภาษี {taxInvoice} ออกตามผลของ {number} แล้ว จึงยกเลิกไม่ได้ ให้ออกใบเพิ่มหนี้แทน',
    'credit_note.cancel_corrected':
      '{note} ออกหลัง {number} และแก้ไขใบกำกับภาษีเดียวกัน กรุณายกเลิก {note} ก่อน หรือออกใบเพิ่มหนี้แทน',
    'credit_note.cancel_taxed_less':
      'หลังออก {number} ได้ออกใบกำกับภาษีของ {invoice} ตามยอดที่ลดแล้ว ถ้ายกเลิกภาษีจะขาด ให้ออกใบเพิ่มหนี้แทน',
    'note.happened_in_future': 'วันที่ {date:date} อยู่ในอนาคต วันนี้คือ {today:date} เหตุเกิดขึ้นแล้วจึงออกเอกสารได้',
    'note.happened_before':
      'วันที่ {date:date} อยู่ก่อน {number} ลงวันที่ {day:date} เหตุต้องเกิดไม่ก่อนเอกสารที่แก้ไข',
    'note.happened_after': 'วันที่เกิดเหตุต้องไม่อยู่หลังวันที่ของเอกสาร',
    'note.late':
      'เหตุเกิดวันที่ {date:date} จึงต้องออกเอกสารภายในเดือน {month} ถ้าจะออกล่าช้า กรุณายืนยันด้วย late: true',
    'note.cause_of_goods': '{cause} เป็นเหตุของสินค้า แต่รายการที่แก้ไขมีแต่บริการ ใช้เหตุต่อไปนี้ได้: {lawful}',
    'note.cause_of_service': '{cause} เป็นเหตุของบริการ แต่รายการที่แก้ไขมีแต่สินค้า ใช้เหตุต่อไปนี้ได้: {lawful}',
    'debit_note.unknown': 'ไม่มีใบเพิ่มหนี้นี้',
    'debit_note.number_taken': 'เลขที่ใบเพิ่มหนี้นี้ถูกใช้แล้ว',
    'debit_note.payable_taken': 'ใบแจ้งหนี้นี้เป็นของใบเพิ่มหนี้อื่นแล้ว',
    'debit_note.incomplete': 'ใบเพิ่มหนี้ที่ออกแล้วต้องมีเลขที่และใบแจ้งหนี้ของส่วนต่าง',
    'debit_note.invoice_not_issued': '{invoice} มีสถานะ {state}: เพิ่มหนี้ได้เฉพาะใบแจ้งหนี้ที่ออกแล้ว',
    'debit_note.of_debit_note': '{invoice} เป็นใบแจ้งหนี้ของใบเพิ่มหนี้ {debitNote} กรุณาเพิ่มหนี้ที่ใบแจ้งหนี้เดิม',
    'debit_note.line_unknown': 'ใบแจ้งหนี้นี้ไม่มีรายการนี้',
    'debit_note.line_twice': 'ระบุรายการนี้ซ้ำ กรุณาระบุครั้งเดียวด้วยผลรวม',
    'debit_note.amount_not_positive': 'จำนวนเงินที่เพิ่มต้องมากกว่าศูนย์',
    'debit_note.goods_not_taxed':
      'ยังไม่มีใบกำกับภาษีของ {line} ให้อ้างถึง กรุณาออกใบเพิ่มหนี้หลังส่งมอบสินค้า หรือออกใบแจ้งหนี้ใหม่',
  },
  en: {
    'credit_note.line_unknown': 'The invoice has no such line.',
    'credit_note.line_twice': 'This line is named twice. Name it once with the sum.',
    'credit_note.line_credited': '{line} is credited already: nothing of it is left.',
    'credit_note.quantity_not_positive': 'The quantity to credit must be above zero.',
    'credit_note.quantity_left': 'Of {line} only {left} {unit} are left to credit.',
    'credit_note.amount_not_positive': 'The amount to credit must be above zero.',
    'credit_note.amount_left': 'Of {line} only {left:money} (VAT included) are left to credit.',
    'credit_note.settle_too_much': '{amount:money} are to be settled, but only {left:money} of the credit are left.',
    'credit_note.offset_too_much':
      '{invoice} has {due:money} open: {amount:money} cannot be taken off it. The rest can be customer credit.',
    'credit_note.credit_names_invoice': 'Customer credit is laid on no invoice. To take it off an invoice, use offset.',
    'credit_note.amounts_wrong': 'The amounts of the credit note do not agree.',
    'credit_note.cancel_follows':
      '{number} was issued because of something else (a return, a contract, a deposit, a billing run): it is not cancelled by itself. What is owed after all is charged by a debit note or a new invoice.',
    'credit_note.cancel_refunded':
      'Refund {refund} pays {number} back: cancel the refund first. If it was sent, charge the amount by a debit note.',
    'credit_note.cancel_used':
      '{number} was laid on invoice {invoice}: it cannot be cancelled any more. Charge the amount by a debit note.',
    'credit_note.cancel_invoice': '{invoice} is {state}: {number} can be cancelled while it is open or paid.',
    'credit_note.cancel_documented':
      'Tax invoice {taxInvoice} rests on {number}: it cannot be cancelled any more. Charge the amount by a debit note.',
    'credit_note.cancel_corrected':
      '{note} was issued after {number} and corrects the same documents: cancel {note} first, or charge the amount by a debit note.',
    'credit_note.cancel_taxed_less':
      'Since {number} tax invoices of {invoice} have taxed what was still charged: without it too little would be taxed. Charge the amount by a debit note.',
    'note.happened_in_future': '{date:date} lies in the future; today is {today:date}. A note follows its cause.',
    'note.happened_before':
      '{date:date} is before {number} of {day:date}: the cause cannot have arisen before what the note corrects.',
    'note.happened_after': 'The cause of a note cannot have arisen after it.',
    'note.late':
      'The cause arose on {date:date}: the last month in which the note could be issued is {month}. To issue it late, say so with late: true.',
    'note.cause_of_goods': '{cause} is a cause of goods, and only services are corrected. Lawful here: {lawful}.',
    'note.cause_of_service': '{cause} is a cause of services, and only goods are corrected. Lawful here: {lawful}.',
    'debit_note.unknown': 'There is no such debit note.',
    'debit_note.number_taken': 'This debit note number is taken already.',
    'debit_note.payable_taken': 'This invoice belongs to another debit note already.',
    'debit_note.incomplete': 'An issued debit note has a number and the invoice over its difference.',
    'debit_note.invoice_not_issued': '{invoice} is {state}: more is charged on issued invoices only.',
    'debit_note.of_debit_note':
      '{invoice} is the invoice of debit note {debitNote}. Charge more on the invoice that it corrects.',
    'debit_note.line_unknown': 'The invoice has no such line.',
    'debit_note.line_twice': 'This line is named twice. Name it once with the sum.',
    'debit_note.amount_not_positive': 'The amount to add must be above zero.',
    'debit_note.goods_not_taxed':
      'There is no tax invoice of {line} that a debit note could name. Issue it after the hand-over, or bill the difference on a new invoice.',
  },
};
