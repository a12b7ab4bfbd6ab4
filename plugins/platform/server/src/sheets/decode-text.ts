import type { SheetEncoding } from '../../../kit/src/sheets';

type Encoding = Exclude<SheetEncoding, 'xlsx'>;

export interface DecodedText {
  text: string;
  encoding: Encoding;
}

const THAI = /[\u0E01-\u0E5B]/;

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The text of a file that somebody's spreadsheet or bank made: UTF-8 where it is that, UTF-16 where its mark says so, else TIS-620, which is
 * windows-874 without its extras. Undefined where it is none of them: a picture, an old workbook.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    const text = strictly(bytes, 'utf-16le');
    return text === undefined ? undefined : { text, encoding: 'utf-16le' };
  }
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const thai = strictly(bytes, 'windows-874');
  return thai !== undefined && THAI.test(thai) ? { text: thai, encoding: 'windows-874' } : undefined;
}
