import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';
import { importWords } from '@sanya/strapi-plugin-platform/kit';
import { HEADINGS } from '../domain/import/columns';

const words = importWords('customer_import', HEADINGS);

/** Files of customers. */
export const importMessages: Record<Language, Catalogue> = {
  th: {
    ...words.th,
    'customer.former_code_taken': 'มีลูกค้ารายอื่นใช้รหัสเดิมนี้แล้ว',
    'customer_import.no_codes': 'ไม่พบคอลัมน์ “รหัสลูกค้า” หรือ “เลขประจำตัวผู้เสียภาษี” กรุณาใส่หัวคอลัมน์ในแถวแรก',
    'customer_import.nothing_said': 'มีเพียงคอลัมน์เดียว กรุณาเพิ่มคอลัมน์ เช่น “ชื่อลูกค้า”',
    'customer_import.no_code': 'แถวนี้ไม่มีทั้งรหัสลูกค้าและเลขประจำตัวผู้เสียภาษี จึงไม่รู้ว่าเป็นลูกค้ารายใด',
    'customer_import.no_name': 'ยังไม่มีลูกค้ารายนี้ และแถวนี้ไม่มีชื่อลูกค้าสำหรับสร้างใหม่',
    'customer_import.contrary': 'ข้อมูลลูกค้าไม่ตรงกับแถวที่ {row}',
    'customer_import.tax_id_twice': 'เลขประจำตัวผู้เสียภาษีและสาขาซ้ำกับลูกค้าอีกรายในแถวที่ {row}',
    'customer_import.tax_id_taken':
      'เลขประจำตัวผู้เสียภาษีและสาขานี้เป็นของลูกค้า {code} {name} แล้ว กรุณาแก้เลขหรือสาขา หรือรวมเป็นลูกค้ารายเดียว',
    'permission.customer.import': 'นำเข้าลูกค้าจากไฟล์',
    'event.customer-import.started': 'เริ่มนำเข้าลูกค้า',
    'event.customer-import.finished': 'นำเข้าลูกค้าเสร็จ',
    'job.crm.import-customers': 'นำเข้าลูกค้า',
    'job.crm.tidy-imports': 'ลบแถวของไฟล์ที่นำเข้าแล้ว',
  },
  en: {
    ...words.en,
    'customer.former_code_taken': 'Another customer has this former code already.',
    'customer_import.no_codes':
      'There is no column “Customer code” or “Tax ID”. Please put the headings into the first row.',
    'customer_import.nothing_said': 'There is only one column. Please add another, such as “Name”.',
    'customer_import.no_code': 'This row has neither a customer code nor a tax id, so nobody knows who it is.',
    'customer_import.no_name': 'There is no such customer yet, and the row has no name to make a new one with.',
    'customer_import.contrary': 'This says otherwise of the customer than row {row}.',
    'customer_import.tax_id_twice': 'Another customer, in row {row}, has the same tax id and branch.',
    'customer_import.tax_id_taken':
      'This tax id and branch are those of customer {code} {name}. Correct the number or the branch, or make the two one.',
    'permission.customer.import': 'Import customers from a file',
    'event.customer-import.started': 'Import of customers begun',
    'event.customer-import.finished': 'Import of customers finished',
    'job.crm.import-customers': 'Import customers',
    'job.crm.tidy-imports': 'Forget the rows of imported files',
  },
};
