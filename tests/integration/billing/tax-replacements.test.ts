import { type App, bootApp, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { asSystem, companyMember, customerOf, goods, invoicing, issue, line, proofOf } from './support';

const NEW_BUYER = { name: 'บริษัท ล้านนาพาณิชย์ จำกัด', address: ['99 ถนนช้างคลาน', 'เชียงใหม่ 50100'] };

let app: App;
let clerk: Staff;
let owner: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  owner = await app.staff('owner');
  expect((await owner.post('/platform/clock', { now: '2031-05-10T03:00:00Z' })).status).toBe(200);
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const today = () => app.platform.clock.today();
const refused = (answer: { status: number; body: { error?: { details?: { code?: string } } } }) => [
  answer.status,
  answer.body.error?.details?.code,
];
const pdf = async (url: string): Promise<string> => textOf((await clerk.get(url).buffer()).body as Buffer);
const taxInvoice = async (documentId: string) =>
  (await clerk.get(`/billing/tax-invoices/${documentId}?populate=*`)).body.data;
const vatOf = async (month: string) => (await clerk.get(`/billing/tax-months/${month}`)).body.data;

async function company() {
  const member = await companyMember(app);
  return { member, ...(await customerOf(app, member)) };
}
async function paidService() {
  const buyer = await company();
  const invoice = await issue(app, buyer.id, [line()]);
  const body = { customer: buyer.documentId, method: 'cash', amount: String(invoice.total), receivedOn: today() };
  const paid = await clerk.post('/billing/payments', body);
  expect(paid.status).toBe(201);
  const [paper] = paid.body.data.taxInvoices as { documentId: string; number: string }[];
  return {
    buyer,
    invoice,
    payment: paid.body.data.documentId as string,
    ...(paper as { documentId: string; number: string }),
  };
}
const replace = (documentId: string, body: object, who: Staff = clerk) =>
  who.post(`/billing/tax-invoices/${documentId}/replace`, body);

test('a wrong name is put right: a new number, the old day and value, the old number on the paper and in the report', async () => {
  const paid = await paidService();
  expect(refused(await replace(paid.documentId, { reason: 'x' }))).toEqual([409, 'tax_invoice.nothing_to_correct']);
  const wrong = await replace(paid.documentId, { reason: 'x', buyer: { taxId: '0105500000012' } });
  expect(refused(wrong)).toEqual([400, 'tax_invoice.tax_id_wrong']);
  expect((await replace(paid.documentId, { buyer: NEW_BUYER })).status).toBe(400);
  expect((await replace(paid.documentId, { reason: 'x' }, await app.staff('accountant'))).status).toBe(403);

  const done = await replace(paid.documentId, { reason: 'ชื่อผู้ซื้อผิด', buyer: NEW_BUYER });
  expect([done.status, done.body.data.state, done.body.data.kind]).toEqual([201, 'issued', 'receipt_tax_invoice']);
  expect(done.body.data.number).toMatch(/^RC-/);
  const fresh = await taxInvoice(done.body.data.documentId);
  expect(fresh).toMatchObject({
    ...{ taxDate: today(), net: '1000000', tax: '70000', total: '1070000', cause: 'replacement' },
    ...{ replaces: { documentId: paid.documentId }, buyer: { name: NEW_BUYER.name } },
  });
  expect(await taxInvoice(paid.documentId)).toMatchObject({ state: 'replaced', cancelReason: 'ชื่อผู้ซื้อผิด' });
  const receipts = (
    await clerk.get(`/billing/receipts?filters[invoice][documentId][$eq]=${paid.invoice.documentId}&sort=id`)
  ).body.data;
  expect(receipts.map((one: Record<string, unknown>) => [one.number, one.state])).toEqual([
    [paid.number, 'cancelled'],
    [done.body.data.number, 'issued'],
  ]);

  const th = await pdf(`/billing/tax-invoices/${fresh.documentId}/document?lang=th`);
  for (const words of [`แทนฉบับเดิมเลขที่ ${paid.number}`, NEW_BUYER.name, 'ใบเสร็จรับเงิน/ใบกำกับภาษี']) {
    expect(th).toContain(said(words));
  }
  expect(await pdf(`/billing/tax-invoices/${fresh.documentId}/document?lang=en`)).toContain(
    `replaces the tax invoice ${paid.number}`,
  );
  expect(await pdf(`/billing/tax-invoices/${paid.documentId}/document?lang=en`)).toContain('REPLACED');
  const report = await owner.get(`/reports/reports/output-vat?from=${today()}&to=${today()}`);
  const rows = report.body.data.rows as Record<string, string>[];
  const about = rows.filter((row) => [paid.number, done.body.data.number].includes(row.number ?? ''));
  expect(about.map((row) => [row.number, row.vat, row.reference])).toEqual([
    [paid.number, '0', done.body.data.number],
    [done.body.data.number, '70000', paid.number],
  ]);

  // What is replaced is replaced once; its successor, and that one's, as often as need be.
  expect(refused(await replace(paid.documentId, { reason: 'x', buyer: NEW_BUYER }))).toEqual([
    409,
    'tax_invoice.ended',
  ]);
  const third = await replace(fresh.documentId, { reason: 'ที่อยู่ผิด' });
  expect(third.status).toBe(201);

  // A credit note afterwards names the one that stands, and a reversal ends it.
  const credited = await clerk.post(`/billing/invoices/${paid.invoice.documentId}/credit-notes`, {
    ...{ reason: 'x', cause: 'service_short' },
    lines: [
      {
        line: (await clerk.get(`/billing/invoice-lines?filters[invoice][documentId][$eq]=${paid.invoice.documentId}`))
          .body.data[0].documentId,
        amount: '10700',
      },
    ],
  });
  expect(credited.body.data.originals).toEqual([expect.objectContaining({ number: third.body.data.number })]);
});

test('ten who replace at once make one; the payment reversed later ends the one that stands', async () => {
  const paid = await paidService();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => replace(paid.documentId, { reason: 'x', buyer: NEW_BUYER })),
  );
  const statuses = answers.map((one) => one.status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(9);
  expect((await clerk.post(`/billing/payments/${paid.payment}/reverse`, { reason: 'no cover' })).status).toBe(200);
  const all = (
    await clerk.get(`/billing/tax-invoices?filters[invoice][documentId][$eq]=${paid.invoice.documentId}&sort=id`)
  ).body.data;
  expect(all.map((one: { state: string }) => one.state)).toEqual(['replaced', 'cancelled']);
});

test('a substitute is a copy with that word, its day and the reason; each is written down', async () => {
  const { documentId, number } = await paidService();
  const url = `/billing/tax-invoices/${documentId}/substitute`;
  expect((await clerk.post(url, {})).status).toBe(400);
  const first = await clerk.post(url, { reason: 'ลูกค้าทำต้นฉบับหาย' });
  expect(first.body.data).toMatchObject({ number, mark: 'substitute' });
  const text = await pdf(`${first.body.data.document}&lang=th`);
  expect(text).toContain(said('ใบแทนครั้งที่ 1'));
  expect(text).toContain(said('ลูกค้าทำต้นฉบับหาย'));
  expect(text).not.toContain(said('เอกสารนี้ไม่ใช่ต้นฉบับใบกำกับภาษี'));
  const second = await clerk.post(url, { reason: 'lost again' });
  expect(await pdf(`${second.body.data.document}&lang=en`)).toContain('Substitute no. 2');
  expect(await pdf(`${first.body.data.document}&lang=en`)).toContain('Substitute no. 1');
  expect(await taxInvoice(documentId)).toMatchObject({ state: 'issued' });
  expect((await replace(documentId, { reason: 'x', buyer: NEW_BUYER })).status).toBe(201);
  expect(refused(await clerk.post(url, { reason: 'x' }))).toEqual([409, 'tax_invoice.not_to_print']);
});

test('what is paid or handed over keeps its tax invoice; an early one is cancelled, and comes again with the money', async () => {
  const cancel = (documentId: string) => clerk.post(`/billing/tax-invoices/${documentId}/cancel`, { reason: 'ออกผิด' });
  const paid = await paidService();
  expect(refused(await cancel(paid.documentId))).toEqual([409, 'tax_invoice.tax_point_stands']);
  const buyer = await company();
  const delivered = await issue(app, buyer.id, [goods({ sourceLine: 'g1' })]);
  await asSystem(app, () =>
    invoicing(app).handOver([{ invoice: delivered.id, on: today(), lines: [{ sourceLine: 'g1', quantity: 1000n }] }]),
  );
  const [handed] = (await clerk.get(`/billing/tax-invoices?filters[invoice][documentId][$eq]=${delivered.documentId}`))
    .body.data;
  expect(refused(await cancel(handed.documentId))).toEqual([409, 'tax_invoice.tax_point_stands']);

  const service = await issue(app, buyer.id, [line({ unitPrice: 333_333n })]);
  const early = await clerk.post('/billing/tax-invoices', { invoice: service.documentId, reason: 'asked for' });
  const cancelled = await cancel(early.body.data.documentId);
  expect(cancelled.body.data).toMatchObject({ state: 'cancelled', cancelReason: 'ออกผิด' });
  expect(refused(await cancel(early.body.data.documentId))).toEqual([409, 'tax_invoice.ended']);
  const allocations = [{ invoice: service.documentId, amount: String(service.total) }];
  const money = await clerk.post('/billing/payments', {
    ...{ customer: buyer.documentId, method: 'cash', amount: String(service.total), receivedOn: today(), allocations },
  });
  expect(money.body.data.taxInvoices).toHaveLength(1);
  const voidable = await issue(app, buyer.id, [line()]);
  const wrong = await clerk.post('/billing/tax-invoices', { invoice: voidable.documentId });
  expect((await cancel(wrong.body.data.documentId)).status).toBe(200);
  expect((await clerk.post(`/billing/invoices/${voidable.documentId}/void`, { reason: 'x' })).status).toBe(200);
});

test('a closed month takes a replacement that keeps its values, and its report stays; nothing is cancelled in it', async () => {
  const paid = await paidService();
  const buyer = await company();
  const service = await issue(app, buyer.id, [line()]);
  const early = await clerk.post('/billing/tax-invoices', { invoice: service.documentId });
  expect((await owner.post('/platform/clock', { now: '2031-06-05T03:00:00Z' })).status).toBe(200);
  expect((await clerk.post('/billing/tax-months/2031-05/close', {})).status).toBe(200);
  const { vat } = await vatOf('2031-05');
  const done = await replace(paid.documentId, { reason: 'ชื่อผิด', buyer: NEW_BUYER });
  expect(done.body.data).toMatchObject({ taxDate: '2031-05-10', issuedOn: '2031-06-05', tax: '70000' });
  const report = async (from: string, to: string) =>
    (await owner.get(`/reports/reports/output-vat?from=${from}&to=${to}`)).body.data as {
      rows: Record<string, string>[];
      totals: Record<string, string>;
    };
  expect((await report('2031-05-01', '2031-05-31')).totals.vat).toBe(vat);
  // The month of the new number names it, without a value.
  const june = await report('2031-06-01', '2031-06-30');
  expect(june.rows.map((row) => [row.number, row.vat, row.reference])).toEqual([
    [done.body.data.number, '0', paid.number],
  ]);
  expect((await vatOf('2031-06')).documents).toBe(0);
  const cancelled = await clerk.post(`/billing/tax-invoices/${early.body.data.documentId}/cancel`, { reason: 'x' });
  expect(refused(cancelled)).toEqual([409, 'tax_month.closed_with']);
});

test('members neither replace nor cancel, and another member’s papers are not found', async () => {
  const { documentId } = await paidService();
  const { member } = await company();
  for (const verb of ['replace', 'substitute', 'cancel']) {
    expect([404, 405]).toContain(
      (await member.post(`/api/billing/tax-invoices/${documentId}/${verb}`, { reason: 'x' })).status,
    );
  }
  expect((await member.get(`/api/billing/tax-invoices/${documentId}/document`)).status).toBe(404);
});
