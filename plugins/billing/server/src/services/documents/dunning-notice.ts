import { daysBetween, formatDate, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, DocumentModel, Platform, Print } from '@sanya/strapi-plugin-platform/kit';
import { DUNNING_NOTICE } from '../../content-types/types';
import { warningOf } from '../../domain/dunning/mail';
import type { Buyer, Seller } from '../../domain/parties';
import { loadNotices, noticeDaysOf, toldTogether } from '../../stores/dunning/notices';
import { readRules } from '../../stores/settings';
import { payloadFor } from '../payment-options';
import { buyerParty, penOf, printMarks, sellerParty } from './shared';

interface Parties {
  seller: Seller | null;
  buyer: Buyer | null;
}

/** The letter of a contact: all invoices that it asks for, what follows, and how to pay. */
export const dunningNoticeDocument = (platform: Platform): DocumentKind => ({
  kind: 'dunning-notice',
  subject: DUNNING_NOTICE,
  async load(id, language, print?: Print) {
    const [lead] = await loadNotices(platform, [id]);
    if (!lead || lead.channel !== 'letter' || !lead.leads || lead.contact === null) {
      throw notFound('dunning.no_letter');
    }
    const [parties] = await platform.rows.byIds<Parties>(DUNNING_NOTICE, [id], { fields: ['seller', 'buyer'] });
    if (!parties?.seller || !parties.buyer) throw notFound('dunning.no_letter');
    const told = await toldTogether(platform, lead.contact);
    const pen = penOf(platform, language, lead.currency);
    const { say, money } = pen;
    const rules = await readRules(platform);
    const total = sum(told.map(({ amountDue }) => amountDue));
    const fee = sum(told.map((one) => one.fee));
    const payload = payloadFor(rules, total, lead.number);
    const warning = warningOf([...new Set(told.flatMap(({ warned }) => warned))], {
      ...{ customer: '', company: '', language, today: lead.takenOn, accounts: [], say },
      noticeDays: await noticeDaysOf(platform, lead.step),
    });
    const model: DocumentModel = {
      ...{ language, currency: lead.currency, title: say(titleOf(lead)), marks: printMarks(print, pen) },
      seller: sellerParty(parties.seller, pen),
      buyer: buyerParty(parties.buyer, pen),
      facts: [{ label: say('paper.issued_on'), value: formatDate(lead.takenOn, language) }],
      lines: [],
      table: {
        columns: [
          { title: say('paper.invoice_number') },
          { title: say('paper.due_date'), width: 84 },
          { title: say('dunning.days_overdue'), width: 84, right: true },
          { title: say('paper.open'), width: 94, right: true },
        ],
        rows: told.map(({ number, dueDate: due, amountDue }) => {
          const late = Math.max(0, daysBetween(due, lead.takenOn));
          return [number, formatDate(due, language), String(late), money(amountDue)];
        }),
      },
      totals: [{ label: say('paper.total'), value: money(total), strong: true }],
      amountInWords: String(total),
      notes: [
        say(`dunning.letter_${lead.action}`),
        ...(fee > 0n
          ? [
              say(told.some(({ feeLater }) => feeLater) ? 'dunning.letter_fee_later' : 'dunning.letter_fee', {
                fee: money(fee),
              }),
            ]
          : []),
        ...(warning === '' ? [] : [warning]),
        ...rules.bankAccounts.map(({ bank, branch, number, name }) =>
          say('paper.bank_account', { bank, branch: branch ?? '', number, name }),
        ),
      ],
      ...(payload ? { qr: { payload, caption: say('paper.promptpay', { amount: money(total) }) } } : {}),
      signatures: [say('paper.issuer')],
    };
    return { name: `${lead.number}-${lead.takenOn}`, model };
  },
});

const titleOf = ({ action, day }: { action: string; day: number }): string =>
  action === 'none' ? (day > 0 ? 'dunning.title_overdue' : 'dunning.title_reminder') : `dunning.title_${action}`;
