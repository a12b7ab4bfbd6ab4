import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** What the doctor says of customers. */
export const doctor: Record<Language, Catalogue> = {
  th: {
    'doctor.check.crm.customers': 'ลูกค้า',
    'doctor.crm.customers': 'ลูกค้าทุกรายมีผู้ดูแลที่ยังทำงานอยู่ และสมาชิกทุกคนอยู่กับลูกค้าที่ยังใช้',
    'doctor.crm.keepers_gone': 'ลูกค้า {count} รายมีผู้ดูแลที่ออกไปแล้วหรือเข้าระบบไม่ได้: {codes}',
    'doctor.crm.keepers_gone.right': 'เปลี่ยนผู้ดูแลในหน้าลูกค้า มิฉะนั้นพนักงานขายที่เห็นเฉพาะลูกค้าของตนจะไม่เห็น',
    'doctor.crm.members_of_merged': 'สมาชิกยังอยู่กับลูกค้าที่ถูกรวมไปแล้ว {count} ราย จึงไม่เห็นข้อมูลของตน: {names}',
    'doctor.crm.members_of_merged.right': 'ย้ายผู้ติดต่อไปยังลูกค้าที่คงไว้',
  },
  en: {
    'doctor.check.crm.customers': 'Customers',
    'doctor.crm.customers': 'Whoever looks after a customer still works here, and members belong to customers in use.',
    'doctor.crm.keepers_gone': '{count} customers are looked after by somebody who is gone or may not log in: {codes}.',
    'doctor.crm.keepers_gone.right':
      'Give them somebody else on their page: salespeople who see only their own customers do not see them.',
    'doctor.crm.members_of_merged':
      'Members still belong to {count} customers that were merged, and see nothing of theirs: {names}.',
    'doctor.crm.members_of_merged.right': 'Move these contacts to the customer that stays.',
  },
};
