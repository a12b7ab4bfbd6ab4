import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'contract.suspended_for_debt': 'ค้างชำระ {invoices}',
  'contract.ended_for_debt': 'ยุติบริการเพราะค้างชำระ {invoices}',
  'contract.no_letter': 'การระงับครั้งนี้ไม่มีหนังสือ',
  'contract.letter_title': 'หนังสือแจ้งระงับบริการ',
  'contract.letter_on': 'วันที่',
  'contract.letter_contract': 'สัญญาเลขที่',
  'contract.letter_service_id': 'รหัสบริการ',
  'contract.letter_invoice': 'ใบแจ้งหนี้',
  'contract.letter_due': 'ครบกำหนด',
  'contract.letter_owed': 'ยอดค้าง',
  'contract.letter_total': 'รวมยอดค้าง',
  'contract.letter_reason': 'เหตุผล: บริการตามสัญญานี้ถูกระงับตั้งแต่วันที่ {on} เพราะยอดข้างต้นค้างชำระ',
  'contract.letter_rights': 'สิทธิที่ท่านไม่มีระหว่างระงับ: {services}',
  'contract.letter_way_back':
    'การขอใช้บริการต่อ: ชำระยอดข้างต้นให้ครบตามวิธีในใบแจ้งหนี้ เมื่อได้รับชำระแล้ว เราจะเปิดบริการให้ทันที',
  'contract.letter_signed': 'ผู้แจ้ง',
  'permission.contract.letter': 'อ่านหนังสือแจ้งระงับบริการ',
  'job.contracts.resume-after-debt': 'เปิดบริการอีกครั้งหลังชำระหนี้',
  'job.contracts.end-for-debt': 'ยุติสัญญาเพราะค้างชำระ',
};

const en: Catalogue = {
  'contract.suspended_for_debt': 'Not paid: {invoices}',
  'contract.ended_for_debt': 'Ended because it is not paid: {invoices}',
  'contract.no_letter': 'There is no letter about this suspension.',
  'contract.letter_title': 'Service suspended',
  'contract.letter_on': 'Date',
  'contract.letter_contract': 'Contract',
  'contract.letter_service_id': 'Service ID',
  'contract.letter_invoice': 'Invoice',
  'contract.letter_due': 'Due',
  'contract.letter_owed': 'Open',
  'contract.letter_total': 'Total owed',
  'contract.letter_reason':
    'Reason: the service of this contract is suspended as of {on}, because the amount above is not paid.',
  'contract.letter_rights': 'What you have no right to until then: {services}',
  'contract.letter_way_back':
    'The way back: pay the amount above as the invoices say. The service is on again as soon as it has come in.',
  'contract.letter_signed': 'Issued by',
  'permission.contract.letter': 'Read letters of suspension',
  'job.contracts.resume-after-debt': 'Resume services once the debt is paid',
  'job.contracts.end-for-debt': 'End contracts for debt',
};

/** Services that are off because they are not paid. */
export const debts: Record<Language, Catalogue> = { th, en };
