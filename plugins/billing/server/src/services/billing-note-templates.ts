import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

const ROWS =
  '{% for invoice in invoices %}<tr><td>{{ invoice.number }}</td><td align="right">{{ invoice.open }}</td></tr>{% endfor %}';
const table = (number: string, open: string): string =>
  `<table><thead><tr><th>${number}</th><th style="text-align:right">${open}</th></tr></thead><tbody>${ROWS}</tbody></table>`;

/** The mail of a billing note. */
export const billingNoteTemplates: readonly TemplateSeed[] = [
  {
    code: 'billing-note-mail',
    name: { th: 'ใบวางบิล', en: 'Billing note' },
    subject: {
      th: 'ใบวางบิล {{ number }} ยอด {{ total }} บาท',
      en: 'Billing note {{ number }} for {{ total }} {{ currency }}',
    },
    body: {
      th: `<p>เรียน {{ customer }}</p><p>แนบใบวางบิลเลขที่ <strong>{{ number }}</strong> ลงวันที่ {{ billedOn }} ยอดรวม <strong>{{ total }} บาท</strong> กำหนดชำระวันที่ {{ payOn }}</p>${table('ใบแจ้งหนี้', 'ค้างชำระ')}<p>กรุณาลงนามรับวางบิลและส่งกลับ</p><p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>`,
      en: `<p>Dear {{ customer }},</p><p>please find attached our billing note <strong>{{ number }}</strong> of {{ billedOn }} for <strong>{{ total }} {{ currency }}</strong>, to be paid on {{ payOn }}.</p>${table('Invoice', 'Open')}<p>Please sign it as received and send it back.</p><p>Thank you,<br>{{ company }}</p>`,
    },
    sample: {
      customer: 'บริษัท ตัวอย่าง จำกัด',
      company: 'สัญญา',
      number: 'BN-2569-000001',
      total: '21,400.00',
      currency: 'THB',
      billedOn: '5 ม.ค. 2569',
      payOn: '30 ม.ค. 2569',
      invoices: [{ number: 'INV-2569-000001', open: '21,400.00' }],
    },
  },
];
