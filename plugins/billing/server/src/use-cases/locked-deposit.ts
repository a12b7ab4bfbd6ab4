import { conflict, moneyParam, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { DEPOSIT } from '../content-types/types';
import type { CreditPlan } from '../domain/credit-invoice';
import type { DepositFacts } from '../domain/deposit';
import type { InvoiceFacts } from '../domain/settlement';
import { applications, loadDeposits } from '../stores/deposits';
import { loadInvoices } from '../stores/invoice-facts';
import { lockCustomers } from '../stores/parties';

/** A deposit read under the lock of its customer, with the invoice that asked for it and others that are named. */
export async function lockedDeposit(platform: Platform, id: number, named: readonly number[] = []) {
  const [known] = await loadDeposits(platform, 'id', [id]);
  if (!known) throw notFound('deposit.unknown');
  await lockCustomers(platform, [known.customer]);
  const [deposit] = await loadDeposits(platform, 'id', [id]);
  if (!deposit) throw notFound('deposit.unknown');
  const invoices = await loadInvoices(platform, [deposit.invoice, ...named]);
  const own = invoices.get(deposit.invoice);
  if (!own) throw notFound('deposit.unknown');
  return { deposit, own, invoices };
}

export const depositEvent = (
  { id, documentId, customer }: Pick<DepositFacts, 'id' | 'documentId' | 'customer'>,
  name: string,
  after: Record<string, unknown>,
): NewEvent => ({ name: `deposit.${name}`, subject: { type: DEPOSIT, id, documentId }, customer, after });

/**
 * What deposits stand on is not credited: the deposit is taken off it first, so that no VAT is given back that its own tax
 * invoice holds. Nor is the invoice of a deposit credited of what is laid elsewhere.
 */
export async function refuseDeposited(platform: Platform, plans: readonly CreditPlan[]): Promise<void> {
  const ids = plans.map(({ invoice }) => invoice.id);
  const [laid] = await applications(platform, 'invoice', ids);
  if (laid) {
    const on = plans.find(({ invoice }) => invoice.id === laid.invoice)?.invoice;
    throw conflict('deposit.on_invoice', { params: { invoice: on?.number ?? '' } });
  }
  for (const deposit of await loadDeposits(platform, 'invoice', ids)) {
    const own = plans.filter(({ invoice }) => invoice.id === deposit.invoice);
    const [first] = own;
    const left = (first?.invoice.total ?? 0n) - deposit.credited - deposit.applied;
    if (first && deposit.applied > 0n && sum(own.map(({ total }) => total)) > left) refuseUsed(deposit, first.invoice);
  }
}

const refuseUsed = (deposit: DepositFacts, { number, currency }: InvoiceFacts): never => {
  throw conflict('deposit.used', { params: { invoice: number, applied: moneyParam(deposit.applied, currency) } });
};

/** The money of a deposit that is laid on final invoices does not go: it is taken off them first. */
export async function refuseDepositMoney(platform: Platform, invoices: ReadonlyMap<number, InvoiceFacts>) {
  const deposits = await loadDeposits(platform, 'invoice', [...invoices.keys()]);
  const used = deposits.find(({ applied }) => applied > 0n);
  const invoice = used && invoices.get(used.invoice);
  if (used && invoice) refuseUsed(used, invoice);
}
