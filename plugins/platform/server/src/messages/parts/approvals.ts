import type { Catalogue, Language } from '../../../../kernel/src';

const th: Catalogue = {
  'approval.own': 'คุณขออนุมัติ {subject} เอง จึงต้องให้ผู้อื่นเป็นผู้ตัดสินใจ',
  'approval.own_in_database': 'ผู้ขออนุมัติเป็นผู้ตัดสินใจเองไม่ได้',
  'approval.not_yours': 'ผู้อื่นเป็นผู้ขออนุมัติ {subject} เฉพาะผู้ขอเท่านั้นที่ถอนได้',
  'approval.not_yours_to_decide': 'คุณไม่มีสิทธิ์อนุมัติเรื่องประเภทนี้',
  'approval.decided_already': 'คำขออนุมัติ {subject} มีผู้ตัดสินใจหรือถอนไปแล้ว',
  'approval.asked_already': 'มีคำขออนุมัติเรื่องนี้รออยู่แล้ว กรุณารอผลก่อน',
  'approval.by_action_only': 'คำขออนุมัติตัดสินใจได้จากหน้าอนุมัติเท่านั้น',
  'approval.kind_unknown': 'ระบบนี้ไม่มีเรื่องอนุมัติประเภทนี้ หรือประเภทนี้ไม่มีวงเงิน',
  'approval.role_unknown': 'ไม่มีบทบาทนี้ หรือระบุซ้ำ',
  'permission.approval.read': 'ดูคำขออนุมัติ',
  'permission.approval.decide': 'ตัดสินใจคำขออนุมัติ',
  'permission.approval.withdraw': 'ถอนคำขออนุมัติของตน',
  'permission.approval-limit.read': 'ดูวงเงินอนุมัติ',
  'permission.approval-limit.change': 'กำหนดวงเงินอนุมัติ',
  'event.approval.asked': 'ขออนุมัติ',
  'event.approval.granted': 'อนุมัติ',
  'event.approval.refused': 'ไม่อนุมัติ',
  'event.approval.withdrawn': 'ถอนคำขออนุมัติ',
  'event.approval_limit.changed': 'เปลี่ยนวงเงินอนุมัติ',
};

const en: Catalogue = {
  'approval.own': 'You asked for {subject} yourself: somebody else has to decide.',
  'approval.own_in_database': 'Whoever asks does not decide.',
  'approval.not_yours': 'Somebody else asked for {subject}: only they can take it back.',
  'approval.not_yours_to_decide': 'You have no right to decide this kind of question.',
  'approval.decided_already': 'The question about {subject} has been decided or taken back already.',
  'approval.asked_already': 'This was asked already and waits for its decision.',
  'approval.by_action_only': 'Approvals are decided on their own page only.',
  'approval.kind_unknown': 'This site has no such kind of approval, or the kind knows no limits.',
  'approval.role_unknown': 'There is no such role, or it is named twice.',
  'permission.approval.read': 'See approvals',
  'permission.approval.decide': 'Decide approvals',
  'permission.approval.withdraw': 'Take back own questions for approval',
  'permission.approval-limit.read': 'See approval limits',
  'permission.approval-limit.change': 'Set approval limits',
  'event.approval.asked': 'Approval asked for',
  'event.approval.granted': 'Granted',
  'event.approval.refused': 'Refused',
  'event.approval.withdrawn': 'Question taken back',
  'event.approval_limit.changed': 'Approval limit changed',
};

export const approvalMessages: Record<Language, Catalogue> = { th, en };
