import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'permission_group.customer': 'ลูกค้า',
  'permission_group.contact': 'ผู้ติดต่อ',
  'condition.own-customers': 'ลูกค้าที่ตนดูแล',
  'condition.contacts-of-own-customers': 'ผู้ติดต่อของลูกค้าที่ตนดูแล',
};

const en: Catalogue = {
  'permission_group.customer': 'Customers',
  'permission_group.contact': 'Contacts',
  'condition.own-customers': 'Own customers',
  'condition.contacts-of-own-customers': 'Contacts of own customers',
};

/** How the roles screen groups what can be done, and which rows a role reaches. */
export const roles: Record<Language, Catalogue> = { th, en };
