import { service } from './product';

const GROUP = 'โฮสติ้งและโดเมน';
const made = (sku: string, th: string, en: string, baht: Parameters<typeof service>[4], points?: string) =>
  service(GROUP, sku, 'งวด', { th, en, points }, baht);

export const hosting = [
  made(
    'HST-S',
    'เว็บโฮสติ้ง เริ่มต้น',
    'Web hosting Starter',
    { month: 150, year: 1500 },
    'พื้นที่ 10 GB สำรองข้อมูลทุกวัน',
  ),
  made(
    'HST-M',
    'เว็บโฮสติ้ง ธุรกิจ',
    'Web hosting Business',
    { month: 390, year: 3900 },
    'พื้นที่ 50 GB พร้อมใบรับรอง SSL',
  ),
  made('HST-L', 'เว็บโฮสติ้ง องค์กร', 'Web hosting Corporate', { month: 990, year: 9900 }, 'ดูแลโดยทีมงานในเชียงใหม่'),
  made('VPS-2', 'เซิร์ฟเวอร์เสมือน 2 คอร์', 'Virtual server, 2 cores', { month: 1200, year: 12000 }),
  made('VPS-8', 'เซิร์ฟเวอร์เสมือน 8 คอร์', 'Virtual server, 8 cores', { month: 3900, year: 39000 }),
  made('DOM-TH', 'จดโดเมน .co.th', 'Domain name .co.th', { year: 900 }),
  made('DOM-COM', 'จดโดเมน .com', 'Domain name .com', { year: 500 }),
  made('MAIL-10', 'อีเมลบริษัท 10 บัญชี', 'Company mail, 10 accounts', { month: 590, year: 5900 }),
];
