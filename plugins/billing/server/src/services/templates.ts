import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';
import { billingNoteTemplates } from './billing-note-templates';
import { cardTemplates } from './card-templates';
import { certificateTemplates } from './certificate-templates';
import { dunningTemplates } from './dunning-templates';
import { noteTemplates } from './note-templates';
import { refundTemplates } from './refund-templates';
import { statementTemplates } from './statement-templates';

const table = (rows: string, first: string, second: string): string =>
  `<table><thead><tr><th>${first}</th><th style="text-align:right">${second}</th></tr></thead><tbody>${rows}</tbody></table>`;

const INVOICE_ROWS =
  '{% for line in lines %}<tr><td>{{ line.description }}</td><td align="right">{{ line.total }}</td></tr>{% endfor %}';
const RECEIPT_ROWS =
  '{% for receipt in receipts %}<tr><td>{{ receipt.number }}{% if receipt.invoice != "" %} ({{ receipt.invoice }}){% endif %}</td><td align="right">{{ receipt.amount }}</td></tr>{% endfor %}';

/** The mails of billing; staff edit them afterwards. */
export const templates: readonly TemplateSeed[] = [
  {
    code: 'invoice-mail',
    name: { th: 'ใบแจ้งหนี้', en: 'Invoice' },
    subject: {
      th: 'ใบแจ้งหนี้ {{ number }} ยอด {{ total }} บาท',
      en: 'Invoice {{ number }} for {{ total }} {{ currency }}',
    },
    body: {
      th: `<p>เรียน {{ customer }}</p><p>แนบใบแจ้งหนี้เลขที่ <strong>{{ number }}</strong> ลงวันที่ {{ issuedOn }} {% if paid != "" %}ยอด {{ total }} บาท ชำระแล้ว {{ paid }} บาท {% endif %}{% if due == "" %}ไม่มียอดค้างชำระ{% else %}กรุณาชำระ <strong>{{ due }} บาท</strong> ภายในวันที่ {{ dueDate }}{% endif %}{% if earlyUntil and earlyUntil != "" %} หากชำระทั้งหมดภายในวันที่ {{ earlyUntil }} หักส่วนลดได้ {{ earlyDiscount }} บาท{% endif %}</p>${table(INVOICE_ROWS, 'รายการ', 'จำนวนเงิน')}<p>วิธีชำระเงินและคิวอาร์พร้อมเพย์อยู่ในใบแจ้งหนี้</p><p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>`,
      en: `<p>Dear {{ customer }},</p><p>please find attached our invoice <strong>{{ number }}</strong> of {{ issuedOn }}. {% if paid != "" %}It comes to {{ total }} {{ currency }}, of which {{ paid }} is paid. {% endif %}{% if due == "" %}Nothing is left to pay.{% else %}Please pay <strong>{{ due }} {{ currency }}</strong> by {{ dueDate }}.{% endif %}{% if earlyUntil and earlyUntil != "" %} Pay all of it by {{ earlyUntil }} and deduct {{ earlyDiscount }} {{ currency }}.{% endif %}</p>${table(INVOICE_ROWS, 'Item', 'Amount')}<p>How to pay, with a PromptPay QR code, stands on the invoice.</p><p>Thank you,<br>{{ company }}</p>`,
    },
    sample: {
      customer: 'บริษัท ตัวอย่าง จำกัด',
      company: 'สัญญา',
      number: 'INV-2569-000001',
      total: '10,700.00',
      paid: '700.00',
      due: '10,000.00',
      currency: 'THB',
      issuedOn: '1 ม.ค. 2569',
      dueDate: '31 ม.ค. 2569',
      earlyUntil: '11 ม.ค. 2569',
      earlyDiscount: '200.00',
      lines: [{ description: 'ดูแลเว็บไซต์', total: '10,700.00' }],
    },
  },
  {
    code: 'payment-received',
    name: { th: 'ได้รับชำระเงิน', en: 'Payment received' },
    subject: {
      th: 'ได้รับเงิน {{ amount }} บาทแล้ว',
      en: 'We have received {{ amount }} {{ currency }}',
    },
    body: {
      th: `<p>เรียน {{ customer }}</p><p>เราได้รับเงิน <strong>{{ amount }} บาท</strong> เมื่อวันที่ {{ receivedOn }} แล้ว{% if withheld != "" %} และภาษีหัก ณ ที่จ่าย {{ withheld }} บาท กรุณาส่งหนังสือรับรองการหักภาษี ณ ที่จ่าย (50 ทวิ) ให้เราด้วย{% endif %}</p>${table(RECEIPT_ROWS, 'ใบเสร็จรับเงิน', 'จำนวนเงิน')}<p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>`,
      en: `<p>Dear {{ customer }},</p><p>we have received <strong>{{ amount }} {{ currency }}</strong> on {{ receivedOn }}{% if withheld != "" %}, and {{ withheld }} were withheld: please send us the certificate (50 bis){% endif %}.</p>${table(RECEIPT_ROWS, 'Receipt', 'Amount')}<p>Thank you,<br>{{ company }}</p>`,
    },
    sample: {
      customer: 'บริษัท ตัวอย่าง จำกัด',
      company: 'สัญญา',
      amount: '10,400.00',
      withheld: '300.00',
      currency: 'THB',
      receivedOn: '8 ม.ค. 2569',
      receipts: [{ number: 'RC-2569-000001', invoice: 'INV-2569-000001', amount: '10,700.00' }],
    },
  },
  {
    code: 'payment-rejected',
    name: { th: 'ไม่รับการชำระเงิน', en: 'Payment not accepted' },
    subject: {
      th: 'ตรวจสอบการชำระเงินไม่ผ่าน {{ invoice }}',
      en: 'Your payment for {{ invoice }} could not be verified',
    },
    body: {
      th: '<p>เรียน {{ customer }}</p><p>เราตรวจสอบการชำระเงิน {{ amount }} บาท สำหรับ {{ invoice }} แล้วไม่ผ่าน: {{ reason }}</p><p>กรุณาตรวจสอบและส่งหลักฐานการโอนอีกครั้ง</p>',
      en: '<p>Dear {{ customer }},</p><p>your payment of {{ amount }} {{ currency }} for {{ invoice }} could not be verified: {{ reason }}</p><p>Please check it and send the slip again.</p>',
    },
    sample: {
      customer: 'สมชาย ใจดี',
      invoice: 'INV-2569-000001',
      amount: '1,070.00',
      currency: 'THB',
      reason: 'ภาพสลิปไม่ชัดเจน',
    },
  },
  ...billingNoteTemplates,
  ...noteTemplates,
  ...statementTemplates,
  ...refundTemplates,
  ...certificateTemplates,
  ...cardTemplates,
  ...dunningTemplates,
];
