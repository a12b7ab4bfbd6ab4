import type { Headings } from '@sanya/strapi-plugin-platform/kit';

/** What a file of open invoices can say, each with the headings by which its column is known, the first of each language ours. */
export const HEADINGS = {
  number: ['Invoice number', 'เลขที่ใบแจ้งหนี้', 'Number', 'เลขที่', 'Invoice', 'Invoice no.'],
  customerCode: ['Customer code', 'รหัสลูกค้า', 'Customer', 'Client ID', 'Customer ID'],
  taxId: ['Customer tax ID', 'เลขประจำตัวผู้เสียภาษี', 'Tax ID', 'เลขผู้เสียภาษี'],
  branchCode: ['Customer branch', 'สาขาลูกค้า', 'Branch', 'สาขา'],
  issuedOn: ['Invoice date', 'วันที่ใบแจ้งหนี้', 'Date', 'วันที่'],
  dueDate: ['Due date', 'วันครบกำหนด', 'Due', 'ครบกำหนด', 'วันที่ครบกำหนด'],
  total: ['Total', 'ยอดรวม', 'Amount', 'จำนวนเงิน'],
  paid: ['Paid before', 'ชำระแล้ว', 'Paid'],
  open: ['Still owed', 'ยอดค้างชำระ', 'Balance', 'Open', 'คงเหลือ', 'ยอดคงเหลือ'],
  description: ['Description', 'รายละเอียด', 'รายการ'],
  kind: ['Kind', 'ประเภท', 'Type'],
  taxCategory: ['Tax category', 'ประเภทภาษี'],
  incomeKind: ['Income kind', 'ประเภทเงินได้', 'Withholding', 'หัก ณ ที่จ่าย'],
  documented: ['Tax invoice issued', 'ออกใบกำกับภาษีแล้ว', 'VAT documented'],
  taxNumber: ['Tax invoice number', 'เลขที่ใบกำกับภาษี', 'Tax invoice'],
  taxDate: ['Tax invoice date', 'วันที่ใบกำกับภาษี'],
  poNumber: ['PO number', 'เลขที่ใบสั่งซื้อ', 'PO'],
  ourBranch: ['Our branch', 'สาขาที่ออก', 'Issuing branch'],
} as const satisfies Headings<string>;

export type Field = keyof typeof HEADINGS;

/** How a file is filled in. */
export const EXAMPLES: Partial<Record<Field, string>>[] = [
  {
    ...{ number: 'IV6812-0041', customerCode: 'C001', issuedOn: '15/12/2568', dueDate: '14/1/2569' },
    ...{ total: '10700.00', paid: '0.00', open: '10700.00', description: 'ค่าบริการดูแลระบบ ธันวาคม 2568' },
    ...{ kind: 'บริการ', incomeKind: 'service', documented: 'ยัง', poNumber: 'PO-2568-118' },
  },
  {
    ...{ number: 'IV6812-0045', customerCode: 'C002', issuedOn: '20/12/2568', dueDate: '19/1/2569' },
    ...{ total: '5350.00', paid: '1350.00', open: '4000.00', description: 'กล้องวงจรปิด', kind: 'สินค้า' },
    ...{ documented: 'แล้ว', taxNumber: 'TX6812-0030', taxDate: '20/12/2568' },
  },
];
