import type { Headings } from '@sanya/strapi-plugin-platform/kit';

/** What a file of running contracts can say, the first heading of each language ours. */
export const HEADINGS = {
  number: ['Contract number', 'เลขที่สัญญา', 'Contract', 'สัญญา', 'Number', 'เลขที่'],
  customerCode: ['Customer code', 'รหัสลูกค้า', 'Customer', 'Client ID', 'Customer ID'],
  taxId: ['Customer tax ID', 'เลขประจำตัวผู้เสียภาษี', 'Tax ID', 'เลขผู้เสียภาษี'],
  branchCode: ['Customer branch', 'สาขาลูกค้า', 'Branch', 'สาขา'],
  startsOn: ['First day', 'วันเริ่มสัญญา', 'Start', 'Start date', 'วันเริ่ม'],
  endsOn: ['Last day', 'วันสิ้นสุดสัญญา', 'End', 'End date', 'วันสิ้นสุด'],
  termMonths: ['Term in months', 'อายุสัญญา (เดือน)', 'Term', 'อายุสัญญา'],
  noticeDays: ['Days of notice', 'แจ้งล่วงหน้า (วัน)', 'Notice'],
  poNumber: ['Purchase order', 'เลขที่ใบสั่งซื้อ', 'PO'],
  description: ['Description', 'รายละเอียด', 'รายการ', 'Service', 'บริการ'],
  sku: ['Product code', 'รหัสสินค้า', 'SKU'],
  quantity: ['Quantity', 'จำนวน'],
  unit: ['Unit', 'หน่วย'],
  unitPrice: ['Price of a period', 'ราคาต่องวด', 'Price', 'Unit price', 'ราคา', 'ราคาต่อหน่วย'],
  pricesIncludeTax: ['Price includes VAT', 'ราคารวมภาษี', 'Including VAT'],
  cycle: ['Billed every', 'รอบบิล', 'Cycle', 'Period', 'งวด'],
  alignment: ['Periods counted', 'นับรอบจาก', 'Alignment'],
  billedIn: ['Billed', 'เรียกเก็บ', 'Billed in'],
  leadDays: ['Days ahead', 'เรียกเก็บล่วงหน้า (วัน)'],
  minimumMonths: ['Minimum months', 'อายุขั้นต่ำ (เดือน)', 'Minimum term'],
  nextOn: ['Next period starts', 'งวดถัดไปเริ่มวันที่', 'Next date', 'Next billing date', 'วันเรียกเก็บถัดไป'],
  entitled: ['Entitlement', 'สิทธิ์', 'Entitled to'],
  entitledQuantity: ['Entitled quantity', 'จำนวนสิทธิ์'],
  entitledPer: ['Entitled per', 'รอบสิทธิ์'],
  carriedMost: ['Carried over at most', 'ยกไปได้ไม่เกิน', 'Carry-over'],
  used: ['Used so far', 'ใช้ไปแล้ว', 'Used'],
} as const satisfies Headings<string>;

export type Field = keyof typeof HEADINGS;

/** How a file is filled in. */
export const EXAMPLES: Partial<Record<Field, string>>[] = [
  {
    ...{ number: 'AC-2566-014', customerCode: 'C001', startsOn: '15/5/2566', endsOn: '14/5/2570', termMonths: '12' },
    ...{ noticeDays: '30', description: 'ดูแลเครื่องปรับอากาศ 10 เครื่อง', quantity: '1', unit: 'เดือน' },
    ...{ unitPrice: '4500.00', cycle: 'เดือน', billedIn: 'ล่วงหน้า', nextOn: '15/2/2569' },
    ...{ entitled: 'ครั้ง', entitledQuantity: '12', entitledPer: 'ปี', carriedMost: '2', used: '7' },
  },
  {
    ...{ number: 'WEB-0031', customerCode: 'C002', startsOn: '1/1/2568', description: 'โฮสติ้งและดูแลเว็บไซต์' },
    ...{ unitPrice: '12000.00', cycle: 'ปี', nextOn: '1/1/2570' },
  },
];
