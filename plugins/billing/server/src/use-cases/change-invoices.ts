import { move } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { DEBIT_NOTE, INVOICE } from '../content-types/types';
import { discarded, givenUp, reopened, voided } from '../domain/invoice-changes';
import { debitNoteLife } from '../domain/lives';
import type { InvoiceFacts } from '../domain/settlement';
import { refuseEnding } from '../domain/tax-month';
import { reportedByInvoice } from '../domain/tax-rates';
import { debitNotesOf } from '../stores/debit-notes';
import { writeBalances } from '../stores/invoice-facts';
import { standingTaxInvoices } from '../stores/payment-documents';
import { endTaxInvoices } from '../stores/tax-invoices';
import { readRules } from '../stores/settings';
import { closedMonths } from '../stores/tax-months';
import { invoicesUnderLock } from './invoices-under-lock';

interface Change {
  event: string;
  decide: (invoice: InvoiceFacts) => InvoiceFacts;
}

const change = (platform: Platform, ids: readonly number[], reason: string | null, { event, decide }: Change) =>
  platform.transaction(async () => {
    const { invoices } = await invoicesUnderLock(platform, ids);
    const after = invoices.map(decide);
    await writeBalances(platform, after);
    await platform.events.record(
      after.map((invoice, index) => ({
        name: event,
        subject: { type: INVOICE, id: invoice.id, documentId: invoice.documentId },
        customer: invoice.customer,
        before: { state: invoices[index]?.state, amountDue: invoices[index]?.amountDue },
        after: { number: invoice.number, state: invoice.state, amountDue: invoice.amountDue, reason },
      })),
    );
    return after;
  });

/** Voids open invoices that nothing was paid on and no tax document names. The numbers stay. */
export const voidInvoices = (platform: Platform, ids: readonly number[], reason: string): Promise<InvoiceFacts[]> =>
  platform.transaction(async () => {
    const after = await change(platform, ids, reason, { event: 'invoice.voided', decide: voided });
    await refuseReported(platform, after);
    const at = platform.clock.now();
    await platform.rows.update(
      INVOICE,
      after.map(({ id }) => ({ id, voidReason: reason, voidedAt: at })),
    );
    await cancelTakenOver(
      platform,
      after.map(({ id }) => id),
      reason,
    );
    await cancelDebitNotes(
      platform,
      after.map(({ id }) => id),
    );
    return after;
  });

/** Exempt sales are reported by their invoice, of the month it was issued in. */
async function refuseReported(platform: Platform, invoices: readonly InvoiceFacts[]): Promise<void> {
  const isReported = reportedByInvoice((await readRules(platform)).categories);
  const exempt = invoices.filter(isReported);
  const documents = exempt.map(({ number, issuedOn }) => ({ number, on: issuedOn }));
  const closed = await closedMonths(
    platform,
    documents.map(({ on }) => on),
  );
  refuseEnding(closed, documents);
}

/** Tax invoices that were taken over with an invoice go with it: in their own books they stay. */
async function cancelTakenOver(platform: Platform, invoices: readonly number[], reason: string): Promise<void> {
  const standing = await standingTaxInvoices(platform, 'invoice', invoices);
  await endTaxInvoices(
    platform,
    standing.map(({ id }) => ({ id, state: 'cancelled', reason })),
  );
}

/** A debit note of which the difference is owed no longer has nothing to say any more. Its number stays. */
async function cancelDebitNotes(platform: Platform, payables: readonly number[]): Promise<void> {
  const notes = await debitNotesOf(platform, payables);
  const closed = await closedMonths(
    platform,
    notes.map(({ issuedOn }) => issuedOn),
  );
  refuseEnding(
    closed,
    notes.map(({ number, issuedOn }) => ({ number, on: issuedOn })),
  );
  await platform.rows.update(
    DEBIT_NOTE,
    notes.map(({ id, state }) => ({
      id,
      state: move(debitNoteLife, state, 'cancel'),
      cancelledAt: platform.clock.now(),
    })),
  );
  await platform.events.record(
    notes.map(({ id, documentId, customer, number }) => ({
      name: 'debit_note.cancelled',
      subject: { type: DEBIT_NOTE, id, documentId },
      customer,
      after: { number },
    })),
  );
}

/** Gives open invoices up as uncollectible. */
export const writeOffInvoices = (platform: Platform, ids: readonly number[], reason: string): Promise<InvoiceFacts[]> =>
  change(platform, ids, reason, { event: 'invoice.written_off', decide: givenUp });

/** Discards drafts. They never had a number, so nothing is missing in the series. */
export const discardDrafts = (
  platform: Platform,
  ids: readonly number[],
  reason: string | null,
): Promise<InvoiceFacts[]> => change(platform, ids, reason, { event: 'invoice.discarded', decide: discarded });

/** Asks again for invoices that were given up. */
export const reopenInvoices = (platform: Platform, ids: readonly number[], reason: string): Promise<InvoiceFacts[]> =>
  change(platform, ids, reason, { event: 'invoice.reopened', decide: reopened });
