import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

export const suspensionTemplates: readonly TemplateSeed[] = [
  {
    code: 'service-suspended',
    name: { th: 'ระงับบริการ', en: 'Service suspended' },
    subject: { th: 'แจ้งระงับบริการ {{ contract }}', en: 'Service suspended: {{ contract }}' },
    body: {
      th: `<p>เรียน {{ customer }}</p>
<p>บริการตามสัญญา {{ contract }} ({{ serviceId }}) ถูกระงับตั้งแต่วันที่ {{ on }} เพราะยังไม่ได้รับชำระ {{ invoices }}</p>
<p>สิทธิที่ท่านไม่มีระหว่างระงับ: {{ services }}</p>
<p>เมื่อได้รับชำระครบ เราจะเปิดบริการให้ทันที รายละเอียดอยู่ในหนังสือที่แนบมาพร้อมนี้</p>`,
      en: `<p>Dear {{ customer }},</p>
<p>the service of the contract {{ contract }} ({{ serviceId }}) is suspended as of {{ on }}, because {{ invoices }} is not paid.</p>
<p>What you have no right to until then: {{ services }}</p>
<p>It is on again as soon as all of it has come in. The letter attached says more.</p>`,
    },
    sample: {
      ...{ customer: 'บริษัท เชียงใหม่การค้า จำกัด', contract: 'CT-2569-000012', serviceId: 'K7MR-4XW9' },
      ...{ on: '24 พ.ค. 2569', invoices: 'INV-2569-000123', services: 'ดูแลเว็บไซต์' },
    },
  },
];
