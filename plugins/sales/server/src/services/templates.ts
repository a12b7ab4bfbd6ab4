import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';

const sample = {
  customer: { name: 'บริษัท เชียงใหม่การค้า จำกัด' },
  order: {
    number: 'SO-2569-000123',
    currency: 'THB',
    net: '10,000.00',
    tax: '700.00',
    total: '10,700.00',
    discount: null,
    reason: 'ลูกค้ายกเลิก',
    promisedOn: '15 ก.ค. 2569',
    delayReason: 'ของจากโรงงานมาช้า',
  },
  invoice: { number: 'IV-2569-000123', dueDate: '2026-07-08', due: '8 ก.ค. 2569' },
  lines: [
    {
      description: 'ดูแลเว็บไซต์',
      quantity: '1',
      unit: 'เดือน',
      unitPrice: '10,000.00',
      total: '10,700.00',
      per: 'month',
      every: 'ทุกเดือน',
    },
  ],
};

const table = (quantity: string, price: string, total: string): string => `<table>
<tr><th></th><th>${quantity}</th><th>${price}</th><th>${total}</th></tr>
{% for line in lines %}<tr>
<td>{{ line.description }}{% if line.per != 'one_time' %}<br><small>{{ line.every }}</small>{% endif %}</td>
<td>{{ line.quantity }} {{ line.unit }}</td><td>{{ line.unitPrice }}</td><td>{{ line.total }}</td>
</tr>{% endfor %}
</table>`;

export const templates: readonly TemplateSeed[] = [
  {
    code: 'order-confirmation',
    name: { th: 'ยืนยันคำสั่งซื้อ', en: 'Order confirmation' },
    subject: {
      th: 'ได้รับคำสั่งซื้อ {{ order.number }} แล้ว',
      en: 'We have your order {{ order.number }}',
    },
    body: {
      th: `<p>เรียน {{ customer.name }}</p>
<p>ขอบคุณสำหรับคำสั่งซื้อ {{ order.number }} รายการมีดังนี้</p>
${table('จำนวน', 'ราคาต่อหน่วย', 'รวม')}
<p>ก่อนภาษี {{ order.net }} ภาษีมูลค่าเพิ่ม {{ order.tax }}<br><strong>รวมทั้งสิ้น {{ order.total }} {{ order.currency }}</strong></p>
{% if invoice %}<p>แนบใบแจ้งหนี้ {{ invoice.number }} มาพร้อมนี้ กรุณาชำระภายใน {{ invoice.due }}</p>{% endif %}`,
      en: `<p>Dear {{ customer.name }},</p>
<p>Thank you for your order {{ order.number }}. You ordered:</p>
${table('Quantity', 'Unit price', 'Total')}
<p>Before VAT {{ order.net }}, VAT {{ order.tax }}<br><strong>Total {{ order.total }} {{ order.currency }}</strong></p>
{% if invoice %}<p>Invoice {{ invoice.number }} is attached. Please pay by {{ invoice.due }}.</p>{% endif %}`,
    },
    sample,
  },
  {
    code: 'order-received',
    name: { th: 'รับคำสั่งซื้อ รออนุมัติ', en: 'Order received, to be approved' },
    subject: {
      th: 'ได้รับคำสั่งซื้อ {{ order.number }} แล้ว รอการอนุมัติ',
      en: 'We have your order {{ order.number }}; it awaits approval',
    },
    body: {
      th: `<p>เรียน {{ customer.name }}</p>
<p>ขอบคุณสำหรับคำสั่งซื้อ {{ order.number }} รายการมีดังนี้</p>
${table('จำนวน', 'ราคาต่อหน่วย', 'รวม')}
<p><strong>รวมทั้งสิ้น {{ order.total }} {{ order.currency }}</strong></p>
<p>คำสั่งซื้อนี้ต้องได้รับอนุมัติจากเราก่อน เราจะแจ้งผลพร้อมใบแจ้งหนี้ทางอีเมล</p>`,
      en: `<p>Dear {{ customer.name }},</p>
<p>Thank you for your order {{ order.number }}. You ordered:</p>
${table('Quantity', 'Unit price', 'Total')}
<p><strong>Total {{ order.total }} {{ order.currency }}</strong></p>
<p>We have to approve this order first. You will hear from us by mail, with the invoice.</p>`,
    },
    sample,
  },
  {
    code: 'order-cancelled',
    name: { th: 'ยกเลิกคำสั่งซื้อ', en: 'Order cancelled' },
    subject: {
      th: 'ยกเลิกคำสั่งซื้อ {{ order.number }} แล้ว',
      en: 'Your order {{ order.number }} is cancelled',
    },
    body: {
      th: `<p>เรียน {{ customer.name }}</p>
<p>คำสั่งซื้อ {{ order.number }} ยอด {{ order.total }} {{ order.currency }} ถูกยกเลิกแล้ว{% if order.reason %} เหตุผล: {{ order.reason }}{% endif %}</p>
<p>ท่านไม่ต้องชำระเงินสำหรับคำสั่งซื้อนี้</p>`,
      en: `<p>Dear {{ customer.name }},</p>
<p>Your order {{ order.number }} of {{ order.total }} {{ order.currency }} is cancelled.{% if order.reason %} Reason: {{ order.reason }}{% endif %}</p>
<p>Nothing is to be paid for it.</p>`,
    },
    sample,
  },
  {
    code: 'order-expired',
    name: { th: 'คำสั่งซื้อหมดอายุ', en: 'Order expired' },
    subject: {
      th: 'คำสั่งซื้อ {{ order.number }} หมดอายุแล้ว',
      en: 'Your order {{ order.number }} has expired',
    },
    body: {
      th: `<p>เรียน {{ customer.name }}</p>
<p>เรายังไม่ได้รับชำระเงินสำหรับคำสั่งซื้อ {{ order.number }} ยอด {{ order.total }} {{ order.currency }} คำสั่งซื้อจึงหมดอายุ และใบแจ้งหนี้ถูกยกเลิกแล้ว</p>
<p>กรุณาอย่าชำระเงินตามใบแจ้งหนี้เดิม หากยังต้องการสินค้า กรุณาสั่งซื้อใหม่</p>`,
      en: `<p>Dear {{ customer.name }},</p>
<p>We have not received the {{ order.total }} {{ order.currency }} for your order {{ order.number }}. It has expired, and its invoice is void.</p>
<p>Please do not pay that invoice any more. If you still want what you ordered, order it again.</p>`,
    },
    sample,
  },
  {
    code: 'order-delayed',
    name: { th: 'เลื่อนกำหนดส่ง', en: 'Order delayed' },
    subject: {
      th: 'คำสั่งซื้อ {{ order.number }} จะส่งช้ากว่ากำหนด',
      en: 'Your order {{ order.number }} will be later',
    },
    body: {
      th: `<p>เรียน {{ customer.name }}</p>
<p>คำสั่งซื้อ {{ order.number }} จะส่งถึงท่านภายในวันที่ <strong>{{ order.promisedOn }}</strong></p>
{% if order.delayReason %}<p>สาเหตุ: {{ order.delayReason }}</p>{% endif %}
<p>ขออภัยในความไม่สะดวก หากต้องการเปลี่ยนแปลงคำสั่งซื้อ กรุณาติดต่อเรา</p>`,
      en: `<p>Dear {{ customer.name }},</p>
<p>Your order {{ order.number }} will reach you by <strong>{{ order.promisedOn }}</strong>.</p>
{% if order.delayReason %}<p>The reason: {{ order.delayReason }}</p>{% endif %}
<p>We are sorry. If you would rather change the order, please tell us.</p>`,
    },
    sample,
  },
  {
    code: 'order-changed',
    name: { th: 'แก้ไขคำสั่งซื้อ', en: 'Order changed' },
    subject: {
      th: 'แก้ไขคำสั่งซื้อ {{ order.number }} แล้ว',
      en: 'Your order {{ order.number }} has changed',
    },
    body: {
      th: `<p>เรียน {{ customer.name }}</p>
<p>คำสั่งซื้อ {{ order.number }} เปลี่ยนดังนี้{% if reason %} เหตุผล: {{ reason }}{% endif %}</p>
<ul>{% for one in changes %}<li>{{ one.description }}: จาก {{ one.was }} เป็น {{ one.now }} {{ one.unit }}</li>{% endfor %}</ul>
<p>{{ sentence }}</p>
<p><strong>ยอดคำสั่งซื้อเป็น {{ order.total }} {{ order.currency }}</strong></p>`,
      en: `<p>Dear {{ customer.name }},</p>
<p>Your order {{ order.number }} has changed.{% if reason %} Reason: {{ reason }}{% endif %}</p>
<ul>{% for one in changes %}<li>{{ one.description }}: {{ one.now }} {{ one.unit }} instead of {{ one.was }}</li>{% endfor %}</ul>
<p>{{ sentence }}</p>
<p><strong>The order now comes to {{ order.total }} {{ order.currency }}</strong></p>`,
    },
    sample: {
      ...sample,
      reason: 'ลูกค้าขอลดจำนวน',
      sentence: 'ลดหนี้ ฿1,070.00 ด้วยใบลดหนี้ CN-2569-000012',
      changes: [{ description: 'กล้องวงจรปิด', was: '10', now: '8', unit: 'ตัว' }],
    },
  },
];
