import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { withheldTotal } from '../domain/withholding';
import { proposalFor } from '../domain/settlement';
import { loadInvoices } from '../stores/invoice-facts';
import { lockCustomers } from '../stores/parties';
import { readRules } from '../stores/settings';
import { recordPayments } from './record-payments';

/** Each invoice is paid by one transfer of today, less what its customer has to withhold. Row ids. */
export const payInFull = (platform: Platform, ids: readonly number[]): Promise<unknown> =>
  platform.transaction(async () => {
    const loaded = await loadInvoices(platform, ids);
    const found = ids.flatMap((id) => loaded.get(id) ?? []);
    const customers = await lockCustomers(
      platform,
      found.map(({ customer }) => customer),
    );
    const rules = await readRules(platform);
    return recordPayments(
      platform,
      found.map((invoice) => {
        const payer = customers.get(invoice.customer)?.buyer.kind ?? 'person';
        const amount = invoice.amountDue;
        const withheld = withheldTotal(proposalFor(invoice, amount, payer, rules));
        return {
          ...{ customer: invoice.customer, method: 'bank_transfer', currency: invoice.currency },
          ...{ amount: amount - withheld, receivedOn: platform.clock.today() },
          allocations: [{ invoice: invoice.id, cash: amount - withheld, withheld }],
        };
      }),
    );
  });
