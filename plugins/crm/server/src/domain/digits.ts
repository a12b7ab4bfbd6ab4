const THAI_ZERO = '๐'.charCodeAt(0);

/** Thai digits as the digits that ids and phone numbers are made of. */
export const plainDigits = (text: string): string =>
  text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
