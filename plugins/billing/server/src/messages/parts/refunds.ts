import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** Money that goes back. */
export const refunds: Record<Language, Catalogue> = {
  th: {
    'refund.unknown': 'ไม่มีรายการคืนเงินนี้',
    'refund.twice': 'ระบุการคืนเงิน {refund} ซ้ำกัน',
    'refund.source_unknown': 'ไม่มีการชำระเงินหรือใบลดหนี้ที่จะคืนเงินได้',
    'refund.payment_not_received': 'การชำระเงินอยู่ในสถานะ {state} คืนได้เฉพาะเงินที่รับแล้ว',
    'refund.note_not_issued': 'ใบลดหนี้อยู่ในสถานะ {state} คืนเงินได้เฉพาะใบลดหนี้ที่ออกแล้ว',
    'refund.amount_not_positive': 'จำนวนเงินที่คืนต้องมากกว่าศูนย์',
    'refund.nothing_left': 'ไม่มีเงินที่คืนได้จาก {source} เพราะใช้กับใบแจ้งหนี้หรือคืนไปแล้วทั้งหมด',
    'refund.too_much': '{amount:money} มากกว่าที่คืนได้จาก {source} คือ {most:money} กรุณาลดลง',
    'refund.under_way': 'มีการคืนเงินจากรายการนี้ค้างอยู่แล้ว กรุณาโอนหรือยกเลิกรายการนั้นก่อน',
    'refund.number_taken': 'เลขที่ใบแจ้งการคืนเงินนี้ถูกใช้แล้ว',
    'refund.reference_used': 'เลขที่อ้างอิงนี้บันทึกกับการคืนเงินอื่นแล้ว',
    'refund.amount_wrong': 'การคืนเงินต้องมีจำนวนมากกว่าศูนย์ และมาจากการชำระเงินหรือใบลดหนี้อย่างใดอย่างหนึ่ง',
    'refund.sent_wrong': 'การคืนเงินที่โอนแล้วต้องมีวันที่และเลขที่อ้างอิง',
    'refund.sent_in_future': 'วันที่ {date} อยู่ในอนาคต วันนี้คือ {today}',
    'refund.account_missing': 'กรุณาระบุบัญชีที่จะโอนคืนของ {refund}: ธนาคาร เลขที่ และชื่อบัญชี',
    'refund.no_card': 'เงินของ {refund} ไม่ได้รับทางบัตร กรุณาโอนคืนเข้าบัญชี',
    'refund.card_too_little':
      'คืนเข้าบัตรใบเดียว {amount:money} ไม่ได้ บัตรที่เหลือมากที่สุดคืนได้ {most:money} กรุณาคืนเป็นหลายรายการ หรือโอนเข้าบัญชี',
    'refund.gateway_silent':
      'เครื่องนี้ไม่มีรหัสลับของ {gateway} จึงคืนเข้าบัตรไม่ได้ กรุณาตั้งค่า หรือโอนคืนเข้าบัญชี',
    'refund.card_wrong': 'การคืนเข้าบัตรที่กำลังส่งต้องมีการชำระเงินด้วยบัตร และเวลาที่จะสอบถามครั้งต่อไป',
    'refund.own_verification': 'ผู้ตรวจสอบสลิปคืนเงินเองไม่ได้ กรุณาให้ผู้อื่นดำเนินการ',
    'refund.taken_back': 'ถอนคำขอคืนเงิน',
    'credit_note.refund_too_much': 'คืนเงินได้ไม่เกิน {paid:money} ซึ่งเป็นเงินที่รับมาของ {invoice} และยังไม่ได้คืน',
    'payment.refunded': 'มีการคืนเงิน {refund} จากการชำระเงินนี้ กรุณายกเลิกการคืนเงินก่อน หากยังไม่ได้โอน',
    'approval.void.asked': 'ยกเลิก {invoice} ของ {customer} ยอดค้าง {due:money}',
    'approval.write-off.asked': 'ตัดหนี้สูญ {invoice} ของ {customer} ยอดค้าง {due:money}',
    'approval.refund.asked': 'คืนเงิน {amount:money} ให้ {customer}',
  },
  en: {
    'refund.unknown': 'There is no such refund.',
    'refund.twice': 'The refund {refund} is named twice.',
    'refund.source_unknown': 'There is no such payment or credit note to refund.',
    'refund.payment_not_received': 'The payment is {state}. Only money that came in can go back.',
    'refund.note_not_issued': 'The credit note is {state}. Only an issued one can be refunded.',
    'refund.amount_not_positive': 'The amount to refund must be above zero.',
    'refund.nothing_left': 'Nothing of {source} can go back: all of it is used on invoices or was refunded.',
    'refund.too_much': '{amount:money} is more than the {most:money} of {source} that can go back. Please lower it.',
    'refund.under_way': 'A refund of this is under way already. Send or cancel that one first.',
    'refund.number_taken': 'This refund number is taken.',
    'refund.reference_used': 'This reference is recorded with another refund already.',
    'refund.amount_wrong': 'A refund has an amount above zero, and comes of one payment or one credit note.',
    'refund.sent_wrong': 'A refund that was sent has its date and reference.',
    'refund.sent_in_future': '{date} is in the future; today is {today}.',
    'refund.account_missing': 'Please say where {refund} goes: bank, account number and name.',
    'refund.no_card': 'The money of {refund} did not come by card. Please send it to an account.',
    'refund.card_too_little':
      'No card can take {amount:money} back: the one with most left can take {most:money}. Refund it in parts, or send it to an account.',
    'refund.gateway_silent':
      'This site does not know the secret of {gateway}, so nothing can go back to a card. Set it up, or send the money to an account.',
    'refund.card_wrong':
      'A refund that is being sent to a card has its card payment, and when the gateway is asked again.',
    'refund.own_verification': 'Who verified the slip does not refund it. Somebody else has to.',
    'refund.taken_back': 'The question was taken back.',
    'credit_note.refund_too_much':
      'At most {paid:money} can go back: that is what came in for {invoice} and has not gone back yet.',
    'payment.refunded': 'The refund {refund} is of this payment. Cancel the refund first, if it has not been sent yet.',
    'approval.void.asked': 'Void {invoice} of {customer}, {due:money} open.',
    'approval.write-off.asked': 'Give up {due:money} of {invoice} of {customer}.',
    'approval.refund.asked': 'Refund {amount:money} to {customer}.',
  },
};
