import type { TemplateSeed } from '@sanya/strapi-plugin-platform/kit';
import { CLAUSES } from '../use-cases/pin-papers';

const TH = `<h3>1. บริการ</h3>
<p>{{ company }} (“ผู้ให้บริการ”) ตกลงให้บริการตามรายการข้างต้นแก่ {{ customer.name }} (“ลูกค้า”) เมื่อติดต่อขอรับบริการ ลูกค้าแจ้งรหัสบริการ {{ contract.serviceId }}</p>
<h3>2. ระยะเวลา</h3>
<p>{% if contract.startsOn %}สัญญาเริ่มวันที่ {{ contract.startsOn }}{% else %}สัญญาเริ่มเมื่อครบเงื่อนไขการเริ่มสัญญา{% endif %}{% if contract.endsOn %} และสิ้นสุดวันที่ {{ contract.endsOn }}{% elsif contract.termMonths %} มีอายุ {{ contract.termMonths }} เดือน{% else %} จนกว่าฝ่ายใดฝ่ายหนึ่งจะบอกเลิก{% endif %}</p>
<h3>3. ค่าบริการและการชำระเงิน</h3>
<p>ผู้ให้บริการเรียกเก็บค่าบริการตามรอบที่ระบุในแต่ละรายการ {% if contract.pricesIncludeTax %}ราคารวมภาษีมูลค่าเพิ่มแล้ว{% else %}ราคายังไม่รวมภาษีมูลค่าเพิ่ม{% endif %} ลูกค้าชำระภายในวันครบกำหนดที่ระบุในใบแจ้งหนี้ หากไม่ชำระ ผู้ให้บริการอาจระงับบริการหลังแจ้งให้ทราบแล้ว</p>
{% if entitlements.size > 0 %}<h3>4. สิทธิ์</h3>
{% for one in entitlements %}<p>{{ one.line }}: {{ one.text }}</p>{% endfor %}
<p>ส่วนที่เหลือเมื่อสิ้นงวดยกไปได้เฉพาะที่ระบุไว้ และสิ้นสุดพร้อมสัญญา</p>{% endif %}
<h3>{% if entitlements.size > 0 %}5{% else %}4{% endif %}. การเลิกสัญญา</h3>
<p>{% if contract.noticeDays > 0 %}การบอกเลิกต้องแจ้งล่วงหน้า {{ contract.noticeDays }} วัน{% else %}แต่ละฝ่ายบอกเลิกได้โดยแจ้งให้อีกฝ่ายทราบ{% endif %}{% if contract.minimumMonths %} อายุขั้นต่ำของสัญญาคือ {{ contract.minimumMonths }} เดือน{% endif %} ค่าบริการที่ชำระไว้สำหรับช่วงหลังวันสิ้นสุดคืนให้ตามจำนวนวัน</p>
<h3>{% if entitlements.size > 0 %}6{% else %}5{% endif %}. ทั่วไป</h3>
<p>สัญญานี้อยู่ภายใต้กฎหมายไทย การแก้ไขต้องได้รับความยินยอมจากทั้งสองฝ่าย</p>`;

const EN = `<h3>1. Service</h3>
<p>{{ company }} (“the provider”) renders the services above to {{ customer.name }} (“the customer”). To ask for service the customer names the service ID {{ contract.serviceId }}.</p>
<h3>2. Term</h3>
<p>{% if contract.startsOn %}The contract begins on {{ contract.startsOn }}{% else %}The contract begins when what it waits for has happened{% endif %}{% if contract.endsOn %} and ends on {{ contract.endsOn }}{% elsif contract.termMonths %} and runs for {{ contract.termMonths }} months{% else %} and runs until either party ends it{% endif %}.</p>
<h3>3. Price and payment</h3>
<p>The provider bills each line as it says there. {% if contract.pricesIncludeTax %}Prices include VAT.{% else %}Prices are without VAT.{% endif %} The customer pays by the due date of the invoice. Where it is not paid, the provider may suspend the service after telling the customer.</p>
{% if entitlements.size > 0 %}<h3>4. Entitlements</h3>
{% for one in entitlements %}<p>{{ one.line }}: {{ one.text }}</p>{% endfor %}
<p>What is left at the end of a period is carried over only as said there, and ends with the contract.</p>{% endif %}
<h3>{% if entitlements.size > 0 %}5{% else %}4{% endif %}. Ending</h3>
<p>{% if contract.noticeDays > 0 %}Notice is given {{ contract.noticeDays }} days before.{% else %}Either party may end the contract by telling the other.{% endif %}{% if contract.minimumMonths %} The minimum term is {{ contract.minimumMonths }} months.{% endif %} What was paid for days after the last one comes back by the day.</p>
<h3>{% if entitlements.size > 0 %}6{% else %}5{% endif %}. General</h3>
<p>The law of Thailand applies. Changes need the consent of both parties.</p>`;

/** What is agreed in words: staff edit it, and each contract keeps the version that it was agreed on. */
export const contractClauses: readonly TemplateSeed[] = [
  {
    code: CLAUSES,
    paper: true,
    name: { th: 'ข้อสัญญา', en: 'Contract clauses' },
    subject: { th: 'สัญญาให้บริการ', en: 'Service contract' },
    body: { th: TH, en: EN },
    sample: {
      customer: { name: 'บริษัท เชียงใหม่การค้า จำกัด' },
      contract: {
        ...{ number: 'CT-00000-000123', serviceId: 'K7M2-4XR9', startsOn: '1 ม.ค. 2569', endsOn: '31 ธ.ค. 2569' },
        ...{ termMonths: 12, noticeDays: 30, minimumMonths: 12, pricesIncludeTax: false },
      },
      entitlements: [{ line: 'ดูแลเครื่องปรับอากาศ', text: '12 ครั้งต่อปี' }],
    },
  },
];
