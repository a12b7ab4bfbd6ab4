import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

const table = (quantity: string, price: string, total: string): string => `<table>
<tr><th></th><th>${quantity}</th><th>${price}</th><th>${total}</th></tr>
{% for line in lines %}<tr>
<td>{{ line.description }}</td>
<td>{{ line.quantity }} {{ line.unit }}</td><td>{{ line.unitPrice }}</td><td>{{ line.total }}</td>
</tr>{% endfor %}
</table>`;

export const quoteTemplates: readonly TemplateSeed[] = [
  {
    code: 'quote-sent',
    name: { th: 'ใบเสนอราคา', en: 'Quote' },
    subject: { th: 'ใบเสนอราคา {{ quote.number }}', en: 'Our quote {{ quote.number }}' },
    body: {
      th: `<p>เรียน {{ customer.name }}</p>
<p>ขอเสนอราคาตามใบเสนอราคา {{ quote.number }} ที่แนบมาพร้อมนี้ ใช้ได้ถึงวันที่ {{ quote.validUntil }}</p>
${table('จำนวน', 'ราคาต่อหน่วย', 'รวม')}
<p>ก่อนภาษี {{ quote.net }} ภาษีมูลค่าเพิ่ม {{ quote.tax }}<br><strong>รวมทั้งสิ้น {{ quote.total }} {{ quote.currency }}</strong></p>
{% if quote.note %}<p>{{ quote.note }}</p>{% endif %}
<p>ท่านสามารถตอบรับได้ในบัญชีลูกค้าของท่าน หรือลงนามในใบเสนอราคาแล้วส่งกลับมา</p>`,
      en: `<p>Dear {{ customer.name }},</p>
<p>Please find our quote {{ quote.number }} attached. It holds until {{ quote.validUntil }}.</p>
${table('Quantity', 'Unit price', 'Total')}
<p>Before VAT {{ quote.net }}, VAT {{ quote.tax }}<br><strong>Total {{ quote.total }} {{ quote.currency }}</strong></p>
{% if quote.note %}<p>{{ quote.note }}</p>{% endif %}
<p>You can accept it in your customer account, or sign it and send it back.</p>`,
    },
    sample: {
      customer: { name: 'บริษัท เชียงใหม่การค้า จำกัด' },
      quote: {
        ...{ number: 'QT-2569-000123', currency: 'THB', validUntil: '31 ก.ค. 2569', note: null },
        ...{ net: '10,000.00', tax: '700.00', total: '10,700.00' },
      },
      lines: [
        {
          ...{ description: 'ดูแลเว็บไซต์', quantity: '1', unit: 'เดือน' },
          ...{ unitPrice: '10,000.00', total: '10,700.00' },
        },
      ],
    },
  },
];
