import { goods, service } from './product';

const GROUP = 'ดูแลเครื่องปรับอากาศ';

export const airCare = [
  service(
    GROUP,
    'AC-CLN-S',
    'เครื่อง',
    { th: 'ล้างแอร์ ไม่เกิน 18,000 BTU', en: 'Cleaning up to 18,000 BTU' },
    { one_time: 600 },
  ),
  service(
    GROUP,
    'AC-CLN-L',
    'เครื่อง',
    { th: 'ล้างแอร์ เกิน 18,000 BTU', en: 'Cleaning above 18,000 BTU' },
    { one_time: 900 },
  ),
  service(
    GROUP,
    'AC-CARE',
    'เครื่อง',
    { th: 'สัญญาดูแลแอร์', en: 'Air-conditioner care' },
    { half_year: 1100, year: 2000 },
  ),
  service(GROUP, 'AC-INS', 'เครื่อง', { th: 'ติดตั้งแอร์', en: 'Installation' }, { one_time: 3500 }),
  service(GROUP, 'AC-GAS', 'เครื่อง', { th: 'เติมน้ำยาแอร์', en: 'Refrigerant refill' }, { one_time: 1200 }),
  goods(GROUP, 'AC-9K', 'เครื่อง', { th: 'แอร์ 9,000 BTU', en: 'Air conditioner 9,000 BTU' }, 11900, 40),
  goods(GROUP, 'AC-18K', 'เครื่อง', { th: 'แอร์ 18,000 BTU', en: 'Air conditioner 18,000 BTU' }, 19900, 30),
  goods(GROUP, 'AC-FLT', 'ชิ้น', { th: 'แผ่นกรองอากาศ', en: 'Air filter' }, 350, 300),
];
