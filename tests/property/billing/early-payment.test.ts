import fc from 'fast-check';
import { addDays, isEarlyTerms, parseEarlyTerms } from '@sanya/strapi-plugin-platform/kernel';
import { allocateAsWanted } from '../../../plugins/billing/server/src/domain/allocation';
import {
  checkEarlyDeduction,
  EARLY_DISCOUNT,
  earlyDeduction,
  earlyDiscount,
  type EarlyInvoice,
  earlyOffer,
} from '../../../plugins/billing/server/src/domain/early-payment';
import { templates } from '../../../plugins/billing/server/src/services/templates';
import { earlyDiscountOf } from '../../../plugins/billing/admin/src/receiving';
import type { Invoice } from '../../../plugins/billing/admin/src/types';
import customerClass from '../../../plugins/crm/server/src/content-types/customer-class/schema.json';
import { createEngine } from '../../../plugins/platform/server/src/templates/engine';
import { property } from '../../support/random';

const ISSUED = '2026-01-31';
const TOLERANCE = 100n;

const terms = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 365 }))
  .map(([hundredths, days]) => ({
    text: `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}/${days}`,
    ratePpm: hundredths * 100,
    days,
  }));

/** An issued invoice of which a part is paid and a part credited, with what it promises. */
const invoices = fc
  .record({
    net: fc.bigInt({ min: 1n, max: 10_000_000n }),
    terms,
    paidPpm: fc.bigInt({ min: 0n, max: 1_000_000n }),
    creditedPpm: fc.bigInt({ min: 0n, max: 1_000_000n }),
    dueAfter: fc.integer({ min: 0, max: 60 }),
  })
  .map((drawn): EarlyInvoice => {
    const total = drawn.net + (drawn.net * 7n) / 100n;
    const credited = (total * drawn.creditedPpm) / 1_000_000n;
    const open = total - credited;
    const dueDate = addDays(ISSUED, drawn.dueAfter);
    return {
      number: 'INV-1',
      currency: 'THB',
      total,
      credited,
      amountDue: open - (open * drawn.paidPpm) / 1_000_000n,
      earlyUntil: null,
      earlyDiscount: 0n,
      ...earlyOffer([drawn.terms.text], { issuedOn: ISSUED, dueDate, net: drawn.net }),
    };
  });
const day = fc.integer({ min: 0, max: 70 }).map((days) => addDays(ISSUED, days));

property('what an office writes is read as it was meant', terms, ({ text, ratePpm, days }) => {
  const read = parseEarlyTerms(text);
  return read?.ratePpm === ratePpm && read.days === days;
});

const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom('0', '1', '3', '6', '9'), minLength: least, maxLength: most });
property(
  'terms of a class are kept by the database as they are read, and nothing else is',
  fc.oneof(
    fc.constant('0'),
    fc.tuple(digits(1, 3), fc.option(digits(1, 2)), digits(1, 4)).map(([whole, part, days]) => {
      return `${whole}${part === null ? '' : `.${part}`}/${days}`;
    }),
  ),
  (text) => new RegExp(customerClass.attributes.earlyPayment.regex).test(text) === isEarlyTerms(text),
);

property('a promise is never more than the price, nor beyond the due date', invoices, (invoice) =>
  invoice.earlyUntil === null
    ? invoice.earlyDiscount === 0n
    : invoice.earlyDiscount > 0n && invoice.earlyDiscount <= invoice.total && invoice.earlyUntil >= ISSUED,
);

property('late is late: a day after the last nothing is deducted', invoices, (invoice) => {
  if (invoice.earlyUntil === null) return true;
  const after = addDays(invoice.earlyUntil, 1);
  return earlyDiscount(invoice, after) === 0n && earlyDeduction(invoice, invoice.amountDue, after, TOLERANCE) === 0n;
});

property(
  'money that reaches closes the invoice, its parts adding up to what was due; money that does not earns nothing',
  fc.tuple(invoices, day, fc.bigInt({ min: 0n, max: 1_000_000n })),
  ([invoice, on, part]) => {
    const cash = (invoice.amountDue * part) / 1_000_000n;
    const deduction = earlyDeduction(invoice, cash, on, TOLERANCE);
    const most = earlyDiscount(invoice, on);
    if (deduction === 0n)
      return most === 0n || cash >= invoice.amountDue || cash + most + TOLERANCE < invoice.amountDue;
    const open = { id: 1, amountDue: invoice.amountDue, dueDate: ISSUED, number: 'INV-1' };
    const wanted = { invoice: 1, cash, deduction, deductionReason: EARLY_DISCOUNT };
    checkEarlyDeduction(wanted, invoice, on, TOLERANCE, 'allocations.0');
    const laid = allocateAsWanted(cash, [wanted], [open], TOLERANCE);
    if ('problem' in laid) return false;
    const [one] = laid.allocations;
    const whole = one !== undefined && one.cash + one.deduction + one.writeOff === one.amount;
    // So small a rest that as much as was paid would be given up stays open.
    const closes = one?.amount === invoice.amountDue || (one?.amount ?? 0n) <= TOLERANCE;
    return deduction <= most && whole && closes && laid.rest === 0n;
  },
);

property(
  'what was credited earns nothing: the more of it, the less is deducted',
  fc.tuple(invoices, day),
  ([one, on]) => {
    const uncredited = { ...one, credited: 0n, amountDue: one.total };
    const all = { ...one, credited: one.total };
    return earlyDiscount(one, on) <= earlyDiscount(uncredited, on) && earlyDiscount(all, on) === 0n;
  },
);

property('the screen proposes what the door allows', fc.tuple(invoices, day), ([invoice, on]) => {
  const shown = {
    ...{ total: String(invoice.total), amountDue: String(invoice.amountDue) },
    ...{ earlyUntil: invoice.earlyUntil, earlyDiscount: String(invoice.earlyDiscount) },
    creditNotes: [
      { state: 'issued', total: String(invoice.credited) },
      { state: 'cancelled', total: '1' },
    ],
  } as Invoice;
  return earlyDiscountOf(shown, on) === earlyDiscount(invoice, on);
});

test('a mail that was queued before invoices promised anything promises nothing', async () => {
  const seed = templates.find(({ code }) => code === 'invoice-mail');
  const { earlyUntil: _, earlyDiscount: __, ...before } = seed?.sample as Record<string, unknown>;
  for (const language of ['th', 'en'] as const) {
    const say = (data: Record<string, unknown>) =>
      createEngine().html(seed?.body[language] ?? '', data, { language, zone: 'Asia/Bangkok' });
    const promise = language === 'th' ? 'หักส่วนลดได้' : 'and deduct';
    expect(await say({ ...before, earlyUntil: '11 ม.ค. 2569', earlyDiscount: '200.00' })).toContain(promise);
    expect(await say(before)).not.toContain(promise);
    expect(await say({ ...before, earlyUntil: '', earlyDiscount: '' })).not.toContain(promise);
  }
});

test('2/10 of 10,000.00 is 200.00 until the tenth day, never after the invoice is due; 0 promises nothing', () => {
  const invoice = { issuedOn: ISSUED, dueDate: '2026-03-02', net: 1_000_000n };
  expect(earlyOffer(['2/10'], invoice)).toEqual({ earlyUntil: '2026-02-10', earlyDiscount: 20_000n });
  expect(earlyOffer(['2/60'], invoice)).toEqual({ earlyUntil: '2026-03-02', earlyDiscount: 20_000n });
  expect(earlyOffer([null, '1.5/7', '2/10'], invoice)?.earlyDiscount).toBe(15_000n);
  for (const none of [[], [null], ['0', '2/10'], ['']]) expect(earlyOffer(none, invoice)).toBeUndefined();
});
