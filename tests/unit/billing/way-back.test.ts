import type { InvoiceFacts } from '../../../plugins/billing/server/src/domain/settlement';
import { wayBack, type WayBackFacts } from '../../../plugins/billing/server/src/domain/way-back';

const line = { taxed: 0n, taxedBefore: 0n, paid: 0n, adjusted: 0n, handedOver: 0n, taxCategory: 'standard' };
const invoice = (over: object = {}, lines: object = {}): InvoiceFacts =>
  ({
    ...{ number: 'INV-1', state: 'open', total: 10_700n, amountDue: 10_700n, issuedOn: '2030-01-15' },
    lines: [{ ...line, ...lines }],
    ...over,
  }) as unknown as InvoiceFacts;
const none: WayBackFacts = { credited: 0n, letGo: 0n, reported: false, closedMonths: new Set() };
const refusal = (one: InvoiceFacts, facts: Partial<WayBackFacts> = {}): string => {
  try {
    return wayBack(one, { ...none, ...facts });
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('what nothing has come of is void; what was paid, taxed or handed over is credited', () => {
  expect(refusal(invoice())).toBe('void');
  expect(refusal(invoice({ amountDue: 0n, state: 'paid' }, { paid: 10_700n }))).toBe('credit');
  expect(refusal(invoice({ amountDue: 5_000n }, { paid: 5_700n }))).toBe('credit');
  expect(refusal(invoice({}, { taxed: 10_700n }))).toBe('credit');
  expect(refusal(invoice({}, { handedOver: 1_000n }))).toBe('credit');
  expect(refusal(invoice({ state: 'uncollectible' }))).toBe('credit');
});

test('what somebody has agreed upon, what is reported, and what does not stand is left to a person', () => {
  expect(refusal(invoice(), { credited: 1n })).toBe('invoice.back_credited');
  expect(refusal(invoice({ amountDue: 0n, state: 'paid' }), { letGo: 100n })).toBe('invoice.back_let_go');
  expect(refusal(invoice({ state: 'void' }))).toBe('credit_note.invoice_not_issued');
  const reported = { reported: true, closedMonths: new Set(['2030-01']) };
  expect(refusal(invoice(), reported)).toBe('tax_month.closed_with');
  expect(refusal(invoice(), { reported: true })).toBe('void');
  // Today's credit note belongs to a month that is open.
  expect(refusal(invoice({ amountDue: 0n }, { paid: 10_700n }), reported)).toBe('credit');
});
