import { conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { DUNNING_NOTICE, INVOICE } from '../../content-types/types';
import { endInvoice } from '../ask-to-end-invoices';

/** Waives a late fee that nothing was paid on: its invoice is voided. Beyond the caller's limit it is asked for. */
export const waiveFee = (platform: Platform, id: number, reason: string): Promise<Ref | undefined> =>
  platform.transaction(async () => {
    const [invoice] = await platform.rows.byIds<{ number: string; sourceType: string | null }>(INVOICE, [id], {
      fields: ['number', 'sourceType'],
    });
    if (!invoice) throw notFound('invoice.unknown');
    if (invoice.sourceType !== DUNNING_NOTICE)
      throw conflict('dunning.not_a_fee', { params: { number: invoice.number } });
    return endInvoice(platform, 'fee-waiver', id, reason);
  });
