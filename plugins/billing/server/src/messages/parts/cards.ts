import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'payment_method.unknown': 'ไม่มีบัตรที่บันทึกไว้นี้ กรุณาเลือกบัตรอื่น',
  'payment_method.other_gateway': '{card} บันทึกไว้กับผู้ให้บริการชำระเงินรายอื่น กรุณาใช้บัตรอื่น',
  'payment_method.expired': '{card} หมดอายุแล้ว กรุณาใช้บัตรอื่น',
  'payment_method.known': 'บันทึกบัตรนี้ไว้แล้ว',
  'payment_method.removed_wrong': 'บัตรที่นำออกแล้วต้องมีวันที่นำออก และไม่เป็นบัตรหลัก',
  'permission.payment.charge-card': 'เรียกเก็บจากบัตรที่ลูกค้าบันทึกไว้',
  'permission.payment-method.edit': 'ดูแลบัตรที่ลูกค้าบันทึกไว้',
  'event.payment_method.saved': 'บันทึกบัตรไว้',
  'event.payment_method.removed': 'นำบัตรออก',
  'payment_method.agreed': '{card} ตัดบัตรอัตโนมัติอยู่แล้ว',
  'payment_method.agreed_unsaved':
    'ตัดบัตรอัตโนมัติได้กับบัตรที่บันทึกไว้เท่านั้น กรุณาบันทึกบัตรด้วย (saveCard) หรือเปิดที่บัตรที่บันทึกไว้แล้ว',
  'payment_method.consent_missing': 'กรุณาระบุความยินยอมของลูกค้า: ใครยินยอม อย่างไร เมื่อไร',
  'payment.debit_attempt_made': 'เรียกเก็บครั้งนี้จากบัตรแล้ว',
  'billing_setting.debit_retries':
    'กรุณากรอกจำนวนวันหลังการเรียกเก็บครั้งแรก เรียงจากน้อยไปมาก เช่น 1, 3, 5, 7 หรือ 0 หากไม่ลองอีก',
  'event.payment_method.auto_debit_agreed': 'ยินยอมให้ตัดบัตรอัตโนมัติ',
  'event.payment_method.auto_debit_withdrawn': 'ยกเลิกการตัดบัตรอัตโนมัติ',
  'event.payment_method.refused': 'บัตรถูกปฏิเสธ จะไม่เรียกเก็บอีก',
  'event.payment_method.made_default': 'ตั้งเป็นบัตรหลัก',
  'payment.card_missing':
    'ยังไม่มีบัตร กรุณาให้สคริปต์ของผู้ให้บริการชำระเงินอ่านบัตรก่อน แล้วส่งรหัสที่ได้ในช่อง card',
  'payment.card_more_than_due': 'ชำระด้วยบัตรได้ไม่เกินยอดค้างชำระ {due:money}',
  'payment.card_under_way':
    'มีการชำระใบแจ้งหนี้นี้ด้วยบัตรที่ยังไม่รู้ผล เรากำลังสอบถามผู้ให้บริการ กรุณารอสักครู่แล้วลองใหม่ เพื่อไม่ให้ตัดบัตรสองครั้ง',
  'payment.charge_used': 'รายการตัดบัตรนี้เป็นของการชำระเงินอื่นแล้ว',
  'payment.reversed_by_gateway.refunded': 'คืนเงินเข้าบัตรทั้งจำนวนผ่านผู้ให้บริการชำระเงินแล้ว',
  'payment.reversed_by_gateway.dispute_lost': 'เจ้าของบัตรปฏิเสธรายการ และธนาคารคืนเงินให้เจ้าของบัตรแล้ว',
  'gateway_event.known': 'รับเหตุการณ์นี้จากผู้ให้บริการชำระเงินแล้ว',
  'billing_setting.secret_key':
    'นี่คือรหัสลับ ซึ่งลูกค้าทุกคนจะมองเห็น กรุณาใส่รหัสสาธารณะ (pk_… หรือ pkey_…) ส่วนรหัสลับให้ตั้งในตัวแปรสภาพแวดล้อมของเครื่อง และควรออกรหัสลับใหม่',
  'billing_setting.public_key': 'รหัสสาธารณะต้องขึ้นต้นด้วย pk_test_, pk_live_ (Stripe) หรือ pkey_ (Omise)',
  'permission.payment.ask': 'สอบถามผลการชำระด้วยบัตร',
  'permission.payment.check-event': 'ปิดเรื่องที่ผู้ให้บริการชำระเงินแจ้ง',
  'event.payment.initiated': 'เริ่มชำระด้วยบัตร',
  'event.payment.failed': 'ชำระด้วยบัตรไม่สำเร็จ',
  'event.payment.unanswered': 'ผู้ให้บริการชำระเงินไม่ตอบ กำลังสอบถามอีกครั้ง',
  'event.payment.doubted': 'การชำระด้วยบัตรต้องตรวจสอบ',
  'event.gateway_event.checked': 'ปิดเรื่องที่ผู้ให้บริการชำระเงินแจ้ง',
  'doctor.check.billing.cards': 'การรับบัตร',
  'doctor.billing.cards_off': 'ไม่ได้เปิดรับบัตร',
  'doctor.billing.cards': 'รับบัตรผ่าน {gateway} พร้อมใช้งาน',
  'doctor.billing.cards_secret':
    'เลือก {gateway} แล้ว แต่ไม่มีรหัสลับ {variable} ในสภาพแวดล้อม ลูกค้าจึงชำระด้วยบัตรไม่ได้',
  'doctor.billing.cards_secret.right': 'ตั้ง {variable} ในสภาพแวดล้อมของเครื่อง แล้วเริ่มระบบใหม่',
  'doctor.billing.cards_webhook':
    'ไม่มีรหัสลับ {variable} ในสภาพแวดล้อม ข้อความของ {gateway} จึงถูกปฏิเสธ และจะรู้ผลจากการสอบถามเท่านั้น',
  'doctor.billing.cards_webhook.right': 'ตั้ง webhook ในหน้าของ {gateway} แล้วตั้ง {variable} ในสภาพแวดล้อมของเครื่อง',
  'doctor.billing.cards_public_key': 'ไม่มีรหัสสาธารณะของ {gateway} ลูกค้าจึงไม่เห็นช่องทางบัตร',
  'doctor.billing.cards_public_key.right': 'กรอกรหัสสาธารณะในหน้าช่องทางรับชำระ',
  'doctor.billing.cards_mixed':
    'รหัสสาธารณะกับรหัสลับของ {gateway} ไม่ใช่คู่กัน: รหัสหนึ่งเป็นของจริง อีกรหัสเป็นของทดลอง',
  'doctor.billing.cards_mixed.right': 'ใช้รหัสของจริงทั้งคู่ หรือของทดลองทั้งคู่',
  'doctor.billing.cards_to_check': 'มีเรื่องจากผู้ให้บริการชำระเงินที่ต้องตรวจสอบ {count} เรื่อง',
  'doctor.billing.cards_to_check.right': 'เปิดหน้าเรื่องจากผู้ให้บริการชำระเงิน แล้วปิดแต่ละเรื่อง',
  'job.billing.announce-debits': 'แจ้งก่อนตัดบัตรอัตโนมัติ',
  'job.billing.debit-cards': 'ตัดบัตรอัตโนมัติเมื่อถึงกำหนด',
  'job.billing.tell-ending-cards': 'แจ้งบัตรใกล้หมดอายุ',
  'job.billing.ask-gateways': 'สอบถามผลการตัดบัตรที่ยังไม่ทราบ',
  'job.billing.tidy-gateway-events': 'ล้างเรื่องเก่าจากผู้ให้บริการชำระเงิน',
};

const en: Catalogue = {
  'payment_method.unknown': 'There is no such saved card. Choose another.',
  'payment_method.other_gateway': '{card} is kept by another payment gateway than takes cards now. Use another card.',
  'payment_method.expired': '{card} has expired. Use another card.',
  'payment_method.known': 'This card is saved already.',
  'payment_method.removed_wrong': 'A card that was removed has its day, and is not the default.',
  'permission.payment.charge-card': 'Charge saved cards of customers',
  'permission.payment-method.edit': 'Look after saved cards of customers',
  'event.payment_method.saved': 'Card saved',
  'event.payment_method.removed': 'Card removed',
  'payment_method.agreed': '{card} is charged automatically already.',
  'payment_method.agreed_unsaved':
    'Only a saved card is charged automatically: let it be saved as well (saveCard), or agree to it at the saved card.',
  'payment_method.consent_missing': 'Say what the customer agreed to: who, how and when.',
  'payment.debit_attempt_made': 'This try was made already.',
  'billing_setting.debit_retries':
    'Days after the first try, each later than the one before, such as 1, 3, 5, 7; 0 for no further try.',
  'event.payment_method.auto_debit_agreed': 'Agreed to be charged automatically',
  'event.payment_method.auto_debit_withdrawn': 'Charged automatically no more',
  'event.payment_method.refused': 'Card refused: it is not charged any more',
  'event.payment_method.made_default': 'Card made the default',
  'payment.card_missing':
    'There is no card yet. Let the script of the payment gateway read it, and send what it gives as `card`.',
  'payment.card_more_than_due': 'By card no more can be paid than is due: {due:money}.',
  'payment.card_under_way':
    'A card payment of this invoice has not ended yet, and we are asking the gateway about it. Wait a moment and try again, so that no card is charged twice.',
  'payment.charge_used': 'This charge belongs to another payment already.',
  'payment.reversed_by_gateway.refunded': 'Sent back to the card in full through the payment gateway.',
  'payment.reversed_by_gateway.dispute_lost':
    'The card holder disputed the charge, and the bank gave the money back to them.',
  'gateway_event.known': 'This event of the payment gateway was taken already.',
  'billing_setting.secret_key':
    'This is a secret key, which every customer would see. Give the public one (pk_… or pkey_…); the secret one goes into the environment of the server, and should be replaced now.',
  'billing_setting.public_key': 'A public key begins with pk_test_, pk_live_ (Stripe) or pkey_ (Omise).',
  'permission.payment.ask': 'Ask the gateway about card payments',
  'permission.payment.check-event': 'Close what a payment gateway told',
  'event.payment.initiated': 'Card payment begun',
  'event.payment.failed': 'Card payment failed',
  'event.payment.unanswered': 'The payment gateway did not answer; it is asked again',
  'event.payment.doubted': 'Card payment to be checked',
  'event.gateway_event.checked': 'Message of the payment gateway closed',
  'doctor.check.billing.cards': 'Cards',
  'doctor.billing.cards_off': 'Cards are not taken.',
  'doctor.billing.cards': 'Cards are taken through {gateway}.',
  'doctor.billing.cards_secret':
    '{gateway} is chosen, but its secret key {variable} is not in the environment: nobody can pay by card.',
  'doctor.billing.cards_secret.right': 'Set {variable} in the environment of the server and start it again.',
  'doctor.billing.cards_webhook':
    'The webhook secret {variable} is not in the environment: what {gateway} tells is refused, and the end of a payment is known only by asking.',
  'doctor.billing.cards_webhook.right':
    'Set up the webhook on the pages of {gateway}, and {variable} in the environment of the server.',
  'doctor.billing.cards_public_key': '{gateway} has no public key: customers are not offered to pay by card.',
  'doctor.billing.cards_public_key.right': 'Give the public key on the page of the ways to pay.',
  'doctor.billing.cards_mixed':
    'The public and the secret key of {gateway} are no pair: one is for real money, the other for trials.',
  'doctor.billing.cards_mixed.right': 'Use both keys of real money, or both of trials.',
  'doctor.billing.cards_to_check': 'Of what payment gateways told, {count} wait for somebody.',
  'doctor.billing.cards_to_check.right': 'Open the messages of payment gateways, and close each.',
  'job.billing.announce-debits': 'Tell customers before their cards are charged',
  'job.billing.debit-cards': 'Charge the cards of what is due',
  'job.billing.tell-ending-cards': 'Tell customers whose cards expire soon',
  'job.billing.ask-gateways': 'Ask gateways for results that are not known yet',
  'job.billing.tidy-gateway-events': 'Tidy away old notices of gateways',
};

/** Cards, and what their gateways tell. */
export const cards: Record<Language, Catalogue> = { th, en };
