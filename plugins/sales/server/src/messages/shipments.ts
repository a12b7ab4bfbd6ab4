import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'shipment.number_taken': 'เลขที่ใบส่งของนี้ถูกใช้แล้ว กรุณาลองอีกครั้ง',
  'shipment.day_missing': 'ใบส่งของที่ส่งแล้วต้องมีวันที่ส่ง',
  'shipment.twice': 'ระบุใบส่งของ {shipment} ซ้ำ กรุณาระบุแต่ละใบครั้งเดียว',
  'shipment.serial_twice': 'หมายเลขเครื่อง {serial} ซ้ำ กรุณาใส่แต่ละหมายเลขครั้งเดียว',
  'shipment.too_many_serials': '{line} มี {pieces} ชิ้น กรุณาใส่หมายเลขเครื่องไม่เกินจำนวนนี้',
  'shipment.arrived_before_shipped': 'ของออกไปวันที่ {shipped:date} กรุณาใส่วันนั้นหรือหลังจากนั้น',
  'shipment.over': 'ใบส่งของ {shipment} ถึงผู้รับหรือถูกยกเลิกแล้ว จึงแก้การขนส่งไม่ได้',

  'shipment.state.planned': 'เตรียมส่ง',
  'shipment.state.shipped': 'ส่งแล้ว',
  'shipment.state.delivered': 'ถึงผู้รับแล้ว',
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
  'event.shipment.shipped': 'ส่งของแล้ว',
  'event.shipment.delivered': 'ของถึงผู้รับ',
  'event.shipment.cancelled': 'ยกเลิกใบส่งของ',
  'event.shipment.changed': 'แก้ไขการขนส่ง',

  'permission.shipment.plan': 'เตรียมใบส่งของและพิมพ์ใบหยิบสินค้า',
  'permission.shipment.ship': 'ส่งของและบันทึกการรับ',
  'permission.shipment.document': 'พิมพ์ใบส่งของ',
  'permission.order.delay': 'แจ้งเลื่อนกำหนดส่ง',
};

const en: Catalogue = {
  'shipment.number_taken': 'That number of a delivery note is taken. Try again.',
  'shipment.day_missing': 'A shipment that has left has the day it left on.',
  'shipment.twice': 'Shipment {shipment} is named twice. Name each shipment once.',
  'shipment.serial_twice': 'The serial number {serial} stands there twice. Write each once.',
  'shipment.too_many_serials': 'Of {line} there are {pieces} pieces. Write no more serial numbers than that.',
  'shipment.arrived_before_shipped': 'It left on {shipped:date}. Give that day or a later one.',
  'shipment.over': 'Shipment {shipment} has arrived or was cancelled: its way can no longer be changed.',

  'shipment.state.planned': 'Planned',
  'shipment.state.shipped': 'On its way',
  'shipment.state.delivered': 'Arrived',
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
  'event.shipment.shipped': 'Shipment handed over',
  'event.shipment.delivered': 'Shipment arrived',
  'event.shipment.cancelled': 'Shipment cancelled',
  'event.shipment.changed': 'Way of a shipment changed',

  'permission.shipment.plan': 'Plan shipments and print the pick list',
  'permission.shipment.ship': 'Hand shipments over and note their arrival',
  'permission.shipment.document': 'Print delivery notes',
  'permission.order.delay': 'Tell customers of a delay',
};

/** What is said of shipments and of the way of goods. */
export const shipments: Record<Language, Catalogue> = { th, en };
