import { paperFoot } from '@sanya/strapi-plugin-platform/kit';

const NAMES = {
  receipt: { th: 'ท้ายใบเสร็จรับเงิน', en: 'Foot of receipts' },
  'tax-invoice': { th: 'ท้ายใบกำกับภาษี', en: 'Foot of tax invoices' },
  'credit-note': { th: 'ท้ายใบลดหนี้', en: 'Foot of credit notes' },
  'debit-note': { th: 'ท้ายใบเพิ่มหนี้', en: 'Foot of debit notes' },
  'billing-note': { th: 'ท้ายใบวางบิล', en: 'Foot of billing notes' },
};

/** What staff write for the foot of the papers of billing. */
export const paperFoots = [
  paperFoot(
    'invoice',
    { th: 'ท้ายใบแจ้งหนี้', en: 'Foot of invoices' },
    {
      body: {
        th: '<p>กรุณาระบุเลขที่ {{ number }} เมื่อชำระเงิน</p>',
        en: '<p>Please name {{ number }} when you pay.</p>',
      },
      sample: { dueDate: '31 ม.ค. 2569' },
    },
  ),
  ...Object.entries(NAMES).map(([kind, name]) => paperFoot(kind, name)),
];
