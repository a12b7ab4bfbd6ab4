import { badInput, conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { lockCustomers } from '../stores/parties';
import { loadNotes, loadRefunds, type RefundRow, slipVerifiers } from '../stores/refunds';

/** Refunds in the order asked, read under the lock of their customers. */
export async function lockedRefunds(platform: Platform, ids: readonly number[]): Promise<RefundRow[]> {
  const owners = (await loadRefunds(platform, ids)).map((refund) => refund.customer);
  await lockCustomers(platform, owners);
  const found = new Map((await loadRefunds(platform, ids)).map((refund) => [refund.id, refund]));
  return ids.map((id, index) => {
    const refund = found.get(id);
    if (!refund) throw notFound('refund.unknown');
    if (ids.indexOf(id) < index) throw badInput('refund.twice', { params: { refund: refund.number } });
    return refund;
  });
}

/** Two pairs of eyes: who said that the money came does not send it back. */
export async function refuseVerifiers(platform: Platform, refunds: readonly RefundRow[]): Promise<void> {
  const notes = await loadNotes(
    platform,
    refunds.flatMap((refund) => refund.creditNote ?? []),
  );
  const verifiers = await slipVerifiers(
    platform,
    refunds.map(({ payment, creditNote }) => ({
      payment,
      invoice: notes.find((note) => note.id === creditNote)?.invoice ?? null,
    })),
  );
  const me = platform.caller().key;
  if (verifiers.some((keys) => keys.has(me))) throw conflict('refund.own_verification');
}
