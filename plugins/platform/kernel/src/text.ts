/**
 * Whether the text holds a control character (U+0000 to U+001F, U+007F) other than tab and line ends: PostgreSQL
 * refuses U+0000, and none of them belongs in what people write.
 */
export function hasControlCharacters(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x7f || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d)) return true;
  }
  return false;
}

/** Every run of white space (line ends too) as one space, none at the ends. */
export const collapseSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim();

const LOCAL_PART = /^[^\s@<>()[\]\\,;:"]+$/;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/**
 * Whether mail could be sent there: `local@host.domain`, without quotes, comments or spaces, at most 254 characters
 * (RFC 5321). Names in other scripts are allowed. Only a mail that arrives proves more.
 */
export function isEmail(text: string): boolean {
  if (text.length > 254 || hasControlCharacters(text)) return false;
  const [local = '', domain, ...more] = text.split('@');
  if (domain === undefined || more.length > 0) return false;
  if (local.length > 64 || !LOCAL_PART.test(local) || local.split('.').includes('')) return false;
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => label.length <= 63 && LABEL.test(label));
}

/** The address as it is stored and compared: trimmed, in lower case. */
export const lowerEmail = (text: string): string => text.trim().toLowerCase();
