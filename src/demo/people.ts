import type { CustomerDraft } from './faces';
import { companyId, governmentId, personId } from './identity';
import type { Random } from './random';
import { sure } from './sure';

const FIRST =
  'สมชาย สมหญิง วิชัย มาลี ประเสริฐ กาญจนา อนุชา พิมพ์ใจ ธนากร รัตนา ณัฐวุฒิ สุภาพร ชัยวัฒน์ จันทร์เพ็ญ ปกรณ์ อรทัย'.split(
    ' ',
  );
const LAST =
  'ใจดี แสนคำ ศรีวิชัย ดวงแก้ว อินทนนท์ ทองสุข มีสุข คำแสน บุญมา ปัญญาดี เชียงแสน วงศ์สวัสดิ์ ไชยวงศ์ จันทร์ทิพย์'.split(
    ' ',
  );

/** Companies and shops with their English names; the last ones are public bodies. */
const COMPANIES: readonly [string, string][] = [
  ['บริษัท เชียงใหม่การค้า จำกัด', 'Chiang Mai Trading Co., Ltd.'],
  ['บริษัท ล้านนาคอฟฟี่ จำกัด', 'Lanna Coffee Co., Ltd.'],
  ['บริษัท ดอยสุเทพ รีสอร์ท จำกัด', 'Doi Suthep Resort Co., Ltd.'],
  ['บริษัท นิมมาน ดีไซน์ จำกัด', 'Nimman Design Co., Ltd.'],
  ['บริษัท ปิงริเวอร์ โฮเทล จำกัด', 'Ping River Hotel Co., Ltd.'],
  ['บริษัท แม่ริมฟาร์ม จำกัด', 'Mae Rim Farm Co., Ltd.'],
  ['บริษัท สันกำแพงเซรามิก จำกัด', 'San Kamphaeng Ceramics Co., Ltd.'],
  ['บริษัท หางดงเฟอร์นิเจอร์ จำกัด', 'Hang Dong Furniture Co., Ltd.'],
  ['บริษัท เวียงพิงค์ขนส่ง จำกัด', 'Wiang Ping Transport Co., Ltd.'],
  ['บริษัท ช้างเผือกคลินิก จำกัด', 'Chang Phueak Clinic Co., Ltd.'],
  ['บริษัท ท่าแพบุ๊คส์ จำกัด', 'Tha Phae Books Co., Ltd.'],
  ['บริษัท สุเทพทันตกรรม จำกัด', 'Suthep Dental Co., Ltd.'],
  ['บริษัท นอร์ธเทิร์น ซอฟต์ จำกัด', 'Northern Soft Co., Ltd.'],
  ['บริษัท ดอยคำออร์แกนิก จำกัด', 'Doi Kham Organic Co., Ltd.'],
  ['บริษัท วโรรสพลาซ่า จำกัด', 'Warorot Plaza Co., Ltd.'],
  ['ห้างหุ้นส่วนจำกัด สารภีก่อสร้าง', 'Saraphi Construction Ltd., Part.'],
  ['ห้างหุ้นส่วนจำกัด ดอยสะเก็ดวัสดุ', 'Doi Saket Materials Ltd., Part.'],
  ['ห้างหุ้นส่วนจำกัด แม่แตงเกษตร', 'Mae Taeng Agriculture Ltd., Part.'],
  ['บริษัท ล้านนาสปา จำกัด', 'Lanna Spa Co., Ltd.'],
  ['บริษัท เมืองใหม่ฟู้ดส์ จำกัด', 'Muang Mai Foods Co., Ltd.'],
  ['บริษัท กาดสวนแก้วฟิตเนส จำกัด', 'Kad Suan Kaew Fitness Co., Ltd.'],
  ['บริษัท ห้วยแก้วการแพทย์ จำกัด', 'Huay Kaew Medical Co., Ltd.'],
  ['บริษัท สันทรายโลจิสติกส์ จำกัด', 'San Sai Logistics Co., Ltd.'],
  ['บริษัท บ้านถวายแฮนดิคราฟท์ จำกัด', 'Ban Tawai Handicraft Co., Ltd.'],
  ['บริษัท ม่อนแจ่มทัวร์ จำกัด', 'Mon Jam Tours Co., Ltd.'],
  ['เทศบาลตำบลสุเทพ', 'Suthep Subdistrict Municipality'],
  ['โรงเรียนบ้านดอยคำ', 'Ban Doi Kham School'],
  ['โรงพยาบาลส่งเสริมสุขภาพตำบลแม่เหียะ', 'Mae Hia Health Promoting Hospital'],
];
const GOVERNMENT_FROM = 25;

const PLACES: readonly [string, string, string][] = [
  ['สุเทพ', 'เมืองเชียงใหม่', '50200'],
  ['ช้างเผือก', 'เมืองเชียงใหม่', '50300'],
  ['ช้างคลาน', 'เมืองเชียงใหม่', '50100'],
  ['หนองหาร', 'สันทราย', '50290'],
  ['หางดง', 'หางดง', '50230'],
  ['ริมใต้', 'แม่ริม', '50180'],
  ['สันกำแพง', 'สันกำแพง', '50130'],
  ['ยางเนิ้ง', 'สารภี', '50140'],
];
const ROADS = ['ถนนนิมมานเหมินท์', 'ถนนห้วยแก้ว', 'ถนนสุเทพ', 'ถนนเจริญเมือง', 'ถนนช้างคลาน', 'ถนนเชียงใหม่-หางดง'];

export function addressFrom(random: Random): Record<string, string> {
  const [subdistrict, district, postcode] = random.pick(PLACES);
  const line1 = `${random.whole(1, 299)}/${random.whole(1, 40)} ${random.pick(ROADS)}`;
  return { line1, subdistrict, district, province: 'เชียงใหม่', postcode };
}

const mobile = (random: Random): string => `08${random.whole(10_000_000, 99_999_999)}`;

function organisation(index: number, random: Random): CustomerDraft {
  const [name, nameEn] = sure(COMPANIES[index], 'a company');
  const government = index >= GOVERNMENT_FROM;
  const terms = government || index % 2 === 0;
  const person = `คุณ${random.pick(FIRST)} ${random.pick(LAST)}`;
  return {
    kind: government ? 'government' : 'organisation',
    name,
    nameEn,
    taxId: government ? governmentId(100 + index) : companyId(1001 + index * 7),
    email: `account${index + 1}@example.com`,
    phone: `053${random.whole(200_000, 899_999)}`,
    billingAddress: addressFrom(random),
    language: index % 9 === 3 ? 'en' : 'th',
    creditTermsDays: terms ? 30 : 0,
    // Whoever pays on terms keeps paper, mostly.
    wantsPaper: terms,
    ...(terms ? { creditLimit: 30_000_000n } : {}),
    contacts: [
      {
        name: person,
        position: 'ฝ่ายบัญชี',
        email: `account${index + 1}@example.com`,
        phone: mobile(random),
        type: 'billing',
      },
      ...(index % 3 === 0
        ? [{ name: `คุณ${random.pick(FIRST)} ${random.pick(LAST)}`, position: 'ฝ่ายจัดซื้อ', type: 'purchasing' }]
        : []),
    ],
  };
}

function person(index: number, random: Random): CustomerDraft {
  // Each pair of names is met once.
  const name = `${FIRST[index % FIRST.length]} ${LAST[(index + Math.floor(index / FIRST.length) * 5) % LAST.length]}`;
  const phone = mobile(random);
  const email = `person${index + 1}@example.com`;
  return {
    kind: 'person',
    name,
    ...(index % 2 === 0 ? { taxId: personId(100_007 + index * 13) } : {}),
    email,
    phone,
    billingAddress: addressFrom(random),
    language: 'th',
    contacts: [{ name, email, phone }],
  };
}

/** Sixty customers, persons and organisations mixed as they came. */
export function customerDrafts(random: Random): CustomerDraft[] {
  const organisations = COMPANIES.map((_, index) => organisation(index, random));
  const persons = Array.from({ length: 60 - COMPANIES.length }, (_, index) => person(index, random));
  return persons.flatMap((one, index) => (organisations[index] ? [one, organisations[index]] : [one]));
}
