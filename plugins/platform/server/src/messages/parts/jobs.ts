import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'clock.nothing_given': 'ไม่ได้ระบุเวลา กรุณาระบุ now (เวลา) หรือ advance (ระยะเวลา) อย่างใดอย่างหนึ่ง',
  'job.unknown': 'ไม่มีงานชื่อ {job} กรุณาเลือกชื่อจากรายการงาน',
  'job_run.not_found': 'ไม่มีรอบงานรหัสนี้',
  'job_run.finished': 'รอบงานนี้ของ {job} เสร็จแล้ว จึงลองใหม่ไม่ได้ หากต้องการทำอีก กรุณาสั่งให้งานทำทันที',
  'job_run.other_open': '{job} กำลังทำรอบอื่นอยู่ กรุณารอให้รอบนั้นเสร็จก่อน',
  'job_run.changed': 'รอบงานนี้ของ {job} เพิ่งเปลี่ยนสถานะ กรุณาโหลดรายการใหม่',
  'event_delivery.not_found': 'ไม่มีการส่งเหตุการณ์รหัสนี้',
  'event_delivery.delivered': 'ส่งเหตุการณ์นี้ให้ {subscriber} สำเร็จแล้ว จึงลองใหม่ไม่ได้',
  'event.not_found': 'ไม่มีเหตุการณ์รหัสนี้',
  'job.platform.deliver-events': 'ส่งต่อเหตุการณ์',
  'job.platform.send-mail': 'ส่งอีเมล',
  'job.platform.tidy-job-runs': 'ล้างประวัติงานเก่า',
  'job.platform.prove-books': 'พิสูจน์บัญชีทุกคืน',
  'event.books.discrepancies_found': 'พบบัญชีไม่ตรงกัน',
  'event.setting.changed': 'แก้ไขการตั้งค่า',
  'event.number-series.changed': 'เปลี่ยนรูปแบบเลขที่',
  'permission.clock.read': 'ดูนาฬิกาทดสอบ',
  'permission.clock.turn': 'เลื่อนนาฬิกาทดสอบ',
  'permission.job.read': 'ดูงานอัตโนมัติ',
  'permission.job.run': 'สั่งและลองงานอัตโนมัติใหม่',
  'permission.event.read': 'ดูเหตุการณ์และการส่ง',
  'permission.event.retry': 'ลองส่งเหตุการณ์ใหม่',
};

const en: Catalogue = {
  'clock.nothing_given': 'No time was given. Give either now (an instant) or advance (a duration).',
  'job.unknown': 'There is no job {job}. Choose a name from the list of jobs.',
  'job_run.not_found': 'There is no run by that id.',
  'job_run.finished':
    'This run of {job} has finished, so there is nothing to retry. To do it once more, run the job now.',
  'job_run.other_open': 'Another run of {job} is under way. Please wait until it has ended.',
  'job_run.changed': 'This run of {job} has just changed. Please load the list again.',
  'event_delivery.not_found': 'There is no event delivery by that id.',
  'event_delivery.delivered': 'This event was delivered to {subscriber}, so there is nothing to retry.',
  'event.not_found': 'There is no event by that id.',
  'job.platform.deliver-events': 'Pass on events',
  'job.platform.send-mail': 'Send mail',
  'job.platform.tidy-job-runs': 'Tidy away old runs',
  'job.platform.prove-books': 'Prove the books each night',
  'event.books.discrepancies_found': 'Books do not add up',
  'event.setting.changed': 'Setting changed',
  'event.number-series.changed': 'Number pattern changed',
  'permission.clock.read': 'Read the test clock',
  'permission.clock.turn': 'Turn the test clock',
  'permission.job.read': 'See jobs',
  'permission.job.run': 'Run and retry jobs',
  'permission.event.read': 'See events and their deliveries',
  'permission.event.retry': 'Retry event deliveries',
};

export const jobMessages: Record<Language, Catalogue> = { th, en };
