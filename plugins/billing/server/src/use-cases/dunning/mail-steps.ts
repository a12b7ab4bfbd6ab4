import type { NewDelivery, Platform } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../../content-types/types';
import { feeTotal } from '../../domain/dunning/due-steps';
import { dunningMailData } from '../../domain/dunning/mail';
import type { CustomerFacts } from '../../domain/issue-invoice';
import { sellerName } from '../../domain/parties';
import { readSellers } from '../../stores/parties';
import { readRules } from '../../stores/settings';
import { enclosuresOf } from '../../services/enclosures';
import { byCustomer } from './by-customer';
import type { TakenStep } from './take-steps';

/** More PDFs than this no mailbox takes. */
const MOST_DOCUMENTS = 10;

/**
 * One mail a customer: the text of the step that leads, all invoices, each with its PDF, those over fees, and the letters
 * about what was suspended.
 */
export async function mailsOf(
  platform: Platform,
  taken: readonly TakenStep[],
  customers: ReadonlyMap<number, CustomerFacts>,
  fees: ReadonlyMap<number, number>,
): Promise<NewDelivery[]> {
  const mailed = byCustomer(taken.filter(({ channel }) => channel === 'mail'));
  if (mailed.size === 0) return [];
  const { bankAccounts: accounts } = await readRules(platform);
  const seller = (await readSellers(platform, []))(null);
  const today = platform.clock.today();
  const enclosed = await enclosuresOf(
    platform,
    [...mailed.values()].flat().map(({ planned }) => planned.invoice.invoice.id),
  );
  return [...mailed].flatMap(([id, steps]): NewDelivery[] => {
    const customer = customers.get(id);
    const [lead] = steps;
    const template = lead?.planned.due.step.template;
    if (!customer?.buyer.email || !lead || !template) return [];
    const { language, name, email } = customer.buyer;
    const own = steps.map(({ planned }) => planned.invoice.invoice.id);
    const papers = own.flatMap((invoice) => enclosed.get(invoice) ?? []);
    const invoices = steps.flatMap(({ planned, notice }) => [planned.invoice.invoice.id, fees.get(notice.id) ?? []]);
    const documents = [...papers, ...invoices.flat().map((invoice) => ({ kind: 'invoice', id: invoice }))];
    return [
      {
        ...{ template, to: email, language, customer: id },
        data: dunningMailData(
          steps.map(({ plan, planned: { invoice, due } }) => ({
            ...{ ...invoice.invoice, fee: feeTotal(due), warned: due.warns },
            feeLater: plan.policy.feeOn === 'next_invoice' && feeTotal(due) > 0n,
          })),
          {
            ...{ customer: name, company: sellerName(seller, language), language, today, accounts },
            noticeDays: lead.plan.policy.noticeDays,
            say: (code, params) => platform.messages.say(language, code, params),
          },
        ),
        documents: documents.slice(0, MOST_DOCUMENTS),
        about: { type: CUSTOMER, documentId: customer.documentId, name },
        key: `dunning:${customer.documentId}:${today}`,
      },
    ];
  });
}
