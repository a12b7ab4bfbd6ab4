import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

const ROWS =
  '{% for one in invoices %}<tr><td>{{ one.number }}</td><td>{{ one.dueDate }}</td><td align="right">{{ one.amount }}</td></tr>{% endfor %}';
const table = (number: string, due: string, amount: string): string =>
  `<table><thead><tr><th>${number}</th><th>${due}</th><th style="text-align:right">${amount}</th></tr></thead><tbody>${ROWS}</tbody></table>`;

const TABLE = { th: table('ใบแจ้งหนี้', 'ครบกำหนด', 'ยอดค้าง'), en: table('Invoice', 'Due', 'Open') };
const FEE = {
  th: '{% if fee != "" %}<p>มีค่าปรับชำระล่าช้า <strong>{{ fee }} บาท</strong> {% if feeLater %}ซึ่งจะรวมในใบแจ้งหนี้ฉบับถัดไป{% else %}ตามใบแจ้งหนี้ที่แนบ{% endif %}</p>{% endif %}',
  en: '{% if fee != "" %}<p>A late fee of <strong>{{ fee }} {{ currency }}</strong> {% if feeLater %}will stand on your next invoice{% else %}is charged by the invoice attached{% endif %}.</p>{% endif %}',
};
const WARNING = '{% if warning != "" %}<p><strong>{{ warning }}</strong></p>{% endif %}';
const ACCOUNTS = '{% for one in accounts %}<li>{{ one.bank }} {{ one.number }} {{ one.name }}</li>{% endfor %}';
const WAYS = {
  th: `<p>วิธีชำระเงินและคิวอาร์พร้อมเพย์อยู่ในใบแจ้งหนี้ที่แนบ</p><ul>${ACCOUNTS}</ul><p>หากชำระแล้ว ขออภัยมา ณ ที่นี้</p><p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>`,
  en: `<p>How to pay, with a PromptPay QR code, stands on the invoices attached.</p><ul>${ACCOUNTS}</ul><p>If you have paid already, please ignore this mail.</p><p>Thank you,<br>{{ company }}</p>`,
};
const SAMPLE = {
  ...{ customer: 'บริษัท ตัวอย่าง จำกัด', company: 'สัญญา', currency: 'THB', count: 1, number: 'INV-2569-000001' },
  ...{ dueDate: '10 พ.ค. 2569', total: '5,350.00', fee: '180.25', feeLater: false },
  warning: 'หากไม่ได้รับชำระ เราจะระงับบริการ ตั้งแต่วันที่ 24 พ.ค. 2569',
  invoices: [{ number: 'INV-2569-000001', dueDate: '10 พ.ค. 2569', amount: '5,350.00' }],
  accounts: [{ bank: 'กสิกรไทย', number: '123-4-56789-0', name: 'บจก. สัญญา' }],
};

const seed = (
  code: string,
  name: TemplateSeed['name'],
  subject: TemplateSeed['subject'],
  opening: TemplateSeed['body'],
): TemplateSeed => ({
  ...{ code, name, subject, sample: SAMPLE },
  body: {
    th: `<p>เรียน {{ customer }}</p>${opening.th}${TABLE.th}${FEE.th}${WARNING}${WAYS.th}`,
    en: `<p>Dear {{ customer }},</p>${opening.en}${TABLE.en}${FEE.en}${WARNING}${WAYS.en}`,
  },
});

/** The mails of dunning, from a friendly word to the last; a policy says which of them a step sends. */
export const dunningTemplates: readonly TemplateSeed[] = [
  seed(
    'dunning-reminder',
    { th: 'ทวงถาม: เตือนก่อน', en: 'Dunning: friendly reminder' },
    {
      th: 'แจ้งเตือนชำระเงิน {{ number }} ยอด {{ total }} บาท',
      en: 'Reminder: {{ number }}, {{ total }} {{ currency }}',
    },
    {
      th: '<p>ขอเรียนเตือนว่า ใบแจ้งหนี้ต่อไปนี้ถึงกำหนดชำระ รวม <strong>{{ total }} บาท</strong></p>',
      en: '<p>may we remind you of these invoices, <strong>{{ total }} {{ currency }}</strong> in all:</p>',
    },
  ),
  seed(
    'dunning-overdue',
    { th: 'ทวงถาม: เกินกำหนด', en: 'Dunning: overdue' },
    { th: 'เกินกำหนดชำระ {{ number }} ยอด {{ total }} บาท', en: 'Overdue: {{ number }}, {{ total }} {{ currency }}' },
    {
      th: '<p>เรายังไม่ได้รับชำระใบแจ้งหนี้ต่อไปนี้ ซึ่งเกินกำหนดแล้ว รวม <strong>{{ total }} บาท</strong> กรุณาชำระโดยเร็ว</p>',
      en: '<p>these invoices are past due and not paid yet, <strong>{{ total }} {{ currency }}</strong> in all. Please pay them soon.</p>',
    },
  ),
  seed(
    'dunning-suspended',
    { th: 'ทวงถาม: ระงับบริการ', en: 'Dunning: service suspended' },
    { th: 'แจ้งระงับบริการ ค้างชำระ {{ total }} บาท', en: 'Service suspended: {{ total }} {{ currency }} overdue' },
    {
      th: '<p>เราระงับบริการของท่านตั้งแต่วันนี้ เพราะใบแจ้งหนี้ต่อไปนี้ค้างชำระ รวม <strong>{{ total }} บาท</strong> ระหว่างนี้ท่านไม่มีสิทธิใช้บริการ เมื่อได้รับชำระครบ เราจะเปิดบริการให้ทันที</p>',
      en: '<p>we have suspended your service as of today, because these invoices are not paid: <strong>{{ total }} {{ currency }}</strong>. Until then you have no right to its use. It comes back as soon as all of them are paid.</p>',
    },
  ),
  seed(
    'dunning-ended',
    { th: 'ทวงถาม: ยุติบริการ', en: 'Dunning: service ended' },
    { th: 'แจ้งสิ้นสุดบริการ ค้างชำระ {{ total }} บาท', en: 'Service ended: {{ total }} {{ currency }} overdue' },
    {
      th: '<p>เรายุติบริการของท่านตั้งแต่วันนี้ เพราะใบแจ้งหนี้ต่อไปนี้ยังค้างชำระ รวม <strong>{{ total }} บาท</strong> ท่านยังมีหน้าที่ชำระยอดดังกล่าว</p>',
      en: '<p>we have ended your service as of today, because these invoices are still not paid: <strong>{{ total }} {{ currency }}</strong>. They remain owed.</p>',
    },
  ),
  seed(
    'dunning-legal',
    { th: 'ทวงถาม: ดำเนินคดี', en: 'Dunning: legal action' },
    {
      th: 'แจ้งดำเนินการตามกฎหมาย ค้างชำระ {{ total }} บาท',
      en: 'Legal action: {{ total }} {{ currency }} overdue',
    },
    {
      th: '<p>ใบแจ้งหนี้ต่อไปนี้ยังค้างชำระ รวม <strong>{{ total }} บาท</strong> เราจึงส่งเรื่องให้ผู้ติดตามหนี้หรือทนายความดำเนินการต่อ</p>',
      en: '<p>these invoices are still not paid: <strong>{{ total }} {{ currency }}</strong>. We hand them over to a collection agency or a lawyer.</p>',
    },
  ),
];
