import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** What workflows ask and say about quotes and orders. */
export const workflowMessages: Record<Language, Catalogue> = {
  th: {
    'workflow_field.cancelReason': 'เหตุที่ยกเลิก',
    'workflow_field.declineReason': 'เหตุที่ปฏิเสธ',
    'workflow_field.delayReason': 'เหตุที่ล่าช้า',
    'workflow_field.discount': 'ส่วนลด',
    'workflow_field.placedAt': 'วันที่สั่ง',
    'workflow_field.requestedOn': 'วันที่ขอราคา',
    'workflow_field.sentAt': 'วันที่ส่ง',
    'workflow_field.source': 'ช่องทาง',
    'workflow_field.validUntil': 'ใช้ได้ถึง',
    'workflow_field.version': 'ฉบับที่',
  },
  en: {
    'workflow_field.cancelReason': 'Why it was cancelled',
    'workflow_field.declineReason': 'Why it was declined',
    'workflow_field.delayReason': 'Why it is late',
    'workflow_field.discount': 'Discount',
    'workflow_field.placedAt': 'Placed on',
    'workflow_field.requestedOn': 'Asked for on',
    'workflow_field.sentAt': 'Sent on',
    'workflow_field.source': 'Where it came from',
    'workflow_field.validUntil': 'Valid until',
    'workflow_field.version': 'Version',
  },
};
