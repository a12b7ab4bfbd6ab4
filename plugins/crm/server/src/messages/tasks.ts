import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'permission_group.task': 'งานที่ต้องทำ',
  'permission.task.do': 'เพิ่มงาน มอบหมาย และบันทึกผล',
  'condition.tasks-of-own-customers': 'งานของลูกค้าที่ตนดูแล',

  'event.task.opened': 'เพิ่มงานที่ต้องทำ',
  'event.task.assigned': 'มอบหมายงาน',
  'event.task.postponed': 'ติดต่อไม่ได้ เลื่อนงานไปวันอื่น',
  'event.task.done': 'ทำงานเสร็จ',
  'event.task.cancelled': 'ยกเลิกงาน',

  'task.unknown': 'ไม่มีงานนี้',
  'task.about_nothing': 'กรุณาระบุว่าต้องทำอะไร',
  'task.no_outcome': 'กรุณาระบุผลการโทร',
  'task.outcome_wrong': 'ผลนี้ใช้กับงานชนิดนี้ไม่ได้ งานโทรต้องระบุว่าติดต่อได้หรือไม่ งานอื่นระบุว่าเสร็จแล้ว',
  'task.again_when_not_reached': 'กำหนดวันโทรใหม่ได้เฉพาะเมื่อติดต่อไม่ได้',
  'task.until_when_promised': 'ระบุวันที่นัดชำระได้เฉพาะเมื่อลูกค้าสัญญาว่าจะชำระ',
  'task.no_promised_day': 'กรุณาระบุวันที่ลูกค้าสัญญาว่าจะชำระ',
  'task.day_past': 'วันนี้ผ่านไปแล้ว กรุณาระบุวันที่ {today} หรือหลังจากนั้น',
  'task.settled_wrong': 'งานที่เสร็จแล้วต้องมีผลและวันเวลา',
};

const en: Catalogue = {
  'permission_group.task': 'Tasks',
  'permission.task.do': 'Enter tasks, assign them and say how they went',
  'condition.tasks-of-own-customers': 'Tasks of own customers',

  'event.task.opened': 'Task entered',
  'event.task.assigned': 'Task assigned',
  'event.task.postponed': 'Nobody reached: task put off',
  'event.task.done': 'Task done',
  'event.task.cancelled': 'Task cancelled',

  'task.unknown': 'There is no such task.',
  'task.about_nothing': 'Say what is to be done.',
  'task.no_outcome': 'Say what came of the call.',
  'task.outcome_wrong': 'A call says whether somebody was reached; any other task says that it is done.',
  'task.again_when_not_reached': 'Another day is given only where nobody was reached.',
  'task.until_when_promised': 'A day to pay by is given only where the customer promised it.',
  'task.no_promised_day': 'Give the day by which the customer promised to pay.',
  'task.day_past': 'That day is over. Give {today} or a later day.',
  'task.settled_wrong': 'A task that is done has an outcome and a moment.',
};

/** All that is said of tasks. */
export const taskMessages: Record<Language, Catalogue> = { th, en };
