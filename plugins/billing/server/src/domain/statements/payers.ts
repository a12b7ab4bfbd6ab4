import { collapseSpaces, nameKey } from '@sanya/strapi-plugin-platform/kernel';

/** Who paid, as far as the bank says it. */
export interface Payer {
  /** `KBANK4321`: bank and the digits that are not masked. */
  account: string | null;
  name: string | null;
}

/** Banks cut names off: from so many characters on the beginning is enough. */
const ENOUGH = 6;

const isThai = (text: string): boolean => /[\u0E00-\u0E7F]/.test(text);

/** Whether two names are of the same, of different people, or not to be compared (another script, or none). */
export function compareNames(a: string, b: string): 'alike' | 'unlike' | 'unclear' {
  const [one, other] = [nameKey(a), nameKey(b)];
  if (one === '' || other === '' || isThai(one) !== isThai(other)) return 'unclear';
  if (one === other) return 'alike';
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= ENOUGH && long.startsWith(short)) return 'alike';
  return short.length < ENOUGH ? 'unclear' : 'unlike';
}

const BANKS = 'KBANK|KBNK|SCB|BBL|KTB|BAY|TTB|TMB|GSB|BAAC|UOB|CIMB|KKP|LHB|LH BANK|GHB|TISCO|ICBC|TBANK|ธ\\.[ก-๛.]+';
const MASKED = new RegExp(`(?:\\b(${BANKS})\\b)?[\\s)/(-]*[xX*#][xX*#-]*(\\d{3,6})(?![\\d])`, 'i');
const WRITTEN = new RegExp(`(?:\\b(${BANKS})\\b)?[\\s)/(-]*(\\d{3}-\\d-\\d{5}-\\d)(?![\\d-])`, 'i');
const FROM = /(?:รับโอนจาก|โอนจาก|จากบัญชี|จาก|transfer from|from|paid by)\s+(.+)$/i;

/** Who paid, out of what the bank wrote: `โอนจาก SCB X1234 บจก. เชียงใหม่การค้า++`. */
export function payerIn(description: string): Payer {
  const account = WRITTEN.exec(description) ?? MASKED.exec(description);
  const number =
    account && `${(account[1] ?? '').replace(/[.\s]/g, '').toUpperCase()}${(account[2] ?? '').replaceAll('-', '')}`;
  const rest = account
    ? description.slice(account.index + account[0].length)
    : (FROM.exec(description)?.[1] ?? '').replace(new RegExp(`^(?:${BANKS})\\b`, 'i'), '');
  const name = collapseSpaces(rest.replace(/[+*/|].*$/, '').replace(/^[\s:,.-]+/, ''));
  return {
    account: number || null,
    name: nameKey(name).length >= 3 && !/\d{4}/.test(name) ? name.slice(0, 150) : null,
  };
}

/** How a payer is remembered; null where the bank says too little to know them again. */
export function payerKey({ account, name }: Payer): string | null {
  const who = nameKey(name ?? '');
  const digits = (account ?? '').replace(/[^0-9A-Z\u0E00-\u0E7F]/gi, '').toUpperCase();
  if (digits === '' && who.length < ENOUGH) return null;
  return `${digits}|${who}`.slice(0, 190);
}
