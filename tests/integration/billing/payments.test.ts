import { PNG } from 'pngjs';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { codeIn, pagesOf, said } from '../../support/pdf';
import {
  companyMember,
  customerOf,
  goods,
  invoicing,
  asSystem,
  issue,
  line,
  proofOf,
  sendFile,
  sendSlip,
} from './support';

let app: App;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp({ SANYA_GRAPHQL: 'on' });
  clerk = await app.staff('billing');
});
afterAll(() => app.close());
// Whatever happened in a test, the books add up after it.
afterEach(async () => expect(await proofOf(app)).toEqual([]));

async function company(): Promise<{ member: Member; customer: { id: number; documentId: string } }> {
  const member = await companyMember(app);
  return { member, customer: await customerOf(app, member) };
}

const read = async (member: Member, path: string) => {
  const answer = await member.get(`/api/billing${path}`);
  expect(answer.status).toBe(200);
  return answer.body.data;
};
const today = () => app.platform.clock.today();
const record = (customer: string, over: Record<string, unknown>) =>
  clerk.post('/billing/payments', {
    customer,
    method: 'bank_transfer',
    currency: 'THB',
    receivedOn: today(),
    ...over,
  });

test('a company transfers 10,400.00 for services of 10,700.00 and withholds 300.00', async () => {
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [line()]);
  const submitted = await member.post(`/api/billing/invoices/${invoice.documentId}/payments`, {
    method: 'bank_transfer',
    slip: await sendSlip(app, member, 1),
    withholding: {},
  });
  expect(submitted.status).toBe(201);
  expect(submitted.body.data).toMatchObject({ state: 'submitted', amount: '1040000', withheld: '30000' });
  expect(await read(member, `/invoices/${invoice.documentId}`)).toMatchObject({ state: 'open', amountDue: '1070000' });

  const verified = await clerk.post(`/billing/payments/${submitted.body.data.documentId}/verify`, {
    bank: 'KBANK',
    reference: '2026-0001',
  });
  expect(verified.status).toBe(200);
  expect(verified.body.data.state).toBe('succeeded');
  expect(verified.body.data.receipts[0].number).toMatch(/^RC-25\d\d-000001$/);
  expect(await read(member, `/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
  const [taxInvoice] = await read(member, '/tax-invoices');
  expect(taxInvoice).toMatchObject({ total: '1070000', tax: '70000', kind: 'receipt_tax_invoice' });
  const [certificate] = await read(member, '/certificates');
  expect(certificate).toMatchObject({ state: 'pending', amount: '30000', base: '1000000' });
  const pdf = await member.get(`/api/billing/tax-invoices/${taxInvoice.documentId}/document`).buffer();
  expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
  const receipt = (await read(member, '/receipts'))[0];
  expect(receipt.number).toBe(taxInvoice.number);
  expect((await member.get(`/api/billing/receipts/${receipt.documentId}/document?lang=th`)).status).toBe(200);
});

test('one transfer of 15,000.00 on 10,700.00 (older) and 5,350.00, and its reversal', async () => {
  const { member, customer } = await company();
  const older = await issue(app, customer.id, [line()]);
  const newer = await issue(app, customer.id, [line({ unitPrice: 500_000n })], { dueDate: '2099-01-01' });
  const paid = await record(customer.documentId, { amount: '1500000', reference: 'T-15000' });
  expect(paid.status).toBe(201);
  expect(await read(member, `/invoices/${older.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
  expect(await read(member, `/invoices/${newer.documentId}`)).toMatchObject({ state: 'open', amountDue: '105000' });
  const documents = await read(member, '/tax-invoices?sort=number');
  expect(documents.map((one: { total: string; tax: string }) => [one.total, one.tax])).toEqual([
    ['1070000', '70000'],
    ['430000', '28131'],
  ]);

  const reversed = await clerk.post(`/billing/payments/${paid.body.data.documentId}/reverse`, { reason: 'recalled' });
  expect(reversed.body.data.state).toBe('reversed');
  expect(await read(member, `/invoices/${older.documentId}`)).toMatchObject({ state: 'open', amountDue: '1070000' });
  expect(await read(member, `/invoices/${newer.documentId}`)).toMatchObject({ state: 'open', amountDue: '535000' });
  const cancelled = await read(member, '/tax-invoices?sort=number');
  expect(cancelled.map((one: { state: string }) => one.state)).toEqual(['cancelled', 'cancelled']);
  expect(cancelled.map((one: { number: string }) => one.number)).toEqual(
    documents.map((one: { number: string }) => one.number),
  );
  expect((await clerk.post(`/billing/payments/${paid.body.data.documentId}/reverse`, { reason: 'again' })).status).toBe(
    409,
  );
});

test('what the office notes on a payment is the office’s: no member reads it, filters or sorts by it', async () => {
  const { member, customer } = await company();
  await issue(app, customer.id, [line()]);
  const paid = await record(customer.documentId, { amount: '1070000', note: 'Pays only after three calls' });
  const { documentId } = paid.body.data;
  expect((await clerk.get(`/billing/payments/${documentId}`)).body.data.note).toBe('Pays only after three calls');
  const own = await read(member, `/payments/${documentId}`);
  expect(own).toMatchObject({ amount: '1070000' });
  expect(own).not.toHaveProperty('note');
  const invoices = await member.get('/api/billing/allocations?populate[payment]=true');
  expect([invoices.status, JSON.stringify(invoices.body).includes('three calls')]).toEqual([200, false]);
  for (const query of ['filters[note][$contains]=calls', 'sort=note', 'fields=note']) {
    const asked = await member.get(`/api/billing/payments?${query}`);
    expect([query, asked.status]).toEqual([query, 400]);
  }
  const graphql = await app.http
    .post('/graphql')
    .set('Authorization', `Bearer ${member.token}`)
    .send({ query: '{ billingPayments { note } }' });
  expect(graphql.body.errors[0].message).toMatch(/Cannot query field/);
});

test('the rest of a part payment carries the rest of the VAT: 281.31, then 68.69', async () => {
  const { member, customer } = await company();
  await issue(app, customer.id, [line({ unitPrice: 500_000n })]);
  await record(customer.documentId, { amount: '430000' });
  await record(customer.documentId, { amount: '105000' });
  const documents = await read(member, '/tax-invoices?sort=number');
  expect(documents.map((one: { tax: string }) => one.tax)).toEqual(['28131', '6869']);
});

test('goods and a service paid before delivery: one receipt/tax invoice; delivery taxes nothing again', async () => {
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [
    goods({ sourceLine: 'a1', quantity: 2000n }),
    line({ sourceLine: 'b1' }),
  ]);
  const paid = await record(customer.documentId, { amount: String(invoice.total) });
  expect(paid.body.data.receipts).toHaveLength(1);
  expect(paid.body.data.taxInvoices).toHaveLength(1);
  expect(paid.body.data.receipts[0].number).toBe(paid.body.data.taxInvoices[0].number);
  const handed = await asSystem(app, () =>
    invoicing(app).handOver([{ invoice: invoice.id, on: today(), lines: [{ sourceLine: 'a1', quantity: 2000n }] }]),
  );
  expect(handed).toEqual([]);

  // Reversed: the services are not taxed any more, the goods are, under their old date.
  const number = paid.body.data.taxInvoices[0].number as string;
  await clerk.post(`/billing/payments/${paid.body.data.documentId}/reverse`, { reason: 'no cover' });
  const documents = await read(member, '/tax-invoices?sort=number&populate=lines');
  expect(documents.find((one: { number: string }) => one.number === number).state).toBe('replaced');
  const successor = documents.find((one: { number: string }) => one.number !== number);
  expect(successor).toMatchObject({ state: 'issued', cause: 'replacement', total: '2140000' });
  expect(successor.lines.map((one: { kind: string }) => one.kind)).toEqual(['goods']);
});

test('goods on credit: the tax invoice comes with the hand-over by quantity, the payment gets a plain receipt', async () => {
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [goods({ sourceLine: 'g1', quantity: 3000n, unitPrice: 10_000n })]);
  const hand = (quantity: bigint) =>
    asSystem(app, () =>
      invoicing(app).handOver([{ invoice: invoice.id, on: today(), lines: [{ sourceLine: 'g1', quantity }] }]),
    );
  const [first] = await hand(1000n);
  const [second] = await hand(2000n);
  expect([first?.total, second?.total]).toEqual([10700n, 21400n]);
  expect(first?.number).toMatch(/^TX-/);
  await expect(hand(1000n)).rejects.toMatchObject({ code: 'hand_over.too_much' });
  const paid = await record(customer.documentId, { amount: '32100' });
  expect(paid.body.data.taxInvoices).toEqual([]);
  const [receipt] = await read(member, '/receipts');
  expect(receipt).toMatchObject({ kind: 'receipt', amount: '32100' });
  await clerk.post(`/billing/payments/${paid.body.data.documentId}/reverse`, { reason: 'no cover' });
  const states = (await read(member, '/tax-invoices')).map((one: { state: string }) => one.state);
  expect(states).toEqual(['issued', 'issued']);
});

test('two invoices by one transfer with tax withheld and a bank fee', async () => {
  const { member, customer } = await company();
  const one = await issue(app, customer.id, [line()]);
  const two = await issue(app, customer.id, [line({ unitPrice: 500_000n })]);
  const paid = await record(customer.documentId, {
    amount: '1557000',
    reference: 'TWO-1',
    allocations: [
      { invoice: one.documentId, amount: '1040000', withheld: '30000' },
      {
        invoice: two.documentId,
        amount: '517000',
        withheld: '15000',
        deduction: { amount: '3000', reason: 'bank fee' },
      },
    ],
  });
  expect(paid.status).toBe(201);
  expect(paid.body.data).toMatchObject({ withheld: '45000', deduction: '3000' });
  for (const invoice of [one, two]) {
    expect(await read(member, `/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid' });
  }
  const account = await read(member, '/account');
  expect(account).toMatchObject({ due: '0', credit: '0', certificatesPending: '45000' });
});

test('what is paid too much is customer credit, used later with a tax invoice then; a satang too little is given up', async () => {
  const { member, customer } = await company();
  await issue(app, customer.id, [line({ unitPrice: 10_000n })]);
  await record(customer.documentId, { amount: '20000' });
  expect(await read(member, '/account')).toMatchObject({ credit: '9300', balance: '-9300' });
  const next = await issue(app, customer.id, [line({ unitPrice: 5_000n })]);
  const used = await clerk.post(`/billing/customers/${customer.documentId}/use-credit`);
  expect(used.status).toBe(200);
  expect(used.body.data.applied).toBe('5350');
  expect(await read(member, `/invoices/${next.documentId}`)).toMatchObject({ state: 'paid' });
  expect(await read(member, '/account')).toMatchObject({ credit: '3950' });

  const other = await company();
  const short = await issue(app, other.customer.id, [line({ unitPrice: 10_000n })]);
  await record(other.customer.documentId, { amount: '10601' });
  expect(await read(other.member, `/invoices/${short.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
});

test('the same slip, the same bank reference: refused across customers', async () => {
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [line()]);
  await member.post(`/api/billing/invoices/${invoice.documentId}/payments`, {
    method: 'bank_transfer',
    slip: await sendSlip(app, member, 50),
  });
  const other = await company();
  const others = await issue(app, other.customer.id, [line()]);
  const payments = () => app.strapi.db.query('plugin::billing.payment').count();
  const before = await payments();
  const again = await other.member.post(`/api/billing/invoices/${others.documentId}/payments`, {
    method: 'bank_transfer',
    slip: await sendSlip(app, other.member, 50),
  });
  expect(again.status).toBe(409);
  expect(again.body.error.details.code).toBe('payment.slip_used');
  expect(await payments()).toBe(before);

  await record(customer.documentId, { amount: '100', bank: 'SCB', reference: 'ref-77 1' });
  const twice = await record(other.customer.documentId, { amount: '100', bank: 'scb', reference: 'REF771' });
  expect(twice.status).toBe(409);
  expect(twice.body.error.details.code).toBe('payment.reference_used');
});

test('money recorded on the wrong customer is reversed and recorded again on the right one; so is its slip', async () => {
  const wrong = await company();
  const right = await company();
  const invoice = await issue(app, right.customer.id, [line()]);
  const money = { amount: '1070000', bank: 'KBANK', reference: 'WRONG-1' };
  const mistaken = await record(wrong.customer.documentId, money);
  expect((await record(right.customer.documentId, money)).body.error.details.code).toBe('payment.reference_used');
  await clerk.post(`/billing/payments/${mistaken.body.data.documentId}/reverse`, { reason: 'ผิดลูกค้า' });
  const again = await record(right.customer.documentId, money);
  expect([again.status, again.body.data.state]).toEqual([201, 'succeeded']);
  expect(await read(right.member, `/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid' });
  expect((await record(wrong.customer.documentId, money)).body.error.details.code).toBe('payment.reference_used');

  const send = async (who: Member, to: { documentId: string }) =>
    who.post(`/api/billing/invoices/${to.documentId}/payments`, {
      method: 'bank_transfer',
      slip: await sendSlip(app, who, 55),
    });
  const theirs = await issue(app, wrong.customer.id, [line()]);
  const first = await send(wrong.member, theirs);
  await clerk.post(`/billing/payments/${first.body.data.documentId}/verify`);
  await clerk.post(`/billing/payments/${first.body.data.documentId}/reverse`, { reason: 'ผิดลูกค้า' });
  const own = await issue(app, right.customer.id, [line()]);
  expect((await send(right.member, own)).status).toBe(201);
  expect((await send(wrong.member, theirs)).body.error.details.code).toBe('payment.slip_used');
});

test('a slip that is no image, somebody else’s file, somebody else’s invoice, a person who withholds', async () => {
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [line()]);
  const pay = (who: Member, body: object) => who.post(`/api/billing/invoices/${invoice.documentId}/payments`, body);
  const pdf = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
  const slipOfPdf = await sendFile(app, member, Buffer.from(pdf), 'slip.pdf');
  const noImage = await pay(member, { method: 'bank_transfer', slip: slipOfPdf });
  expect([noImage.status, noImage.body.error.details.code]).toEqual([400, 'payment.slip_no_image']);
  expect((await pay(member, { method: 'bank_transfer' })).body.error.details.code).toBe('payment.slip_missing');
  expect((await pay(member, { method: 'card' })).body.error.details.code).toBe('payment.method_unavailable');
  expect((await pay(member, { method: 'promptpay', amount: '-1' })).status).toBe(400);

  const person = await app.member();
  const slip = await sendSlip(app, person, 60);
  expect((await pay(member, { method: 'bank_transfer', slip })).status).toBe(404);
  expect((await pay(person, { method: 'promptpay' })).status).toBe(404);
  const own = await issue(app, (await customerOf(app, person)).id, [line()]);
  const withholds = await person.post(`/api/billing/invoices/${own.documentId}/payments`, {
    method: 'promptpay',
    withholding: {},
  });
  expect([withholds.status, withholds.body.error.details.code]).toEqual([422, 'payment.person_withholds']);
  expect(await read(member, '/payments')).toEqual([]);
});

test('a rejected slip settles nothing, may be sent again, and the customer hears why', async () => {
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [line()]);
  const send = async () =>
    member.post(`/api/billing/invoices/${invoice.documentId}/payments`, {
      method: 'bank_transfer',
      slip: await sendSlip(app, member, 70),
    });
  const first = await send();
  const rejected = await clerk.post(`/billing/payments/${first.body.data.documentId}/reject`, { reason: 'ภาพไม่ชัด' });
  expect(rejected.body.data).toMatchObject({ state: 'rejected', rejectReason: 'ภาพไม่ชัด' });
  expect((await clerk.post(`/billing/payments/${first.body.data.documentId}/verify`)).status).toBe(409);
  expect((await send()).status).toBe(201);
});

test('a whole credit: a taxed paid invoice names its tax invoice; an open service invoice stays outside the VAT report', async () => {
  const { member, customer } = await company();
  const paidInvoice = await issue(app, customer.id, [line()]);
  const paid = await record(customer.documentId, { amount: '1070000' });
  const note = await clerk.post(`/billing/invoices/${paidInvoice.documentId}/credit-notes`, {
    reason: 'ไม่ได้ให้บริการ',
    cause: 'service_not_rendered',
  });
  expect(note.status).toBe(201);
  expect(note.body.data).toMatchObject({ total: '1070000', credit: '1070000', offset: '0' });
  expect(note.body.data.number).toMatch(/^CN-/);
  expect(note.body.data.originals[0]).toMatchObject({
    number: paid.body.data.taxInvoices[0].number,
    value: '1000000',
    difference: '1000000',
    tax: '70000',
  });
  const pdf = await member.get(`/api/billing/credit-notes/${note.body.data.documentId}/document`);
  expect(pdf.status).toBe(200);
  expect((await clerk.post(`/billing/invoices/${paidInvoice.documentId}/credit-notes`, { reason: 'x' })).status).toBe(
    409,
  );
  // Without the money there is nothing to give back, and nothing is asked for.
  expect(await read(member, '/account')).toMatchObject({ credit: '1070000', due: '0' });
  const reverse = await clerk.post(`/billing/payments/${paid.body.data.documentId}/reverse`, { reason: 'x' });
  expect([reverse.status, reverse.body.error]).toEqual([200, undefined]);
  expect(await read(member, `/invoices/${paidInvoice.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });

  const open = await issue(app, customer.id, [line()]);
  const plain = await clerk.post(`/billing/invoices/${open.documentId}/credit-notes`, { reason: 'agreed' });
  expect(plain.body.data).toMatchObject({ originals: [], offset: '1070000', credit: '0' });
  expect(await read(member, `/invoices/${open.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
  expect(await read(member, '/account')).toMatchObject({ credit: '0', due: '0' });
});

test('a tax invoice issued early: the payment then gets a plain receipt', async () => {
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [line()]);
  const early = await clerk.post('/billing/tax-invoices', { invoice: invoice.documentId, reason: 'asked for' });
  expect(early.status).toBe(201);
  expect((await clerk.post('/billing/tax-invoices', { invoice: invoice.documentId })).status).toBe(409);
  expect(
    (await clerk.post(`/billing/invoices/${invoice.documentId}/void`, { reason: 'x' })).body.error.details.code,
  ).toBe('invoice.void_taxed');
  await record(customer.documentId, { amount: '1070000' });
  expect((await read(member, '/receipts'))[0]).toMatchObject({ kind: 'receipt', amount: '1070000' });
  expect(await read(member, '/tax-invoices')).toHaveLength(1);
});

test('staff who only look cannot move money; money that is not there is refused', async () => {
  const { customer } = await company();
  const invoice = await issue(app, customer.id, [line()]);
  const accountant = await app.staff('accountant');
  const body = { customer: customer.documentId, method: 'cash', amount: '100', receivedOn: today() };
  expect((await accountant.post('/billing/payments', body)).status).toBe(403);
  expect((await accountant.get(`/billing/invoices/${invoice.documentId}/document`)).status).toBe(200);
  const wrong = (over: Record<string, unknown>) => record(customer.documentId, { amount: '1000', ...over });
  expect((await wrong({ currency: 'USD' })).body.error.details.code).toBe('payment.currency_foreign');
  expect((await wrong({ receivedOn: '2099-01-01' })).body.error.details.code).toBe('payment.received_in_future');
  const line1 = { invoice: invoice.documentId, amount: '2000' };
  expect((await wrong({ allocations: [line1] })).body.error.details.code).toBe('allocation.more_than_paid');
  // Money is said in words of the reader, and given as everywhere on the wire.
  const more = await wrong({ amount: '1000', allocations: [line1] }).set('Accept-Language', 'th');
  expect(more.body.error.message).toContain('20.00 บาท แต่ได้รับเงินเพียง 10.00 บาท');
  expect(more.body.error.details.params).toEqual({
    allocated: { amount: '2000', currency: 'THB' },
    cash: { amount: '1000', currency: 'THB' },
  });
  expect(
    (await wrong({ amount: '2000000', allocations: [{ ...line1, amount: '2000000' }] })).body.error.details.code,
  ).toBe('allocation.more_than_due');
  expect(
    (await wrong({ allocations: [{ ...line1, amount: '1000', withheld: '90000' }] })).body.error.details.code,
  ).toBe('payment.withheld_too_much');
  const others = await issue(app, (await company()).customer.id, [line()]);
  expect((await wrong({ allocations: [{ invoice: others.documentId, amount: '10' }] })).status).toBe(404);
});

test('ten payments at once on one invoice never settle more than is due', async () => {
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [line()]);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => record(customer.documentId, { method: 'cash', amount: '200000' })),
  );
  expect(answers.map((one) => one.status)).toEqual(Array.from({ length: 10 }, () => 201));
  expect(await read(member, `/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
  expect(await read(member, '/account')).toMatchObject({ credit: '930000' });
});

test('payment options: PromptPay with a QR code, bank accounts, and what is to be withheld', async () => {
  const { member, customer } = await company();
  const { rows, settings } = app.platform;
  const setting = await settings.read<{ id: number }>('plugin::billing.setting');
  await rows.update('plugin::billing.setting', [
    {
      id: setting.id,
      promptPayTarget: '0812345678',
      bankAccounts: [{ bank: 'KBANK', number: '123-4-56789-0', name: 'Sanya' }],
    },
  ]);
  const invoice = await issue(app, customer.id, [line()]);
  const [promptpay, transfer] = await read(member, `/invoices/${invoice.documentId}/payment-options`);
  expect(promptpay).toMatchObject({ method: 'promptpay', amount: '1070000' });
  expect(promptpay.payload).toContain('540810700.00');
  const [, picture = ''] = /^data:image\/png;base64,(.+)$/.exec(promptpay.qr as string) ?? [];
  expect(await codeIn(PNG.sync.read(Buffer.from(picture, 'base64')))).toBe(promptpay.payload);
  expect(promptpay.withholding[0]).toMatchObject({ kind: 'service', ratePpm: 30000, amount: '30000' });
  expect(transfer.accounts[0].bank).toBe('KBANK');
});

test('the document of a payment is what it was receipted with, one or several; until the money is sure there is none', async () => {
  const { member, customer } = await company();
  const one = await issue(app, customer.id, [line()]);
  const submitted = await member.post(`/api/billing/invoices/${one.documentId}/payments`, {
    method: 'bank_transfer',
    slip: await sendSlip(app, member, 80),
  });
  const { documentId } = submitted.body.data;
  const door = (payment: string) => `/billing/payments/${payment}/document`;
  for (const [language, words] of [
    ['th', 'ยังไม่มีใบเสร็จรับเงิน'],
    ['en', 'no receipt yet'],
  ] as const) {
    const early = await member.get(`/api${door(documentId)}`).set('Accept-Language', language);
    expect([early.status, early.body.error.details.code]).toEqual([409, 'payment.receipt_not_yet']);
    expect(early.body.error.message).toContain(words);
  }
  const verified = await clerk.post(`/billing/payments/${documentId}/verify`);
  const pdf = async (who: Member | Staff, url: string): Promise<string[]> => {
    const answer = await who.get(url).buffer();
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    return pagesOf(answer.body as Buffer);
  };
  const [thai, ...more] = await pdf(member, `/api${door(documentId)}?lang=th`);
  expect(more).toEqual([]);
  for (const words of ['ใบเสร็จรับเงิน/ใบกำกับภาษี', verified.body.data.receipts[0].number, one.number, '10,700.00']) {
    expect(thai).toContain(said(words));
  }
  expect((await pdf(clerk, `${door(documentId)}?lang=en`))[0]).toContain('Receipt / Tax invoice');

  const two = [await issue(app, customer.id, [line()]), await issue(app, customer.id, [line({ unitPrice: 500_000n })])];
  const both = await record(customer.documentId, { amount: '1605000' });
  const pages = await pdf(member, `/api${door(both.body.data.documentId)}?lang=th`);
  expect(pages).toHaveLength(2);
  for (const { number } of [...two, ...both.body.data.receipts]) expect(pages.join()).toContain(number);

  const other = await company();
  expect((await other.member.get(`/api${door(documentId)}`)).status).toBe(404);
  expect((await app.http.get(`/api${door(documentId)}`)).status).toBe(403);
  const theirs = await issue(app, other.customer.id, [line()]);
  const wrong = await other.member.post(`/api/billing/invoices/${theirs.documentId}/payments`, {
    method: 'bank_transfer',
    slip: await sendSlip(app, other.member, 81),
  });
  await clerk.post(`/billing/payments/${wrong.body.data.documentId}/reject`, { reason: 'ภาพไม่ชัด' });
  const none = await other.member.get(`/api${door(wrong.body.data.documentId)}`);
  expect([none.status, none.body.error.details.code]).toEqual([409, 'payment.no_receipt']);
});

test('the account: what is due, what of it is overdue once its day is past, the terms; another has nothing', async () => {
  const owner = await app.staff('owner');
  const { member, customer } = await company();
  const other = await company();
  await owner.post(`/crm/customers/${customer.documentId}/credit`, { creditTermsDays: 30 }).expect(200);
  const first = await issue(app, customer.id, [line()]);
  const later = await issue(app, customer.id, [line({ unitPrice: 500_000n })], { dueDate: '2099-01-01' });
  const stands = { balance: '1605000', due: '1605000', credit: '0', openInvoices: 2, oldestDueDate: first.dueDate };
  const terms = { creditTermsDays: 30 };
  expect(await read(member, '/account')).toMatchObject({ ...stands, overdue: '0', currency: 'THB', terms });

  // On its day it is due, not overdue.
  await owner.post('/platform/clock', { now: `${first.dueDate}T03:00:00Z` }).expect(200);
  expect(await read(member, '/account')).toMatchObject({ ...stands, overdue: '0' });
  await owner.post('/platform/clock', { advance: 'P1D' }).expect(200);
  expect(await read(member, '/account')).toMatchObject({ ...stands, overdue: '1070000', terms });

  await record(customer.documentId, {
    amount: '205000',
    allocations: [
      { invoice: first.documentId, amount: '70000' },
      { invoice: later.documentId, amount: '35000' },
    ],
  });
  // 1,000.00 that names no invoice is over, and is taken off the balance alone.
  const left = { balance: '1400000', due: '1500000', overdue: '1000000', credit: '100000', openInvoices: 2, terms };
  expect(await read(member, '/account')).toMatchObject(left);
  const asked = '{ billingAccount { balance overdue credit terms { creditTermsDays } } }';
  const graph = await app.http.post('/graphql').set('Authorization', `Bearer ${member.token}`).send({ query: asked });
  expect(graph.body.data.billingAccount).toEqual({ balance: 1_400_000, overdue: 1_000_000, credit: 100_000, terms });
  expect(await read(other.member, '/account')).toMatchObject({
    ...{ balance: '0', due: '0', overdue: '0', credit: '0', openInvoices: 0, oldestDueDate: null },
  });
});
