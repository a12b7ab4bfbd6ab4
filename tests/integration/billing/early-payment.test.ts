import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import type { MailMessage } from '../../../plugins/platform/server/src/ports/mail';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { textOf } from '../../support/pdf';
import { companyMember, customerOf, goods, issue, line, proofOf, sendSlip, SETTING } from './support';

let app: App;
let clerk: Staff;
let owner: Staff;
let member: Member;
let customer: { id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp({ SANYA_GRAPHQL: 'on' });
  clerk = await app.staff('billing');
  owner = await app.staff('owner');
  member = await companyMember(app);
  customer = await customerOf(app, member);
  const { id } = await app.platform.settings.read(SETTING);
  await app.platform.rows.update(SETTING, [{ id, promptPayTarget: '0812345678' }]);
  const set = await clerk.post(`/crm/customers/${customer.documentId}/credit`, {
    creditTermsDays: 30,
    earlyPayment: '2/10',
  });
  expect([set.status, set.body.data.earlyPayment]).toEqual([200, '2/10']);
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const read = async (path: string, who: Member = member) => (await who.get(`/api/billing${path}`)).body.data;
const today = () => app.platform.clock.today();
const later = async (days: number) =>
  expect((await owner.post('/platform/clock', { advance: `P${days}D` })).status).toBe(200);

let slips = 0;
const submit = async (invoice: { documentId: string }, body: object = {}) =>
  member.post(`/api/billing/invoices/${invoice.documentId}/payments`, {
    method: 'bank_transfer',
    slip: await sendSlip(app, member, 500 + (slips += 1)),
    ...body,
  });
const record = (invoice: { documentId: string }, over: Record<string, unknown>, allocation: Record<string, unknown>) =>
  clerk.post('/billing/payments', {
    customer: customer.documentId,
    method: 'bank_transfer',
    amount: allocation.amount,
    receivedOn: today(),
    ...over,
    allocations: [{ invoice: invoice.documentId, ...allocation }],
  });
const early = (amount: string) => ({ amount, reason: 'early_payment_discount' });
const plusDays = (days: number) => addDays(today(), days);

test('2/10 net 30: promised on invoice, mail and door; deducted by who pays all of it in time', async () => {
  const until = plusDays(10);
  const invoice = await issue(app, customer.id, [line()]);
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({
    ...{ total: '1070000', earlyUntil: until, earlyDiscount: '20000', dueDate: plusDays(30) },
  });
  const paper = await member.get(`/api/billing/invoices/${invoice.documentId}/document?lang=en`).responseType('blob');
  expect(await textOf(paper.body as Buffer)).toContain('deduct 200.00');
  const core = app.strapi.plugin('platform').service('core') as PlatformCore;
  await core.jobs.runDue();
  const { sent } = core.ports.mail as unknown as { sent: MailMessage[] };
  expect(sent.filter((mail) => mail.to === member.email).at(-1)?.html).toContain('หักส่วนลดได้ 200.00 บาท');

  const options = await read(`/invoices/${invoice.documentId}/payment-options`);
  expect(options.length).toBeGreaterThan(0);
  for (const option of options) {
    expect(option).toMatchObject({ amount: '1050000', earlyPayment: { discount: '20000', until } });
  }
  // 3 % of the price before the discount: what is paid later than agreed, or earlier, is the price all the same.
  expect(options[0].withholding).toMatchObject([{ kind: 'service', base: '1000000', amount: '30000' }]);

  const submitted = await submit(invoice, { withholding: {} });
  expect(submitted.body.data).toMatchObject({ amount: '1020000', withheld: '30000', deduction: '20000' });
  const verified = await clerk.post(`/billing/payments/${submitted.body.data.documentId}/verify`);
  expect([verified.status, verified.body.data.deduction]).toEqual([200, '20000']);
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
  const [taxInvoice] = await read(`/tax-invoices?filters[invoice][documentId][$eq]=${invoice.documentId}`);
  // The price stays what it was, and so does its VAT.
  expect(taxInvoice).toMatchObject({ net: '1000000', tax: '70000', total: '1070000' });

  const reversed = await clerk.post(`/billing/payments/${submitted.body.data.documentId}/reverse`, { reason: 'wrong' });
  expect(reversed.status).toBe(200);
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'open', amountDue: '1070000' });
  expect((await read(`/invoices/${invoice.documentId}/payment-options`))[0].amount).toBe('1050000');
});

test('a part earns nothing until the sum reaches; then the rest is deducted', async () => {
  const invoice = await issue(app, customer.id, [goods()]);
  const first = await submit(invoice, { amount: '500000' });
  expect(first.body.data).toMatchObject({ amount: '500000', deduction: '0' });
  await clerk.post(`/billing/payments/${first.body.data.documentId}/verify`);
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'open', amountDue: '570000' });

  const refused = await record(invoice, {}, { amount: '300000', deduction: early('20000') });
  expect([refused.status, refused.body.error.details.code]).toEqual([422, 'allocation.early_not_whole']);
  const second = await submit(invoice, { amount: '550000' });
  const verified = await clerk.post(`/billing/payments/${second.body.data.documentId}/verify`);
  expect([verified.status, verified.body.data.deduction]).toEqual([200, '20000']);
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid' });
});

test('of a small rest that is more withheld and promised than there is, only what is withheld is taken', async () => {
  const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n })]);
  expect((await record(invoice, {}, { amount: '104990' })).status).toBe(201);
  // 20.10 are left; 20.00 are promised, and 3 % of 18.79 is 0.56.
  const rest = await submit(invoice, { withholding: {} });
  expect(rest.body.data).toMatchObject({ amount: '1954', withheld: '56', deduction: '0' });
  const verified = await clerk.post(`/billing/payments/${rest.body.data.documentId}/verify`);
  expect([verified.status, verified.body.data.deduction]).toEqual([200, '0']);
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
});

test('the money has the last word: come in time it is deducted, come a day late it is not', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const until = plusDays(10);
  await later(10);
  const submitted = await submit(invoice, { withholding: {} });
  expect(submitted.body.data).toMatchObject({ amount: '1020000', deduction: '20000' });
  await later(1);
  expect((await read(`/invoices/${invoice.documentId}/payment-options`))[0]).toMatchObject({
    ...{ amount: '1070000', earlyPayment: null },
  });
  const path = `/billing/payments/${submitted.body.data.documentId}/verify`;
  // Dated after the last day: what was withheld stands, the discount is still owed.
  const late = await clerk.post(path, { receivedOn: today() });
  expect([late.status, late.body.data.deduction]).toEqual([200, '0']);
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'open', amountDue: '20000' });
  await clerk.post(`/billing/payments/${submitted.body.data.documentId}/reverse`, { reason: 'again' });

  const refused = await record(invoice, {}, { amount: '1050000', deduction: early('20000') });
  expect([refused.status, refused.body.error.details]).toMatchObject([422, { code: 'allocation.early_too_late' }]);
  const tooMuch = await record(invoice, { receivedOn: until }, { amount: '1049900', deduction: early('20100') });
  expect([tooMuch.status, tooMuch.body.error.details.code]).toEqual([422, 'allocation.early_too_much']);
  const inTime = await record(invoice, { receivedOn: until }, { amount: '1050000', deduction: early('20000') });
  expect(inTime.status).toBe(201);
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid' });
});

test('who pays all of it has deducted nothing, and what was credited earns nothing', async () => {
  const whole = await issue(app, customer.id, [line()]);
  const paid = await submit(whole, {});
  const verified = await clerk.post(`/billing/payments/${paid.body.data.documentId}/verify`, { amount: '1070000' });
  expect([verified.status, verified.body.data.deduction]).toEqual([200, '0']);
  expect(await read(`/invoices/${whole.documentId}`)).toMatchObject({ state: 'paid' });

  const invoice = await issue(app, customer.id, [line()]);
  const lines = await clerk.get(`/billing/invoice-lines?filters[invoice][documentId][$eq]=${invoice.documentId}`);
  const credited = await owner.post(`/billing/invoices/${invoice.documentId}/credit-notes`, {
    lines: [{ line: lines.body.data[0].documentId, amount: '535000' }],
    cause: 'service_short',
    reason: 'half a month',
  });
  expect(credited.status).toBe(201);
  expect((await read(`/invoices/${invoice.documentId}/payment-options`))[0]).toMatchObject({
    ...{ amount: '525000', earlyPayment: { discount: '10000' } },
  });
  const refused = await record(invoice, {}, { amount: '515000', deduction: early('20000') });
  expect([refused.status, refused.body.error.details.code]).toEqual([422, 'allocation.early_too_much']);
});

test('a cheque handed over in time is early though it clears later; one of a later day is not', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const cheque = (number: string, date: string) =>
    clerk.post('/billing/cheques', {
      ...{ customer: customer.documentId, bank: 'KBANK', number, date, amount: '1050000', receivedOn: today() },
      allocations: [{ invoice: invoice.documentId, amount: '1050000', deduction: early('20000') }],
    });
  const ahead = await cheque('700001', plusDays(11));
  expect([ahead.status, ahead.body.error.details.code]).toEqual([422, 'allocation.early_too_late']);
  const received = await cheque('700002', today());
  expect(received.status).toBe(201);
  const id = received.body.data.documentId;
  await clerk.post(`/billing/cheques/deposit`, { cheques: [id] });
  await later(12);
  const cleared = await clerk.post(`/billing/cheques/clear`, { cheques: [id] });
  expect(cleared.status).toBe(200);
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid' });
});

test('a cheque that bounced is early again only where it is presented again in time', async () => {
  const [soon, late] = [await issue(app, customer.id, [line()]), await issue(app, customer.id, [line()])];
  const bouncedOf = async (invoice: { documentId: string }, number: string): Promise<string> => {
    const received = await clerk.post('/billing/cheques', {
      ...{ customer: customer.documentId, bank: 'KBANK', number, date: today(), receivedOn: today() },
      amount: '1020000',
      allocations: [{ invoice: invoice.documentId, amount: '1020000', withheld: '30000', deduction: early('20000') }],
    });
    expect(received.status).toBe(201);
    const id = received.body.data.documentId as string;
    await clerk.post('/billing/cheques/deposit', { cheques: [id] });
    expect((await clerk.post(`/billing/cheques/${id}/bounce`, { reason: 'no money' })).status).toBe(200);
    return id;
  };
  const [first, second] = [await bouncedOf(soon, '700003'), await bouncedOf(late, '700004')];
  await later(10);
  expect((await clerk.post('/billing/cheques/deposit', { cheques: [first] })).status).toBe(200);
  await later(1);
  expect((await clerk.post('/billing/cheques/deposit', { cheques: [second] })).status).toBe(200);
  expect((await clerk.post('/billing/cheques/clear', { cheques: [first, second] })).status).toBe(200);
  expect(await read(`/invoices/${soon.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
  // Late it pays what it is, with what was withheld of the whole price; the discount is owed.
  expect(await read(`/invoices/${late.documentId}`)).toMatchObject({ state: 'open', amountDue: '20000' });
});

test('the customer before its class, the class before the settings; what cannot be read is refused', async () => {
  const { id } = await app.platform.settings.read(SETTING);
  await app.platform.rows.update(SETTING, [{ id, earlyPayment: '1/5' }]);
  const offered = async (over: { earlyPayment?: string | null; class?: string }) => {
    const made = await owner.post('/crm/customers', { kind: 'person', name: `Early ${(slips += 1)}`, ...over });
    expect(made.status).toBe(201);
    const [row] = await app.platform.rows.byDocumentIds('plugin::crm.customer', [made.body.data.documentId], {
      fields: [],
    });
    const invoice = await issue(app, row?.id ?? 0, [line()], { dueDate: plusDays(30) });
    return (await clerk.get(`/billing/invoices/${invoice.documentId}`)).body.data.earlyDiscount;
  };
  const [group] = await app.platform.rows.insert('plugin::crm.customer-class', [
    { code: 'early', name: 'Early', earlyPayment: '3.5/7', defaultTermsDays: 30 },
  ]);
  const of = { class: group?.documentId ?? '' };
  expect(await offered({})).toBe('10000');
  expect(await offered(of)).toBe('35000');
  expect(await offered({ ...of, earlyPayment: '2/10' })).toBe('20000');
  expect(await offered({ ...of, earlyPayment: '0' })).toBe('0');
  await app.platform.rows.update(SETTING, [{ id, earlyPayment: null }]);

  for (const earlyPayment of ['2', '0/10', '2/0', '2/366', '100/1', 'x']) {
    const path = `/crm/customers/${customer.documentId}/credit`;
    const refused = await clerk.post(path, { creditTermsDays: 30, earlyPayment });
    expect([earlyPayment, refused.status, refused.body.error.details]).toMatchObject([
      earlyPayment,
      400,
      { code: 'customer.early_payment_invalid', field: 'earlyPayment' },
    ]);
  }
  const sales = await app.staff('sales');
  const made = await sales.post('/crm/customers', { kind: 'person', name: 'Not mine', earlyPayment: '2/10' });
  expect([made.status, made.body.error.details.code]).toEqual([403, 'customer.credit_not_yours']);
});

test('thirty payments a minute of a member, over all doors; others go on', async () => {
  const [other, invoice] = [await companyMember(app), await issue(app, customer.id, [line()])];
  const path = `/api/billing/invoices/${invoice.documentId}/payments`;
  const asked = await Promise.all(
    Array.from({ length: 40 }, () => member.post(path, { method: 'promptpay', amount: '0' })),
  );
  const often = asked.filter(({ status }) => status === 429);
  expect(often.length).toBeGreaterThanOrEqual(10);
  expect(asked.filter(({ status }) => status === 400).length).toBeGreaterThanOrEqual(15);
  expect(asked.every(({ status }) => status === 400 || status === 429)).toBe(true);
  expect(often[0]?.body.error).toMatchObject({ name: 'RateLimitError', details: { code: 'input.too_often' } });
  const said = async (lang: string) =>
    (await member.post(path, { method: 'promptpay' }, { 'Accept-Language': lang })).body.error.message as string;
  expect(await said('en')).toContain('at most 30 a minute');
  expect(await said('th')).toContain('ไม่เกิน 30 ครั้งต่อนาที');
  const query = `mutation { payInvoice(id: "${invoice.documentId}", input: { method: promptpay }) { documentId } }`;
  const graphql = await member.post('/graphql', { query });
  expect(graphql.body.errors[0].message).toContain('30');
  expect((await other.post(path, { method: 'promptpay' })).status).toBe(404);
  expect((await member.get(`/api/billing/invoices/${invoice.documentId}`)).status).toBe(200);
});
