import { fieldsOf, type Headings } from '@sanya/strapi-plugin-platform/kit';

/** What a file of products can say, each with the headings by which its column is known, the first of each language ours. */
export const HEADINGS = {
  sku: ['Code', 'รหัสสินค้า', 'SKU', 'Product code', 'รหัส'],
  name: ['Name', 'ชื่อสินค้า', 'Product', 'Product name', 'สินค้า', 'ชื่อ'],
  kind: ['Kind', 'ประเภท', 'Type'],
  group: ['Group', 'กลุ่ม', 'กลุ่มสินค้า', 'Category'],
  unit: ['Unit', 'หน่วย', 'หน่วยนับ'],
  taxCategory: ['Tax category', 'ประเภทภาษี'],
  label: ['Price name', 'ชื่อราคา', 'Price label'],
  price: ['Price', 'ราคา', 'Unit price', 'ราคาต่อหน่วย', 'ราคาขาย'],
  model: ['By quantity', 'ราคาตามจำนวน', 'Price model'],
  tiers: ['Tiers', 'ขั้นราคา', 'Price tiers'],
  per: ['Charged', 'คิดราคา', 'Per', 'รอบ'],
  validFrom: ['Valid from', 'ใช้ตั้งแต่', 'From', 'วันที่เริ่มใช้', 'เริ่มใช้'],
  validTo: ['Valid to', 'ใช้ถึง', 'To', 'วันที่สิ้นสุด', 'สิ้นสุด'],
  setupFee: ['Setup fee', 'ค่าแรกเข้า'],
  trialDays: ['Trial days', 'ทดลองใช้ (วัน)', 'Trial'],
  minimumMonths: ['Minimum months', 'ระยะขั้นต่ำ (เดือน)', 'Minimum term'],
  includesTax: ['Tax included', 'รวมภาษี', 'VAT included', 'รวม VAT'],
} as const satisfies Headings<string>;

export type Field = keyof typeof HEADINGS;
export const FIELDS = fieldsOf<Field>(HEADINGS);
