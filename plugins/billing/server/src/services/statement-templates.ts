import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

/** The mail of a statement of account. */
export const statementTemplates: readonly TemplateSeed[] = [
  {
    code: 'statement-mail',
    name: { th: 'ใบแจ้งยอดบัญชีลูกหนี้', en: 'Statement of account' },
    subject: {
      th: 'ใบแจ้งยอดบัญชี {{ from }} – {{ to }} ยอดคงเหลือ {{ balance }} บาท',
      en: 'Statement of account {{ from }} – {{ to }}: balance {{ balance }} {{ currency }}',
    },
    body: {
      th: `<p>เรียน {{ customer }}</p><p>แนบใบแจ้งยอดบัญชีตั้งแต่วันที่ {{ from }} ถึง {{ to }} ยอดคงเหลือ <strong>{{ balance }} บาท</strong></p>{% if owes %}<p>วิธีชำระเงินอยู่ในเอกสาร หากชำระแล้วขออภัยและโปรดแจ้งให้ทราบ</p>{% endif %}<p>หากยอดไม่ตรงกับบัญชีของท่าน กรุณาแจ้งกลับ</p><p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>`,
      en: `<p>Dear {{ customer }},</p><p>please find attached your statement of account from {{ from }} to {{ to }}. The balance is <strong>{{ balance }} {{ currency }}</strong>.</p>{% if owes %}<p>How to pay stands on it; if you have paid meanwhile, please let us know.</p>{% endif %}<p>Please tell us where it differs from your books.</p><p>Thank you,<br>{{ company }}</p>`,
    },
    sample: {
      customer: 'บริษัท ตัวอย่าง จำกัด',
      company: 'สัญญา',
      from: '1 ม.ค. 2569',
      to: '31 ม.ค. 2569',
      balance: '21,400.00',
      owes: true,
      currency: 'THB',
    },
  },
];
