import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';
import { importWords } from '@sanya/strapi-plugin-platform/kit';
import { HEADINGS } from '../domain/import/columns';

const words = importWords('product_import', HEADINGS);

/** Files of products and prices. */
export const importMessages: Record<Language, Catalogue> = {
  th: {
    ...words.th,
    'product_import.no_codes': 'ไม่พบคอลัมน์ “รหัสสินค้า” กรุณาใส่หัวคอลัมน์ในแถวแรก',
    'product_import.nothing_said': 'มีเพียงคอลัมน์รหัสสินค้า กรุณาเพิ่มคอลัมน์ เช่น “ราคา” หรือ “ชื่อสินค้า”',
    'product_import.no_code': 'แถวนี้ไม่มีรหัสสินค้า',
    'product_import.no_name': 'ไม่มีสินค้ารหัสนี้ และแถวนี้ไม่มีชื่อสินค้าสำหรับสร้างใหม่',
    'product_import.over': 'ราคานี้สิ้นสุดไปแล้วเมื่อ {date:date} จึงแก้ไขไม่ได้',
    'product_import.contrary': 'ข้อมูลสินค้าไม่ตรงกับแถวที่ {row}',
    'product_import.has_tiers': 'ราคานี้เป็นราคาตามจำนวน กรุณาระบุขั้นราคาทั้งหมด หรือระบุว่าเป็นราคาเดียว',
    'product_import.no_tiers': '{column:words}: อ่าน “{value}” ไม่ได้ กรุณาเขียนเช่น 1 = 100.00; 11 = 90.00',
    'product_import.no_model': 'กรุณาระบุว่าขั้นราคาคิดอย่างไร: ตามปริมาณ (volume) หรือขั้นบันได (graduated)',
    'permission.product.import': 'นำเข้าสินค้าและราคาจากไฟล์',
    'event.product-import.started': 'เริ่มนำเข้าสินค้า',
    'event.product-import.finished': 'นำเข้าสินค้าเสร็จ',
    'job.sales.import-products': 'นำเข้าสินค้าและราคา',
    'job.sales.tidy-imports': 'ลบแถวของไฟล์ที่นำเข้าแล้ว',
  },
  en: {
    ...words.en,
    'product_import.no_codes': 'There is no column “Code”. Please put the headings into the first row.',
    'product_import.nothing_said': 'There is only a column of codes. Please add one, such as “Price” or “Name”.',
    'product_import.no_code': 'This row has no product code.',
    'product_import.no_name': 'No product has this code, and the row has no name to make a new one with.',
    'product_import.over': 'This price ended on {date:date} and is not changed any more.',
    'product_import.contrary': 'This says otherwise of the product than row {row}.',
    'product_import.has_tiers': 'This price has tiers. Say all its tiers, or that it is one price: fixed.',
    'product_import.no_tiers': '{column:words}: “{value}” says no tiers. Write them like 1 = 100.00; 11 = 90.00.',
    'product_import.no_model': 'Please say how the tiers count: volume or graduated.',
    'permission.product.import': 'Import products and prices from a file',
    'event.product-import.started': 'Import of products begun',
    'event.product-import.finished': 'Import of products finished',
    'job.sales.import-products': 'Import products and prices',
    'job.sales.tidy-imports': 'Forget the rows of imported files',
  },
};
