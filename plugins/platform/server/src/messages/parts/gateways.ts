import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'webhook.gateway_unknown': 'ไม่มีผู้ให้บริการชำระเงินนี้',
  'webhook.signature_wrong': 'ลายเซ็นของข้อความไม่ถูกต้องหรือไม่มี กรุณาตรวจสอบรหัสลับของ webhook ทั้งสองฝั่ง',
  'webhook.too_late':
    'ข้อความนี้ลงลายเซ็นห่างจากเวลาปัจจุบันเกิน {seconds} วินาที กรุณาส่งใหม่ และตรวจสอบนาฬิกาของเครื่อง',
  'webhook.not_readable': 'อ่านข้อความนี้ไม่ได้ ต้องเป็นเหตุการณ์ในรูปแบบของผู้ให้บริการชำระเงิน',
};

const en: Catalogue = {
  'webhook.gateway_unknown': 'There is no such payment gateway.',
  'webhook.signature_wrong':
    'The signature of the message is wrong or missing. Check that both sides have the same webhook secret.',
  'webhook.too_late':
    'The message was signed more than {seconds} seconds away from now. Send it again, and check the clock of the machine.',
  'webhook.not_readable': 'The message cannot be read: it must be an event as the payment gateway writes it.',
};

/** What a gateway is answered when it is not understood. */
export const gatewayMessages: Record<Language, Catalogue> = { th, en };
