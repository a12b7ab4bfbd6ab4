/** Methods whose money moves through a bank and carries a reference of it. */
const BANKED = new Set(['bank_transfer', 'promptpay']);

const bare = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z\u0E00-\u0E7F]/g, '');

/**
 * What makes a bank transaction the same one however it is typed: bank and reference in capitals without separators.
 * Null where there is no reference, or none that a bank gave.
 */
export function referenceKey(
  method: string,
  bank: string | null | undefined,
  reference: string | null | undefined,
): string | null {
  const key = bare(reference ?? '');
  return BANKED.has(method) && key !== '' ? `${bare(bank ?? '')}|${key}` : null;
}

/** Pictures that phones and banks make. */
const IMAGES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/gif']);

export const isSlipImage = (mime: string): boolean => IMAGES.has(mime.toLowerCase());
