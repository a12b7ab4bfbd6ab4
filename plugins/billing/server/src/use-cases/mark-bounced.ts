import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { bounced } from '../domain/cheque';
import { type ChequeRow, chequesBy, updateCheques } from '../stores/cheques';
import { chequeEvent } from './locked-cheques';

/** Marks cheques as bounced today. */
export async function markBounced(
  platform: Platform,
  list: readonly { cheque: ChequeRow; reason: string }[],
): Promise<void> {
  const today = platform.clock.today();
  await updateCheques(
    platform,
    list.map(({ cheque, reason }) => ({
      ...{ id: cheque.id, state: bounced(cheque), bouncedOn: today, bounceReason: reason },
    })),
  );
  await platform.events.record(list.map(({ cheque, reason }) => chequeEvent(cheque, 'bounced', { reason })));
}

/** A payment that is reversed was no money: the cheque that it came by has bounced. */
export async function bounceChequesOf(
  platform: Platform,
  payments: readonly { id: number; reason: string }[],
): Promise<void> {
  const cheques = await chequesBy(
    platform,
    'payment',
    payments.map(({ id }) => id),
  );
  const good = cheques.filter(({ state }) => state === 'cleared');
  await markBounced(
    platform,
    good.map((cheque) => ({ cheque, reason: payments.find(({ id }) => id === cheque.payment)?.reason ?? '' })),
  );
}
