import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { cells, reportOf, turnTo } from '../reports/support';
import { asSystem, companyMember, customerOf, invoicing, issue, line, proofOf } from './support';

let app: App;
let clerk: Staff;
let keeper: Staff;
let member: Member;
let customer: { id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  keeper = await app.staff();
  await turnTo(app, keeper, '2029-05-10T03:00:00Z');
}, 120_000);
beforeEach(async () => {
  member = await companyMember(app);
  customer = await customerOf(app, member);
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

type Body = Record<string, unknown>;
const done = async (asked: PromiseLike<{ status: number; body: { data: never; error?: unknown } }>) => {
  const { status, body } = await asked;
  expect([status < 300, body.error]).toEqual([true, undefined]);
  return body.data as Record<string, never>;
};
const read = async (path: string) => (await member.get(`/api/billing${path}`)).body.data;
const invoiceOf = (over: Parameters<typeof line>[0] = {}) =>
  issue(app, customer.id, [line({ unitPrice: 100_000n, ...over })]);
const pay = (invoice: { documentId: string }, amount: string) =>
  done(
    clerk.post('/billing/payments', {
      ...{ customer: customer.documentId, method: 'cash', amount, receivedOn: app.platform.clock.today() },
      allocations: [{ invoice: invoice.documentId, amount }],
    }),
  );
const lineOf = async (invoice: { documentId: string }): Promise<string> =>
  (await read(`/invoice-lines?filters[invoice][documentId][$eq]=${invoice.documentId}`))[0].documentId;
const credit = async (invoice: { documentId: string }, amount: string, more: Body = {}) =>
  done(
    clerk.post(`/billing/invoices/${invoice.documentId}/credit-notes`, {
      ...{ reason: 'คิดผิด', cause: 'price_wrong', lines: [{ line: await lineOf(invoice), amount }], ...more },
    }),
  );
const cancel = (note: Record<string, unknown>, who = clerk) =>
  who.post(`/billing/credit-notes/${String(note.documentId)}/cancel`, { reason: 'ลดหนี้ผิดใบ' });
const refusal = async (note: Record<string, unknown>) => {
  const { status, body } = await cancel(note);
  return [status, body.error?.details.code];
};
const left = async (invoice: { documentId: string }) =>
  (await clerk.get(`/billing/invoices/${invoice.documentId}/creditable`)).body.data.left as string;

test('against a tax invoice: the credit is gone, the line can be credited again, the report says zero', async () => {
  const invoice = await invoiceOf();
  await pay(invoice, '107000');
  const note = await credit(invoice, '32100');
  expect(await read('/account')).toMatchObject({ credit: '32100' });
  expect(await left(invoice)).toBe('74900');
  const answer = await done(cancel(note));
  expect(answer).toMatchObject({ state: 'cancelled', number: note.number, invoice: { state: 'paid', amountDue: '0' } });
  expect(await read('/account')).toMatchObject({ credit: '0', due: '0' });
  expect(await left(invoice)).toBe('107000');
  const [stored] = await read(`/credit-notes?filters[documentId][$eq]=${String(note.documentId)}`);
  expect(stored).toMatchObject({
    state: 'cancelled',
    cancelReason: 'ลดหนี้ผิดใบ',
    total: '32100',
    number: note.number,
  });
  const report = await reportOf(await app.staff('accountant'), 'output-vat', { from: '2029-05-01', to: '2029-05-31' });
  const rows = cells(report, 'number', 'value', 'vat', 'remark').filter(([number]) => number === note.number);
  expect(rows).toEqual([[note.number, '0', '0', 'Cancelled']]);
  expect(await refusal(note)).toEqual([409, 'state.not_allowed']);
  const events = await app.platform.rows.find<{ name: string }>('plugin::platform.event', (query, column) => {
    void query.where(column('subjectDocumentId'), String(note.documentId)).orderBy(column('id'));
  });
  expect(events.map(({ name }) => name)).toEqual(['credit_note.issued', 'credit_note.cancelled']);
  // The whole can be credited anew.
  expect(await credit(invoice, '107000')).toMatchObject({ tax: '7000' });
});

test('a plain adjustment of all that was asked for: the invoice is owed again, and its payment taxes all of it', async () => {
  const invoice = await invoiceOf();
  const note = await credit(invoice, '107000');
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
  expect(await done(cancel(note))).toMatchObject({ invoice: { state: 'open', amountDue: '107000' } });
  await pay(invoice, '107000');
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid' });
  expect(await read('/tax-invoices')).toMatchObject([{ total: '107000', tax: '7000' }]);
});

test('a part that was taken off, after the rest was paid and taxed, is owed again', async () => {
  const invoice = await invoiceOf();
  const note = await credit(invoice, '32100');
  await pay(invoice, '74900');
  expect(await done(cancel(note))).toMatchObject({ invoice: { state: 'open', amountDue: '32100' } });
  await pay(invoice, '32100');
  expect((await read('/tax-invoices?sort=id')).map((one: Body) => one.total)).toEqual(['74900', '32100']);
});

describe('what cannot be put back is refused, and nothing moves', () => {
  test('laid on another invoice, refunded', async () => {
    const invoice = await invoiceOf();
    const other = await invoiceOf({ unitPrice: 10_000n });
    await pay(invoice, '107000');
    const used = await credit(invoice, '10700', { settle: [{ how: 'offset', invoice: other.documentId }] });
    expect(await refusal(used)).toEqual([409, 'credit_note.cancel_used']);
    const refunded = await credit(invoice, '10700', { settle: [{ how: 'refund' }] });
    expect(await refusal(refunded)).toEqual([409, 'credit_note.cancel_refunded']);
    const [refund] = await app.platform.rows.find('plugin::billing.refund', (query, column) => {
      void query.where(column('creditNote'), Number(refunded.id));
    });
    await done(clerk.post(`/billing/refunds/${refund?.documentId}/cancel`, { reason: 'ไม่คืนแล้ว' }));
    expect(await done(cancel(refunded))).toMatchObject({ state: 'cancelled' });
  });

  test('taxed since for less, or a tax invoice of what it paid', async () => {
    const less = await invoiceOf();
    const kept = await credit(less, '32100', { settle: [{ how: 'credit' }] });
    await pay(less, '107000');
    expect(await refusal(kept)).toEqual([409, 'credit_note.cancel_taxed_less']);

    // The same where credit of another invoice pays what is still charged.
    const source = await invoiceOf();
    await pay(source, '107000');
    const target = await invoiceOf();
    const apart = await credit(target, '32100', { settle: [{ how: 'credit' }] });
    await credit(source, '107000', { settle: [{ how: 'offset', invoice: target.documentId }] });
    expect(await refusal(apart)).toEqual([409, 'credit_note.cancel_documented']);

    const two = await issue(app, customer.id, [line({ unitPrice: 100_000n }), line({ unitPrice: 50_000n })]);
    const [first] = await read(`/invoice-lines?filters[invoice][documentId][$eq]=${two.documentId}&sort=position`);
    await pay(two, '107000');
    const paying = await credit(two, '', { lines: [{ line: first.documentId, amount: '96300' }] });
    expect(await refusal(paying)).toEqual([409, 'credit_note.cancel_documented']);
  });

  test('corrected again since: the last goes first', async () => {
    const invoice = await invoiceOf();
    await pay(invoice, '107000');
    const first = await credit(invoice, '10700');
    const second = await credit(invoice, '10700');
    expect(await refusal(first)).toEqual([409, 'credit_note.cancel_corrected']);
    await done(cancel(second));
    await done(cancel(first));
    expect(await left(invoice)).toBe('107000');
  });

  test('what something else rests on, and whose invoice was given up', async () => {
    const invoice = await invoiceOf();
    const [followed] = await asSystem(app, () =>
      invoicing(app).credit([{ invoice: invoice.id, reason: 'ended', cause: 'contract_ended' }]),
    );
    expect(await refusal({ documentId: followed?.documentId })).toEqual([409, 'credit_note.cancel_follows']);
    const lost = await invoiceOf();
    const note = await credit(lost, '10700');
    const owner = await app.staff('owner');
    await done(owner.post(`/billing/invoices/${lost.documentId}/write-off`, { reason: 'หาตัวไม่พบ' }));
    expect(await refusal(note)).toEqual([409, 'credit_note.cancel_invoice']);
  });

  test('who may not issue one does not cancel one', async () => {
    const note = await credit(await invoiceOf(), '10700');
    expect((await cancel(note, await app.staff('sales-lead'))).status).toBe(403);
    expect((await cancel(note, await app.staff('accountant'))).status).toBe(403);
    expect((await member.post(`/api/billing/credit-notes/${note.documentId}/cancel`, {})).status).toBe(405);
  });

  test('its month was reported', async () => {
    const invoice = await invoiceOf();
    await pay(invoice, '107000');
    const note = await credit(invoice, '10700');
    await turnTo(app, keeper, '2029-06-02T03:00:00Z');
    await done(clerk.post('/billing/tax-months/2029-05/close', { despite: true }));
    expect(await refusal(note)).toEqual([409, 'tax_month.closed_with']);
  });
});
