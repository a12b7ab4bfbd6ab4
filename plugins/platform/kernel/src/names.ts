/** Legal forms and titles that people write or leave out: they tell no two customers apart. */
const THAI_FORMS = ['บริษัท', 'ห้างหุ้นส่วน', 'สามัญ', 'หจก', 'บจก', 'บมจ', 'จำกัด', 'มหาชน'];
const ENGLISH_FORMS = ['company', 'co', 'limited', 'ltd', 'public', 'plc', 'partnership', 'mr', 'mrs', 'ms', 'miss'];

// Compared in NFKC, which takes the ำ of จำกัด apart.
const FORMS = new RegExp(
  [
    // Titles stand before the name; elsewhere the same letters are part of one.
    '^\\s*(?:นางสาว|นาง|นาย|คุณ|น\\.ส\\.)',
    ...THAI_FORMS.map((form) => form.normalize('NFKC')),
    `\\b(?:${ENGLISH_FORMS.join('|')})\\b`,
  ].join('|'),
  'gu',
);

/** What names are compared by: no case, no legal form, no spaces or signs. Never empty for a name that is not. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  const squeeze = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return (squeeze(plain.replace(FORMS, ' ')) || squeeze(plain) || plain.trim()).slice(0, 200);
}
