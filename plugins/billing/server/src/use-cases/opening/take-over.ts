import { formatDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../../content-types/types';
import type { OpeningInvoice } from '../../domain/opening/decide-opening';
import { type OpeningParties, planOpening, planTaxedBefore } from '../../domain/opening/plan-opening';
import type { InvoiceFacts } from '../../domain/settlement';
import { loadInvoices } from '../../stores/invoice-facts';
import { writeInvoices } from '../../stores/invoices';
import { lockCustomers, readSellers } from '../../stores/parties';
import { readRules } from '../../stores/settings';
import { writeTaxInvoices } from '../../stores/tax-invoices';

/**
 * Writes invoices of the books before with the numbers that they have there, and the tax invoices that were issued over
 * them: no number of ours is taken, nobody is written to. All of them, or none. Answers them by their numbers.
 */
export const takeOver = (
  platform: Platform,
  openings: readonly OpeningInvoice[],
  openingDay: string,
  /** What a line is called that the file does not describe. */
  words = 'opening_import.line_of',
): Promise<Map<string, InvoiceFacts>> =>
  platform.transaction(async () => {
    const customers = await lockCustomers(
      platform,
      openings.map(({ customer }) => customer),
    );
    const sellerOf = await readSellers(
      platform,
      openings.map(({ branch }) => branch),
    );
    const rules = await readRules(platform);
    const planned = openings.flatMap((opening) => {
      const customer = customers.get(opening.customer);
      if (!customer) return [];
      const parties: OpeningParties = {
        ...{ openingDay, rules, customer, seller: sellerOf(opening.branch) },
        describe: ({ number, issuedOn }, { buyer: { language } }) =>
          platform.messages.say(language, words, { number, date: formatDate(issuedOn, language) }),
      };
      return [{ opening, parties, invoice: planOpening(opening, parties) }];
    });
    const refs = await writeInvoices(
      platform,
      planned.map(({ invoice }) => invoice),
      planned.map(({ opening }) => opening.number),
    );
    const written = await loadInvoices(
      platform,
      refs.map(({ id }) => id),
    );
    const taxed = planned.flatMap(({ opening, parties }, index) => {
      const facts = written.get(refs[index]?.id ?? 0);
      return facts ? planTaxedBefore(opening, facts, parties) : [];
    });
    await writeTaxInvoices(
      platform,
      taxed.map(({ plan }) => plan),
      taxed.map(({ number }) => number),
    );
    await platform.events.record(
      refs.flatMap(({ id, documentId }) => {
        const invoice = written.get(id);
        if (!invoice) return [];
        const { number, state, total, amountDue, issuedOn, dueDate, customer } = invoice;
        return [
          {
            name: 'invoice.taken_over',
            subject: { type: INVOICE, id, documentId },
            customer,
            after: { number, state, total, amountDue, issuedOn, dueDate, takenOverOn: openingDay },
          },
        ];
      }),
    );
    return new Map([...written.values()].map((invoice) => [invoice.number, invoice]));
  });
