import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

const SAMPLE = { customer: 'สมชาย ใจดี', company: 'สัญญา', card: 'Visa •••• 4242', link: 'https://www.example.com' };
const LINK = {
  th: '{% if link != "" %}<p><a href="{{ link }}">{{ link }}</a></p>{% endif %}',
  en: '{% if link != "" %}<p><a href="{{ link }}">{{ link }}</a></p>{% endif %}',
};

/** The mails about cards that are charged by themselves. */
export const cardTemplates: readonly TemplateSeed[] = [
  {
    code: 'card-charge-ahead',
    name: { th: 'แจ้งก่อนตัดบัตร', en: 'Card will be charged' },
    subject: {
      th: 'จะตัดบัตรลงท้าย {{ lastFour }} จำนวน {{ amount }} บาท วันที่ {{ day }}',
      en: 'Your card ending {{ lastFour }} will be charged {{ amount }} {{ currency }} on {{ day }}',
    },
    body: {
      th: `<p>เรียน {{ customer }}</p><p>เราจะเรียกเก็บใบแจ้งหนี้ <strong>{{ number }}</strong> จำนวน <strong>{{ amount }} บาท</strong> จากบัตร {{ card }} ในวันที่ <strong>{{ day }}</strong> ตามที่ท่านให้ตัดบัตรอัตโนมัติ ท่านไม่ต้องทำอะไร</p><p>หากต้องการใช้บัตรอื่นหรือชำระทางอื่น กรุณาแจ้งหรือเปลี่ยนก่อนวันนั้น</p>${LINK.th}<p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>`,
      en: `<p>Dear {{ customer }},</p><p>we will charge invoice <strong>{{ number }}</strong>, <strong>{{ amount }} {{ currency }}</strong>, to your card {{ card }} on <strong>{{ day }}</strong>, as you agreed. There is nothing you need to do.</p><p>If you would rather use another card, or pay in another way, please do so before that day.</p>${LINK.en}<p>Thank you,<br>{{ company }}</p>`,
    },
    sample: {
      ...SAMPLE,
      ...{ lastFour: '4242', number: 'INV-2569-000001', amount: '1,070.00', currency: 'THB' },
      ...{ dueDate: '10 พ.ค. 2569', day: '10 พ.ค. 2569' },
    },
  },
  {
    code: 'card-declined',
    name: { th: 'ตัดบัตรไม่สำเร็จ', en: 'Card could not be charged' },
    subject: {
      th: 'เรียกเก็บจากบัตรไม่สำเร็จ {{ number }} ยอด {{ amount }} บาท',
      en: 'Your card could not be charged: {{ number }}, {{ amount }} {{ currency }}',
    },
    body: {
      th: `<p>เรียน {{ customer }}</p><p>เราเรียกเก็บใบแจ้งหนี้ <strong>{{ number }}</strong> ซึ่งครบกำหนด {{ dueDate }} จำนวน <strong>{{ amount }} บาท</strong> จากบัตร {{ card }} ไม่สำเร็จ และจะไม่เรียกเก็บจากบัตรนี้อีก</p><p>กรุณาชำระด้วยบัตรอื่น หากเลือกให้บันทึกบัตรและตัดบัตรอัตโนมัติ ใบแจ้งหนี้ถัดไปจะเรียกเก็บจากบัตรใหม่</p>${LINK.th}<p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>`,
      en: `<p>Dear {{ customer }},</p><p>we could not charge invoice <strong>{{ number }}</strong>, due {{ dueDate }}, <strong>{{ amount }} {{ currency }}</strong>, to your card {{ card }}, and will not try it with this card again.</p><p>Please pay with another card. If you let us keep it and charge it automatically, your next invoices are charged to the new one.</p>${LINK.en}<p>Thank you,<br>{{ company }}</p>`,
    },
    sample: {
      ...SAMPLE,
      ...{ number: 'INV-2569-000001', amount: '1,070.00', currency: 'THB', dueDate: '10 พ.ค. 2569' },
    },
  },
  {
    code: 'card-ending',
    name: { th: 'บัตรใกล้หมดอายุ', en: 'Card expires soon' },
    subject: { th: 'บัตร {{ card }} จะหมดอายุ {{ expiry }}', en: 'Your card {{ card }} expires {{ expiry }}' },
    body: {
      th: `<p>เรียน {{ customer }}</p><p>บัตร {{ card }} ที่ให้เราตัดบัตรอัตโนมัติจะหมดอายุสิ้นเดือน <strong>{{ expiry }}</strong> กรุณาบันทึกบัตรใหม่ เพื่อให้บริการของท่านต่อเนื่อง</p>${LINK.th}<p>ขอบคุณครับ/ค่ะ<br>{{ company }}</p>`,
      en: `<p>Dear {{ customer }},</p><p>your card {{ card }}, which we charge automatically, expires at the end of <strong>{{ expiry }}</strong>. Please save a new one, so that your service goes on.</p>${LINK.en}<p>Thank you,<br>{{ company }}</p>`,
    },
    sample: { ...SAMPLE, expiry: '12/2031' },
  },
];
