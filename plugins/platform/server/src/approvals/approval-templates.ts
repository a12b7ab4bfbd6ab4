import type { TemplateSeed } from '../../../kit/src/documents';

const SAMPLE = {
  name: 'คุณสมหญิง',
  kind: 'คืนเงิน',
  words: 'คืนเงิน 10,000.00 บาท ให้ บริษัท ตัวอย่าง จำกัด',
  subject: 'RF-2569-000001',
  customer: 'บริษัท ตัวอย่าง จำกัด',
  amount: '10,000.00',
  currency: 'THB',
  reason: 'ลูกค้าโอนเกิน',
  askedBy: 'สมชาย ใจดี',
  comment: '',
  link: '',
};

const REASON = {
  th: '{% if reason != "" %}<p>เหตุผล: {{ reason }}</p>{% endif %}',
  en: '{% if reason != "" %}<p>Reason: {{ reason }}</p>{% endif %}',
};

/** What those who decide, and those who asked, are told. */
export const approvalTemplates: readonly TemplateSeed[] = [
  {
    code: 'approval-asked',
    name: { th: 'ขออนุมัติ', en: 'Approval asked for' },
    subject: {
      th: 'รออนุมัติ: {{ kind }} {{ subject }}',
      en: 'To approve: {{ kind }} {{ subject }}',
    },
    body: {
      th: `<p>เรียน {{ name }}</p><p>{{ askedBy }} ขออนุมัติ <strong>{{ kind }}</strong>: {{ words }}</p>${REASON.th}{% if link != "" %}<p><a class="button" href="{{ link }}">ดูและตัดสินใจ</a></p>{% endif %}`,
      en: `<p>Dear {{ name }},</p><p>{{ askedBy }} asks for approval, <strong>{{ kind }}</strong>: {{ words }}</p>${REASON.en}{% if link != "" %}<p><a class="button" href="{{ link }}">See and decide</a></p>{% endif %}`,
    },
    sample: SAMPLE,
  },
  {
    code: 'approval-decided',
    name: { th: 'ผลการอนุมัติ', en: 'Approval decided' },
    subject: {
      th: '{% if granted %}อนุมัติแล้ว{% else %}ไม่อนุมัติ{% endif %}: {{ kind }} {{ subject }}',
      en: '{% if granted %}Granted{% else %}Refused{% endif %}: {{ kind }} {{ subject }}',
    },
    body: {
      th: '<p>เรียน {{ name }}</p><p>{{ decidedBy }} {% if granted %}อนุมัติ{% else %}ไม่อนุมัติ{% endif %} <strong>{{ kind }}</strong>: {{ words }}</p>{% if comment != "" %}<p>ความเห็น: {{ comment }}</p>{% endif %}',
      en: '<p>Dear {{ name }},</p><p>{{ decidedBy }} {% if granted %}granted{% else %}refused{% endif %} <strong>{{ kind }}</strong>: {{ words }}</p>{% if comment != "" %}<p>Comment: {{ comment }}</p>{% endif %}',
    },
    sample: { ...SAMPLE, granted: true, decidedBy: 'สมหญิง ใจงาม' },
  },
];
