import { formatDate, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, Platform } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, REFUND } from '../../content-types/types';
import { numberOf } from '../../stores/frozen';
import { cardText } from '../../domain/payment-method';
import { loadCharges } from '../../stores/charges';
import { paymentMethodsByIds } from '../../stores/payment-methods';
import { loadRefunds, type RefundRow } from '../../stores/refunds';
import { buyerParty, type Pen, penOf, sellerParty } from './shared';

/** The card that it went back to; null: none did yet. */
async function toCard(platform: Platform, { cardPayment }: RefundRow, say: Pen['say']): Promise<string | null> {
  if (cardPayment === null) return null;
  const [charged] = await loadCharges(platform, [cardPayment]);
  const [card] = await paymentMethodsByIds(platform, charged?.paymentMethod ? [charged.paymentMethod] : []);
  return card ? say('paper.refund_to_card', { card: cardText(card) }) : say('paper.refund_to_paid_card');
}

/** Refund advice: what went back, why, and where to. */
export const refundDocument = (platform: Platform): DocumentKind => ({
  kind: 'refund',
  subject: REFUND,
  async load(id, language) {
    const [refund] = await loadRefunds(platform, [id]);
    if (!refund) throw notFound('refund.unknown');
    const pen = penOf(platform, language, refund.currency);
    const { say, money } = pen;
    const { account, sentOn, reference, creditNote } = refund;
    const note = creditNote === null ? null : await numberOf(platform, CREDIT_NOTE, creditNote);
    const whereTo = account ? say('paper.refund_to', { ...account }) : await toCard(platform, refund, say);
    const facts: [string, string | null | undefined][] = [
      [say('paper.number'), refund.number],
      [say('paper.refund_sent_on'), sentOn && formatDate(sentOn, language)],
      [say('paper.refund_reference'), reference],
      [say('paper.credit_note'), note],
    ];
    return {
      name: refund.number,
      model: {
        language,
        currency: refund.currency,
        title: say('paper.refund'),
        marks: [],
        ...(refund.state === 'cancelled' ? { watermark: say('paper.cancelled') } : {}),
        seller: sellerParty(refund.seller, pen),
        buyer: buyerParty(refund.buyer, pen),
        facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
        lines: [{ description: refund.reason, quantity: '–', unitPrice: '–', amount: money(refund.amount) }],
        totals: [{ label: say('paper.refund_total'), value: money(refund.amount), strong: true }],
        amountInWords: String(refund.amount),
        notes: whereTo === null ? [] : [whereTo],
        signatures: [say('paper.issuer'), say('paper.receiver')],
      },
    };
  },
});
