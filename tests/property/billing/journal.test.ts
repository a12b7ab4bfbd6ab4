import fc from 'fast-check';
import { sum } from '@sanya/strapi-plugin-platform/kernel';
import { type JournalSource, linesOf, POSTINGS, SOURCES } from '../../../plugins/billing/server/src/domain/journal';
import { property } from '../../support/random';

const part = fc.bigInt({ min: 0n, max: 10_000_000_000n });
const parts = fc.array(part, { minLength: 8, maxLength: 8 });

/** Amounts as the documents of each kind have them: the whole is the sum of its parts. */
const amountsOf = (
  source: JournalSource,
  [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n]: bigint[],
): Record<string, bigint> => {
  if (source.startsWith('invoice')) return { goods: a, services: b, deposit: c, tax: d, total: a + b + c + d };
  if (source === 'credit_note') {
    return { returned: a, deposit: b, taxedTax: c, untaxedTax: d, total: a + b + c + d };
  }
  if (source.startsWith('payment')) return { cash: a, bank: b, amount: a + b };
  if (source.startsWith('settlement')) {
    const whole = { money: a, withheld: b, deduction: c, difference: d, deposit: e, depositTax: f };
    Object.assign(whole, { bankFee: g, discount: h, retention: a });
    return { ...whole, amount: sum(Object.values(whole)) };
  }
  return { amount: a, tax: a };
};

property(
  'debits equal credits, whatever the document',
  fc.tuple(fc.constantFrom(...SOURCES), parts),
  ([source, list]) => {
    const lines = linesOf(source, amountsOf(source, list));
    return sum(lines.map(({ debit }) => debit)) === sum(lines.map(({ credit }) => credit));
  },
);

property('what is undone leaves nothing on any account', parts, (list) =>
  (['invoice', 'payment', 'settlement', 'write_off'] as const).every((source) => {
    const other = ({ invoice: 'invoice_void', payment: 'payment_reversed' } as Record<string, JournalSource>)[source];
    const amounts = amountsOf(source, list);
    const lines = [...linesOf(source, amounts), ...linesOf(other ?? (`${source}_undone` as JournalSource), amounts)];
    return POSTINGS[source].every(
      ({ ledger }) =>
        sum(lines.filter((one) => one.ledger === ledger).map(({ debit, credit }) => debit - credit)) === 0n,
    );
  }),
);
