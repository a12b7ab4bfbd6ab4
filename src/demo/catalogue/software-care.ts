import { service } from './product';

const GROUP = 'ดูแลซอฟต์แวร์';

export const softwareCare = [
  service(GROUP, 'SWC-WEB', 'งวด', { th: 'ดูแลเว็บไซต์', en: 'Website care' }, { month: 2500, year: 27000 }),
  service(GROUP, 'SWC-ERP', 'งวด', { th: 'ดูแลระบบบัญชี', en: 'Accounting system care' }, { month: 4500, year: 48600 }),
  service(
    GROUP,
    'SWC-POS',
    'งวด',
    { th: 'ดูแลระบบขายหน้าร้าน', en: 'Point-of-sale care' },
    { month: 1200, year: 12960 },
  ),
  service(GROUP, 'SWC-SRV', 'งวด', { th: 'ดูแลเซิร์ฟเวอร์', en: 'Server care' }, { month: 6000, quarter: 17400 }),
  service(GROUP, 'SW-INS', 'ครั้ง', { th: 'ติดตั้งระบบ', en: 'System installation' }, { one_time: 10000 }),
  service(GROUP, 'SW-TRN', 'วัน', { th: 'อบรมการใช้งาน', en: 'Training day' }, { one_time: 8500 }),
  service(GROUP, 'SW-DEV', 'วัน', { th: 'พัฒนาเพิ่มเติม', en: 'Development day' }, { one_time: 6500 }),
  service(GROUP, 'SW-MIG', 'ครั้ง', { th: 'ย้ายข้อมูล', en: 'Data migration' }, { one_time: 15000 }),
];
