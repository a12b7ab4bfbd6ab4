import { goods, service } from './product';

const GROUP = 'กล้องวงจรปิด';

export const cctv = [
  goods(
    GROUP,
    'CAM-2MP',
    'ตัว',
    { th: 'กล้องวงจรปิด 2 ล้านพิกเซล', en: 'Camera 2 MP', points: 'ภาพสีตอนกลางคืน' },
    1290,
    200,
  ),
  goods(
    GROUP,
    'CAM-5MP',
    'ตัว',
    { th: 'กล้องวงจรปิด 5 ล้านพิกเซล', en: 'Camera 5 MP', points: 'กันน้ำ IP67' },
    2490,
    150,
  ),
  goods(GROUP, 'CAM-PTZ', 'ตัว', { th: 'กล้องหมุนได้', en: 'PTZ camera' }, 6900, 60),
  goods(GROUP, 'NVR-8', 'เครื่อง', { th: 'เครื่องบันทึก 8 ช่อง', en: 'Recorder, 8 channels' }, 4900, 60),
  goods(GROUP, 'HDD-4T', 'ลูก', { th: 'ฮาร์ดดิสก์ 4 TB', en: 'Hard disk 4 TB' }, 3890, 120),
  goods(GROUP, 'CAB-UTP', 'เมตร', { th: 'สายสัญญาณ UTP', en: 'UTP cable' }, 18, 5000, 500n),
  service(GROUP, 'CCTV-INS', 'จุด', { th: 'ติดตั้งกล้อง', en: 'Camera installation' }, { one_time: 1200 }),
  service(GROUP, 'CCTV-CARE', 'งวด', { th: 'สัญญาดูแลกล้อง', en: 'CCTV care' }, { month: 900, year: 9600 }),
];
