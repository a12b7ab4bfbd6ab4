import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { companyMember, customerOf, proofOf } from './support';

const SERIES = { invoice: 'NM-INV-{BBBB}-{N:4}', receipt: 'NM-RC-{BBBB}-{N:4}', 'tax-invoice': 'NM-TX-{BBBB}-{N:4}' };
const ADDRESS = '9 ถนนนิมมานเหมินท์ เชียงใหม่ 50200';

let app: App;
let clerk: Staff;
let member: Member;
let customer: string;
let branch: string;
let year: string;

/** A branch with its own place on paper and its own counters, made as the owner makes it. */
beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  member = await companyMember(app);
  customer = (await customerOf(app, member)).documentId;
  year = String(Number(app.platform.clock.today().slice(0, 4)) + 543);
  const owner = await app.staff('owner');
  const made = await owner.post('/content-manager/collection-types/plugin::platform.branch', {
    code: '00007',
    name: 'นิมมาน',
    address: ADDRESS,
    phone: '053000111',
  });
  expect(made.status).toBe(201);
  branch = made.body.data.documentId;
  for (const [series, pattern] of Object.entries(SERIES)) {
    expect((await owner.post('/platform/number-series', { series, branch, pattern })).status).toBe(200);
  }
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

async function issued(kind: 'goods' | 'service', of?: string): Promise<{ documentId: string; number: string }> {
  const line = { description: 'ดูแลเว็บไซต์', kind, quantity: '1', unitPrice: '1000000' };
  const draft = await clerk.post('/billing/invoices', { customer, branch: of, lines: [line] });
  expect(draft.status).toBe(201);
  const answer = await clerk.post(`/billing/invoices/${draft.body.data.documentId}/issue`);
  expect(answer.status).toBe(200);
  return answer.body.data;
}

async function paid(invoice: string) {
  const answer = await clerk.post('/billing/payments', {
    customer,
    method: 'cash',
    amount: '1070000',
    receivedOn: app.platform.clock.today(),
    allocations: [{ invoice, amount: '1070000' }],
  });
  expect(answer.status).toBe(201);
  return answer.body.data as Record<'taxInvoices' | 'receipts', { documentId: string; number: string }[]>;
}

const paper = async (who: Member | Staff, url: string): Promise<string> => {
  const answer = await who.get(url).buffer();
  expect(answer.status).toBe(200);
  return textOf(answer.body as Buffer);
};

/** The same on the member's file and the clerk's, in both languages. */
async function expectOfBranch(path: string, number: string): Promise<void> {
  for (const [who, door] of [
    [member, '/api'],
    [clerk, ''],
  ] as const) {
    const thai = await paper(who, `${door}/billing/${path}/document?lang=th`);
    for (const text of [number, said('สาขาที่ 00007'), said(ADDRESS), '053-000-111']) expect(thai).toContain(text);
    // The company's own place is not named; its id is.
    expect(thai).not.toContain(said('ถนนท่าแพ'));
    expect(thai).toContain('0105500000011');
    expect(await paper(who, `${door}/billing/${path}/document?lang=en`)).toContain('Branch 00007');
  }
}

test('a service of a branch: invoice and receipt with tax invoice in one bear its place and its numbers', async () => {
  const invoice = await issued('service', branch);
  expect(invoice.number).toBe(`NM-INV-${year}-0001`);
  await expectOfBranch(`invoices/${invoice.documentId}`, invoice.number);

  const documents = await paid(invoice.documentId);
  expect(documents.receipts.map((one) => one.number)).toEqual([`NM-RC-${year}-0001`]);
  expect(documents.taxInvoices.map((one) => one.number)).toEqual([`NM-RC-${year}-0001`]);
  const [receipt] = documents.receipts;
  const [taxInvoice] = documents.taxInvoices;
  await expectOfBranch(`receipts/${receipt?.documentId}`, receipt?.number ?? '');
  await expectOfBranch(`tax-invoices/${taxInvoice?.documentId}`, taxInvoice?.number ?? '');
  const printed = await clerk.post(`/billing/tax-invoices/${taxInvoice?.documentId}/print`);
  expect(printed.body.data).toMatchObject({ number: `NM-RC-${year}-0001`, mark: 'original' });
  const sheet = await paper(clerk, `${printed.body.data.document}&lang=th`);
  for (const text of [said('ต้นฉบับ'), said('สาขาที่ 00007'), said(ADDRESS)]) expect(sheet).toContain(text);
});

test('goods of a branch: their tax invoice and the plain receipt after it count with the branch, each by itself', async () => {
  const invoice = await issued('goods', branch);
  expect(invoice.number).toBe(`NM-INV-${year}-0002`);
  const early = await clerk.post('/billing/tax-invoices', { invoice: invoice.documentId });
  expect(early.status).toBe(201);
  expect(early.body.data.number).toBe(`NM-TX-${year}-0001`);
  await expectOfBranch(`tax-invoices/${early.body.data.documentId}`, `NM-TX-${year}-0001`);

  const documents = await paid(invoice.documentId);
  expect(documents.taxInvoices).toEqual([]);
  expect(documents.receipts.map((one) => one.number)).toEqual([`NM-RC-${year}-0002`]);
  await expectOfBranch(`receipts/${documents.receipts[0]?.documentId}`, `NM-RC-${year}-0002`);
});

test('what the head office issues meanwhile bears its own place and counts by itself', async () => {
  const invoice = await issued('service');
  expect(invoice.number).toBe(`INV-${year}-000001`);
  const thai = await paper(member, `/api/billing/invoices/${invoice.documentId}/document?lang=th`);
  for (const text of [said('สำนักงานใหญ่'), said('ถนนท่าแพ')]) expect(thai).toContain(text);
  expect(thai).not.toContain(said(ADDRESS));
  const { receipts } = await paid(invoice.documentId);
  expect(receipts.map((one) => one.number)).toEqual([`RC-${year}-000001`]);
});

test('output VAT stands by branch: numbered from 1 in each, a row a month for each, and the tax month by branch', async () => {
  const today = app.platform.clock.today();
  const read = async (query: object) =>
    (await clerk.get('/reports/reports/output-vat').query({ from: today, to: today, ...query })).body.data;
  const cellsOf = (rows: Record<string, unknown>[], ...keys: string[]) =>
    rows.map((row) => keys.map((key) => row[key]));

  // A second document of the branch; those before are one of the head office and two of the branch.
  await paid((await issued('service', branch)).documentId);
  const report = await read({});
  expect(cellsOf(report.rows, 'branch', 'row', 'number', 'value', 'vat')).toEqual([
    ['00000', 1, `RC-${year}-000001`, '1000000', '70000'],
    ['00007', 1, `NM-RC-${year}-0001`, '1000000', '70000'],
    ['00007', 2, `NM-RC-${year}-0003`, '1000000', '70000'],
    ['00007', 3, `NM-TX-${year}-0001`, '1000000', '70000'],
  ]);
  const monthly = await read({ by: 'month' });
  const month = today.slice(0, 7);
  expect(cellsOf(monthly.rows, 'branch', 'month', 'documents', 'value', 'vat')).toEqual([
    ['00000', month, 1, '1000000', '70000'],
    ['00007', month, 3, '3000000', '210000'],
  ]);
  expect(monthly.totals).toEqual(expect.objectContaining({ value: '4000000', vat: '280000' }));
  expect((await read({ branch })).totals).toMatchObject({ value: '3000000', vat: '210000' });
  expect((await read({ branch: 'head-office' })).totals).toMatchObject({ value: '1000000', vat: '70000' });

  const taxMonth = (await clerk.get(`/billing/tax-months/${month}`)).body.data;
  expect(taxMonth).toMatchObject({ documents: 4, value: '4000000', vat: '280000' });
  expect(cellsOf(taxMonth.branches, 'branch', 'documents', 'value', 'vat')).toEqual([
    ['00000', 1, '1000000', '70000'],
    ['00007', 3, '3000000', '210000'],
  ]);
});
