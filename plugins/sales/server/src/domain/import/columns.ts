import { badInput } from '@sanya/strapi-plugin-platform/kernel';

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
  per: ['Charged', 'คิดราคา', 'Per', 'รอบ'],
  validFrom: ['Valid from', 'ใช้ตั้งแต่', 'From', 'วันที่เริ่มใช้', 'เริ่มใช้'],
  validTo: ['Valid to', 'ใช้ถึง', 'To', 'วันที่สิ้นสุด', 'สิ้นสุด'],
  includesTax: ['Tax included', 'รวมภาษี', 'VAT included', 'รวม VAT'],
} as const;

export type Field = keyof typeof HEADINGS;
export const FIELDS = Object.keys(HEADINGS) as Field[];

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
const BY_HEADING = new Map(FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [plain(heading), field])));
/** Above the headings stand a title and the like. */
const SEARCHED = 20;

interface Row {
  row: number;
  cells: readonly string[];
}

export interface Columns {
  /** Number of the row of headings. */
  header: number;
  places: Partial<Record<Field, number>>;
  /** Headings that say nothing to us. */
  ignored: string[];
}

/** Which column is what. Refuses a file without codes, and one that names a thing twice. */
export function readColumns(rows: readonly Row[]): Columns {
  const header = rows
    .slice(0, SEARCHED)
    .find(({ cells }) => cells.some((cell) => BY_HEADING.get(plain(cell)) === 'sku'));
  if (!header) throw badInput('product_import.no_codes', { field: 'file' });
  const places: Columns['places'] = {};
  const ignored: string[] = [];
  header.cells.forEach((cell, index) => {
    const field = BY_HEADING.get(plain(cell));
    if (field === undefined) {
      if (cell.trim() !== '') ignored.push(cell.trim());
    } else if (places[field] !== undefined) {
      throw badInput('product_import.column_twice', { field: 'file', params: { column: cell.trim() } });
    } else places[field] = index;
  });
  if (Object.keys(places).length === 1) throw badInput('product_import.nothing_said', { field: 'file' });
  return { header: header.row, places, ignored };
}
