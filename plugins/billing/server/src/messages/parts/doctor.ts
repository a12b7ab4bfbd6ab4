import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'doctor.check.billing.tax': 'การตั้งค่าภาษี',
  'doctor.check.billing.payment': 'ช่องทางรับชำระ',
  'doctor.billing.tax_confirmed': 'มีผู้ตรวจและบันทึกการตั้งค่าภาษีแล้ว',
  'doctor.billing.tax_unconfirmed': 'ยังไม่มีใครบันทึกการตั้งค่าภาษี ระบบใช้ค่าเริ่มต้น',
  'doctor.billing.tax_unconfirmed.right': 'ให้ผู้ทำบัญชีตรวจหน้าการเงิน แล้วบันทึก',
  'doctor.billing.vat_without_tax_id':
    'จดทะเบียนภาษีมูลค่าเพิ่มแล้ว แต่ไม่มีเลขประจำตัวผู้เสียภาษี จึงออกใบกำกับภาษีไม่ได้',
  'doctor.billing.vat_without_tax_id.right': 'กรอกเลข 13 หลักในหน้าบริษัท หรือแก้วันที่จดทะเบียนในหน้าการเงิน',
  'doctor.billing.payment': 'ลูกค้ามีช่องทางชำระเงิน',
  'doctor.billing.no_way_to_pay': 'ไม่มีทั้งบัญชีธนาคารและพร้อมเพย์ ลูกค้าจึงไม่รู้ว่าจะชำระอย่างไร',
  'doctor.billing.no_way_to_pay.right': 'กรอกบัญชีธนาคารหรือพร้อมเพย์ในหน้าการเงิน',
  'doctor.billing.promptpay': 'หมายเลขพร้อมเพย์ไม่ถูกต้อง: {target}',
  'doctor.billing.promptpay.right': 'กรอกหมายเลขโทรศัพท์หรือเลข 13 หลักในหน้าการเงิน',
  'doctor.billing.biller': 'รหัสผู้รับชำระ (Biller ID) ไม่ถูกต้อง: {biller}',
  'doctor.billing.biller.right': 'กรอกเลข 15 หลักที่ธนาคารให้ในหน้าการเงิน',
};

const en: Catalogue = {
  'doctor.check.billing.tax': 'Tax settings',
  'doctor.check.billing.payment': 'Ways to pay',
  'doctor.billing.tax_confirmed': 'Somebody has looked at the tax settings and saved them.',
  'doctor.billing.tax_unconfirmed': 'Nobody has saved the tax settings yet: the defaults hold.',
  'doctor.billing.tax_unconfirmed.right': 'Let the accountant look at the billing settings and save them.',
  'doctor.billing.vat_without_tax_id': 'Registered for VAT without a tax id: no tax invoice can be issued.',
  'doctor.billing.vat_without_tax_id.right':
    'Give the 13 digits on the page of the company, or correct the dates of registration in the billing settings.',
  'doctor.billing.payment': 'Customers have a way to pay.',
  'doctor.billing.no_way_to_pay': 'There is neither a bank account nor PromptPay: customers do not know how to pay.',
  'doctor.billing.no_way_to_pay.right': 'Name a bank account or PromptPay in the billing settings.',
  'doctor.billing.promptpay': 'The PromptPay id is wrong: {target}.',
  'doctor.billing.promptpay.right': 'Give a phone number or 13 digits in the billing settings.',
  'doctor.billing.biller': 'The biller id is wrong: {biller}.',
  'doctor.billing.biller.right': 'Give the 15 digits that the bank gave you in the billing settings.',
};

export const doctor: Record<Language, Catalogue> = { th, en };
