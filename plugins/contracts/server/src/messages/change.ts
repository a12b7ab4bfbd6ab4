import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

/** What is said of changes of plan. */
const th: Catalogue = {
  'contract.line_unknown': 'ไม่มีรายการนี้ในสัญญา {contract} กรุณาเลือกรายการของสัญญา',
  'contract.line_closed': 'รายการ “{line}” สิ้นสุดหรือถูกแทนที่แล้ว กรุณาเลือกรายการที่มีผลอยู่',
  'contract.same_plan': 'รายการเป็นเช่นนี้อยู่แล้ว กรุณาเลือกสินค้า ราคา หรือจำนวนอื่น',
  'contract.not_recurring': 'สินค้านี้ไม่ได้คิดเป็นงวด กรุณาเลือกราคารายเดือน รายไตรมาส ครึ่งปี หรือรายปี',
  'contract.tax_differs': 'ราคานี้กับสัญญาคิดภาษีต่างกัน (รวมภาษีกับก่อนภาษี) กรุณาทำสัญญาใหม่สำหรับสินค้านี้',
  'contract.quantity_step': 'จำนวนต้องเป็นทีละ {step} {unit}',
  'contract.tier_goes_on':
    'จำนวนนี้คิดราคาเป็นขั้น และมีขั้นถัดไปอยู่ในรายการ “{line}” กรุณาเปลี่ยนจำนวนที่รายการนั้นก่อน หรือนำรายการนั้นออกพร้อมกัน',
  'contract.tier_part': '{from}–{to} {unit} หน่วยละ {price:money}',
  'contract.change_nothing': 'กรุณาระบุสิ่งที่จะเปลี่ยน',
  'contract.change_twice': 'รายการเดียวกันถูกระบุสองครั้ง กรุณาระบุครั้งเดียว',
  'contract.change_day_twice': 'กรุณาเลือกวันที่ หรือเมื่อจบงวด อย่างใดอย่างหนึ่ง',
  'contract.change_in_past': 'เปลี่ยนย้อนหลังไม่ได้ กรุณาใส่วันที่ {today:date} หรือหลังจากนั้น',
  'contract.change_in_notice': 'ต้องบอกกล่าวล่วงหน้า นำรายการออกได้ตั้งแต่วันที่ {soonest:date}',
  'contract.change_beyond_end': 'รายการสิ้นสุดวันที่ {ends:date} กรุณาเลือกวันก่อนหน้านั้น',
  'contract.change_suspended': 'สัญญา {contract} ถูกระงับอยู่ กรุณาเปิดบริการก่อนเปลี่ยน',
  'contract.change_last_line': 'นำรายการสุดท้ายออกไม่ได้ กรุณาใช้คำสั่งสิ้นสุดสัญญา',
  'contract.changed_already': 'รายการนี้มีรายการอื่นแทนที่แล้ว กรุณาดูสัญญาอีกครั้ง',
  'contract.not_yours_to_change': 'รายการนี้เปลี่ยนเองแบบนี้ไม่ได้ กรุณาติดต่อเรา',
  'contract.invoice_carries':
    'ใบแจ้งหนี้นี้มีค่างวดที่ใช้หักในการเปลี่ยนแพ็กเกจตั้งแต่วันที่ {from:date} ยกเลิกใบแจ้งหนี้ของการเปลี่ยนก่อน หรือออกใบลดหนี้แทน',

  'contract.credit_changed': 'เปลี่ยนแพ็กเกจตั้งแต่วันที่ {from:date}',
  'contract.void_changed': 'ยกเลิกการเปลี่ยนแพ็กเกจของสัญญา {contract}',
  'contract.fee_back': 'ยกเลิกการลดแพ็กเกจ',
  'contract.lowering_fee_line': 'ค่าลดแพ็กเกจก่อนกำหนด: {line}',
  'contract.lowering_fee_details': 'ลดหลังวันที่ {ends:date} ก่อนครบกำหนดขั้นต่ำวันที่ {until:date}',
  'contract.change_less': 'หัก {amount:money} ที่เรียกเก็บค่า {line} สำหรับวันเดียวกันไปแล้ว',
  'contract.before_vat': 'ก่อนภาษี',
  'contract.with_vat': 'รวมภาษี',
  'contract.change_sentence': '{what}: {money}',
  'contract.change_and': ' และ',
  'contract.change_becomes': 'ตั้งแต่วันที่ {from:date} เปลี่ยน {before} เป็น {after}',
  'contract.change_leaves': 'ตั้งแต่วันที่ {from:date} นำ {before} ออก',
  'contract.change_joins': 'ตั้งแต่วันที่ {from:date} เพิ่ม {after}',
  'contract.change_restored': '{after} เป็นไปตามเดิม',
  'contract.change_money_difference':
    'ค่าบริการถึงวันที่ {until:date} เป็น {costs:money} หัก {billed:money} ที่เรียกเก็บสำหรับวันเดียวกันในราคาเดิมแล้ว เรียกเก็บเพิ่ม {charge:money} {vat}',
  'contract.change_money_charge': 'เรียกเก็บ {charge:money} {vat} ถึงวันที่ {until:date}',
  'contract.change_money_less':
    'เรียกเก็บถึงวันที่ {until:date} ไปแล้ว {billed:money} ราคาใหม่เป็น {costs:money} คืน {credit:money} {vat} เป็นใบลดหนี้',
  'contract.change_money_credit':
    'คืน {credit:money} {vat} เป็นใบลดหนี้ สำหรับวันที่เรียกเก็บไปแล้วถึงวันที่ {until:date}',
  'contract.change_money_both':
    'เรียกเก็บ {charge:money} {vat} ในราคาใหม่ และคืน {credit:money} {vat} ของราคาเดิมเป็นใบลดหนี้',
  'contract.change_money_even': 'ค่าบริการถึงวันที่ {until:date} เท่าเดิม ไม่เรียกเก็บเพิ่มและไม่คืนเงิน',
  'contract.change_money_nothing': 'ตอนนี้ไม่เรียกเก็บเพิ่มและไม่คืนเงิน',
  'contract.change_money_void': 'ยกเลิกการเปลี่ยนและใบแจ้งหนี้ของการเปลี่ยน เลขที่ยังอยู่',
  'contract.change_money_withdrawn': 'ยกเลิกการเปลี่ยนที่วางแผนไว้',
  'contract.change_voids': 'ใบแจ้งหนี้ของการเปลี่ยนครั้งก่อนถูกยกเลิก เลขที่ยังอยู่',
  'contract.change_fee': 'มีค่าลดก่อนครบกำหนดขั้นต่ำ {fee:money}',
  'contract.change_entitled': 'สิทธิ์เปลี่ยนจาก {before} เป็น {after} ส่วนที่ใช้ไปแล้วนับต่อ คงเหลือ {left}',
  'contract.change_entitled_later':
    'ตั้งแต่วันที่ {from:date} สิทธิ์เปลี่ยนจาก {before} เป็น {after} ส่วนที่ใช้ไปก่อนถึงวันนั้นนับต่อ',
  'contract.change_unit.visit.one': '{quantity} ครั้ง',
  'contract.change_unit.visit.many': '{quantity} ครั้ง',
  'contract.change_unit.hour.one': '{quantity} ชั่วโมง',
  'contract.change_unit.hour.many': '{quantity} ชั่วโมง',
  'contract.change_unit.case.one': '{quantity} เรื่อง',
  'contract.change_unit.case.many': '{quantity} เรื่อง',
  'contract.change_right.period': '{much}ต่องวด',
  'contract.change_right.year': '{much}ต่อปี',
  'contract.change_right.term': '{much}ต่ออายุสัญญา',
  'contract.change_carries.all': '{right} (ส่วนที่เหลือยกไปได้ทั้งหมด)',
  'contract.change_carries.at_most': '{right} (ส่วนที่เหลือยกไปได้ไม่เกิน {most})',
  'contract.change_no_rights': 'ไม่มี',

  'event.contract.changed': 'เปลี่ยนแพ็กเกจ',
  'permission.contract.change': 'เปลี่ยนแพ็กเกจของสัญญา',
};

const en: Catalogue = {
  'contract.line_unknown': 'Contract {contract} has no such line. Choose one of its lines.',
  'contract.line_closed': '“{line}” is over, or another line took its place. Choose one that is in force.',
  'contract.same_plan': 'It is like that already. Choose another product, price or quantity.',
  'contract.not_recurring': 'That product does not recur. Choose a price per month, quarter, half-year or year.',
  'contract.tax_differs':
    'That price and the contract differ in whether they include VAT. Make a contract of its own for the product.',
  'contract.quantity_step': 'The quantity goes in steps of {step} {unit}.',
  'contract.tier_goes_on':
    'This quantity is priced by tiers and goes on in the line “{line}”: change the quantity there first, or take that line off as well.',
  'contract.tier_part': '{from}–{to} {unit} at {price:money} each',
  'contract.change_nothing': 'Say what is to be changed.',
  'contract.change_twice': 'The same line is named twice. Name it once.',
  'contract.change_day_twice': 'Give a day, or the end of the period; not both.',
  'contract.change_in_past': 'That day has passed. Give today, {today:date}, or a later day.',
  'contract.change_in_notice': 'Notice must be given: it can be taken off from {soonest:date} on.',
  'contract.change_beyond_end': 'The line ends on {ends:date}. Give a day before that.',
  'contract.change_suspended': 'Contract {contract} is suspended. Resume it first.',
  'contract.change_last_line': 'The last line cannot be taken off. End the contract instead.',
  'contract.changed_already': 'Another line has taken over from this one. Look at the contract again.',
  'contract.not_yours_to_change': 'You cannot change this in that way. Call us.',
  'contract.invoice_carries':
    'What this invoice asks for was taken into account in the change of plan from {from:date}. Void the invoice of that change first, or credit this one instead.',

  'contract.credit_changed': 'Change of plan from {from:date}',
  'contract.void_changed': 'Change of plan of contract {contract} undone',
  'contract.fee_back': 'Change to a smaller plan undone',
  'contract.lowering_fee_line': 'For a smaller plan before the minimum term: {line}',
  'contract.lowering_fee_details': 'Lowered after {ends:date}, before the minimum term is over on {until:date}',
  'contract.change_less': 'Less {amount:money} that was billed before for the same days, for {line}',
  'contract.before_vat': 'before VAT',
  'contract.with_vat': 'with VAT',
  'contract.change_sentence': '{what}: {money}.',
  'contract.change_and': ', and ',
  'contract.change_becomes': 'From {from:date}, {before} becomes {after}',
  'contract.change_leaves': 'From {from:date}, {before} is taken off',
  'contract.change_joins': 'From {from:date}, {after} is added',
  'contract.change_restored': '{after} goes on as it was',
  'contract.change_money_difference':
    'until {until:date} it costs {costs:money}, less {billed:money} that was billed for the same days at the old price; {charge:money} {vat} is charged',
  'contract.change_money_charge': '{charge:money} {vat} is charged until {until:date}',
  'contract.change_money_less':
    '{billed:money} was billed until {until:date}, which now costs {costs:money}; {credit:money} {vat} comes back by credit note',
  'contract.change_money_credit':
    '{credit:money} {vat} comes back by credit note for the days until {until:date} that were billed',
  'contract.change_money_both':
    '{charge:money} {vat} is charged at the new price, and {credit:money} {vat} of the old price comes back by credit note',
  'contract.change_money_even': 'until {until:date} it costs the same, so nothing is charged and nothing comes back',
  'contract.change_money_nothing': 'nothing is charged and nothing comes back now',
  'contract.change_money_void': 'the change is undone, and its invoice is void; the number stays',
  'contract.change_money_withdrawn': 'the change that was planned is withdrawn',
  'contract.change_voids': 'the invoice of the change before it is void',
  'contract.change_fee': 'lowering it before the minimum term is over costs {fee:money}',
  'contract.change_entitled':
    'It entitles to {after} in place of {before}; what was used stays used, and what is left is {left}.',
  'contract.change_entitled_later':
    'From {from:date} it entitles to {after} in place of {before}; what is used until then stays used.',
  'contract.change_unit.visit.one': '{quantity} visit',
  'contract.change_unit.visit.many': '{quantity} visits',
  'contract.change_unit.hour.one': '{quantity} hour',
  'contract.change_unit.hour.many': '{quantity} hours',
  'contract.change_unit.case.one': '{quantity} case',
  'contract.change_unit.case.many': '{quantity} cases',
  'contract.change_right.period': '{much} each billing period',
  'contract.change_right.year': '{much} a year',
  'contract.change_right.term': '{much} a term',
  'contract.change_carries.all': '{right} (all that is left carries over)',
  'contract.change_carries.at_most': '{right} (at most {most} of what is left carries over)',
  'contract.change_no_rights': 'nothing',

  'event.contract.changed': 'Plan changed',
  'permission.contract.change': 'Change the plan of contracts',
};

export const change: Record<Language, Catalogue> = { th, en };
