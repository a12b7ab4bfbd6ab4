import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

export const formReceived: TemplateSeed = {
  code: 'form-received',
  name: { th: 'ได้รับแบบฟอร์มจากเว็บไซต์', en: 'A web form arrived' },
  subject: { th: 'เราได้รับ{{ form.name }}ของท่านแล้ว', en: 'We have received: {{ form.name }}' },
  body: {
    th: `<p>เรียน ท่านผู้ติดต่อ</p>
<p>เราได้รับ <strong>{{ form.name }}</strong> ที่ท่านส่งผ่านเว็บไซต์แล้ว และจะติดต่อกลับโดยเร็ว</p>
{% if form.thankYou %}<p>{{ form.thankYou }}</p>{% endif %}
<p>หากท่านไม่ได้เป็นผู้ส่ง โปรดเพิกเฉยต่ออีเมลนี้</p>`,
    en: `<p>Hello,</p>
<p>We have received <strong>{{ form.name }}</strong> that you sent through our web site, and will come back to you soon.</p>
{% if form.thankYou %}<p>{{ form.thankYou }}</p>{% endif %}
<p>If it was not you who sent it, please ignore this mail.</p>`,
  },
  sample: { form: { name: 'ขอใบเสนอราคา', thankYou: 'ขอบคุณที่สนใจบริการของเรา' } },
};
