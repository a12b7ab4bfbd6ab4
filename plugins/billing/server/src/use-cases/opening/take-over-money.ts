import type { NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../../content-types/types';
import { creditAllocation } from '../../domain/credit-settlement';
import type { OpeningMoney } from '../../domain/opening/decide-money';
import { settleInvoice } from '../../domain/settlement';
import { writeAllocations } from '../../stores/allocations';
import { writeDeposits } from '../../stores/deposits';
import { writeBalances } from '../../stores/invoice-facts';
import { lockCustomers } from '../../stores/parties';
import { readRules } from '../../stores/settings';
import { depositEvent } from '../locked-deposit';
import { takeOver } from './take-over';

/**
 * Writes money that the books before held. Customer credit is money that is over. A deposit is money on a paper of its
 * own; where that was a tax invoice it comes along, so that the deposit is taken off the final invoice with its VAT. No
 * receipt is given and nothing is taxed: that was done where the money came. All of it, or none.
 */
export const takeOverMoney = (platform: Platform, list: readonly OpeningMoney[], openingDay: string): Promise<void> =>
  platform.transaction(async () => {
    await lockCustomers(
      platform,
      list.map(({ customer }) => customer),
    );
    const rules = await readRules(platform);
    const { currency } = rules;
    const papers = await takeOver(
      platform,
      list.flatMap(({ paper }) => paper ?? []),
      openingDay,
      'opening_money.line_of',
    );
    const payments = await platform.rows.insert(
      PAYMENT,
      list.map(({ customer, amount, receivedOn, reference }) => ({
        ...{ state: 'succeeded', customer, method: 'other', currency, amount, receivedOn, reference },
        ...{ withheld: 0n, deduction: 0n, withholding: [], takenOverOn: openingDay },
        ...{ succeededAt: platform.clock.now(), verifiedBy: platform.caller().key },
      })),
    );
    const deposits = list.flatMap(({ held, reference }, index) => {
      const invoice = papers.get(reference);
      return held === 'credit' || !invoice ? [] : [{ kind: held, invoice, payment: payments[index]?.id ?? null }];
    });
    const settled = deposits.map(({ invoice }) =>
      settleInvoice(invoice, creditAllocation(invoice.id, invoice.amountDue), openingDay, rules),
    );
    await writeAllocations(
      platform,
      deposits.flatMap(({ payment }, index) => {
        const one = settled[index];
        return one ? [{ settled: one, payment, creditNote: null, allocatedOn: openingDay }] : [];
      }),
    );
    await writeBalances(
      platform,
      settled.map(({ invoice }) => invoice),
    );
    const refs = await writeDeposits(
      platform,
      deposits.map(({ kind, invoice }) => ({
        ...{ kind, customer: invoice.customer, invoice: invoice.id, currency },
        description: (invoice.lines[0]?.description ?? '').slice(0, 300),
      })),
    );
    await platform.events.record([
      ...list.map(
        ({ customer, amount, reference, receivedOn, held }, index): NewEvent => ({
          name: 'payment.taken_over',
          subject: { type: PAYMENT, id: 0, documentId: '', ...payments[index] },
          customer,
          after: { amount, reference, receivedOn, kind: held, takenOverOn: openingDay },
        }),
      ),
      ...deposits.map(({ kind, invoice }, index) =>
        depositEvent({ id: 0, documentId: '', ...refs[index], customer: invoice.customer }, 'taken_over', {
          ...{ kind, total: invoice.total, invoice: invoice.number },
        }),
      ),
    ]);
  });
