import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';
import { heldOf, standingOf } from '../domain/deposit';
import { applications, loadDeposits } from '../stores/deposits';

/** How deposits stand, with the invoices that they are laid on. */
export async function depositViews(platform: Platform, by: 'id' | 'customer', ids: readonly number[]) {
  const deposits = await loadDeposits(platform, by, ids);
  const laid = await applications(
    platform,
    'deposit',
    deposits.map(({ id }) => id),
  );
  const numbers = new Map(
    (
      await platform.rows.byIds<{ number: string }>(
        INVOICE,
        [...laid.map(({ invoice }) => invoice), ...deposits.map(({ invoice }) => invoice)],
        { fields: ['number'] },
      )
    ).map(({ id, documentId, number }) => [id, { documentId, number }]),
  );
  return deposits.map((deposit) => {
    const { documentId, kind, state, currency, paid, applied } = deposit;
    return {
      ...{ documentId, kind, state, currency, paid, applied },
      standing: standingOf(deposit),
      held: heldOf(deposit),
      invoice: numbers.get(deposit.invoice) ?? null,
      on: laid
        .filter((one) => one.deposit === deposit.id)
        .flatMap(({ invoice, amount }) => {
          const named = numbers.get(invoice);
          return named ? [{ ...named, amount }] : [];
        }),
    };
  });
}
