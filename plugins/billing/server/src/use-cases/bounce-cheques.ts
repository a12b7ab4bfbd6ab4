import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { CHEQUE } from '../content-types/types';
import { bounced, checkFee, returned } from '../domain/cheque';
import { updateCheques } from '../stores/cheques';
import { readRules } from '../stores/settings';
import { issueInvoices } from './issue-invoices';
import { chequeEvent, lockedCheques } from './locked-cheques';
import { markBounced } from './mark-bounced';
import { reversePayments } from './reverse-payments';

export interface BouncedWish {
  cheque: number;
  reason: string;
  /** What the customer is charged for it, on an invoice of its own. Minor units. */
  fee?: bigint;
}

/** Cheques came back without money: what they had paid is owed again, and the fee on an invoice of its own. */
export const bounceCheques = (platform: Platform, wishes: readonly BouncedWish[]): Promise<void> =>
  platform.transaction(async () => {
    wishes.forEach(({ fee }) => checkFee(fee));
    const { customers, cheques } = await lockedCheques(
      platform,
      wishes.map(({ cheque }) => cheque),
    );
    cheques.forEach(bounced);
    const all = cheques.map((cheque, index) => ({ cheque, wish: wishes[index] as BouncedWish }));
    await reversePayments(
      platform,
      all.flatMap(({ cheque: { state, payment }, wish }) =>
        state === 'cleared' && payment !== null ? [{ payment, reason: wish.reason }] : [],
      ),
    );
    await markBounced(
      platform,
      all.flatMap(({ cheque, wish }) => (cheque.state === 'cleared' ? [] : [{ cheque, reason: wish.reason }])),
    );
    const charged = all.filter(({ wish }) => wish.fee !== undefined);
    const { feeTaxCategory } = await readRules(platform);
    const invoices = await issueInvoices(
      platform,
      charged.map(({ cheque, wish }) => ({
        ...{ customer: cheque.customer, branch: null, currency: cheque.currency, pricesIncludeTax: true },
        corrects: true,
        source: { type: CHEQUE, id: cheque.id, documentId: cheque.documentId, number: cheque.number },
        lines: [
          {
            sourceLine: null,
            description: platform.messages.say(
              customers.get(cheque.customer)?.buyer.language ?? 'th',
              'cheque.fee_line',
              { cheque: cheque.number, bank: cheque.bank },
            ),
            ...{ kind: 'service' as const, quantity: 1000n, unit: '', unitPrice: wish.fee ?? 0n, discount: 0n },
            ...{ taxCategory: feeTaxCategory, incomeKind: null, derivation: { price: { origin: 'manual' as const } } },
          },
        ],
      })),
    );
    await updateCheques(
      platform,
      charged.map(({ cheque }, index) => ({ id: cheque.id, feeInvoice: invoices[index]?.id })),
    );
  });

/** Cheques are given back to who wrote them: what they were meant to pay is spoken for no longer. */
export const returnCheques = (
  platform: Platform,
  wishes: readonly { cheque: number; reason: string }[],
): Promise<void> =>
  platform.transaction(async () => {
    const { cheques } = await lockedCheques(
      platform,
      wishes.map(({ cheque }) => cheque),
    );
    const today = platform.clock.today();
    await updateCheques(
      platform,
      cheques.map((cheque, index) => ({
        ...{ id: cheque.id, state: returned(cheque), returnedOn: today, returnReason: wishes[index]?.reason },
      })),
    );
    await platform.events.record(
      cheques.map((cheque, index) => chequeEvent(cheque, 'returned', { reason: wishes[index]?.reason })),
    );
  });
