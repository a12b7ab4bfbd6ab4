import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

const SAMPLE = {
  ...{ customer: 'บริษัท ตัวอย่าง จำกัด', company: 'สัญญา', number: 'CT-2569-000001', serviceId: 'K7M2-4XR9' },
  ...{ lines: ['ดูแลระบบกล้องวงจรปิด'], endsOn: '30 มิ.ย. 2569', daysLeft: 30, currency: 'THB' },
  ...{ nextFrom: '1 ก.ค. 2569', nextTo: '30 มิ.ย. 2570', price: '38,000.00', invoice: 'INV-2569-000042' },
  ...{ rights: ['ดูแลระบบกล้องวงจรปิด: 3 ครั้ง'], serviceLevel: 'มาตรฐาน: เข้าหน้างานภายใน 8 ชั่วโมงทำการ' },
  ...{ payUntil: '14 ก.ค. 2569', renewsItselfOn: '', link: 'https://www.example.com/contracts/abc' },
};

const LINES = '<ul>{% for line in lines %}<li>{{ line }}</li>{% endfor %}</ul>';
const FACTS = {
  th: `<p>สัญญาเลขที่ <strong>{{ number }}</strong> รหัสบริการ {{ serviceId }} สิ้นสุดวันที่ <strong>{{ endsOn }}</strong></p>${LINES}`,
  en: `<p>Contract <strong>{{ number }}</strong>, service ID {{ serviceId }}, ends on <strong>{{ endsOn }}</strong>.</p>${LINES}`,
};
const NEXT = {
  th: '{% if price != "" %}<p>ระยะต่อไปวันที่ {{ nextFrom }} ถึง {{ nextTo }} ราคา <strong>{{ price }} {{ currency }}</strong></p>{% endif %}',
  en: '{% if price != "" %}<p>The next term is from {{ nextFrom }} to {{ nextTo }}, for <strong>{{ price }} {{ currency }}</strong>.</p>{% endif %}',
};
const INVOICE = {
  th: '{% if invoice != "" %}<p>ใบแจ้งหนี้ {{ invoice }} แนบมาพร้อมนี้ เมื่อชำระแล้วสัญญาจะต่อให้ทันที ชำระได้ถึงวันที่ {{ payUntil }}</p>{% endif %}',
  en: '{% if invoice != "" %}<p>Invoice {{ invoice }} is attached. The contract is renewed as soon as it is paid, until {{ payUntil }} at the latest.</p>{% endif %}',
};
const ITSELF = {
  th: '{% if renewsItselfOn != "" %}<p>สัญญานี้ต่ออายุเองในวันที่ {{ renewsItselfOn }} หากไม่ต้องการต่อ กรุณาแจ้งก่อนวันนั้น</p>{% endif %}',
  en: '{% if renewsItselfOn != "" %}<p>It goes on by itself on {{ renewsItselfOn }}. If you do not want that, please tell us before that day.</p>{% endif %}',
};
const LINK = {
  th: '{% if link != "" %}<p><a href="{{ link }}">ต่อสัญญา</a></p>{% endif %}',
  en: '{% if link != "" %}<p><a href="{{ link }}">Renew the contract</a></p>{% endif %}',
};
const LOST = {
  th: '{% if rights.size > 0 %}<p>สิทธิที่เหลืออยู่และใช้ไม่ได้แล้ว</p><ul>{% for right in rights %}<li>{{ right }}</li>{% endfor %}</ul>{% endif %}{% if serviceLevel != "" %}<p>ระดับบริการที่ไม่มีผลแล้ว: {{ serviceLevel }}</p>{% endif %}',
  en: '{% if rights.size > 0 %}<p>What was left, and can no longer be used:</p><ul>{% for right in rights %}<li>{{ right }}</li>{% endfor %}</ul>{% endif %}{% if serviceLevel != "" %}<p>The service level that holds no more: {{ serviceLevel }}</p>{% endif %}',
};
const CLOSE = { th: '<p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>', en: '<p>Thank you,<br>{{ company }}</p>' };

const seed = (
  code: string,
  name: TemplateSeed['name'],
  subject: TemplateSeed['subject'],
  body: TemplateSeed['body'],
): TemplateSeed => ({ code, name, subject, sample: SAMPLE, body });

const letter = (th: string, en: string): TemplateSeed['body'] => ({
  th: `<p>เรียน {{ customer }}</p>${th}${CLOSE.th}`,
  en: `<p>Dear {{ customer }},</p>${en}${CLOSE.en}`,
});

/** What customers, and those who look after them, are told when a term comes to its end. */
export const renewalTemplates: readonly TemplateSeed[] = [
  seed(
    'renewal-notice',
    { th: 'ต่อสัญญา: ใกล้สิ้นสุด', en: 'Renewal: the term ends' },
    {
      th: 'สัญญา {{ number }} จะสิ้นสุดวันที่ {{ endsOn }}',
      en: 'Contract {{ number }} ends on {{ endsOn }}',
    },
    letter(
      `${FACTS.th}<p>เหลืออีก {{ daysLeft }} วัน กรุณาแจ้งว่าจะต่อสัญญาหรือไม่</p>${NEXT.th}${INVOICE.th}${ITSELF.th}${LINK.th}`,
      `${FACTS.en}<p>That is in {{ daysLeft }} days. Please let us know whether you will go on.</p>${NEXT.en}${INVOICE.en}${ITSELF.en}${LINK.en}`,
    ),
  ),
  seed(
    'renewal-offer',
    { th: 'ต่อสัญญา: ข้อเสนอ', en: 'Renewal: offer' },
    {
      th: 'ข้อเสนอต่อสัญญา {{ number }} ราคา {{ price }} {{ currency }}',
      en: 'Renewing contract {{ number }} for {{ price }} {{ currency }}',
    },
    letter(`${FACTS.th}${NEXT.th}${INVOICE.th}${LINK.th}`, `${FACTS.en}${NEXT.en}${INVOICE.en}${LINK.en}`),
  ),
  seed(
    'renewal-renewed',
    { th: 'ต่อสัญญา: ต่อแล้ว', en: 'Renewal: renewed' },
    {
      th: 'ต่อสัญญา {{ number }} แล้ว ถึงวันที่ {{ nextTo }}',
      en: 'Contract {{ number }} is renewed until {{ nextTo }}',
    },
    letter(
      `<p>สัญญาเลขที่ <strong>{{ number }}</strong> ต่ออายุแล้ว ตั้งแต่วันที่ {{ nextFrom }} ถึง <strong>{{ nextTo }}</strong></p>${LINES}`,
      `<p>contract <strong>{{ number }}</strong> is renewed from {{ nextFrom }} to <strong>{{ nextTo }}</strong>.</p>${LINES}`,
    ),
  ),
  seed(
    'renewal-lapsed',
    { th: 'ต่อสัญญา: สัญญาหมดอายุ', en: 'Renewal: lapsed' },
    { th: 'สัญญา {{ number }} สิ้นสุดแล้ว', en: 'Contract {{ number }} has ended' },
    letter(
      `<p>สัญญาเลขที่ <strong>{{ number }}</strong> รหัสบริการ {{ serviceId }} สิ้นสุดเมื่อวันที่ <strong>{{ endsOn }}</strong> เพราะยังไม่ได้ต่ออายุ</p>${LINES}<p>ตั้งแต่วันถัดไปท่านไม่มีสิทธิรับบริการ การเข้าตรวจ และการซ่อมตามสัญญานี้</p>${LOST.th}${INVOICE.th}<p>หากต้องการใช้บริการต่อ กรุณาต่อสัญญาหรือติดต่อเรา</p>${LINK.th}`,
      `<p>contract <strong>{{ number }}</strong>, service ID {{ serviceId }}, ended on <strong>{{ endsOn }}</strong>, because it was not renewed.</p>${LINES}<p>Since then you have no right to its services, visits and repairs.</p>${LOST.en}${INVOICE.en}<p>To have them back, renew the contract or talk to us.</p>${LINK.en}`,
    ),
  ),
  seed(
    'renewal-staff',
    { th: 'ต่อสัญญา: เตือนพนักงาน', en: 'Renewal: to the staff' },
    {
      th: 'สัญญา {{ number }} ของ {{ customer }} สิ้นสุดวันที่ {{ endsOn }}',
      en: 'Contract {{ number }} of {{ customer }} ends on {{ endsOn }}',
    },
    {
      th: `<p>ลูกค้า {{ customer }}</p>${FACTS.th}<p>เหลืออีก {{ daysLeft }} วัน ลูกค้ายังไม่ตัดสินใจ กรุณาติดต่อลูกค้า</p>${NEXT.th}${ITSELF.th}`,
      en: `<p>Customer {{ customer }}</p>${FACTS.en}<p>That is in {{ daysLeft }} days, and the customer has not decided. Please get in touch.</p>${NEXT.en}${ITSELF.en}`,
    },
  ),
  seed(
    'renewal-lapsed-staff',
    { th: 'ต่อสัญญา: สัญญาหมดอายุ (ถึงพนักงาน)', en: 'Renewal: lapsed, to the staff' },
    {
      th: 'สัญญา {{ number }} ของ {{ customer }} หมดอายุโดยไม่ได้ต่อ',
      en: 'Contract {{ number }} of {{ customer }} has lapsed',
    },
    {
      th: `<p>สัญญาเลขที่ <strong>{{ number }}</strong> ของ {{ customer }} สิ้นสุดเมื่อวันที่ {{ endsOn }} โดยไม่มีใครตัดสินใจ กรุณาติดต่อลูกค้าหรือบันทึกเหตุผล</p>${LINES}${LOST.th}`,
      en: `<p>Contract <strong>{{ number }}</strong> of {{ customer }} ended on {{ endsOn }} and nobody had decided. Please win the customer back.</p>${LINES}${LOST.en}`,
    },
  ),
];
