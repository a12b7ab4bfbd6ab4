import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** What workflows ask and say about contracts. */
export const workflowMessages: Record<Language, Catalogue> = {
  th: {
    'workflow_field.activation': 'เริ่มเมื่อ',
    'workflow_field.autoRenew': 'ต่ออายุอัตโนมัติ',
    'workflow_field.endReason': 'เหตุที่สิ้นสุด',
    'workflow_field.endsOn': 'วันสิ้นสุด',
    'workflow_field.noticeDays': 'บอกกล่าวล่วงหน้า (วัน)',
    'workflow_field.noticeGivenOn': 'วันที่บอกเลิก',
    'workflow_field.renewalPrice': 'ราคาต่ออายุ',
    'workflow_field.renewalState': 'สถานะการต่ออายุ',
    'workflow_field.serviceId': 'รหัสบริการ',
    'workflow_field.startsOn': 'วันเริ่ม',
    'workflow_field.term': 'รอบสัญญาที่',
    'workflow_field.termMonths': 'ระยะสัญญา (เดือน)',
    'workflow_field.trialUntil': 'ทดลองใช้ถึง',
  },
  en: {
    'workflow_field.activation': 'Begins by',
    'workflow_field.autoRenew': 'Renews by itself',
    'workflow_field.endReason': 'Why it ended',
    'workflow_field.endsOn': 'Ends on',
    'workflow_field.noticeDays': 'Notice (days)',
    'workflow_field.noticeGivenOn': 'Notice given on',
    'workflow_field.renewalPrice': 'Price of the renewal',
    'workflow_field.renewalState': 'State of the renewal',
    'workflow_field.serviceId': 'Service id',
    'workflow_field.startsOn': 'Starts on',
    'workflow_field.term': 'Term',
    'workflow_field.termMonths': 'Length of the term (months)',
    'workflow_field.trialUntil': 'On trial until',
  },
};
