/** Legal forms and titles that people write or leave out: they tell no two customers apart. */
const FORMS =
  /บริษัท|ห้างหุ้นส่วนจำกัด|ห้างหุ้นส่วนสามัญ|ห้างหุ้นส่วน|หจก|บจก|บมจ|จำกัด|มหาชน|นางสาว|น\.ส|\b(?:company|co|limited|ltd|public|plc|partnership|mr|mrs|ms|miss)\b/gu;

/** What names are compared by: no case, no legal form, no spaces or signs. Never empty for a name that is not. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  const squeeze = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return (squeeze(plain.replace(FORMS, ' ')) || squeeze(plain) || plain).slice(0, 200);
}
