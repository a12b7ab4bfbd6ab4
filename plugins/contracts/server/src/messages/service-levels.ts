import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'service_level.taken': 'มีระดับบริการรหัสนี้แล้ว',
  'service_level.class_has_one': 'กลุ่มลูกค้านี้มีระดับบริการแล้ว กรุณาแก้ไขรายการเดิม',
  'service_level.class_incomplete': 'กรุณาเลือกทั้งกลุ่มลูกค้าและระดับบริการ',
  'service_level.unknown': 'ไม่มีระดับบริการนี้ กรุณาเลือกจากรายการ',
  'service_level.closed': 'ไม่ใช้ระดับบริการ “{level}” แล้ว กรุณาเลือกระดับอื่น',
  'service_level.contract_over': 'สัญญา {contract} สิ้นสุดแล้ว เปลี่ยนระดับบริการไม่ได้',
  'event.contract.service_level_set': 'กำหนดระดับบริการ',
  'contract.document_service_level': 'ระดับบริการ',
};

const en: Catalogue = {
  'service_level.taken': 'There is a service level with this code already.',
  'service_level.class_has_one': 'This customer class has a service level already: change that one.',
  'service_level.class_incomplete': 'Choose a customer class and its service level.',
  'service_level.unknown': 'There is no such service level: choose one of the list.',
  'service_level.closed': 'The service level “{level}” is not in use any more: choose another.',
  'service_level.contract_over': 'Contract {contract} is over: its service level stays.',
  'event.contract.service_level_set': 'Service level set',
  'contract.document_service_level': 'Service level',
};

export const serviceLevels: Record<Language, Catalogue> = { th, en };
