/** Thai banks by the code of the Bank of Thailand, under the short name that statements and slips print. */
const BY_CODE: Readonly<Record<string, string>> = {
  ...{ '002': 'BBL', '004': 'KBANK', '006': 'KTB', '011': 'TTB', '014': 'SCB', '017': 'CITI', '020': 'SCBT' },
  ...{ '022': 'CIMBT', '024': 'UOBT', '025': 'BAY', '030': 'GSB', '033': 'GHB', '034': 'BAAC', '035': 'EXIM' },
  ...{ '066': 'ISBT', '067': 'TISCO', '069': 'KKP', '070': 'ICBCT', '071': 'TCRB', '073': 'LHBANK', '098': 'SMED' },
};

/** How people write them, in capitals without separators. */
const BY_NAME: Readonly<Record<string, string>> = {
  ...{ BANGKOKBANK: 'BBL', กรุงเทพ: 'BBL', ธนาคารกรุงเทพ: 'BBL' },
  ...{ KASIKORN: 'KBANK', KASIKORNBANK: 'KBANK', KBNK: 'KBANK', กสิกรไทย: 'KBANK', ธนาคารกสิกรไทย: 'KBANK' },
  ...{ KRUNGTHAI: 'KTB', KRUNGTHAIBANK: 'KTB', กรุงไทย: 'KTB', ธนาคารกรุงไทย: 'KTB' },
  ...{ TMBTHANACHART: 'TTB', TMB: 'TTB', ทหารไทยธนชาต: 'TTB', ทีทีบี: 'TTB' },
  ...{ SIAMCOMMERCIALBANK: 'SCB', ไทยพาณิชย์: 'SCB', ธนาคารไทยพาณิชย์: 'SCB' },
  ...{ KRUNGSRI: 'BAY', AYUDHYA: 'BAY', กรุงศรี: 'BAY', กรุงศรีอยุธยา: 'BAY', ออมสิน: 'GSB', ธกส: 'BAAC' },
};

/** Without what is typed now so, now so: capitals, no separators. Thai keeps its vowels and tone marks. */
export const bare = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z\u0E00-\u0E7F]/g, '');

/** One name for one bank, however it is written. */
export function bankName(written: string): string {
  const key = bare(written);
  return BY_CODE[key] ?? BY_NAME[key] ?? key;
}
