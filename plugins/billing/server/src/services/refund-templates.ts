import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

/** What the customer is told when money goes back. */
export const refundTemplates: readonly TemplateSeed[] = [
  {
    code: 'refund-advice',
    name: { th: 'แจ้งคืนเงิน', en: 'Refund advice' },
    subject: {
      th: 'แจ้งการคืนเงิน {{ number }} จำนวน {{ amount }} บาท',
      en: 'Refund {{ number }} of {{ amount }} {{ currency }}',
    },
    body: {
      th: '<p>เรียน {{ customer }}</p><p>เราได้โอนเงินคืน <strong>{{ amount }} บาท</strong> เมื่อวันที่ {{ sentOn }} รายละเอียดตามใบแจ้งการคืนเงิน {{ number }} ที่แนบมา</p><p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>',
      en: '<p>Dear {{ customer }},</p><p>we have sent <strong>{{ amount }} {{ currency }}</strong> back to you on {{ sentOn }}. The attached refund advice {{ number }} has the details.</p><p>Thank you,<br>{{ company }}</p>',
    },
    sample: {
      customer: 'บริษัท ตัวอย่าง จำกัด',
      company: 'สัญญา',
      number: 'RF-2569-000001',
      amount: '1,070.00',
      currency: 'THB',
      sentOn: '15 ม.ค. 2569',
    },
  },
];
