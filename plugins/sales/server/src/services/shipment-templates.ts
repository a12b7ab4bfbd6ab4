import type { Platform, TemplateSeed, TemplateSource } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, SHIPMENT } from '../content-types/types';
import { ordersStore } from '../stores/orders';
import { shipmentsStore } from '../stores/shipments';
import { shipmentMailData } from '../use-cases/shipments/shipment-mail';

const table = (what: string, quantity: string): string => `<table>
<tr><th>${what}</th><th>${quantity}</th></tr>
{% for line in lines %}<tr><td>{{ line.description }}</td><td>{{ line.quantity }} {{ line.unit }}</td></tr>{% endfor %}
</table>`;

const way = (carrier: string, tracking: string, follow: string): string =>
  `{% if shipment.carrier %}<p>${carrier} {{ shipment.carrier }}{% if shipment.trackingNumber %}<br>${tracking} <strong>{{ shipment.trackingNumber }}</strong>{% endif %}</p>{% endif %}
{% if shipment.trackingUrl %}<p><a href="{{ shipment.trackingUrl }}">${follow}</a></p>{% endif %}`;

export const shipmentTemplates: readonly TemplateSeed[] = [
  {
    code: 'order-shipped',
    name: { th: 'ส่งสินค้าแล้ว', en: 'Order shipped' },
    subject: {
      th: 'จัดส่งสินค้าตามคำสั่งซื้อ {{ order.number }} แล้ว',
      en: 'Goods of your order {{ order.number }} are on their way',
    },
    body: {
      th: `<p>เรียน {{ customer.name }}</p>
<p>จัดส่งสินค้าตามคำสั่งซื้อ {{ order.number }} เมื่อวันที่ {{ shipment.on }} ใบส่งของ {{ shipment.number }} แนบมาพร้อมนี้</p>
${table('รายการ', 'จำนวน')}
${way('ขนส่งโดย', 'หมายเลขพัสดุ', 'ติดตามพัสดุ')}`,
      en: `<p>Dear {{ customer.name }},</p>
<p>Goods of your order {{ order.number }} left us on {{ shipment.on }}. The delivery note {{ shipment.number }} is attached.</p>
${table('Goods', 'Quantity')}
${way('Carried by', 'Tracking number', 'Follow your parcel')}`,
    },
    sample: {
      customer: { name: 'บริษัท เชียงใหม่การค้า จำกัด' },
      order: { number: 'SO-2569-000123' },
      shipment: {
        ...{ number: 'DO-2569-000045', on: '30 ม.ค. 2569', carrier: 'ไปรษณีย์ไทย' },
        ...{
          trackingNumber: 'EX123456789TH',
          trackingUrl: 'https://track.thailandpost.co.th/?trackNumber=EX123456789TH',
        },
      },
      lines: [{ description: 'กล้องวงจรปิด', quantity: '4', unit: 'ตัว' }],
    },
  },
];

/** What staff see the mail about a shipment with while they edit it. */
export const shipmentSource = (platform: Platform): TemplateSource => ({
  type: SHIPMENT,
  names: ['number'],
  templates: ['order-shipped'],
  where: { state: { $in: ['shipped', 'delivered'] } },
  async dataOf(id, language) {
    const { rows } = platform;
    const store = shipmentsStore(rows);
    const [shipment] = await store.byIds([id]);
    const [order] = shipment ? await ordersStore(rows).byIds([shipment.order]) : [];
    if (!shipment || !order) return undefined;
    const [customer] = await rows.byIds<{ name: string }>(CUSTOMER, [order.customer], { fields: ['name'] });
    const ordered = new Map((await ordersStore(rows).linesOf([order.id])).map((line) => [line.id, line]));
    const parts = (await store.linesOf([id])).flatMap(({ orderLine, quantity }) => {
      const line = ordered.get(orderLine);
      return line ? [{ line, quantity }] : [];
    });
    return shipmentMailData(platform, { order: { ...order, language }, shipment, parts }, customer?.name ?? '');
  },
});
