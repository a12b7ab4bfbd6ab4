import { paperFoot } from '@sanya/strapi-plugin-platform/kit';

/** What staff write for the foot of the papers of sales. */
export const paperFoots = [
  paperFoot(
    'quote',
    { th: 'ท้ายใบเสนอราคา', en: 'Foot of quotes' },
    {
      body: {
        th: '<p>หากตกลงตามนี้ กรุณาลงนามและส่งกลับ หรือตอบรับทางออนไลน์</p>',
        en: '<p>If you agree, please sign and return this quote, or accept it on line.</p>',
      },
    },
  ),
  paperFoot('order', { th: 'ท้ายใบยืนยันคำสั่งซื้อ', en: 'Foot of order confirmations' }),
  paperFoot('delivery-note', { th: 'ท้ายใบส่งของ', en: 'Foot of delivery notes' }),
];
