import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** What the events of crm are called where staff read the log. */
export const events: Record<Language, Catalogue> = {
  th: {
    'event.customer.created': 'เพิ่มลูกค้า',
    'event.customer.changed': 'แก้ไขลูกค้า',
    'event.customer.deleted': 'ลบลูกค้า',
    'event.customer.closed': 'ปิดลูกค้า',
    'event.customer.reopened': 'เปิดลูกค้าอีกครั้ง',
    'event.customer.merged': 'รวมลูกค้าที่ซ้ำกัน',
    'event.customer.parted': 'ยกเลิกการรวมลูกค้า',
    'event.customer.distinguished': 'ระบุว่าเป็นลูกค้าคนละราย',
    'event.customer.distinction_undone': 'ยกเลิกการระบุว่าเป็นลูกค้าคนละราย',
    'event.contact.created': 'เพิ่มผู้ติดต่อ',
    'event.contact.changed': 'แก้ไขผู้ติดต่อ',
    'event.contact.deleted': 'ลบผู้ติดต่อ',
    'event.contact.moved': 'ย้ายผู้ติดต่อ',
    'event.member.registered': 'สมัครสมาชิก',
  },
  en: {
    'event.customer.created': 'Customer made',
    'event.customer.changed': 'Customer changed',
    'event.customer.deleted': 'Customer deleted',
    'event.customer.closed': 'Customer closed',
    'event.customer.reopened': 'Customer reopened',
    'event.customer.merged': 'Customers merged',
    'event.customer.parted': 'Merge of customers undone',
    'event.customer.distinguished': 'Said not to be the same customer',
    'event.customer.distinction_undone': 'No longer said not to be the same customer',
    'event.contact.created': 'Contact made',
    'event.contact.changed': 'Contact changed',
    'event.contact.deleted': 'Contact deleted',
    'event.contact.moved': 'Contact moved',
    'event.member.registered': 'Member registered',
  },
};
