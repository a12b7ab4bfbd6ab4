import type { DocumentLine, DocumentModel } from '../../../plugins/platform/kit/src/documents';

const thaiLine = (index: number): DocumentLine => ({
  description: `บริการดูแลเครื่องปรับอากาศรายปี เครื่องที่ ${index + 1}`,
  details:
    index % 3 === 0 ? 'ล้างทำความสะอาดและตรวจสอบน้ำยาปีละสี่ครั้ง รวมค่าเดินทางในเขตอำเภอเมืองเชียงใหม่' : undefined,
  quantity: '1 เครื่อง',
  unitPrice: '1,200.00',
  discount: index % 5 === 0 ? '120.00' : undefined,
  amount: index % 5 === 0 ? '1,080.00' : '1,200.00',
});

const englishLine = (index: number): DocumentLine => ({
  description: `Air-conditioner care, yearly plan, unit ${index + 1}`,
  details:
    index % 3 === 0
      ? 'Cleaning and refrigerant check four times a year, travel within Mueang Chiang Mai included'
      : undefined,
  quantity: '1 unit',
  unitPrice: '1,200.00',
  amount: '1,200.00',
});

export const thaiInvoice = (count: number): DocumentModel => ({
  language: 'th',
  currency: 'THB',
  title: 'ใบเสร็จรับเงิน / ใบกำกับภาษี',
  subtitle: 'Receipt / Tax Invoice',
  marks: ['ต้นฉบับ', 'เอกสารออกเป็นชุด'],
  seller: {
    name: 'บริษัท ล้านนาเซอร์วิส จำกัด',
    lines: [
      '99/9 หมู่ที่ 4 ถนนเชียงใหม่-ลำปาง ตำบลหนองป่าครั่ง',
      'อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ 50000',
      'โทร. 053-000-000   billing@example.com',
    ],
    taxId: '0505550000004',
    branch: '00000',
  },
  buyer: {
    name: 'ห้างหุ้นส่วนจำกัด น้ำใสป้าคำ',
    lines: ['12 ถนนท่าแพ ตำบลช้างคลาน อำเภอเมืองเชียงใหม่', 'จังหวัดเชียงใหม่ 50100'],
    taxId: '0503550000007',
    branch: '00001',
  },
  facts: [
    { label: 'เลขที่', value: 'RC-2569-000001' },
    { label: 'วันที่', value: '31 มกราคม 2569' },
    { label: 'อ้างอิงใบแจ้งหนี้', value: 'IV-2569-000012' },
    { label: 'เลขที่ใบสั่งซื้อ', value: 'PO-7781' },
  ],
  lines: Array.from({ length: count }, (_, index) => thaiLine(index)),
  totals: [
    { label: 'รวมเป็นเงิน', value: '10,000.00' },
    { label: 'ภาษีมูลค่าเพิ่ม 7%', value: '700.00' },
    { label: 'จำนวนเงินรวมทั้งสิ้น', value: '10,700.00', strong: true },
    { label: 'หักภาษี ณ ที่จ่าย 3%', value: '300.00' },
  ],
  amountInWords: '1070000',
  notes: [
    'ชำระโดยโอนเงินเข้าบัญชีธนาคารกรุงเทพ เลขที่ 123-4-56789-0',
    'กรุณาชำระภายใน 30 วันนับจากวันที่ในเอกสาร ขอบคุณที่ใช้บริการ',
  ],
  qr: {
    payload: '00020101021229370016A000000677010111011300668123456785303764540810700.005802TH6304ABCD',
    caption: 'สแกนเพื่อชำระด้วยพร้อมเพย์',
  },
  signatures: ['ผู้รับเงิน', 'ผู้มีอำนาจลงนาม'],
});

export const englishInvoice = (count: number): DocumentModel => ({
  ...thaiInvoice(0),
  language: 'en',
  title: 'Invoice',
  subtitle: undefined,
  marks: ['Original'],
  seller: {
    name: 'Lanna Service Company Limited',
    lines: [
      '99/9 Moo 4, Chiang Mai-Lampang Road, Nong Pa Khrang',
      'Mueang Chiang Mai, Chiang Mai 50000',
      'Tel. 053-000-000   billing@example.com',
    ],
    taxId: '0505550000004',
    branch: '00000',
  },
  buyer: {
    name: 'Nam Sai Limited Partnership',
    lines: ['12 Tha Phae Road, Chang Khlan', 'Mueang Chiang Mai, Chiang Mai 50100'],
    taxId: '0503550000007',
    branch: '00001',
  },
  facts: [
    { label: 'Number', value: 'IV-2569-000012' },
    { label: 'Date', value: '31 January 2026' },
    { label: 'Due', value: '2 March 2026' },
  ],
  lines: Array.from({ length: count }, (_, index) => englishLine(index)),
  totals: [
    { label: 'Subtotal', value: '10,000.00' },
    { label: 'VAT 7%', value: '700.00' },
    { label: 'Total', value: '10,700.00', strong: true },
  ],
  notes: ['Transfer to Bangkok Bank 123-4-56789-0.', 'Please pay within 30 days of the date of this invoice.'],
  qr: { payload: thaiInvoice(0).qr?.payload ?? '', caption: 'Scan to pay with PromptPay' },
  signatures: ['Received by', 'Authorised signature'],
});

const LONG_THAI =
  'บริษัทพัฒนาอสังหาริมทรัพย์และบริหารจัดการอาคารสำนักงานขนาดใหญ่ภาคเหนือตอนบนเชียงใหม่เชียงรายลำปางลำพูนจำกัดมหาชน';

/** Everything longer than anybody planned for. */
export const longNames = (): DocumentModel => ({
  ...thaiInvoice(0),
  watermark: 'ยกเลิก',
  seller: { ...thaiInvoice(0).seller, name: LONG_THAI },
  buyer: {
    name: `${LONG_THAI} ${LONG_THAI}`,
    lines: [LONG_THAI, 'ถนนเชียงใหม่-ลำปาง'.repeat(6)],
    taxId: '0503550000007',
    branch: '00001',
  },
  facts: [
    { label: 'เลขที่เอกสารอ้างอิงของลูกค้าตามสัญญา', value: 'CONTRACT-2569-0000000000000000000000000001' },
    { label: 'วันที่', value: '31 มกราคม 2569' },
  ],
  lines: [
    {
      description: LONG_THAI.repeat(4),
      details: `https://example.com/${'a-very-long-path-without-any-space/'.repeat(5)} SN:${'9'.repeat(90)}`,
      quantity: '123,456.789 กิโลวัตต์ชั่วโมง',
      unitPrice: '99,999,999.99',
      discount: '1,000,000.00',
      amount: '9,999,999,999.99',
    },
    { description: 'น้ำ ที่ ป้า กำลัง ปั๊มน้ำ ผู้ใหญ่ ซื้อ กู้ยืม', quantity: '1', unitPrice: '1.00', amount: '1.00' },
  ],
  totals: [{ label: LONG_THAI.slice(0, 60), value: '9,999,999,999.99', strong: true }],
  amountInWords: '999999999999',
});

/** Words whose marks stand above and below each other: what a careless engine gets wrong. */
export const marksSheet = (): DocumentModel => ({
  ...thaiInvoice(0),
  lines: ['น้ำ ที่ ป้า กำลัง', 'ปั๊มน้ำ ผู้ใหญ่ ซื้อ กู้ยืม', 'ฐานญี่ปุ่น ฟ้าผ่า ฝุ่น ปู่ ฬู่'].map((description) => ({
    description,
    details: description,
    quantity: '1',
    unitPrice: '1.00',
    amount: '1.00',
  })),
});
