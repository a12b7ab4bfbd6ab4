import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';

const th: Catalogue = {
  'price.tiers_of_fixed': 'ราคาคงที่ไม่มีขั้นราคา กรุณาเลือกราคาตามปริมาณหรือราคาขั้นบันได หรือลบขั้นราคาออก',
  'price.tiers_missing': 'ราคาแบบนี้ต้องมีขั้นราคา กรุณาเพิ่มขั้นราคาอย่างน้อยหนึ่งขั้น',
  'price.tier_from_invalid': '“{from}” ไม่ใช่จำนวนเริ่มต้นของขั้นราคา กรุณาใส่ตัวเลขมากกว่าศูนย์ เช่น 11',
  'price.tier_first': 'ขั้นราคาแรกต้องเริ่มที่จำนวนน้อยที่สุดที่ขาย คือ {step}',
  'price.tiers_not_ascending':
    'ขั้นราคาที่เริ่มจาก {from} ต้องอยู่หลังขั้นที่เริ่มจาก {before} กรุณาเรียงจำนวนเริ่มต้นจากน้อยไปมาก',
  'price.tier_off_step':
    'สินค้านี้ขายทีละ {step} ขั้นราคาจึงเริ่มที่ {from} ไม่ได้ กรุณาใช้จำนวนที่หารด้วย {step} ลงตัว',
  'price.first_tier_differs': 'ราคาต่อหน่วยต้องเท่ากับราคาของขั้นแรก กรุณาแก้ให้ตรงกันหรือเว้นว่างไว้',
  'price.term_of_once': 'ช่วงทดลองใช้และระยะขั้นต่ำใช้กับราคาที่เรียกเก็บเป็นงวดเท่านั้น',
  'price.trial_invalid': 'ช่วงทดลองใช้เป็นจำนวนวันเต็ม ตั้งแต่ 1 ถึง {most} วัน',
  'price.minimum_invalid': 'ระยะขั้นต่ำเป็นจำนวนเดือน หารด้วย {months} ลงตัว และไม่เกิน {most} เดือน',
  'product.step_off_tiers': 'ขั้นราคาของสินค้านี้ไม่ตรงกับการขายทีละ {step} กรุณาแก้ขั้นราคาพร้อมกัน',
  'product.option_code_invalid': '“{code}” ใช้เป็นรหัสไม่ได้ กรุณาใช้ตัวอักษร a-z ตัวเลข และขีดกลาง เช่น 64gb',
  'product.option_code_twice': 'มีรหัส {code} ซ้ำกัน กรุณาใช้รหัสละครั้ง',
  'product.option_without_choice': 'ตัวเลือก “{name}” ยังไม่มีรายการให้เลือก กรุณาเพิ่มอย่างน้อยหนึ่งรายการ',
  'product.option_amount_invalid': 'ราคาที่บวกเพิ่มไม่ใช่จำนวนเงิน กรุณาใส่ตัวเลข เช่น 500.00 หรือ -50.00',
  'product.bundle_tracked': 'สินค้าจัดชุดไม่มีสต็อกของตนเอง กรุณายกเลิกการนับสต็อก ระบบจะนับของในชุดแทน',
  'product.component_unknown': 'ไม่มีสินค้านี้ให้ใส่ในชุด กรุณาเลือกจากรายการสินค้า',
  'product.component_bundle': '{name} เป็นชุดหรือเป็นสินค้านี้เอง จึงใส่ในชุดไม่ได้ กรุณาเลือกสินค้าเดี่ยว',
  'product.component_twice': '{name} อยู่ในชุดแล้ว กรุณารวมเป็นจำนวนเดียว',
  'product.component_quantity':
    'จำนวนของ {name} ในชุดต้องมากกว่าศูนย์ และทุกชุดที่ขายต้องได้จำนวนที่หารด้วย {step} ลงตัว',
  'order.component_not_sold': '{product} มีสินค้าที่ไม่ขายแล้ว ({component}) กรุณาเลือกสินค้าอื่น',
  'order.part_of': 'อยู่ในชุด {product}',
  'order.no_options': '{product} ไม่มีตัวเลือก กรุณาสั่งซื้อโดยไม่ระบุตัวเลือก',
  'order.option_unknown': '{product} ไม่มีตัวเลือก “{group}” ตัวเลือกที่มีคือ {known}',
  'order.choice_unknown': '“{group}” ของ {product} ไม่มีรายการ “{choice}” เลือกได้จาก {known}',
  'order.choice_twice': 'เลือก “{choice}” ของ “{group}” ซ้ำกัน กรุณาเลือกรายการละครั้ง',
  'order.option_one_only': '“{group}” ของ {product} เลือกได้เพียงรายการเดียวจาก {known}',
  'order.option_missing': 'กรุณาเลือก “{group}” ({code}) ของ {product} จาก {known}',
  'order.options_below_zero': 'ราคาของ {product} ตามตัวเลือกที่เลือกต่ำกว่าศูนย์ กรุณาเลือกแบบอื่นหรือติดต่อเรา',
  'order.band': 'ช่วงจำนวน {from}–{to} {unit}',
  'order.setup_fee': 'ค่าแรกเข้า {product}',
  'order.setup_unit': 'ครั้ง',
  'order.hint_more_costs_less':
    '{product} {more} {unit} ราคา {less:money} ถูกกว่า {quantity} {unit} ราคา {amount:money} อยู่ {saved:money}',
};

const en: Catalogue = {
  'price.tiers_of_fixed': 'A fixed price has no tiers. Choose volume or graduated, or take the tiers away.',
  'price.tiers_missing': 'Such a price needs its tiers. Add at least one.',
  'price.tier_from_invalid': '“{from}” is no quantity for a tier to begin at. Write a number above zero, such as 11.',
  'price.tier_first': 'The first tier begins at the smallest quantity that is sold: {step}.',
  'price.tiers_not_ascending':
    'The tier from {from} must come after the one from {before}. Put the quantities in rising order.',
  'price.tier_off_step':
    'The product is sold in steps of {step}, so no tier can begin at {from}. Choose a multiple of {step}.',
  'price.first_tier_differs': 'The unit price must be that of the first tier. Make them the same or leave it out.',
  'price.term_of_once': 'A trial and a minimum term are for prices that are charged again and again.',
  'price.trial_invalid': 'A trial is a whole number of days from 1 to {most}.',
  'price.minimum_invalid': 'A minimum term is a number of months, a multiple of {months}, at most {most}.',
  'product.step_off_tiers': 'Tiers of this product do not fit steps of {step}. Change the tiers with it.',
  'product.option_code_invalid': '“{code}” is no code. Use a-z, digits and hyphens, such as 64gb.',
  'product.option_code_twice': 'The code {code} is there twice. Use each code once.',
  'product.option_without_choice': 'The option “{name}” has nothing to choose from. Add at least one choice.',
  'product.option_amount_invalid': 'What a choice adds is no amount. Write a number such as 500.00 or -50.00.',
  'product.bundle_tracked': 'A bundle has no stock of its own: what it is made of is counted. Do not count it.',
  'product.component_unknown': 'There is no such product to put into the bundle. Choose one from the catalogue.',
  'product.component_bundle': '{name} is a bundle or this product itself. Choose single products.',
  'product.component_twice': '{name} is in the bundle already. Make it one quantity.',
  'product.component_quantity':
    'The quantity of {name} in the bundle must be above zero, and make multiples of {step} of it whenever bundles are sold.',
  'order.component_not_sold': 'A part of {product} is no longer sold ({component}). Choose another product.',
  'order.part_of': 'Part of {product}',
  'order.no_options': '{product} has no options. Order it without.',
  'order.option_unknown': '{product} has no option “{group}”. Its options are: {known}.',
  'order.choice_unknown': '“{group}” of {product} has no choice “{choice}”. Choose one of: {known}.',
  'order.choice_twice': '“{choice}” of “{group}” is chosen twice. Choose each once.',
  'order.option_one_only': 'Of “{group}” of {product} one can be chosen: {known}.',
  'order.option_missing': 'Choose “{group}” ({code}) of {product}: {known}.',
  'order.options_below_zero': 'With these options {product} would cost less than nothing. Choose others or ask us.',
  'order.band': 'Quantity {from}–{to} {unit}',
  'order.setup_fee': 'Setup fee for {product}',
  'order.setup_unit': 'time',
  'order.hint_more_costs_less':
    '{more} {unit} of {product} cost {less:money}, {saved:money} less than {quantity} {unit} for {amount:money}.',
};

/** Tiers, terms and options of prices. */
export const pricing: Record<Language, Catalogue> = { th, en };
