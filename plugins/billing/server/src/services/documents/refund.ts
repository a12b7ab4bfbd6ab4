import { formatDate, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, Platform } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, REFUND } from '../../content-types/types';
import { numberOf } from '../../stores/frozen';
import { loadRefunds } from '../../stores/refunds';
import { buyerParty, penOf, sellerParty } from './shared';

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
        notes: account ? [say('paper.refund_to', { ...account })] : [],
        signatures: [say('paper.issuer'), say('paper.receiver')],
      },
    };
  },
});
