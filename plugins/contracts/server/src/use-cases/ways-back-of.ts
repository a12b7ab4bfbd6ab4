import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore } from '../stores/contracts';
import { periodsStore } from '../stores/periods';
import { type InvoiceWayBack, invoicing } from './invoicing';

/**
 * How invoices of a run are taken back as they and their contracts stand. What a contract that is over was billed would
 * never be billed again: whether it is owed is for a person to say.
 */
export async function waysBackOf({ platform, strapi }: Tools, ids: readonly number[]): Promise<InvoiceWayBack[]> {
  const ways = await invoicing(strapi).waysBack(ids);
  const periods = await periodsStore(platform.rows).ofInvoices(ids);
  const contracts = new Map(
    (await contractsStore(platform.rows).byIds([...new Set(periods.map(({ contract }) => contract))])).map((one) => [
      one.id,
      one,
    ]),
  );
  const over = new Map(
    periods.flatMap(({ invoice, contract }) => {
      const found = contracts.get(contract);
      return found && found.state !== 'active' ? [[invoice, found.number ?? ''] as const] : [];
    }),
  );
  return ways.map((one) => {
    const contract = over.get(one.id);
    if (one.refusal || contract === undefined) return one;
    return { ...one, way: undefined, refusal: conflict('billing_undo.contract_over', { params: { contract } }) };
  });
}
