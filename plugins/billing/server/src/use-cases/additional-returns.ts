import { badInput, conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { TAX_INVOICE } from '../content-types/types';

/** Notes that an additional return has taken up what was documented after its month was closed. */
export const markReturned = (platform: Platform, ids: readonly number[], on: string): Promise<void> =>
  platform.transaction(async () => {
    const rows = await platform.rows.byIds<{
      number: string;
      customer: number;
      issuedOn: string;
      taxPointOn: string | null;
    }>(TAX_INVOICE, ids, { fields: ['number', 'customer', 'issuedOn', 'taxPointOn'], lock: 'wait' });
    if (rows.length < new Set(ids).size) throw notFound('tax_invoice.unknown');
    const today = platform.clock.today();
    for (const { number, taxPointOn, issuedOn } of rows) {
      if (taxPointOn === null) throw conflict('tax_invoice.not_late', { params: { number } });
      if (on < issuedOn || on > today) {
        throw badInput('tax_invoice.returned_on_wrong', { field: 'on', params: { date: on, from: issuedOn, today } });
      }
    }
    await platform.rows.update(
      TAX_INVOICE,
      rows.map(({ id }) => ({ id, additionalReturnOn: on })),
    );
    await platform.events.record(
      rows.map(({ id, documentId, number, customer, taxPointOn }) => ({
        name: 'tax_invoice.returned_additionally',
        subject: { type: TAX_INVOICE, id, documentId },
        customer,
        after: { number, on, taxPointOn },
      })),
    );
  });
