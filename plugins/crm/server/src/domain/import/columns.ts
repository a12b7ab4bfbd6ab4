import type { Headings } from '@sanya/strapi-plugin-platform/kit';

/** What a file of customers can say, each with the headings by which its column is known, the first of each language ours. */
export const HEADINGS = {
  code: ['Customer code', 'รหัสลูกค้า', 'Code', 'รหัส', 'Client ID', 'Customer ID'],
  name: ['Name', 'ชื่อลูกค้า', 'Customer', 'Customer name', 'Company', 'Company name', 'ชื่อ', 'ชื่อบริษัท'],
  nameEn: ['English name', 'ชื่อภาษาอังกฤษ', 'Name (English)'],
  kind: ['Kind', 'ประเภทลูกค้า', 'Type', 'ประเภท'],
  taxId: ['Tax ID', 'เลขประจำตัวผู้เสียภาษี', 'เลขผู้เสียภาษี', 'Tax number'],
  branchCode: ['Branch', 'สาขา', 'Branch code', 'รหัสสาขา'],
  vatRegistered: ['VAT registered', 'จดทะเบียนภาษีมูลค่าเพิ่ม', 'จด VAT'],
  email: ['Email', 'อีเมล', 'E-mail'],
  phone: ['Phone', 'โทรศัพท์', 'เบอร์โทร', 'Telephone'],
  line1: ['Address', 'ที่อยู่', 'Address 1'],
  line2: ['Address 2', 'ที่อยู่ 2'],
  subdistrict: ['Subdistrict', 'ตำบล/แขวง', 'ตำบล', 'แขวง'],
  district: ['District', 'อำเภอ/เขต', 'อำเภอ', 'เขต', 'City'],
  province: ['Province', 'จังหวัด', 'State'],
  postcode: ['Postcode', 'รหัสไปรษณีย์', 'Zip', 'Postal code'],
  country: ['Country', 'ประเทศ'],
  creditTermsDays: ['Credit days', 'เครดิต (วัน)', 'Credit terms', 'เครดิต', 'วันเครดิต'],
  creditLimit: ['Credit limit', 'วงเงินเครดิต', 'วงเงิน'],
  earlyPayment: ['Early-payment discount', 'ส่วนลดชำระก่อนกำหนด', 'Early payment', 'ส่วนลดเงินสด'],
  language: ['Language', 'ภาษา'],
  poRequired: ['PO required', 'ต้องมีเลขที่ใบสั่งซื้อ'],
  note: ['Note', 'หมายเหตุ'],
  contactName: ['Contact', 'ผู้ติดต่อ', 'Contact name', 'ชื่อผู้ติดต่อ'],
  contactPosition: ['Position', 'ตำแหน่ง'],
  contactEmail: ['Contact email', 'อีเมลผู้ติดต่อ'],
  contactPhone: ['Contact phone', 'โทรศัพท์ผู้ติดต่อ'],
  contactType: ['Contact type', 'ประเภทผู้ติดต่อ'],
} as const satisfies Headings<string>;

export type Field = keyof typeof HEADINGS;

/** How a file is filled in. */
export const EXAMPLES: Partial<Record<Field, string>>[] = [
  {
    ...{ code: 'C001', name: 'บริษัท ตัวอย่าง จำกัด', nameEn: 'Example Co., Ltd.', kind: 'องค์กร' },
    ...{ taxId: '0105561000005', branchCode: '00000', vatRegistered: 'ใช่' },
    ...{ email: 'account@example.co.th', phone: '021234567', line1: '99/9 ถนนสุขุมวิท', subdistrict: 'คลองเตย' },
    ...{ district: 'คลองเตย', province: 'กรุงเทพมหานคร', postcode: '10110', creditTermsDays: '30' },
    ...{ creditLimit: '100000.00', earlyPayment: '2/10', contactName: 'สมหญิง ใจดี', contactPosition: 'ฝ่ายบัญชี' },
    ...{ contactEmail: 'somying@example.co.th', contactPhone: '0812345678', contactType: 'วางบิล' },
  },
  { code: 'C001', contactName: 'สมชาย ขยัน', contactPosition: 'ฝ่ายจัดซื้อ', contactType: 'จัดซื้อ' },
  { code: 'C002', name: 'คุณมานะ ตั้งใจ', kind: 'บุคคล', phone: '0898765432', creditTermsDays: '0' },
];
