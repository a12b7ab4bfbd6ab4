import type { Headings } from '@sanya/strapi-plugin-platform/kit';

/** What a file of deposits and customer credit can say, the first heading of each language ours. */
export const MONEY_HEADINGS = {
  reference: ['Reference', 'เลขที่อ้างอิง', 'Number', 'เลขที่', 'Document', 'เลขที่เอกสาร'],
  customerCode: ['Customer code', 'รหัสลูกค้า', 'Customer', 'Client ID', 'Customer ID'],
  taxId: ['Customer tax ID', 'เลขประจำตัวผู้เสียภาษี', 'Tax ID', 'เลขผู้เสียภาษี'],
  branchCode: ['Customer branch', 'สาขาลูกค้า', 'Branch', 'สาขา'],
  held: ['Kind', 'ประเภท', 'Type'],
  amount: ['Amount', 'จำนวนเงิน', 'Balance', 'คงเหลือ', 'ยอดคงเหลือ'],
  issuedOn: ['Date', 'วันที่', 'Received on', 'วันที่รับเงิน'],
  documented: ['VAT accounted for', 'ออกใบกำกับภาษีแล้ว', 'Tax invoice issued', 'นำส่งภาษีแล้ว'],
  taxNumber: ['Tax invoice number', 'เลขที่ใบกำกับภาษี', 'Tax invoice'],
  taxDate: ['Tax invoice date', 'วันที่ใบกำกับภาษี'],
  taxCategory: ['Tax category', 'ประเภทภาษี'],
  description: ['Description', 'รายละเอียด', 'รายการ'],
  ourBranch: ['Our branch', 'สาขาที่ออก', 'Issuing branch'],
} as const satisfies Headings<string>;

export type MoneyField = keyof typeof MONEY_HEADINGS;

/** How a file is filled in. */
export const MONEY_EXAMPLES: Partial<Record<MoneyField, string>>[] = [
  {
    ...{ reference: 'DP6812-0003', customerCode: 'C001', held: 'เงินมัดจำ', amount: '10700.00' },
    ...{ issuedOn: '10/12/2568', documented: 'แล้ว', taxNumber: 'TX6812-0021', description: 'มัดจำงานติดตั้งกล้อง' },
  },
  {
    ...{ reference: 'SD6811-0001', customerCode: 'C002', held: 'เงินประกัน', amount: '5000.00' },
    ...{ issuedOn: '1/11/2568', description: 'ประกันเครื่องเช่า' },
  },
  { reference: 'RC6812-0107', customerCode: 'C003', held: 'เครดิต', amount: '250.00', issuedOn: '28/12/2568' },
];
