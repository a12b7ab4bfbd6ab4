import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import { type Call, documentFile, type FileAnswer } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import type { PaymentState } from '../domain/lives';
import { readFrozenReceipts } from '../stores/frozen';

/** Whether the money came is still to be seen. */
const UNDER_WAY: ReadonlySet<PaymentState> = new Set(['initiated', 'pending', 'unknown', 'to_check', 'submitted']);

/**
 * What a payment was receipted with: its receipt, or its receipts and tax invoices one after the other where it settled
 * several invoices. Of a payment that was undone, what stood then.
 */
export async function paymentPaper(
  call: Pick<Call<{ lang?: 'th' | 'en' }>, 'platform' | 'caller' | 'input'>,
  id: number,
): Promise<FileAnswer> {
  const { platform, caller, input } = call;
  const receipts = await readFrozenReceipts(platform, 'payment', id);
  const standing = receipts.filter(({ state }) => state === 'issued');
  const papers = standing.length > 0 ? standing : receipts;
  const [first, ...others] = papers;
  if (!first) {
    const [payment] = await platform.rows.byIds<{ state: PaymentState }>(PAYMENT, [id], { fields: ['state'] });
    throw conflict(payment && UNDER_WAY.has(payment.state) ? 'payment.receipt_not_yet' : 'payment.no_receipt');
  }
  if (others.length === 0) return documentFile(call, 'receipt', first.id);
  const language = input.lang ?? caller.language;
  const list = papers.map((receipt) => ({ kind: 'receipt', id: receipt.id, language }));
  return { file: { ...(await platform.documents.renderTogether(list, first.number)), inline: true } };
}
