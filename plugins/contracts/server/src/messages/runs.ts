import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** What is said of runs that are undone, and of what the books proof finds in contracts. */
const th: Catalogue = {
  'billing_undo.running': 'กำลังย้อนการเรียกเก็บอยู่ กรุณารอจนเสร็จ',
  'billing_undo.nothing': 'การเรียกเก็บครั้งนี้ไม่มีงวดให้ย้อน',
  'billing_undo.no_reason': 'เรียกเก็บผิดพลาด',
  'billing_undo.in_past': 'วันนั้นผ่านไปแล้ว กรุณาระบุวันนี้ {today:date} หรือหลังจากนั้น',
  'billing_undo.contract_over':
    'สัญญา {contract} สิ้นสุดแล้ว จะไม่มีการเรียกเก็บอีก กรุณายกเลิกหรือลดหนี้ในหน้าใบแจ้งหนี้หากไม่ต้องการเรียกเก็บ',
  'billing_undo.beyond_limit': '{amount:money} เกินวงเงินของคุณ กรุณาขออนุมัติในหน้าใบแจ้งหนี้',
  'event.billing_run.undo_started': 'เริ่มย้อนการเรียกเก็บค่างวด',
  'event.billing_run.undone': 'ย้อนการเรียกเก็บค่างวดเสร็จ',
  'job.contracts.undo-runs': 'ย้อนการเรียกเก็บค่างวด',
  'permission.billing-run.undo': 'ย้อนการเรียกเก็บค่างวด',

  'proof.contracts.period_not_billed':
    'สัญญา {contract} งวดวันที่ {from:date} ถึง {to:date} ของ “{line}” ยังไม่ได้เรียกเก็บ',
  'proof.contracts.run_overdue': 'สัญญา {contract} ถึงกำหนดเรียกเก็บวันที่ {on:date} แต่ยังไม่ได้เรียกเก็บ',
  'proof.contracts.period_twice':
    'สัญญา {contract} เรียกเก็บ “{line}” ของวันที่ {from:date} ถึง {to:date} ซ้ำกับงวดก่อนหน้า',
  'proof.contracts.coverage_hole': 'สัญญา {contract} ไม่มีงวดใดครอบคลุม “{line}” ในวันที่ {from:date} ถึง {to:date}',
  'proof.contracts.billed_on_void': 'สัญญา {contract} งวดวันที่ {from:date} อยู่บนใบแจ้งหนี้ {invoice} ที่ยกเลิกแล้ว',
  'proof.contracts.suspended_though_paid':
    'สัญญา {contract} ถูกระงับเพราะค้างชำระตั้งแต่ {from:date} แต่ไม่มียอดเกินกำหนด',
};

const en: Catalogue = {
  'billing_undo.running': 'A billing run is being undone. Wait until that is finished.',
  'billing_undo.nothing': 'This run billed no period that could be undone.',
  'billing_undo.no_reason': 'It was billed by mistake',
  'billing_undo.in_past': 'That day has passed. Give today, {today:date}, or a later day.',
  'billing_undo.contract_over':
    'Contract {contract} is over and will not be billed again. Void or credit the invoice on its page where it is not owed.',
  'billing_undo.beyond_limit': '{amount:money} is beyond your limit. Ask for it on the page of the invoice.',
  'event.billing_run.undo_started': 'Undo of a billing run begun',
  'event.billing_run.undone': 'Billing run undone',
  'job.contracts.undo-runs': 'Undo billing runs',
  'permission.billing-run.undo': 'Undo billing runs',

  'proof.contracts.period_not_billed': 'Of contract {contract}, “{line}” was not billed for {from:date} to {to:date}.',
  'proof.contracts.run_overdue': 'Contract {contract} was to be billed on {on:date} and was not.',
  'proof.contracts.period_twice':
    'Contract {contract} billed “{line}” for {from:date} to {to:date}, of which days were billed before.',
  'proof.contracts.coverage_hole': 'Contract {contract} billed “{line}” in no period for {from:date} to {to:date}.',
  'proof.contracts.billed_on_void': 'Contract {contract} has its period of {from:date} on {invoice}, which is void.',
  'proof.contracts.suspended_though_paid':
    'Contract {contract} is suspended for debt since {from:date}, though nothing is overdue.',
};

export const runs: Record<Language, Catalogue> = { th, en };
