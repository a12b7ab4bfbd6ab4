import { badInput, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { CHEQUE } from '../content-types/types';
import type { ChequeState } from '../domain/cheque';
import { type ChequeRow, loadCheques } from '../stores/cheques';
import { lockCustomers } from '../stores/parties';

/** Cheques in the order asked, read under the lock of their customers. */
export async function lockedCheques(platform: Platform, ids: readonly number[]) {
  const owners = (await loadCheques(platform, ids)).map((cheque) => cheque.customer);
  const customers = await lockCustomers(platform, owners);
  const found = new Map((await loadCheques(platform, ids)).map((cheque) => [cheque.id, cheque]));
  const cheques = ids.map((id, index): ChequeRow => {
    const cheque = found.get(id);
    if (!cheque) throw notFound('cheque.unknown');
    if (ids.indexOf(id) < index) throw badInput('cheque.twice', { params: { cheque: cheque.number } });
    return cheque;
  });
  return { customers, cheques };
}

type Told = Pick<ChequeRow, 'id' | 'documentId' | 'customer' | 'number' | 'bank' | 'amount'>;

/** `cheque.cleared` and its like. */
export const chequeEvent = (
  { id, documentId, customer, number, bank, amount, state: before }: Told & { state?: ChequeState },
  state: ChequeState,
  more: Record<string, unknown>,
): NewEvent => ({
  name: `cheque.${state}`,
  subject: { type: CHEQUE, id, documentId },
  customer,
  ...(before ? { before: { state: before } } : {}),
  after: { number, bank, amount, state, ...more },
});
