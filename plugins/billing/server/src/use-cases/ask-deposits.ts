import { badInput, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import type { DepositKind } from '../domain/deposit';
import type { InvoiceDraft } from '../domain/invoice-draft';
import type { BillingRules } from '../domain/rules';
import { writeDeposits } from '../stores/deposits';
import { lockCustomers } from '../stores/parties';
import { readRules } from '../stores/settings';
import { issueInvoices } from './issue-invoices';
import { depositEvent } from './locked-deposit';

export interface DepositWish {
  /** Row id. */
  customer: number;
  kind: Exclude<DepositKind, 'untaxed_advance'>;
  /** What it is for: goods or work of an advance are named. */
  description: string;
  /** Before VAT, in minor units. */
  amount: bigint;
  /** Of an advance. */
  goods?: boolean;
  taxCategory?: string;
  dueDate?: string;
  poNumber?: string | null;
}

const draftOf = (wish: DepositWish, rules: BillingRules, words: string): InvoiceDraft => {
  const isAdvance = wish.kind === 'advance';
  const kind = isAdvance && wish.goods ? 'goods' : 'service';
  return {
    ...{ customer: wish.customer, branch: null, currency: rules.currency, pricesIncludeTax: false, source: null },
    ...(wish.dueDate ? { dueDate: wish.dueDate } : {}),
    ...(wish.poNumber ? { poNumber: wish.poNumber } : {}),
    corrects: !isAdvance,
    advance: isAdvance,
    lines: [
      {
        ...{
          sourceLine: null,
          description: words,
          kind,
          quantity: 1000n,
          unit: '',
          unitPrice: wish.amount,
          discount: 0n,
        },
        taxCategory: isAdvance ? (wish.taxCategory ?? 'standard') : rules.securityTaxCategory,
        incomeKind: isAdvance ? kind : null,
        derivation: { price: { origin: 'manual' } },
      },
    ],
  };
};

/**
 * Asks for deposits by invoices of their own. The money of an advance is a tax point: it comes with receipt and tax
 * invoice. That of a security gets a plain receipt: it is owed back.
 */
export const askDeposits = (platform: Platform, wishes: readonly DepositWish[]): Promise<Ref[]> =>
  platform.transaction(async () => {
    const customers = await lockCustomers(
      platform,
      wishes.map(({ customer }) => customer),
    );
    const rules = await readRules(platform);
    const drafts = wishes.map((wish) => {
      const language = customers.get(wish.customer)?.buyer.language;
      if (!language) throw notFound('payment.customer_unknown', { field: 'customer' });
      if (wish.amount <= 0n) throw badInput('payment.amount_not_positive', { field: 'amount' });
      return draftOf(
        wish,
        rules,
        platform.messages.say(language, `deposit.line_${wish.kind}`, { what: wish.description }),
      );
    });
    const invoices = await issueInvoices(platform, drafts);
    const refs = await writeDeposits(
      platform,
      wishes.map(({ customer, kind, description }, index) => ({
        ...{ customer, kind, description, currency: rules.currency, invoice: invoices[index]?.id ?? 0 },
      })),
    );
    await platform.events.record(
      wishes.map(({ customer, kind }, index) =>
        depositEvent({ id: 0, documentId: '', ...refs[index], customer }, 'asked', {
          kind,
          total: invoices[index]?.total,
          invoice: invoices[index]?.number,
        }),
      ),
    );
    return refs;
  });
