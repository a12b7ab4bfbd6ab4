import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** Credit limits, scores and what they are made of. */
export const credit: Record<Language, Catalogue> = {
  th: {
    'credit.over_limit': 'ยอดหนี้รวมคำสั่งซื้อนี้เป็น {exposure:money} เกินวงเงินเครดิต {limit:money}',
    'credit.overdue': 'มีใบแจ้งหนี้เกินกำหนดชำระ {days} วัน',
    'credit.score.on_time': 'ชำระตรงเวลา {inTime} จาก {count} ใบ',
    'credit.score.days_late': 'ชำระช้าเฉลี่ย {days} วัน',
    'credit.score.age': 'เป็นลูกค้ามา {months} เดือน',
    'credit.score.reversed': 'การชำระเงินที่ถูกกลับรายการ {reversed} ครั้ง',
    'credit.score.overdue': 'ค้างชำระเกินกำหนด {days} วันในขณะนี้',
    'credit.proposal.raise': 'ชำระเงินดีและซื้อมากขึ้น เสนอเพิ่มวงเงิน',
    'credit.proposal.open': 'ชำระเงินดี เสนอให้ซื้อแบบเครดิต',
    'credit.proposal.stop': 'ชำระเงินล่าช้า เสนอให้ชำระก่อนรับสินค้าหรือบริการ',
    'credit.proposal_changed': 'ข้อเสนอเปลี่ยนไปแล้ว กรุณาโหลดหน้านี้ใหม่แล้วตรวจสอบอีกครั้ง',
  },
  en: {
    'credit.over_limit': 'With this order {exposure:money} would be open, above the credit limit of {limit:money}.',
    'credit.overdue': 'An invoice is {days} days overdue.',
    'credit.score.on_time': '{inTime} of {count} invoices paid in time',
    'credit.score.days_late': 'paid {days} days late on average',
    'credit.score.age': 'a customer for {months} months',
    'credit.score.reversed': '{reversed} payments came back',
    'credit.score.overdue': '{days} days overdue now',
    'credit.proposal.raise': 'Pays well and buys more: a higher limit is proposed.',
    'credit.proposal.open': 'Pays well: buying on credit is proposed.',
    'credit.proposal.stop': 'Pays late: paying in advance is proposed.',
    'credit.proposal_changed': 'The proposal has changed. Please load the page again and look at it once more.',
  },
};
