import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { companyMember, customerOf, goods, issue, line, proofOf, sendSlip, SETTING } from './support';

let app: App;
let clerk: Staff;
let member: Member;
let customer: { id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  member = await companyMember(app);
  customer = await customerOf(app, member);
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const read = async (path: string) => (await member.get(`/api/billing${path}`)).body.data;

let slips = 0;
const submit = async (invoice: { documentId: string }, body: object) =>
  member.post(`/api/billing/invoices/${invoice.documentId}/payments`, {
    method: 'bank_transfer',
    slip: await sendSlip(app, member, 900 + (slips += 1)),
    ...body,
  });

test('a kind named twenty times is refused: it would be withheld twenty times', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const kinds = Array.from({ length: 20 }, () => ({ kind: 'service' }));
  const refused = await submit(invoice, { withholding: { kinds } });
  expect([refused.status, refused.body.error.details]).toMatchObject([
    400,
    { code: 'payment.withholding_twice', field: 'withholding.kinds.1.kind' },
  ]);
  expect(refused.body.error.message).toContain('service');
  expect(await read('/payments')).toEqual([]);
  const once = await submit(invoice, { withholding: { kinds: kinds.slice(0, 1) } });
  expect([once.status, once.body.data.withheld]).toEqual([201, '30000']);
});

test('what was said to be withheld is held against the money that came: 300.00 of 10,700.00, not of 400.00', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const submitted = await submit(invoice, { withholding: {} });
  const path = `/billing/payments/${submitted.body.data.documentId}/verify`;
  const refused = await clerk.post(path, { amount: '10000' });
  expect([refused.status, refused.body.error.details]).toMatchObject([
    422,
    { code: 'payment.withheld_unlike_money', field: 'amount' },
  ]);
  expect(refused.body.error.details.params.withheld).toEqual({ amount: '30000', currency: 'THB' });
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'open', amountDue: '1070000' });
  expect((await clerk.post(path)).status).toBe(200);
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid' });
});

test('the receipt says what was withheld, and the money that came', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const paid = await clerk.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'cash', amount: '1040000', receivedOn: app.platform.clock.today() },
    allocations: [{ invoice: invoice.documentId, amount: '1040000', withheld: '30000' }],
  });
  expect([paid.status, paid.body.error]).toEqual([201, undefined]);
  const [receipt] = paid.body.data.receipts as { documentId: string; number: string }[];
  const paper = async (language: string): Promise<string> => {
    const answer = await member.get(`/api/billing/receipts/${receipt?.documentId}/document?lang=${language}`).buffer();
    expect(answer.status).toBe(200);
    return textOf(answer.body as Buffer);
  };
  const amounts = ['10,700.00', '300.00', '10,400.00'];
  const thai = await paper('th');
  for (const words of ['หัก ณ ที่จ่าย', 'รับเงินจริง', receipt?.number, ...amounts]) {
    expect(thai).toContain(said(String(words)));
  }
  const english = await paper('en');
  for (const words of ['Tax withheld', 'Money received', ...amounts]) expect(english).toContain(words);
});

test('an invoice paid in part meanwhile takes the withholding all the same; the rest of the cash is credit', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const submitted = await submit(invoice, { withholding: {} });
  await clerk.post('/billing/payments', {
    customer: customer.documentId,
    method: 'cash',
    amount: '535000',
    receivedOn: app.platform.clock.today(),
    allocations: [{ invoice: invoice.documentId, amount: '535000' }],
  });
  const verified = await clerk.post(`/billing/payments/${submitted.body.data.documentId}/verify`);
  expect([verified.status, verified.body.data.withheld]).toEqual([200, '30000']);
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid' });
  expect(await read('/account')).toMatchObject({ credit: '535000' });
});

test.each([
  ['all of it', '1070000', '0', '1040000'],
  ['all but what was withheld', '1040000', '30000', '1010000'],
  ['all but less than that', '1060000', '10000', '1030000'],
])('what is not due any more was not withheld for us: paid meanwhile %s', async (_, meanwhile, due, credit) => {
  const before = BigInt((await read('/account')).credit);
  const certificates = (await read('/certificates')).length;
  const invoice = await issue(app, customer.id, [line()]);
  const submitted = await submit(invoice, { withholding: {} });
  expect(submitted.body.data).toMatchObject({ amount: '1040000', withheld: '30000' });
  await clerk.post('/billing/payments', {
    customer: customer.documentId,
    method: 'cash',
    amount: meanwhile,
    receivedOn: app.platform.clock.today(),
    allocations: [{ invoice: invoice.documentId, amount: meanwhile }],
  });
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ amountDue: due });

  const verified = await clerk.post(`/billing/payments/${submitted.body.data.documentId}/verify`);
  expect([verified.status, verified.body.data]).toMatchObject([
    200,
    { state: 'succeeded', amount: '1040000', withheld: '0', withholding: [] },
  ]);
  // The cash settles what was still due; nothing is left open for a certificate that never comes.
  expect(await read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
  expect(BigInt((await read('/account')).credit) - before).toBe(BigInt(credit));
  expect(await read('/certificates')).toHaveLength(certificates);
  const own = (await read('/receipts?populate=payment&pagination[pageSize]=100')).filter(
    (one: { payment: { documentId: string } }) => one.payment.documentId === submitted.body.data.documentId,
  );
  const sum = (part: 'amount' | 'withheld'): bigint =>
    own.reduce((total: bigint, one: Record<string, string>) => total + BigInt(one[part] ?? 0), 0n);
  expect([sum('amount'), sum('withheld')]).toEqual([1_040_000n, 0n]);
  const [mail] = await app.strapi.db
    .query('plugin::platform.delivery')
    .findMany({ where: { key: `payment:${submitted.body.data.documentId}` } });
  expect(mail?.data).toMatchObject({ amount: '10,400.00', withheld: '' });
});

const proposedFor = async (invoice: { documentId: string }) => {
  const [option] = await read(`/invoices/${invoice.documentId}/payment-options`);
  return option.withholding.map((one: { kind: string; base: string; amount: string }) => [one.base, one.amount]);
};

test('below a contract of 1,000.00 before VAT nothing is proposed; what a payer states is held against the rates', async () => {
  const { rows, settings } = app.platform;
  const { id } = await settings.read<{ id: number }>(SETTING);
  await rows.update(SETTING, [{ id, promptPayTarget: '0812345678' }]);
  const small = await issue(app, customer.id, [line({ unitPrice: 99_999n }), goods({ unitPrice: 500_000n })]);
  expect(await proposedFor(small)).toEqual([]);
  const whole = await submit(small, { withholding: {} });
  expect([whole.status, whole.body.data.withheld]).toEqual([201, '0']);

  // One of many invoices of their contract, says the payer: 3 % of 999.99 within a baht, and not more.
  const stated = async (amount: string) => submit(small, { withholding: { kinds: [{ kind: 'service', amount }] } });
  const refused = await stated('3101');
  expect([refused.status, refused.body.error.details.code]).toEqual([422, 'payment.withholding_differs']);
  const taken = await stated('3000');
  expect([taken.status, taken.body.data.withheld]).toEqual([201, '3000']);
  expect((await clerk.post(`/billing/payments/${taken.body.data.documentId}/verify`)).status).toBe(200);
  expect(await read(`/invoices/${small.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });

  const large = await issue(app, customer.id, [line({ unitPrice: 60_000n }), line({ unitPrice: 40_000n })]);
  expect(await proposedFor(large)).toEqual([['100000', '3000']]);
  // 107.00 of 1,070.00: the part is small, the contract counts.
  const part = await submit(large, { amount: '10700', withholding: {} });
  expect(part.body.data).toMatchObject({ amount: '10400', withheld: '300' });
});

test('from which contract on it counts is a setting', async () => {
  const { rows, settings } = app.platform;
  const { id, withholdingFrom } = await settings.read<{ id: number; withholdingFrom: bigint }>(SETTING);
  expect(BigInt(withholdingFrom)).toBe(100_000n);
  const invoice = await issue(app, customer.id, [line({ unitPrice: 150_000n })]);
  expect(await proposedFor(invoice)).toEqual([['150000', '4500']]);
  await rows.update(SETTING, [{ id, withholdingFrom: 150_001n }]);
  expect(await proposedFor(invoice)).toEqual([]);
  await rows.update(SETTING, [{ id, withholdingFrom }]);
});
