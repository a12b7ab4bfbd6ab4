import { moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { DUNNING_NOTICE } from '../../content-types/types';
import { percent } from '../../domain/derivation';
import type { InvoiceDraft } from '../../domain/invoice-draft';
import type { CustomerFacts } from '../../domain/issue-invoice';
import { readRules } from '../../stores/settings';
import { issueInvoices } from '../issue-invoices';
import type { TakenStep } from './take-steps';

/**
 * Late fees of steps, each on an invoice of its own that names the invoice it is for: what was issued is not changed. It
 * comes with the notice, and has no mail of its own. Where the policy says so they wait for the next invoice. Row ids of
 * the invoices, by those of their notices.
 */
export async function chargeFees(
  platform: Platform,
  taken: readonly TakenStep[],
  customers: ReadonlyMap<number, CustomerFacts>,
): Promise<Map<number, number>> {
  const charged = taken.filter(
    ({ plan, planned }) => planned.due.fees.length > 0 && plan.policy.feeOn === 'own_invoice',
  );
  if (charged.length === 0) return new Map();
  const { feeTaxCategory } = await readRules(platform);
  const issued = await issueInvoices(
    platform,
    charged.map((step) => draftOf(platform, step, step.notice, { customers, feeTaxCategory })),
  );
  return new Map(charged.map(({ notice }, index) => [notice.id, issued[index]?.id ?? 0]));
}

function draftOf(
  platform: Platform,
  { planned: { invoice: facts, due } }: TakenStep,
  notice: Ref,
  { customers, feeTaxCategory }: { customers: ReadonlyMap<number, CustomerFacts>; feeTaxCategory: string },
): InvoiceDraft {
  const { invoice } = facts;
  const language = customers.get(invoice.customer)?.buyer.language ?? 'th';
  return {
    ...{ customer: invoice.customer, branch: invoice.branch, currency: invoice.currency, pricesIncludeTax: true },
    ...{ corrects: true, send: false },
    source: { type: DUNNING_NOTICE, id: notice.id, documentId: notice.documentId, number: invoice.number },
    lines: due.fees.map(({ step, amount }) => ({
      sourceLine: null,
      description: platform.messages.say(language, 'dunning.fee_line', { number: invoice.number }),
      details: platform.messages.say(language, step.feePpm > 0 ? 'dunning.fee_details' : 'dunning.fee_days', {
        ...{ days: step.day, rate: percent(step.feePpm) },
        ...{
          fixed: moneyParam(step.feeAmount, invoice.currency),
          due: moneyParam(invoice.amountDue, invoice.currency),
        },
      }),
      ...{ kind: 'service' as const, quantity: 1000n, unit: '', unitPrice: amount, discount: 0n },
      ...{ taxCategory: feeTaxCategory, incomeKind: null, derivation: { price: { origin: 'manual' as const } } },
    })),
  };
}
