import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'ledger.changed':
    'เหตุการณ์หมายเลข {event} (ลำดับที่ {position}) ไม่ตรงกับที่บันทึกไว้ มีผู้แก้ไขข้อมูล กรุณาเทียบกับข้อมูลสำรอง',
  'ledger.deleted': 'เหตุการณ์หมายเลข {event} (ลำดับที่ {position}) ถูกลบ กรุณาเทียบกับข้อมูลสำรอง',
  'ledger.missing': 'ลำดับที่ {position} ของห่วงโซ่หายไป กรุณาเทียบกับข้อมูลสำรอง',
  'ledger.reordered':
    'เหตุการณ์หมายเลข {event} (ลำดับที่ {position}) ไม่ต่อจากลำดับก่อนหน้า มีผู้สลับ แทรก หรือลบแถว กรุณาเทียบกับข้อมูลสำรอง',
  'ledger.inserted':
    'เหตุการณ์หมายเลข {event} (ลำดับที่ {position}) ไม่ได้บันทึกโดยระบบ มีผู้แทรกเข้ามา กรุณาเทียบกับข้อมูลสำรอง',
  'ledger.cut': 'ห่วงโซ่ตั้งแต่ลำดับที่ {position} ถูกตัดทิ้ง กรุณาเทียบกับข้อมูลสำรอง',
  'ledger.rewritten':
    'ลำดับที่ {position} ไม่ใช่ค่าเดียวกับที่จดไว้ ห่วงโซ่ถูกเขียนใหม่ก่อนถึงลำดับนี้ กรุณาเทียบกับข้อมูลสำรอง',
  'ledger.half_noted': 'ต้องระบุทั้งลำดับ (position) และค่าแฮช (hash) ที่จดไว้ กรุณาระบุให้ครบ',
  'job.platform.chain-events': 'ต่อห่วงโซ่หลักฐาน',
  'permission.ledger.verify': 'ตรวจห่วงโซ่หลักฐานของเหตุการณ์',
};

const en: Catalogue = {
  'ledger.changed':
    'Event {event} (place {position}) is not what was recorded: somebody changed it. Compare it with a backup.',
  'ledger.deleted': 'Event {event} (place {position}) is gone: somebody deleted it. Compare with a backup.',
  'ledger.missing': 'Place {position} of the chain is gone. Compare with a backup.',
  'ledger.reordered':
    'Event {event} (place {position}) does not follow the one before it: rows were swapped, inserted or removed here. ' +
    'Compare with a backup.',
  'ledger.inserted': 'Event {event} (place {position}) was not recorded by the system. Compare with a backup.',
  'ledger.cut': 'From place {position} on the chain was cut off. Compare with a backup.',
  'ledger.rewritten':
    'Place {position} is not what was noted of it: the chain was written anew up to there. Compare with a backup.',
  'ledger.half_noted': 'What was noted is both a place (position) and its hash. Give both.',
  'job.platform.chain-events': 'Chain events for proof',
  'permission.ledger.verify': 'Verify the proof ledger of events',
};

export const ledgerMessages: Record<Language, Catalogue> = { th, en };
