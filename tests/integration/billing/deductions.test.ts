import { type App, bootApp, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { companyMember, customerOf, goods, issue, line, proofOf } from './support';

/** What customers deduct of what they pay, by what it is for: on the receipt, in the books, and as what they keep. */
let app: App;
let clerk: Staff;
let customer: { id: number; documentId: string };
let today: string;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  customer = await customerOf(app, await companyMember(app));
  today = app.platform.clock.today();
});
afterAll(() => app?.close());

const paid = async (deduction: object, draft = goods({ unitPrice: 100_000n })) => {
  const invoice = await issue(app, customer.id, [draft]);
  const answer = await clerk.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'bank_transfer', amount: '57000', receivedOn: today },
    allocations: [{ invoice: invoice.documentId, amount: '57000', deduction: { amount: '50000', ...deduction } }],
  });
  return { invoice, answer, payment: answer.body.data?.documentId as string };
};
const allocationOf = async (invoice: string) =>
  (await clerk.get(`/billing/allocations?filters[invoice][documentId]=${invoice}`)).body.data[0];
const receiptOf = async (payment: string, lang: 'th' | 'en') => {
  const [receipt] = (await clerk.get(`/billing/receipts?filters[payment][documentId]=${payment}`)).body.data;
  const paper = await clerk.get(`/billing/receipts/${receipt.documentId}/document?lang=${lang}`).buffer();
  return textOf(paper.body as Buffer);
};
const report = async (code: string, by: string) =>
  (await clerk.get(`/reports/reports/${code}?from=${today}&to=${today}&by=${by}&pagination[pageSize]=200`)).body.data;

test('a reason that staff know by a word is of that kind, any other is a reason of its own', async () => {
  for (const [deduction, kind, reason] of [
    [{ reason: 'retention' }, 'retention', 'retention'],
    [{ reason: ' เงินประกันผลงาน ' }, 'retention', 'เงินประกันผลงาน'],
    [{ reason: 'Bank fee' }, 'bank_fee', 'Bank fee'],
    [{ reason: 'ส่วนลด' }, 'discount', 'ส่วนลด'],
    [{ reason: 'ค่าปรับล่าช้า' }, 'other', 'ค่าปรับล่าช้า'],
    [{ kind: 'retention', reason: '5 % ตามสัญญา' }, 'retention', '5 % ตามสัญญา'],
    [{ kind: 'discount' }, 'discount', null],
  ] as const) {
    const { invoice } = await paid(deduction);
    expect(await allocationOf(invoice.documentId)).toMatchObject({
      ...{ deduction: '50000', deductionKind: kind, deductionReason: reason },
    });
  }
  for (const deduction of [{}, { kind: 'other' }, { kind: 'gift', reason: 'x' }]) {
    expect((await paid(deduction)).answer.status).toBe(400);
  }
});

test('the receipt says the kind and the amount in the language of its reader, in whichever document it stands', async () => {
  const kept = await paid({ kind: 'retention', reason: '5 % ตามสัญญา' });
  expect(await receiptOf(kept.payment, 'th')).toContain(said('หักเงินประกันผลงาน (5 % ตามสัญญา) 500.00'));
  expect(await receiptOf(kept.payment, 'en')).toContain(said('Retention deducted (5 % ตามสัญญา) 500.00'));
  const taxed = await paid({ reason: 'bank fee' }, line({ unitPrice: 100_000n }));
  expect(await receiptOf(taxed.payment, 'th')).toContain(said('หักค่าธรรมเนียมธนาคาร 500.00'));
  expect(await receiptOf(taxed.payment, 'en')).toContain(said('Bank fee deducted 500.00'));
  const other = await paid({ reason: 'ค่าปรับล่าช้า' });
  expect(await receiptOf(other.payment, 'en')).toContain(said('Deducted (ค่าปรับล่าช้า) 500.00'));
});

test('each kind is on its account; what has none of its own is booked as before', async () => {
  const booked = async (account: string): Promise<number> => {
    const { rows } = (await report('journal', 'line')) as { rows: { account: string; debit: string }[] };
    return rows.filter((row) => row.account === account).reduce((all, { debit }) => all + Number(debit), 0);
  };
  // Bank fees and other reasons are on the account of deductions, as they come.
  expect(await Promise.all(['5310', '4195', '1140'].map(booked))).toEqual([200_000, 100_000, 200_000]);
  const settings = 'plugin::billing.setting';
  const { accounts } = await app.platform.settings.read<{ accounts: Record<string, string> }>(settings);
  const { bank_fees: _, discounts: __, retentions: ___, ...before } = accounts;
  await app.strapi.db.query(settings as never).updateMany({ data: { accounts: before } as never });
  expect(await Promise.all(['5310', '4195', '1140'].map(booked))).toEqual([500_000, 0, 0]);
  expect(await proofOf(app)).toEqual([]);
});

test('what is kept back stays listed by customer and invoice, until its payment is reversed', async () => {
  const listed = await report('retentions', 'invoice');
  expect(listed.totals).toEqual({ retained: '200000' });
  expect(listed.rows[0]).toMatchObject({ on: today, retained: '50000', number: expect.stringMatching(/^INV-/) });
  expect((await report('retentions', 'customer')).rows).toMatchObject([{ retained: '200000' }]);
  const { payment } = await paid({ reason: 'retention' });
  expect((await report('retentions', 'invoice')).totals).toEqual({ retained: '250000' });
  await clerk.post(`/billing/payments/${payment}/reverse`, { reason: 'ผิดลูกค้า' });
  expect((await report('retentions', 'invoice')).totals).toEqual({ retained: '200000' });
});

test('a cheque keeps what its deduction is for until it is good', async () => {
  const invoice = await issue(app, customer.id, [goods({ unitPrice: 100_000n })]);
  const post = async (path: string, body: object) => {
    const answer = await clerk.post(`/billing/${path}`, body);
    expect([path, answer.body.error]).toEqual([path, undefined]);
    return answer.body.data;
  };
  const cheque = await post('cheques', {
    ...{
      customer: customer.documentId,
      bank: 'KBANK',
      number: '0000123',
      date: today,
      amount: '57000',
      receivedOn: today,
    },
    allocations: [
      {
        invoice: invoice.documentId,
        amount: '57000',
        deduction: { amount: '50000', kind: 'retention', reason: 'งวด 1' },
      },
    ],
  });
  await post('cheques/deposit', { cheques: [cheque.documentId] });
  await post('cheques/clear', { cheques: [cheque.documentId] });
  expect(await allocationOf(invoice.documentId)).toMatchObject({
    deductionKind: 'retention',
    deductionReason: 'งวด 1',
  });
});
