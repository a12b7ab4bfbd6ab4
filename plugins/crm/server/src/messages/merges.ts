import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** Customers who turned out to be one. */
export const mergeMessages: Record<Language, Catalogue> = {
  th: {
    'merge.itself': 'รวมลูกค้าเข้ากับตัวเองไม่ได้ กรุณาเลือกลูกค้าอีกรายหนึ่ง',
    'merge.survivor_closed': 'ลูกค้า {customer} ไม่ได้ใช้งานอยู่ จึงเป็นลูกค้าที่คงไว้ไม่ได้ กรุณาเปิดลูกค้ารายนี้ก่อน',
    'merge.other_currency': 'ลูกค้าสองรายนี้ใช้คนละสกุลเงิน ({survivor} และ {merged}) จึงรวมกันไม่ได้',
    'distinction.itself': 'กรุณาเลือกลูกค้าอย่างน้อยสองราย',
    'distinction.unknown': 'ไม่พบรายการนี้ อาจถูกยกเลิกไปแล้ว',
    'merge.unknown': 'ไม่พบการรวมลูกค้ารายการนี้',
    'customer.merged_wrong': 'ลูกค้าที่ถูกรวมแล้วต้องระบุลูกค้าที่คงไว้',
    'customer.has_merges': 'เคยรวมกับลูกค้ารายอื่น',
    'permission.customer.merge': 'รวมลูกค้าที่ซ้ำกันและยกเลิกการรวม',
  },
  en: {
    'merge.itself': 'A customer cannot be merged with itself. Please choose another.',
    'merge.survivor_closed':
      'The customer {customer} is not active, so nothing can be merged into it. Reopen it first.',
    'merge.other_currency':
      'These customers count in different currencies ({survivor} and {merged}) and cannot be one.',
    'distinction.itself': 'Please choose two customers or more.',
    'distinction.unknown': 'This is not said any more. Perhaps it was undone.',
    'merge.unknown': 'There is no such merge of customers.',
    'customer.merged_wrong': 'A merged customer must name the one it was merged into.',
    'customer.has_merges': 'it was merged with another customer',
    'permission.customer.merge': 'Merge duplicate customers, and undo it',
  },
};
