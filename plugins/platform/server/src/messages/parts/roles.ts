import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'permission_group.timeline': 'สิ่งที่เกิดขึ้น',
  'permission_group.approval': 'การอนุมัติ',
  'permission_group.approval-limit': 'วงเงินอนุมัติ',
  'condition.approvals-to-see': 'คำขอที่ตนอนุมัติได้และที่ตนขอ',
  'permission.proof.read': 'ดูผลการพิสูจน์บัญชี',
  'permission.today.read': 'ดูวันทำการและสกุลเงินของบริษัท',
  'permission_group.clock': 'นาฬิกา',
  'permission_group.delivery': 'การส่งอีเมล',
  'permission_group.doctor': 'สถานะระบบ',
  'permission_group.event': 'เหตุการณ์',
  'permission_group.file': 'ไฟล์ส่วนตัว',
  'permission_group.job': 'งานเบื้องหลัง',
  'permission_group.ledger': 'บัญชีหลักฐาน',
  'permission_group.number-series': 'เลขที่เอกสาร',
  'permission_group.proof': 'การพิสูจน์บัญชี',
  'permission_group.template': 'แม่แบบอีเมล',
  'permission_group.today': 'วันทำการ',
  'permission_group.report': 'รายงาน',
};

const en: Catalogue = {
  'permission_group.timeline': 'What happened',
  'permission_group.approval': 'Approvals',
  'permission_group.approval-limit': 'Approval limits',
  'condition.approvals-to-see': 'Approvals to decide, and own ones',
  'permission.proof.read': 'Read the books proof',
  'permission.today.read': 'Read the business day and the currency of the company',
  'permission_group.clock': 'Clock',
  'permission_group.delivery': 'Mail deliveries',
  'permission_group.doctor': 'Site',
  'permission_group.event': 'Events',
  'permission_group.file': 'Private files',
  'permission_group.job': 'Jobs',
  'permission_group.ledger': 'Proof ledger',
  'permission_group.number-series': 'Document numbers',
  'permission_group.proof': 'Books proof',
  'permission_group.template': 'Mail templates',
  'permission_group.today': 'Business day',
  'permission_group.report': 'Reports',
};

/** How the roles screen groups what can be done. */
export const roles: Record<Language, Catalogue> = { th, en };
