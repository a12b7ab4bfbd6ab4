import { badInput, broken, conflict, move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_NOTE } from '../content-types/types';
import { billingNoteLife } from '../domain/billing-note';
import { billingNoteMail } from '../domain/billing-note-mail';
import { type BillingNoteRow, endBillingNotes, linesOfNotes, loadBillingNotes } from '../stores/billing-notes';
import { lockCustomers } from '../stores/parties';

/** Notes in the order asked, read under the lock of their customers. */
async function lockedNotes(platform: Platform, ids: readonly number[]) {
  const owners = (await loadBillingNotes(platform, ids)).map((note) => note.customer);
  const customers = await lockCustomers(platform, owners);
  const found = new Map((await loadBillingNotes(platform, ids)).map((note) => [note.id, note]));
  const notes = ids.map((id, index): BillingNoteRow => {
    const note = found.get(id);
    if (!note) throw notFound('billing_note.unknown');
    if (ids.indexOf(id) < index) throw badInput('billing_note.named_twice', { params: { note: note.number } });
    return note;
  });
  return { customers, notes };
}

/** Takes notes back: their invoices can be billed by others. The numbers stay. */
export const cancelBillingNotes = (
  platform: Platform,
  wishes: readonly { note: number; reason: string }[],
): Promise<BillingNoteRow[]> =>
  platform.transaction(async () => {
    const { notes } = await lockedNotes(
      platform,
      wishes.map(({ note }) => note),
    );
    const ended = notes.map((note, index) => ({
      ...note,
      state: move(billingNoteLife, note.state, 'cancel'),
      cancelReason: wishes[index]?.reason ?? '',
    }));
    await endBillingNotes(
      platform,
      ended.map(({ id, state, cancelReason }) => ({ id, state, reason: cancelReason })),
    );
    await platform.events.record(
      ended.map(({ id, documentId, customer, number, cancelReason }) => ({
        name: 'billing_note.cancelled',
        subject: { type: BILLING_NOTE, id, documentId },
        customer,
        before: { state: 'issued' },
        after: { number, state: 'cancelled', reason: cancelReason },
      })),
    );
    return ended;
  });

/** Sends issued notes by mail again, to the address that the customer has now. */
export const sendBillingNotes = (platform: Platform, ids: readonly number[]): Promise<{ to: string }[]> =>
  platform.transaction(async () => {
    const { customers, notes } = await lockedNotes(platform, ids);
    const lines = await linesOfNotes(platform, ids);
    const at = platform.clock.now();
    const sent = notes.map((note) => {
      const buyer = customers.get(note.customer)?.buyer;
      if (note.state !== 'issued') throw conflict('billing_note.not_to_send', { params: { note: note.number } });
      if (!buyer?.email) throw broken('invoice.no_address', { params: { customer: note.buyer.name } });
      return { note, buyer, to: buyer.email };
    });
    await platform.mail.queue(
      sent.map(({ note, buyer, to }) =>
        billingNoteMail(
          { ...note, lines: lines.filter((line) => line.billingNote === note.id) },
          { ...buyer, email: to },
          `billing-note:${note.documentId}:${at}`,
        ),
      ),
    );
    await platform.events.record(
      sent.map(({ note: { id, documentId, customer, number }, to }) => ({
        name: 'billing_note.sent',
        subject: { type: BILLING_NOTE, id, documentId },
        customer,
        after: { number, to },
      })),
    );
    return sent.map(({ to }) => ({ to }));
  });
