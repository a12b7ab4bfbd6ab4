import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

export const memberWelcome: TemplateSeed = {
  code: 'member-welcome',
  name: { th: 'ต้อนรับสมาชิกใหม่', en: 'Welcome of a new member' },
  subject: {
    th: 'ยินดีต้อนรับ {{ name }}',
    en: 'Welcome, {{ name }}',
  },
  body: {
    th: `<p>เรียน คุณ{{ name }}</p>
<p>ขอบคุณที่สมัครสมาชิกกับเรา รหัสลูกค้าของท่านคือ <strong>{{ code }}</strong></p>
<p>ท่านเข้าสู่ระบบได้ด้วยชื่อผู้ใช้ <strong>{{ username }}</strong> หรืออีเมลนี้</p>
<p>หากท่านไม่ได้สมัครด้วยตนเอง โปรดแจ้งให้เราทราบ</p>`,
    en: `<p>Dear {{ name }},</p>
<p>Thank you for signing up. Your customer code is <strong>{{ code }}</strong>.</p>
<p>You log in with your user name <strong>{{ username }}</strong> or with this mail address.</p>
<p>If it was not you who signed up, please let us know.</p>`,
  },
  sample: { name: 'สมชาย ใจดี', code: 'C-000123', username: 'somchai' },
};
