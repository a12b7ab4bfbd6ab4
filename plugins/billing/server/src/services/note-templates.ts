import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

const SAMPLE = {
  customer: 'บริษัท ตัวอย่าง จำกัด',
  company: 'สัญญา',
  invoice: 'INV-2569-000001',
  issuedOn: '15 ม.ค. 2569',
  currency: 'THB',
};

/** The mails of what corrects an invoice or its tax invoice. */
export const noteTemplates: readonly TemplateSeed[] = [
  {
    code: 'credit-note-mail',
    name: { th: 'ใบลดหนี้', en: 'Credit note' },
    subject: {
      th: 'ใบลดหนี้ {{ number }} ยอด {{ total }} บาท',
      en: 'Credit note {{ number }} for {{ total }} {{ currency }}',
    },
    body: {
      th: '<p>เรียน {{ customer }}</p><p>แนบใบลดหนี้เลขที่ <strong>{{ number }}</strong> ลงวันที่ {{ issuedOn }} ลดหนี้ใบแจ้งหนี้ {{ invoice }} เป็นเงิน <strong>{{ total }} บาท</strong>: {{ reason }}</p>{% if credit != "" %}<p>ในจำนวนนี้ {{ credit }} บาท เป็นเครดิตของท่านสำหรับใบแจ้งหนี้ถัดไป</p>{% endif %}<p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>',
      en: '<p>Dear {{ customer }},</p><p>please find attached our credit note <strong>{{ number }}</strong> of {{ issuedOn }}: <strong>{{ total }} {{ currency }}</strong> less on invoice {{ invoice }}. {{ reason }}</p>{% if credit != "" %}<p>{{ credit }} {{ currency }} of it are your credit for the next invoice.</p>{% endif %}<p>Thank you,<br>{{ company }}</p>',
    },
    sample: {
      ...SAMPLE,
      number: 'CN-2569-000001',
      total: '1,070.00',
      credit: '1,070.00',
      reason: 'คืนสินค้า 1 ชิ้น',
    },
  },
  {
    code: 'tax-invoice-replaced',
    name: { th: 'ออกใบกำกับภาษีแทน', en: 'Tax invoice replaced' },
    subject: {
      th: 'ใบกำกับภาษี {{ number }} แทนฉบับเดิมเลขที่ {{ replaced }}',
      en: 'Tax invoice {{ number }} in place of {{ replaced }}',
    },
    body: {
      th: '<p>เรียน {{ customer }}</p><p>แนบใบกำกับภาษีเลขที่ <strong>{{ number }}</strong> ลงวันที่ {{ taxDate }} ซึ่งออกแทนฉบับเดิมเลขที่ {{ replaced }} กรุณาส่งฉบับเดิมคืนเรา</p><p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>',
      en: '<p>Dear {{ customer }},</p><p>please find attached our tax invoice <strong>{{ number }}</strong> of {{ taxDate }}. It replaces {{ replaced }}, which is cancelled: please send that one back to us.</p><p>Thank you,<br>{{ company }}</p>',
    },
    sample: {
      customer: SAMPLE.customer,
      company: SAMPLE.company,
      number: 'TX-2569-000002',
      replaced: 'TX-2569-000001',
      taxDate: '15 ม.ค. 2569',
    },
  },
  {
    code: 'debit-note-mail',
    name: { th: 'ใบเพิ่มหนี้', en: 'Debit note' },
    subject: {
      th: 'ใบเพิ่มหนี้ {{ number }} ยอด {{ total }} บาท',
      en: 'Debit note {{ number }} for {{ total }} {{ currency }}',
    },
    body: {
      th: '<p>เรียน {{ customer }}</p><p>แนบใบเพิ่มหนี้เลขที่ <strong>{{ number }}</strong> ลงวันที่ {{ issuedOn }} เพิ่มหนี้ใบแจ้งหนี้ {{ invoice }} เป็นเงิน <strong>{{ total }} บาท</strong>: {{ reason }}</p><p>กรุณาชำระตามใบแจ้งหนี้ <strong>{{ payable }}</strong> ที่แนบมา ภายในวันที่ {{ dueDate }}</p><p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>',
      en: '<p>Dear {{ customer }},</p><p>please find attached our debit note <strong>{{ number }}</strong> of {{ issuedOn }}: <strong>{{ total }} {{ currency }}</strong> more on invoice {{ invoice }}. {{ reason }}</p><p>Please pay it by invoice <strong>{{ payable }}</strong>, attached too, until {{ dueDate }}.</p><p>Thank you,<br>{{ company }}</p>',
    },
    sample: {
      ...SAMPLE,
      number: 'DN-2569-000001',
      total: '107.00',
      payable: 'INV-2569-000002',
      dueDate: '22 ม.ค. 2569',
      reason: 'คิดราคาต่ำกว่าที่ตกลง',
    },
  },
];
