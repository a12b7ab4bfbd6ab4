import { createHmac, timingSafeEqual } from 'node:crypto';
import { addDuration, compareInstants, isInstant } from '../../../kernel/src';

const sign = (secret: string, documentId: string, expires: string): string =>
  createHmac('sha256', secret).update(`${documentId}\n${expires}`).digest('base64url');

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** Query of a link that opens one file until `expires`, for who has it. */
export function signedQuery(secret: string, documentId: string, now: string, duration: string): string {
  const expires = addDuration(now, duration, 'UTC');
  return new URLSearchParams({ expires, signature: sign(secret, documentId, expires) }).toString();
}

/** `wrong` for a signature that is not ours or not of this file: only a true one is told that it is too late. */
export function judgeLink(
  secret: string,
  documentId: string,
  link: { expires?: string; signature?: string },
  now: string,
): 'good' | 'expired' | 'wrong' {
  const { expires = '', signature = '' } = link;
  if (!same(signature, sign(secret, documentId, expires)) || !isInstant(expires)) return 'wrong';
  return compareInstants(now, expires) > 0 ? 'expired' : 'good';
}
