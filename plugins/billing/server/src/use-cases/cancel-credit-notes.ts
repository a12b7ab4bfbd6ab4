import { move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, INVOICE } from '../content-types/types';
import { withoutCredit } from '../domain/cancel-credit';
import { creditNoteLife } from '../domain/lives';
import type { InvoiceFacts } from '../domain/settlement';
import { refuseEnding } from '../domain/tax-month';
import { undoAllocations } from '../stores/allocations';
import { cancelCreditFacts, type CancelledNote, creditNotesById } from '../stores/cancelled-credits';
import { loadInvoices, writeBalances } from '../stores/invoice-facts';
import { lockCustomers } from '../stores/parties';
import { closedMonths } from '../stores/tax-months';

export interface CancelledCredit extends CancelledNote {
  /** As it stands afterwards. */
  after: InvoiceFacts;
}

/**
 * Cancels credit notes that should not have been: what they took off their invoices is owed again, and can be credited
 * again. Their numbers stay, in the series and with zero in the output VAT report.
 */
export const cancelCreditNotes = (
  platform: Platform,
  asked: readonly number[],
  reason: string,
): Promise<CancelledCredit[]> =>
  platform.transaction(async () => {
    const ids = [...new Set(asked)];
    const owners = (await creditNotesById(platform, ids)).map(({ customer }) => customer);
    await lockCustomers(platform, owners);
    const notes = await creditNotesById(platform, ids);
    if (notes.length < ids.length) throw notFound('credit_note.unknown');
    const closed = await closedMonths(
      platform,
      notes.map(({ issuedOn }) => issuedOn),
    );
    const done: CancelledCredit[] = [];
    // One after the other: each finds its invoice as the one before has left it.
    for (const note of notes) {
      const before = (await loadInvoices(platform, [note.invoice])).get(note.invoice);
      if (!before) throw notFound('invoice.unknown');
      const { allocations, whole, ...facts } = await cancelCreditFacts(platform, note, before);
      const after = withoutCredit(facts);
      refuseEnding(closed, [{ number: note.number, on: note.issuedOn }]);
      await undoAllocations(platform, allocations);
      await platform.rows.update(CREDIT_NOTE, [
        {
          ...{ id: note.id, state: move(creditNoteLife, facts.note.state, 'cancel') },
          ...{ cancelledAt: platform.clock.now(), cancelReason: reason },
        },
      ]);
      await writeBalances(platform, [after]);
      await platform.mail.withdraw(CREDIT_NOTE, [note.documentId]);
      await platform.events.record([noteCancelled(note, { reason, whole }), ...owedAgain(before, after)]);
      done.push({ ...note, after });
    }
    return done;
  });

const noteCancelled = (
  { id, documentId, customer, number, invoice, total }: CancelledNote,
  told: { reason: string; whole: boolean },
): NewEvent => ({
  name: 'credit_note.cancelled',
  subject: { type: CREDIT_NOTE, id, documentId },
  customer,
  before: { state: 'issued' },
  /** `whole`: nothing of the invoice had been charged any more. */
  after: { number, invoice, total, ...told },
});

const owedAgain = (before: InvoiceFacts, after: InvoiceFacts): NewEvent[] =>
  before.amountDue === after.amountDue
    ? []
    : [
        {
          name: before.state === 'paid' ? 'invoice.reopened' : 'invoice.owed_more',
          subject: { type: INVOICE, id: after.id, documentId: after.documentId },
          customer: after.customer,
          before: { state: before.state, amountDue: before.amountDue },
          after: { number: after.number, state: after.state, amountDue: after.amountDue },
        },
      ];
