import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'billing.period_invalid': 'ช่วงวันต้องเริ่มก่อนหรือตรงกับวันสิ้นสุด และยาวไม่เกิน {max} วัน',
  'customer.has_books': 'มีใบแจ้งหนี้หรือการรับชำระแล้ว',
  'invoice.unknown': 'ไม่มีใบแจ้งหนี้นี้',
  'invoice.customer_unknown': 'ไม่มีลูกค้ารายนี้ กรุณาเลือกลูกค้าที่มีอยู่',
  'invoice.customer_closed': 'ลูกค้า {name} ถูกปิดแล้ว กรุณาเปิดใหม่ก่อนออกใบแจ้งหนี้',
  'invoice.po_number_missing': 'ลูกค้า {name} ต้องการเลขที่ใบสั่งซื้อในใบแจ้งหนี้ กรุณากรอกเลขที่ใบสั่งซื้อ',
  'invoice.branch_unknown': 'ไม่มีสาขานี้ กรุณาเลือกสาขาของบริษัท',
  'invoice.currency_foreign': 'ไม่รองรับสกุลเงิน {currency} กรุณาใช้ {own}',
  'invoice.no_lines': 'ใบแจ้งหนี้ต้องมีอย่างน้อยหนึ่งรายการ',
  'invoice.too_many_lines': 'ใบแจ้งหนี้มีได้ไม่เกิน {most} รายการ',
  'invoice.quantity_not_positive': 'จำนวนต้องมากกว่าศูนย์',
  'invoice.unit_price_negative': 'ราคาต่อหน่วยต้องไม่ต่ำกว่าศูนย์',
  'invoice.discount_out_of_range': 'ส่วนลดต้องอยู่ระหว่างศูนย์ถึงราคาของรายการ',
  'invoice.income_kind_unknown': 'ไม่มีประเภทเงินได้ {kind} กรุณาเลือกตามที่ตั้งค่าไว้',
  'invoice.tax_category_unknown':
    'ไม่มีประเภทภาษี {category} ที่มีอัตราในวันที่ {date:date} กรุณาเลือกตามที่ตั้งค่าไว้',
  'invoice.amount_too_large': 'ยอดรวมสูงเกินกว่าที่ใบแจ้งหนี้รองรับ กรุณาแบ่งออก',
  'invoice.date_wrong': '{date} ไม่ใช่วันที่ กรุณาเขียนเช่น 2026-01-31',
  'invoice.issued_in_future':
    'วันที่ {date:date} อยู่ในอนาคต วันนี้คือ {today:date} กรุณาไม่ต้องระบุวันที่ ใบแจ้งหนี้จะใช้วันที่ออก',
  'invoice.issued_too_long_ago':
    'วันที่ {date:date} ย้อนหลังเกินหนึ่งปี กรุณาไม่ต้องระบุวันที่ หรือใส่วันที่ไม่ก่อน {earliest:date}',
  'invoice.issued_before_registration':
    'ณ วันที่ {date:date} บริษัทยังไม่ได้จดทะเบียนภาษีมูลค่าเพิ่ม (จดทะเบียนตั้งแต่ {from:date}) กรุณาใส่วันที่ตั้งแต่วันนั้นเป็นต้นไป',
  'invoice.due_before_issue': 'วันครบกำหนดต้องไม่มาก่อนวันที่ออกเอกสาร',
  'invoice.number_taken': 'เลขที่ใบแจ้งหนี้นี้ถูกใช้แล้ว',
  'invoice.incomplete': 'ใบแจ้งหนี้ที่ออกแล้วต้องมีเลขที่ ผู้ขาย และผู้ซื้อ ส่วนฉบับร่างต้องไม่มี',
  'invoice.early_discount_wrong': 'ส่วนลดชำระก่อนกำหนดต้องไม่เกินยอดรวมและต้องมีวันสิ้นสุด',
  'invoice.amount_due_wrong': 'ยอดค้างชำระต้องอยู่ระหว่างศูนย์ถึงยอดรวมของใบแจ้งหนี้',
  'invoice.line_wrong':
    'จำนวนเงินในรายการไม่ถูกต้อง จำนวนต้องมากกว่าศูนย์ ราคาและส่วนลดต้องไม่ติดลบ มูลค่าบวกภาษีต้องเท่ากับยอดรวม',
  'invoice.void_settled': 'มีการชำระเงินหรือใบลดหนี้ของ {invoice} แล้ว กรุณากลับรายการชำระเงินหรือออกใบลดหนี้แทน',
  'invoice.void_taxed': 'ออกใบกำกับภาษีของ {invoice} แล้ว กรุณาออกใบลดหนี้แทน',
  'invoice.void_handed_over': 'ส่งมอบสินค้าของ {invoice} แล้ว กรุณาออกใบลดหนี้แทน',
  'invoice.back_credited': '{invoice} ถูกลดหนี้ไปแล้วบางส่วน กรุณาลดหนี้ส่วนที่เหลือในหน้าใบแจ้งหนี้',
  'invoice.back_let_go':
    'การรับชำระ {invoice} มีส่วนที่หักหรือตัดผลต่างให้ลูกค้าแล้ว กรุณาตรวจและออกใบลดหนี้ในหน้าใบแจ้งหนี้',
  'invoice.reopen_paid': '{invoice} ชำระแล้ว หากเงินไม่ได้เข้าจริง กรุณากลับรายการชำระเงิน',
  'invoice.not_to_send': '{invoice} อยู่ในสถานะ {state} ส่งได้เฉพาะใบแจ้งหนี้ที่ออกแล้ว',
  'invoice.no_address': '{customer} ไม่มีอีเมล กรุณาเพิ่มในข้อมูลลูกค้าก่อน',
  'invoice.no_document': 'ฉบับร่างยังไม่มีเอกสาร กรุณาออกใบแจ้งหนี้ก่อน',
  'allocation.more_than_due':
    '{amount:money} มากกว่ายอดค้างชำระ {due:money} กรุณาลดลง ส่วนที่เหลือจะเป็นเครดิตของลูกค้า',
  'allocation.more_than_paid':
    'จัดสรรให้ใบแจ้งหนี้ {allocated:money} แต่ได้รับเงินเพียง {cash:money} จำนวนเงินคือส่วนเงินสด ไม่รวมที่หัก ณ ที่จ่ายหรือหักอื่น',
  'allocation.nothing': 'ไม่มียอดจัดสรรให้ใบแจ้งหนี้นี้ กรุณาระบุจำนวนหรือเอาออก',
  'allocation.twice': 'ระบุใบแจ้งหนี้นี้ซ้ำ กรุณาระบุครั้งเดียวด้วยยอดรวม',
  'allocation.early_not_promised': '{invoice} ไม่มีส่วนลดชำระก่อนกำหนด กรุณาระบุเหตุผลอื่นหรือเอารายการหักออก',
  'allocation.early_too_late':
    'ส่วนลดชำระก่อนกำหนดของ {invoice} ใช้ได้ถึงวันที่ {until:date} แต่รับเงินวันที่ {date:date}',
  'allocation.early_too_much': 'ส่วนลดชำระก่อนกำหนดของ {invoice} หักได้ไม่เกิน {most:money} ไม่ใช่ {deduction:money}',
  'allocation.early_not_whole':
    'ส่วนลดชำระก่อนกำหนดของ {invoice} ใช้ได้เมื่อชำระครบทั้งใบเท่านั้น ยังขาดอีก {left:money}',
  'allocation.invoice_unknown': 'ไม่มีใบแจ้งหนี้นี้ของลูกค้ารายนี้',
  'allocation.invoice_not_open': '{invoice} อยู่ในสถานะ {state} รับชำระได้เฉพาะใบแจ้งหนี้ที่ค้างชำระ',
  'allocation.parts_wrong': 'ส่วนประกอบของการจัดสรรต้องรวมกันเท่ากับยอดจัดสรรและต้องไม่ติดลบ',
  'allocation.source_wrong': 'การจัดสรรต้องมาจากการชำระเงินหนึ่งรายการหรือใบลดหนี้หนึ่งใบ',
  'payment.unknown': 'ไม่มีการชำระเงินนี้',
  'payment.receipt_not_yet': 'ยังไม่มีใบเสร็จรับเงิน เพราะยังไม่ได้ยืนยันว่าได้รับเงินนี้ กรุณารอการตรวจสอบ',
  'payment.no_receipt':
    'การชำระเงินนี้ไม่มีใบเสร็จรับเงิน เพราะไม่สำเร็จ ถูกปฏิเสธ หรือออกใบเสร็จไว้ก่อนเริ่มใช้ระบบนี้',
  'payment.twice': 'ระบุการชำระเงินซ้ำ กรุณาระบุแต่ละรายการครั้งเดียว',
  'payment.customer_unknown': 'ไม่มีลูกค้ารายนี้ กรุณาเลือกลูกค้าที่มีอยู่',
  'payment.invoice_unknown': 'ไม่มีใบแจ้งหนี้นี้',
  'payment.invoice_not_open': '{invoice} อยู่ในสถานะ {state} ไม่มียอดต้องชำระ',
  'payment.amount_not_positive': 'จำนวนเงินต้องมากกว่าศูนย์',
  'payment.amount_wrong': 'จำนวนเงินของการชำระต้องไม่ติดลบ และยอดรวมต้องมากกว่าศูนย์',
  'payment.currency_foreign': 'ไม่รับสกุลเงิน {currency} กรุณาใช้ {own}',
  'payment.received_in_future': 'วันที่ {date:date} อยู่ในอนาคต วันนี้คือ {today:date}',
  'payment.received_too_long_ago':
    'วันที่ {date:date} ย้อนหลังเกินหนึ่งปี กรุณาใส่วันที่ได้รับเงินจริง ไม่ก่อน {earliest:date}',
  'payment.received_before_registration':
    '{invoice} มีภาษีมูลค่าเพิ่ม แต่ ณ วันที่ {date:date} บริษัทยังไม่ได้จดทะเบียน (จดทะเบียนตั้งแต่ {from:date}) กรุณาใส่วันที่ได้รับเงินจริง หรือแก้วันที่จดทะเบียนในการตั้งค่าการวางบิล',
  'payment.method_unavailable': 'ไม่สามารถชำระด้วย {method} ได้ กรุณาใช้ bank_transfer หรือ promptpay',
  'payment.slip_missing': 'การโอนเงินต้องแนบสลิป กรุณาส่งภาพก่อนแล้วระบุรหัสไฟล์',
  'payment.slip_unknown': 'ไม่มีไฟล์นี้ของท่าน',
  'payment.slip_no_image': 'สลิปต้องเป็นภาพ (JPEG, PNG, WebP หรือ HEIC) แต่ไฟล์นี้เป็น {mime}',
  'payment.slip_too_large': 'ไฟล์สลิปใหญ่เกินไป ไม่เกิน {most} ไบต์',
  'payment.slip_used': 'สลิปนี้ถูกใช้ชำระเงินแล้ว กรุณาส่งสลิปของการโอนครั้งนี้',
  'payment.reference_used':
    'เลขอ้างอิงธนาคาร {reference} มีในการชำระเงินอื่นแล้ว กรุณาตรวจสอบว่าบันทึกเงินนี้ไปแล้วหรือไม่',
  'payment.person_withholds': 'บุคคลธรรมดาไม่ต้องหักภาษี ณ ที่จ่าย กรุณาเอาออก',
  'payment.withheld_too_much':
    'หัก ณ ที่จ่าย {withheld:money} แต่หักได้ไม่เกิน {expected:money} กรุณาตรวจสอบฐาน (ก่อนภาษีมูลค่าเพิ่ม) และอัตรา',
  'payment.withholding_differs':
    'ประเภท {kind} ระบุ {stated:money} แต่ควรเป็น {expected:money} กรุณาแก้ให้ตรงหนังสือรับรองภายในส่วนต่างที่ยอมรับ',
  'payment.withholding_twice':
    'ระบุประเภทเงินได้ {kind} ซ้ำ หนังสือรับรองมีประเภทละหนึ่งรายการ กรุณาระบุครั้งเดียวด้วยยอดรวม',
  'payment.withheld_unlike_money':
    'แจ้งว่าหัก ณ ที่จ่าย {withheld:money} แต่เมื่อได้รับเงิน {amount:money} หักได้ไม่เกิน {most:money} กรุณาไม่รับการชำระนี้ หรือบันทึกตามหนังสือรับรอง',
  'payment.invoice_credited':
    'ใบกำกับภาษีของ {invoice} ถูกปรับปรุงด้วย {creditNote} แล้ว ไม่สามารถกลับรายการชำระเงินได้',
  'credit.none_left': 'ลูกค้าไม่มีเครดิตคงเหลือ',
  'account.no_customer': 'บัญชีของท่านยังไม่ได้ผูกกับลูกค้า',
  'tax_invoice.unknown': 'ไม่มีใบกำกับภาษีนี้',
  'tax_invoice.number_taken': 'เลขที่ใบกำกับภาษีนี้ถูกใช้แล้ว',
  'tax_invoice.buyer_incomplete':
    'ใบกำกับภาษีของ {name} ขาดข้อมูล: {missing:words} กรุณาเพิ่มข้อมูลลูกค้า หรือเปิดใช้ใบกำกับภาษีอย่างย่อในการตั้งค่า',
  'tax_invoice.seller_incomplete':
    'ออกใบกำกับภาษีไม่ได้ เพราะข้อมูลของบริษัทยังขาด: {missing:words} กรุณากรอกที่ การตั้งค่า → บริษัท (หรือสาขา) หากบริษัทไม่ได้จดทะเบียนภาษีมูลค่าเพิ่ม ให้ลบวันที่ “จดทะเบียนตั้งแต่” ในการตั้งค่าการวางบิล จากนั้นจะไม่คิดภาษีและออกเฉพาะใบเสร็จรับเงิน',
  'tax_invoice.not_registered':
    'ณ วันที่ {date:date} บริษัทไม่ได้จดทะเบียนภาษีมูลค่าเพิ่ม จึงไม่คิดภาษีและออกเฉพาะใบเสร็จรับเงิน หากจดทะเบียนแล้ว กรุณาใส่วันที่ในการตั้งค่าการวางบิล',
  'tax_invoice.original_printed': 'พิมพ์ต้นฉบับของ {number} แล้ว ต้นฉบับมีได้ฉบับเดียว กรุณาพิมพ์สำเนา',
  'tax_invoice.not_to_print': '{number} อยู่ในสถานะ {state} พิมพ์ต้นฉบับได้เฉพาะเอกสารที่ยังมีผล กรุณาพิมพ์สำเนา',
  'tax_invoice.printing_unknown': 'ไม่มีการพิมพ์นี้ของเอกสาร กรุณาสั่งพิมพ์ใหม่',
  'party.name': 'ชื่อ',
  'party.address': 'ที่อยู่',
  'party.tax_id': 'เลขประจำตัวผู้เสียภาษี 13 หลัก',
  'party.branch': 'รหัสสาขา 5 หลัก',
  'tax_invoice.invoice_not_open': '{invoice} อยู่ในสถานะ {state} ออกใบกำกับภาษีล่วงหน้าได้เฉพาะใบแจ้งหนี้ที่ค้างชำระ',
  'tax_invoice.nothing_left': '{invoice} ออกใบกำกับภาษีครบแล้ว',
  'tax_invoice.credited': '{invoice} ถูกลดหนี้แล้ว จึงไม่ต้องออกใบกำกับภาษี',
  'hand_over.invoice_not_open': '{invoice} อยู่ในสถานะ {state} ส่งมอบสินค้าไม่ได้',
  'hand_over.before_registration':
    '{invoice} มีภาษีมูลค่าเพิ่ม แต่ ณ วันที่ {date:date} บริษัทยังไม่ได้จดทะเบียน (จดทะเบียนตั้งแต่ {from:date}) กรุณาใส่วันที่ส่งมอบจริง หรือแก้วันที่จดทะเบียนในการตั้งค่าการวางบิล',
  'hand_over.too_much': '{line} เหลือให้ส่งมอบเพียง {left} {unit}',
  'receipt.unknown': 'ไม่มีใบเสร็จรับเงินนี้',
  'receipt.number_taken': 'เลขที่ใบเสร็จรับเงินนี้ถูกใช้แล้ว',
  'receipt.customer_credit': 'เงินรับล่วงหน้า (เครดิตลูกค้า)',
  'certificate.payment_taken': 'มีหนังสือรับรองของการชำระเงินนี้แล้ว',
  'credit_note.unknown': 'ไม่มีใบลดหนี้นี้',
  'credit_note.number_taken': 'เลขที่ใบลดหนี้นี้ถูกใช้แล้ว',
  'credit_note.invoice_not_issued': '{invoice} อยู่ในสถานะ {state} ออกใบลดหนี้ได้เฉพาะใบแจ้งหนี้ที่ออกแล้ว',
  'credit_note.nothing_left': '{invoice} ไม่มียอดเหลือให้ลดหนี้',
  'billing.by_action_only':
    'เอกสารและการเงินแก้ไขด้วยมือไม่ได้ กรุณาใช้คำสั่งออกเอกสาร ยกเลิก ลดหนี้ บันทึก ตรวจสอบ หรือกลับรายการ',
  'billing_setting.tax_categories':
    'ประเภทภาษีไม่ครบถ้วน: ต้องมีรหัสที่ไม่ซ้ำ (ตัวพิมพ์เล็กและตัวเลข) ชื่อทั้งไทยและอังกฤษ ' +
    'และประเภทที่มีอัตราต้องมีอย่างน้อยหนึ่งอัตรา แต่ละอัตราเริ่มคนละวัน ไม่เกินร้อยละ 100',
  'billing_setting.category_kept': 'ประเภทภาษี {category} มีสินค้าและเอกสารใช้อยู่ จึงลบไม่ได้ แก้ชื่อได้',
  'billing_setting.treatment_fixed': 'ประเภทภาษี {category} เปลี่ยนลักษณะไม่ได้ กรุณาสร้างประเภทใหม่',
  'billing_setting.rate_fixed':
    'อัตราที่เริ่มใช้ {from:date} มีผลแล้ว จึงแก้หรือลบไม่ได้ กรุณาเพิ่มอัตราใหม่ที่เริ่มในอนาคต',
  'billing_setting.rate_too_early': 'อัตราใหม่ต้องเริ่มหลังวันนี้ เพราะเอกสารถึงวันนี้ออกด้วยอัตราเดิมแล้ว',
  'billing_setting.income_kinds':
    'ประเภทเงินได้ไม่ครบถ้วน: ต้องมีรหัสที่ไม่ซ้ำกัน และอัตราหัก ณ ที่จ่ายระหว่างร้อยละ 0 ถึง 100',
  'billing_setting.bank_accounts': 'บัญชีธนาคารไม่ครบถ้วน: ต้องมีธนาคาร ชื่อบัญชี และเลขที่บัญชีเป็นตัวเลขที่ไม่ซ้ำกัน',
  'billing_setting.currency': 'สกุลเงินต้องเป็นรหัส 3 ตัวอักษร เช่น THB',
  'billing_setting.currency_fixed': 'มีใบแจ้งหนี้เป็น {currency} แล้ว จึงเปลี่ยนสกุลเงินไม่ได้',
  'billing_setting.not_an_amount': 'จำนวนเงินไม่ถูกต้อง กรุณากรอกจำนวนตั้งแต่ 0 ขึ้นไป',
  'billing_setting.out_of_bounds': 'กรุณากรอกจำนวนเต็มตั้งแต่ {min} ถึง {max}',
  'billing_setting.vat_dates': 'วันสิ้นสุดการจดทะเบียนต้องไม่อยู่ก่อนวันเริ่ม และต้องมีวันเริ่ม',
  'billing_setting.promptpay_target': 'พร้อมเพย์ต้องเป็นหมายเลขโทรศัพท์ไทยหรือเลข 13 หลัก',
  'billing_setting.early_payment': 'เงื่อนไขส่วนลดชำระก่อนกำหนดต้องเขียนเป็น ร้อยละ/วัน เช่น 2/10 หรือ 0 หากไม่มี',
  'billing_setting.biller_id': 'รหัสผู้เรียกเก็บเงิน (Biller ID) ต้องเป็นตัวเลข 15 หลัก',
};

const en: Catalogue = {
  'billing.period_invalid': 'A period ends on or after its first day and has at most {max} days.',
  'customer.has_books': 'it has invoices or payments',
  'invoice.unknown': 'There is no such invoice.',
  'invoice.customer_unknown': 'There is no such customer. Choose one that exists.',
  'invoice.customer_closed': 'The customer {name} is closed. Reopen it before billing.',
  'invoice.po_number_missing': 'The customer {name} wants its purchase order number on the invoice. Give the number.',
  'invoice.branch_unknown': 'There is no such branch. Choose one of the company.',
  'invoice.currency_foreign': 'The currency {currency} is not billed here; use {own}.',
  'invoice.no_lines': 'An invoice needs at least one line.',
  'invoice.too_many_lines': 'An invoice has at most {most} lines.',
  'invoice.quantity_not_positive': 'The quantity must be above zero.',
  'invoice.unit_price_negative': 'The unit price must not be below zero.',
  'invoice.discount_out_of_range': 'The discount must be between zero and the price of the line.',
  'invoice.income_kind_unknown': 'There is no income kind {kind}. Choose one of the settings.',
  'invoice.tax_category_unknown':
    'There is no tax category {category} with a rate on {date:date}. Choose one of the settings.',
  'invoice.amount_too_large': 'The total is larger than an invoice can hold. Split it.',
  'invoice.date_wrong': '{date} is no date. Write it like 2026-01-31.',
  'invoice.issued_in_future':
    '{date:date} lies in the future; today is {today:date}. Leave the date out: the invoice takes the day it is issued.',
  'invoice.issued_too_long_ago':
    '{date:date} is more than a year ago. Leave the date out, or give a day not before {earliest:date}.',
  'invoice.issued_before_registration':
    'On {date:date} the company was not registered for VAT yet: it is since {from:date}. Give that day or a later one.',
  'invoice.due_before_issue': 'The due date must not be before the date of issue.',
  'invoice.number_taken': 'This invoice number is taken already.',
  'invoice.incomplete': 'An issued invoice has a number, a seller and a buyer; a draft has none of them.',
  'invoice.early_discount_wrong': 'The early-payment discount must not exceed the total, and needs its last day.',
  'invoice.amount_due_wrong': 'What is due must lie between zero and the total of the invoice.',
  'invoice.line_wrong':
    'The amounts of the line do not agree: quantity above zero, price and discount not below, net and tax adding up to the total.',
  'invoice.void_settled':
    'Money or a credit note stands on {invoice}. Reverse the payment or credit the invoice instead.',
  'invoice.void_taxed': 'A tax invoice has been issued for {invoice}. Credit it instead.',
  'invoice.void_handed_over': 'Goods of {invoice} were handed over. Credit it instead.',
  'invoice.back_credited': 'A part of {invoice} was credited already. Credit the rest on the page of the invoice.',
  'invoice.back_let_go':
    'Something was deducted or given up when {invoice} was paid. Look at it and credit it on the page of the invoice.',
  'invoice.reopen_paid': '{invoice} is paid. Reverse its payment if the money did not come.',
  'invoice.not_to_send': '{invoice} is {state}: only issued invoices are sent.',
  'invoice.no_address': '{customer} has no mail address. Add one to the customer first.',
  'invoice.no_document': 'A draft has no document. Issue it first.',
  'allocation.more_than_due':
    '{amount:money} is more than the {due:money} that are due. Lower it; the rest becomes customer credit.',
  'allocation.more_than_paid':
    '{allocated:money} are laid on invoices, but only {cash:money} came in. The amounts are the cash part, without what is withheld or deducted.',
  'allocation.nothing': 'Nothing is laid on this invoice. Give an amount or leave it out.',
  'allocation.twice': 'This invoice is named twice. Name it once with the sum.',
  'allocation.early_not_promised':
    '{invoice} promises no discount for paying early. Give another reason or leave the deduction out.',
  'allocation.early_too_late':
    'The early-payment discount of {invoice} ended on {until:date}; the money is of {date:date}.',
  'allocation.early_too_much':
    'For paying {invoice} early at most {most:money} may be deducted, not {deduction:money}.',
  'allocation.early_not_whole':
    'The early-payment discount of {invoice} needs the whole rest to be paid; {left:money} would be left.',
  'allocation.invoice_unknown': 'There is no such invoice of this customer.',
  'allocation.invoice_not_open': '{invoice} is {state}: only open invoices take money.',
  'allocation.parts_wrong': 'The parts of an allocation must add up to it and none may be below zero.',
  'allocation.source_wrong': 'An allocation comes from one payment or from one credit note.',
  'payment.unknown': 'There is no such payment.',
  'payment.receipt_not_yet':
    'There is no receipt yet: it is still to be seen that the money came. Please wait for that.',
  'payment.no_receipt':
    'This payment has no receipt: it failed, was rejected, or was receipted before this system came.',
  'payment.twice': 'A payment is named twice. Name each of them once.',
  'payment.customer_unknown': 'There is no such customer. Choose one that exists.',
  'payment.invoice_unknown': 'There is no such invoice.',
  'payment.invoice_not_open': '{invoice} is {state}: there is nothing to pay.',
  'payment.amount_not_positive': 'The amount must be above zero.',
  'payment.amount_wrong': 'The amounts of a payment must not be below zero, and their sum must be above it.',
  'payment.currency_foreign': 'The currency {currency} is not taken here; use {own}.',
  'payment.received_in_future': '{date:date} lies in the future; today is {today:date}.',
  'payment.received_too_long_ago':
    '{date:date} is more than a year ago. Give the day the money came, not before {earliest:date}.',
  'payment.received_before_registration':
    '{invoice} charges VAT, but on {date:date} the company was not registered for it: it is since {from:date}. Give the day the money came, or mend the registration in the settings of billing.',
  'payment.method_unavailable': 'Paying by {method} is not possible here. Use bank_transfer or promptpay.',
  'payment.slip_missing': 'A transfer needs its slip. Send the picture first and name its id.',
  'payment.slip_unknown': 'There is no such file of yours.',
  'payment.slip_no_image': 'A slip must be a picture (JPEG, PNG, WebP or HEIC); this is {mime}.',
  'payment.slip_too_large': 'The slip is too large; at most {most} bytes.',
  'payment.slip_used': 'This slip was used for a payment before. Send the slip of this transfer.',
  'payment.reference_used':
    'The bank reference {reference} belongs to a payment already. Check whether this money was recorded before.',
  'payment.person_withholds': 'A private person does not withhold tax. Leave the withholding out.',
  'payment.withheld_too_much':
    '{withheld:money} are withheld, but at most {expected:money} can be. Check the base (before VAT) and the rate.',
  'payment.withholding_differs':
    'For {kind} {stated:money} are stated, {expected:money} are expected. Correct it to the certificate within the tolerance.',
  'payment.withholding_twice':
    'The income kind {kind} is named twice. A certificate has one row a kind: name it once with the whole sum.',
  'payment.withheld_unlike_money':
    '{withheld:money} were said to be withheld, but where {amount:money} came in at most {most:money} can be. Reject the payment, or record it with what the certificate says.',
  'payment.invoice_credited':
    '{creditNote} has corrected a tax invoice of {invoice}: its payment cannot be reversed any more.',
  'credit.none_left': 'The customer has nothing over.',
  'account.no_customer': 'Your account does not belong to a customer yet.',
  'tax_invoice.unknown': 'There is no such tax invoice.',
  'tax_invoice.number_taken': 'This tax invoice number is taken already.',
  'tax_invoice.buyer_incomplete':
    "A tax invoice for {name} lacks: {missing:words}. Complete the customer's data, or allow abbreviated tax invoices in the settings.",
  'tax_invoice.seller_incomplete':
    'No tax invoice can be issued: the data of the company lacks {missing:words}. Fill it in under Settings → Company (or in the branch). A company that is not registered for VAT clears “registered from” in the settings of billing: it then charges no VAT and gives receipts only.',
  'tax_invoice.not_registered':
    'On {date:date} the company is not registered for VAT: it charges none and gives receipts only. If it is registered, put the date into the settings of billing.',
  'tax_invoice.original_printed': 'The original of {number} was printed already, and there is only one. Print a copy.',
  'tax_invoice.not_to_print':
    '{number} is {state}: only a document that stands is printed as the original. Print a copy.',
  'tax_invoice.printing_unknown': 'The document has no such printing. Print it again.',
  'party.name': 'name',
  'party.address': 'address',
  'party.tax_id': '13-digit tax id',
  'party.branch': '5-digit branch code',
  'tax_invoice.invoice_not_open': '{invoice} is {state}: a tax invoice is issued early for open invoices only.',
  'tax_invoice.nothing_left': 'All of {invoice} is taxed already.',
  'tax_invoice.credited': '{invoice} was credited: nothing of it is taxed any more.',
  'hand_over.invoice_not_open': '{invoice} is {state}: nothing is handed over on it.',
  'hand_over.before_registration':
    '{invoice} charges VAT, but on {date:date} the company was not registered for it: it is since {from:date}. Give the day of the hand-over, or mend the registration in the settings of billing.',
  'hand_over.too_much': 'Of {line} only {left} {unit} are left to hand over.',
  'receipt.unknown': 'There is no such receipt.',
  'receipt.number_taken': 'This receipt number is taken already.',
  'receipt.customer_credit': 'Money received in advance (customer credit)',
  'certificate.payment_taken': 'A certificate of this payment is there already.',
  'credit_note.unknown': 'There is no such credit note.',
  'credit_note.number_taken': 'This credit note number is taken already.',
  'credit_note.invoice_not_issued': '{invoice} is {state}: only issued invoices are credited.',
  'credit_note.nothing_left': 'Nothing of {invoice} is left to credit.',
  'billing.by_action_only':
    'Documents and money are not written by hand. Use the actions: issue, void, credit, record, verify, reverse.',
  'billing_setting.tax_categories':
    'This tax category is not whole: it needs a code of its own (small letters, digits), a Thai and an English name, and ' +
    'where it has a rate at least one of them, each from another day, at most 100 percent.',
  'billing_setting.category_kept':
    'Products and documents name the tax category {category}, so it is not removed. Its name may change.',
  'billing_setting.treatment_fixed': 'The tax category {category} keeps its kind. Make another category.',
  'billing_setting.rate_fixed':
    'The rate from {from:date} has begun, so it is not changed or removed. Add a new rate from a day to come.',
  'billing_setting.rate_too_early':
    'A new rate begins after today: documents up to today were issued with the rate before.',
  'billing_setting.income_kinds':
    'This kind of income is not whole: it needs a code of its own, and a rate to withhold between 0 and 100 percent.',
  'billing_setting.bank_accounts':
    'This bank account is not whole: it needs the bank, the name of the account and a number of its own in digits.',
  'billing_setting.currency': 'A currency is a code of 3 letters, such as THB.',
  'billing_setting.currency_fixed': 'There are invoices in {currency}, so the currency stays.',
  'billing_setting.not_an_amount': 'This is no amount. Give 0 or more.',
  'billing_setting.out_of_bounds': 'A whole number from {min} to {max}, please.',
  'billing_setting.vat_dates': 'The registration cannot end before it begins, nor without having begun.',
  'billing_setting.promptpay_target': 'A PromptPay target is a Thai phone number or a 13-digit id.',
  'billing_setting.early_payment':
    'Write what paying early is worth as percent and days, such as 2/10, or 0 for nothing.',
  'billing_setting.biller_id': 'A biller id has 15 digits.',
};

export const refusals: Record<Language, Catalogue> = { th, en };
