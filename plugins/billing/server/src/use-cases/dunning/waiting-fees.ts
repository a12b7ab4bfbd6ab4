import { conflict, moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { DUNNING_NOTICE, INVOICE } from '../../content-types/types';
import { chargeWaiting, type WaitingFee, waitingFee, waiveWaiting } from '../../stores/dunning/waiting-fees';
import { lockCustomers } from '../../stores/parties';
import { readRules } from '../../stores/settings';
import { issueInvoices } from '../issue-invoices';

/** The fee under the lock of its customer: whoever charges or waives it second finds it gone. */
async function locked(platform: Platform, notice: number): Promise<{ fee: WaitingFee; customer: string }> {
  const seen = await waitingFee(platform, notice);
  const customers = await lockCustomers(platform, seen ? [seen.customer] : []);
  const fee = await waitingFee(platform, notice);
  if (!fee) throw conflict('dunning.fee_charged');
  return { fee, customer: customers.get(fee.customer)?.buyer.name ?? '' };
}

/** Drops a fee that waits for the next invoice. */
export const dropWaitingFee = (platform: Platform, notice: number, reason: string): Promise<void> =>
  platform.transaction(async () => {
    const { fee } = await locked(platform, notice);
    await waiveWaiting(platform, notice, reason);
    await platform.events.record([
      {
        name: 'dunning.fee_waived',
        subject: { type: DUNNING_NOTICE, id: fee.id, documentId: fee.documentId },
        customer: fee.customer,
        after: { number: fee.number, fee: fee.fee, currency: fee.currency, reason },
      },
    ]);
  });

/** Waives it, or, beyond the limit of whoever wants it, asks. */
export const waiveWaitingFee = (platform: Platform, notice: number, reason: string): Promise<Ref | undefined> =>
  platform.transaction(async () => {
    const { fee, customer } = await locked(platform, notice);
    if (await platform.approvals.mayAlone('fee-waiver', fee.fee)) {
      await dropWaitingFee(platform, notice, reason);
      return undefined;
    }
    const [asked] = await platform.approvals.ask([
      {
        kind: 'fee-waiver',
        subject: { type: DUNNING_NOTICE, id: fee.id, documentId: fee.documentId, name: fee.number },
        customer: { id: fee.customer, name: customer },
        words: [
          {
            code: 'approval.fee-waiver.asked',
            params: { invoice: fee.number, customer, due: moneyParam(fee.fee, fee.currency) },
          },
        ],
        ...{ amount: fee.fee, currency: fee.currency, reason, payload: { reason } },
      },
    ]);
    return asked;
  });

/** Charges it now, on an invoice of its own: the next one may be far. Row id of the invoice. */
export const chargeWaitingFee = (platform: Platform, notice: number): Promise<number> =>
  platform.transaction(async () => {
    const { fee } = await locked(platform, notice);
    const { feeTaxCategory } = await readRules(platform);
    const [late] = await platform.rows.byIds<{ branch: number | null }>(INVOICE, [fee.invoice], { fields: ['branch'] });
    const customers = await lockCustomers(platform, [fee.customer]);
    const language = customers.get(fee.customer)?.buyer.language ?? 'th';
    const [issued] = await issueInvoices(platform, [
      {
        ...{ customer: fee.customer, branch: late?.branch ?? null, currency: fee.currency },
        ...{ pricesIncludeTax: true, corrects: true },
        source: { type: DUNNING_NOTICE, id: fee.id, documentId: fee.documentId, number: fee.number },
        lines: [
          {
            sourceLine: null,
            description: platform.messages.say(language, 'dunning.fee_line', { number: fee.number }),
            details: platform.messages.say(language, 'dunning.fee_days', { days: fee.day }),
            ...{ kind: 'service', quantity: 1000n, unit: '', unitPrice: fee.fee, discount: 0n },
            ...{ taxCategory: feeTaxCategory, incomeKind: null, derivation: { price: { origin: 'manual' } } },
          },
        ],
      },
    ]);
    const invoice = issued?.id ?? 0;
    await chargeWaiting(platform, [{ id: fee.id, feeInvoice: invoice }]);
    return invoice;
  });
