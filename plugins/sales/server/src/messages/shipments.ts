import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'shipment.number_taken': 'เลขที่ใบส่งของนี้ถูกใช้แล้ว กรุณาลองอีกครั้ง',
  'shipment.day_missing': 'ใบส่งของที่ส่งแล้วต้องมีวันที่ส่ง',
  'shipment.twice': 'ระบุใบส่งของ {shipment} ซ้ำ กรุณาระบุแต่ละใบครั้งเดียว',
  'shipment.serial_twice': 'หมายเลขเครื่อง {serial} ซ้ำ กรุณาใส่แต่ละหมายเลขครั้งเดียว',
  'shipment.too_many_serials': '{line} มี {pieces} ชิ้น กรุณาใส่หมายเลขเครื่องไม่เกินจำนวนนี้',
  'shipment.arrived_before_shipped': 'ของออกไปวันที่ {shipped:date} กรุณาใส่วันนั้นหรือหลังจากนั้น',
  'shipment.over': 'ใบส่งของ {shipment} ถึงผู้รับหรือถูกยกเลิกแล้ว จึงแก้การขนส่งไม่ได้',

  'shipment.check_missing': 'ใบส่งของที่ตรวจแล้วต้องมีผลตรวจผ่าน',
  'shipment.check_first': '{product} ต้องตรวจก่อนส่ง กรุณาเตรียมใบส่งของและบันทึกผลตรวจก่อน',
  'shipment.checked_elsewhere':
    'ใบส่งของ {shipment} ตรวจในคลังอื่นแล้ว จึงส่งจากคลังนี้ไม่ได้ กรุณาส่งจากคลังที่ตรวจ หรือบันทึกว่าไม่ผ่านแล้วหยิบใหม่',
  'shipment.check_note': 'กรุณาบอกว่าพบอะไร เพื่อให้ผู้อื่นเข้าใจภายหลัง',
  'shipment.aside_passed': 'สินค้าที่ผ่านการตรวจไม่ต้องแยกออก กรุณาบันทึกว่าไม่ผ่าน หรือไม่ต้องระบุจำนวนที่แยก',
  'shipment.aside_too_many': '{line} ในใบส่งของมี {packed} แยกออกมากกว่านี้ไม่ได้',
  'shipment.aside_uncounted': '{line} ไม่ได้นับสต็อก จึงไม่ต้องแยกออก',
  'stock.set_aside_promised':
    '{product} ที่เหลือจองไว้สำหรับคำสั่งซื้อแล้ว แยกออกได้ไม่เกิน {left} กรุณารับสินค้าเข้าหรือลดคำสั่งซื้อก่อน หรือบันทึกว่าไม่ผ่านโดยไม่แยก',

  'shipment.state.cancelled': 'ยกเลิก',

  'shipment.document_title': 'ใบส่งของ',
  'shipment.document_number': 'เลขที่',
  'shipment.document_serials': 'หมายเลขเครื่อง {serials}',
  'shipment.document_received': 'ได้รับสินค้าตามรายการข้างต้นครบถ้วนในสภาพเรียบร้อย',
  'shipment.document_sender': 'ผู้ส่งของ',
  'shipment.document_carrier': 'ผู้ขนส่ง',
  'shipment.document_receiver': 'ผู้รับของ',
  'shipment.carrier': 'ขนส่งโดย',
  'shipment.tracking': 'หมายเลขพัสดุ',
  'shipment.receiver': 'ผู้รับ',

  'pick_list.title': 'ใบหยิบสินค้า',
  'pick_list.things': 'จำนวนรายการ',
  'pick_list.nothing': 'ไม่มีสินค้าที่ต้องหยิบ',
  'pick_list.picked_by': 'ผู้หยิบ',
  'pick_list.checked_by': 'ผู้ตรวจ',

  'event.shipment.planned': 'เตรียมใบส่งของ',
  'event.shipment.checked': 'ตรวจของผ่าน',
  'event.shipment.check_failed': 'ตรวจของไม่ผ่าน',
  'event.shipment.shipped': 'ส่งของแล้ว',
  'event.shipment.delivered': 'ของถึงผู้รับ',
  'event.shipment.cancelled': 'ยกเลิกใบส่งของ',
  'event.shipment.changed': 'แก้ไขการขนส่ง',

  'permission.shipment.plan': 'เตรียมใบส่งของและพิมพ์ใบหยิบสินค้า',
  'permission.shipment.check': 'ตรวจของก่อนส่ง',
  'permission.shipment.ship': 'ส่งของและบันทึกการรับ',
  'permission.shipment.document': 'พิมพ์ใบส่งของ',
  'permission.order.delay': 'แจ้งเลื่อนกำหนดส่ง',

  'amend.not_now': 'คำสั่งซื้อ {order} แก้ไขไม่ได้แล้ว กรุณาลดหนี้หรือเปิดคำสั่งซื้อใหม่',
  'amend.nothing': 'ไม่มีอะไรเปลี่ยนในคำสั่งซื้อ {order} กรุณาแก้จำนวนหรือเพิ่มรายการ',
  'amend.cancel_instead': 'คำสั่งซื้อ {order} จะไม่เหลือรายการเดิม กรุณายกเลิกคำสั่งซื้อแทน',
  'amend.below_handed_over': '{line} ส่งแล้วหรือเตรียมส่งแล้ว {least} ลดต่ำกว่านี้ไม่ได้',
  'amend.invoice_of_lines': 'ใบแจ้งหนี้นี้เรียกเก็บรายการที่เพิ่มในคำสั่งซื้อ {order} กรุณาลดรายการในคำสั่งซื้อแทน',
  'amend.said_asked': 'การแก้ไขคำสั่งซื้อ {order} เกินวงเงินหรืออำนาจส่วนลด จึงส่งขออนุมัติแล้ว คำสั่งซื้อยังคงเดิม',
  'amend.said_anew': 'ยกเลิกใบแจ้งหนี้ {old} ยอด {before:money} และออกใบใหม่ {new} ยอด {after:money} แทน',
  'amend.said_credit': 'ลดหนี้ {credited:money} ด้วยใบลดหนี้ {notes}',
  'amend.said_nothing': 'ไม่เรียกเก็บเพิ่มและไม่มียอดคืน',
  'amend.said_charge': 'เรียกเก็บเพิ่ม {charged:money} ด้วยใบแจ้งหนี้ {invoice}',
  'amend.said_both':
    'ลดหนี้ {credited:money} ด้วยใบลดหนี้ {notes} และเรียกเก็บเพิ่ม {charged:money} ด้วยใบแจ้งหนี้ {invoice}',
  'permission.order.amend': 'แก้ไขคำสั่งซื้อ',
  'return.nothing_handed_over': 'ยังไม่ได้ส่งสินค้าตามคำสั่งซื้อ {order} จึงไม่มีอะไรคืน',
  'return.more_than_delivered': '{line} รับคืนได้อีกไม่เกิน {left}',
  'return.nothing_left': 'ไม่มีสินค้าของคำสั่งซื้อ {order} ที่รับคืนได้อีก',
  'return.not_goods': '{line} เป็นบริการ จึงรับคืนไม่ได้ กรุณาลดหนี้จากใบแจ้งหนี้',
  'return.in_future': 'วันที่รับคืนต้องไม่เกินวันนี้ {today:date}',
  'return.which_serials': '{line} บางเครื่องยังอยู่กับลูกค้า กรุณาระบุหมายเลขเครื่องที่รับคืน: {serials}',
  'return.unknown_serial': 'ไม่มีหมายเลขเครื่อง {serial} ของ {line} อยู่กับลูกค้า',
  'return.serials_not_as_many':
    'หมายเลขเครื่องที่ระบุไม่ตรงกับจำนวน {line} ที่รับคืน กรุณาระบุหนึ่งหมายเลขต่อหนึ่งเครื่อง',
  'return.number_taken': 'เลขที่ใบรับคืนนี้ถูกใช้แล้ว กรุณาลองอีกครั้ง',
  'return.settled_already': 'การรับคืนนี้จัดการแล้ว',
  'return.several_invoices': 'สินค้าใน {number} อยู่ในหลายใบแจ้งหนี้ กรุณาลดหนี้โดยไม่ระบุวิธีคืนเงิน',
  'event.goods_return.received': 'รับคืนสินค้า',
  'event.goods_return.credited': 'ลดหนี้ของที่รับคืน',
  'event.goods_return.declined': 'ไม่ลดหนี้ของที่รับคืน',
  'permission.return.receive': 'รับคืนสินค้า',
  'permission.return.credit': 'ลดหนี้ของที่รับคืน',
  'permission.return.decline': 'ไม่ลดหนี้ของที่รับคืน',
};

const en: Catalogue = {
  'shipment.number_taken': 'That number of a delivery note is taken. Try again.',
  'shipment.day_missing': 'A shipment that has left has the day it left on.',
  'shipment.twice': 'Shipment {shipment} is named twice. Name each shipment once.',
  'shipment.serial_twice': 'The serial number {serial} stands there twice. Write each once.',
  'shipment.too_many_serials': 'Of {line} there are {pieces} pieces. Write no more serial numbers than that.',
  'shipment.arrived_before_shipped': 'It left on {shipped:date}. Give that day or a later one.',
  'shipment.over': 'Shipment {shipment} has arrived or was cancelled: its way can no longer be changed.',

  'shipment.check_missing': 'A shipment that was checked has the result of its check.',
  'shipment.check_first': '{product} is checked before it leaves. Plan a shipment of it and note its check first.',
  'shipment.checked_elsewhere':
    'Shipment {shipment} was checked in another warehouse. Hand it over from there, or note that it failed and pick it anew.',
  'shipment.check_note': 'Say what was found, so that others understand it later.',
  'shipment.aside_passed': 'What passed is not put aside. Note that it failed, or name no pieces.',
  'shipment.aside_too_many': 'The shipment holds {packed} of {line}: no more can be put aside.',
  'shipment.aside_uncounted': '{line} is not counted: it need not be put aside.',
  'stock.set_aside_promised':
    'What is left of {product} is promised to orders: no more than {left} can be put aside. Receive some or lessen an order first, or note the failure without putting anything aside.',

  'shipment.state.cancelled': 'Cancelled',

  'shipment.document_title': 'Delivery note',
  'shipment.document_number': 'Number',
  'shipment.document_serials': 'Serial numbers {serials}',
  'shipment.document_received': 'Received the goods above, complete and in good order.',
  'shipment.document_sender': 'Sent by',
  'shipment.document_carrier': 'Carried by',
  'shipment.document_receiver': 'Received by',
  'shipment.carrier': 'Carrier',
  'shipment.tracking': 'Tracking number',
  'shipment.receiver': 'Received by',

  'pick_list.title': 'Pick list',
  'pick_list.things': 'Items',
  'pick_list.nothing': 'There is nothing to pick.',
  'pick_list.picked_by': 'Picked by',
  'pick_list.checked_by': 'Checked by',

  'event.shipment.planned': 'Shipment planned',
  'event.shipment.checked': 'Check passed',
  'event.shipment.check_failed': 'Check failed',
  'event.shipment.shipped': 'Shipment handed over',
  'event.shipment.delivered': 'Shipment arrived',
  'event.shipment.cancelled': 'Shipment cancelled',
  'event.shipment.changed': 'Way of a shipment changed',

  'permission.shipment.plan': 'Plan shipments and print the pick list',
  'permission.shipment.check': 'Check shipments before they leave',
  'permission.shipment.ship': 'Hand shipments over and note their arrival',
  'permission.shipment.document': 'Print delivery notes',
  'permission.order.delay': 'Tell customers of a delay',

  'amend.not_now': 'Order {order} can no longer be changed. Credit its invoice, or enter another order.',
  'amend.nothing': 'Nothing of order {order} would change. Change a quantity or add a line.',
  'amend.cancel_instead': 'Nothing that was ordered would be left of order {order}. Cancel it instead.',
  'amend.below_handed_over': 'Of {line} {least} were handed over or packed: there cannot be less of it.',
  'amend.invoice_of_lines':
    'This invoice asks for lines that were added to order {order}. Take them off the order instead.',
  'amend.said_asked':
    'Changing order {order} so goes beyond a limit: it was asked to be approved, and the order stays as it is until then.',
  'amend.said_anew':
    'Invoice {old} over {before:money} becomes void; invoice {new} over {after:money} takes its place.',
  'amend.said_credit': '{credited:money} are credited by credit note {notes}.',
  'amend.said_nothing': 'Nothing is charged, and nothing comes back.',
  'amend.said_charge': '{charged:money} are charged besides, by invoice {invoice}.',
  'amend.said_both':
    '{credited:money} are credited by credit note {notes}, and {charged:money} are charged besides, by invoice {invoice}.',
  'permission.order.amend': 'Change orders',
  'return.nothing_handed_over': 'Nothing of order {order} was handed over: there is nothing to come back.',
  'return.more_than_delivered': 'Of {line} no more than {left} can come back.',
  'return.nothing_left': 'Nothing more of order {order} can come back.',
  'return.not_goods': '{line} is a service: it cannot come back. Credit its invoice instead.',
  'return.in_future': 'Goods come back today, {today:date}, or came back before.',
  'return.which_serials': 'Some of {line} stays with the customer. Say which serial numbers came back: {serials}.',
  'return.unknown_serial': 'No {line} with serial number {serial} stands at the customer’s.',
  'return.serials_not_as_many': 'The serial numbers are not as many as {line} came back. Name one for each piece.',
  'return.number_taken': 'That number of a return is taken. Try again.',
  'return.settled_already': 'This return is settled already.',
  'return.several_invoices':
    'What came back with {number} stands on several invoices. Credit it without saying where the money goes.',
  'event.goods_return.received': 'Goods came back',
  'event.goods_return.credited': 'Return credited',
  'event.goods_return.declined': 'Return not credited',
  'permission.return.receive': 'Receive returns',
  'permission.return.credit': 'Credit returns',
  'permission.return.decline': 'Decline to credit returns',
};

/** What is said of shipments and of the way of goods. */
export const shipments: Record<Language, Catalogue> = { th, en };
