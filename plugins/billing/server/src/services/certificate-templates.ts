import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

const ROWS =
  '{% for one in certificates %}<tr><td>{{ one.paidOn }}</td><td align="right">{{ one.amount }}</td></tr>{% endfor %}';
const table = (day: string, amount: string): string =>
  `<table><thead><tr><th>${day}</th><th style="text-align:right">${amount}</th></tr></thead><tbody>${ROWS}</tbody></table>`;

/** The mail that asks for withholding certificates. */
export const certificateTemplates: readonly TemplateSeed[] = [
  {
    code: 'certificates-chase',
    name: { th: 'ทวงหนังสือรับรองหัก ณ ที่จ่าย', en: 'Withholding certificates wanted' },
    subject: {
      th: 'ขอหนังสือรับรองการหักภาษี ณ ที่จ่าย (50 ทวิ) รวม {{ total }} บาท',
      en: 'Withholding tax certificates (50 bis) for {{ total }} {{ currency }}',
    },
    body: {
      th: `<p>เรียน {{ customer }}</p><p>เรายังไม่ได้รับหนังสือรับรองการหักภาษี ณ ที่จ่าย (50 ทวิ) ของการชำระเงินต่อไปนี้ รวม <strong>{{ total }} บาท</strong></p>${table('วันที่ชำระ', 'ภาษีที่หัก')}<p>กรุณาส่งให้เรา หากส่งแล้วขออภัยมา ณ ที่นี้</p><p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>`,
      en: `<p>Dear {{ customer }},</p><p>we have not received the withholding tax certificates (50 bis) of these payments yet, <strong>{{ total }} {{ currency }}</strong> in all:</p>${table('Paid on', 'Tax withheld')}<p>Please send them to us. If you have done so already, please ignore this mail.</p><p>Thank you,<br>{{ company }}</p>`,
    },
    sample: {
      customer: 'บริษัท ตัวอย่าง จำกัด',
      company: 'สัญญา',
      total: '300.00',
      currency: 'THB',
      certificates: [{ paidOn: '8 ม.ค. 2569', amount: '300.00' }],
    },
  },
];
