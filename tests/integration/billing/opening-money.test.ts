import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Staff } from '../../support/app';
import { importsOf } from '../../support/imports';
import { companyMember, customerOf, issue, line, proofOf } from './support';

/** Deposits and customer credit of the books before: held here as they were there, and nothing is taxed twice. */
let app: App;
let owner: Staff;
let day: string;
let files: ReturnType<typeof importsOf>;

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  day = app.platform.clock.today();
  files = importsOf(app, owner, 'billing/opening-money', { openingDay: day });
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

async function company() {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  const { code, taxId } = (await owner.get(`/crm/customers/${customer.documentId}`)).body.data;
  return { ...customer, code: code as string, taxId: taxId as string };
}
type Company = Awaited<ReturnType<typeof company>>;

const HEADINGS = 'เลขที่อ้างอิง,รหัสลูกค้า,ประเภท,จำนวนเงิน,วันที่,ออกใบกำกับภาษีแล้ว,เลขที่ใบกำกับภาษี,รายละเอียด';
const earlier = (days: number): string => addDays(day, -days);
const takeOver = async (...lines: string[]) => files.carryOut(await files.read([HEADINGS, ...lines]));
const report = async (code: string, query: string) => {
  const answer = await owner.get(`/reports/reports/${code}?from=${earlier(300)}&to=${day}&${query}`);
  expect(answer.body.error).toBeUndefined();
  return answer.body.data.rows as Record<string, string>[];
};
const LEDGERS: Record<string, string> = {
  ...{ '2130': 'customer_credit', '2140': 'deposits', '2150': 'output_vat', '2155': 'undue_vat' },
  ...{ '1110': 'cash', '3900': 'opening_balances', '4120': 'sales_services' },
};
const of = ({ documentId }: Company): string => `customer=${documentId}`;
/** What each account was moved by for a customer: debits above zero. */
async function ledgers(one: Company): Promise<Record<string, bigint>> {
  const sums: Record<string, bigint> = {};
  for (const { account = '', debit, credit } of await report('journal', `by=line&${of(one)}`)) {
    const ledger = LEDGERS[account] ?? account;
    sums[ledger] = (sums[ledger] ?? 0n) + BigInt(debit ?? 0) - BigInt(credit ?? 0);
  }
  expect(Object.values(sums).reduce((total, amount) => total + amount, 0n)).toBe(0n);
  return Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0n));
}
const vatOf = async (one: Company) =>
  (await report('output-vat', 'by=document'))
    .filter(({ taxId }) => taxId === one.taxId)
    .map(({ value, vat }) => [value, vat]);
const accountOf = async ({ documentId }: Company) =>
  (await owner.get(`/billing/customers/${documentId}/account`)).body.data;
const depositsOf = async ({ documentId }: Company) =>
  (await owner.get(`/billing/customers/${documentId}/deposits`)).body.data;
const does = async (deposit: string, verb: string, body: object) => {
  const answer = await owner.post(`/billing/deposits/${deposit}/${verb}`, body);
  expect(answer.body.error).toBeUndefined();
  return answer.body.data;
};
const pay = async (one: Company, amount: string) => {
  const answer = await owner.post('/billing/payments', {
    ...{ customer: one.documentId, method: 'cash', amount, receivedOn: day },
  });
  expect(answer.body.error).toBeUndefined();
};
const invoiceOf = async (id: string) => (await owner.get(`/billing/invoices/${id}`)).body.data;

test('each row that cannot be says why; who may not does not', async () => {
  const one = await company();
  const wrong = [
    HEADINGS,
    `,${one.code},มัดจำ,100,${day},แล้ว,,`,
    `D-1,nobody,มัดจำ,100,${day},แล้ว,,`,
    `D-2,${one.code},แปลก,100,${day},แล้ว,,`,
    `D-3,${one.code},มัดจำ,0,${day},แล้ว,,`,
    `D-4,${one.code},มัดจำ,100,${addDays(day, 1)},แล้ว,,`,
    `D-5,${one.code},มัดจำ,100,${day},,,`,
    `D-6,${one.code},มัดจำ,100,${day},ยัง,TX-6,`,
    `D-7,${one.code},ประกัน,100,${day},แล้ว,,`,
    `D-8,${one.code},เครดิต,100,${day},,TX-8,`,
    `D-9,${one.code},เครดิต,100,${day},,,`,
    `D-9,${one.code},เครดิต,200,${day},,,`,
    `INV-${Number(day.slice(0, 4)) + 543}-000007,${one.code},ประกัน,100,${day},,,`,
  ];
  const rows = await files.rows(await files.read(wrong));
  expect(rows.map(({ outcome }) => outcome)).toEqual([...Array(9).fill('wrong'), ...['new_credit', 'wrong', 'wrong']]);
  expect(rows.map(({ reason }) => reason)).toEqual([
    'Reference: please say it.',
    'There is no customer nobody. Please import the customers first, or correct the code.',
    'Kind: the word “แปลก” is not known.',
    'Amount: nothing is held. What was used up is not taken over.',
    expect.stringContaining('after the opening day'),
    'VAT accounted for: please say it.',
    expect.stringContaining('says that none was issued'),
    expect.stringContaining('is for advances alone'),
    expect.stringContaining('is for advances alone'),
    null,
    'The same as row 11.',
    expect.stringContaining('set the last number'),
  ]);
  expect((await files.send(wrong, await app.staff('sales'))).status).toBe(403);
  const template = await owner
    .get('/billing/opening-money-import-template?format=csv')
    .set('Accept-Language', 'en')
    .buffer();
  expect(template.text.split('\r\n')[0]).toContain('Reference');
  expect((await files.summary(await files.read(template.text.split('\r\n')))).wrong).toBe(3);
});

test('they are held as they were, against opening balances: no money of ours, no sale, no VAT; the same file changes nothing', async () => {
  const one = await company();
  const lines = [
    `A-1,${one.code},มัดจำ,"10,700.01",${earlier(40)},แล้ว,TXA-1,มัดจำงานติดตั้ง`,
    `A-2,${one.code},มัดจำ,2000,${earlier(30)},ยัง,,`,
    `A-3,${one.code},เงินประกัน,5000.50,${earlier(20)},,,`,
    `A-4,${one.code},เครดิต,250.25,${earlier(10)},,,`,
  ];
  const numbers = async () => (await owner.get('/platform/number-series')).body.data;
  const before = await numbers();
  expect(await takeOver(...lines)).toMatchObject({ newDeposits: 3, newCredits: 1, done: 4, failed: 0 });
  expect(await numbers()).toEqual(before);
  expect(await accountOf(one)).toMatchObject({ due: '0', credit: '25025', deposits: '1770051', openInvoices: 0 });
  expect(
    (await depositsOf(one)).map(({ kind, standing, held }: Record<string, string>) => [kind, standing, held]),
  ).toEqual([
    ['advance', 'held', '1070001'],
    ['untaxed_advance', 'held', '200000'],
    ['security', 'held', '500050'],
  ]);
  // 10,700.01 at 7 % inside: 700.00 of VAT were handed in by the books before.
  expect(await ledgers(one)).toEqual({
    deposits: -(1_070_001n - 70_000n + 200_000n + 500_050n),
    customer_credit: -25_025n,
    opening_balances: 1_070_001n - 70_000n + 200_000n + 500_050n + 25_025n,
  });
  expect(await vatOf(one)).toEqual([]);
  expect(await report('sales', `by=month&${of(one)}`)).toEqual([]);
  expect(await report('money-in', `by=day&${of(one)}`)).toEqual([]);
  expect((await report('statement', of(one))).at(-1)).toMatchObject({ balance: '-25025' });

  const again = await files.read([HEADINGS, ...lines]);
  expect(await files.summary(again)).toMatchObject({ unchanged: 4, newDeposits: 0, newCredits: 0, wrong: 0 });
  const other = lines.map((text) => text.replace('2000,', '2100,').replace('เครดิต', 'ประกัน'));
  expect(await files.outcomes(await files.read([HEADINGS, ...other]))).toEqual([
    ...['unchanged', 'wrong', 'unchanged', 'wrong'],
  ]);
});

test.each([
  [1_070_001n, 2_000_000n],
  [33_333n, 777_777n],
  [7n, 100_001n],
])('an advance of %p that was taxed there is taken off a final document of %p with its VAT', async (deposit, net) => {
  const one = await company();
  const baht = `${deposit / 100n}.${String(deposit % 100n).padStart(2, '0')}`;
  await takeOver(`T-${deposit},${one.code},มัดจำ,${baht},${earlier(40)},แล้ว,TXT-${deposit},`);
  const [held] = await depositsOf(one);
  const final = await issue(app, one.id, [line({ unitPrice: net })]);
  await does(held.documentId, 'apply', { invoice: final.documentId });
  const whole = await invoiceOf(final.documentId);
  expect(BigInt(whole.amountDue)).toBe(BigInt(whole.total) - deposit);
  await pay(one, whole.amountDue);
  // VAT of both together is that of the final document, of ours only what the books before had not handed in.
  const before = (2n * deposit * 7n + 107n) / (2n * 107n);
  expect(await vatOf(one)).toEqual([[String(net - (deposit - before)), String(BigInt(whole.tax) - before)]]);
  const sums = await ledgers(one);
  expect(sums).toMatchObject({ opening_balances: deposit - before, output_vat: -(BigInt(whole.tax) - before) });
  expect(sums.deposits ?? 0n).toBe(0n);
  expect(sums.undue_vat ?? 0n).toBe(0n);
  expect(await report('sales', `by=month&${of(one)}`)).toMatchObject([{ net: String(net), tax: whole.tax }]);
});

test('what nobody has taxed yet is taxed when it is used: an advance, a security, credit, each wholly', async () => {
  const one = await company();
  await takeOver(
    `U-1,${one.code},มัดจำ,2140,${earlier(30)},ยัง,,`,
    `U-2,${one.code},ประกัน,1070,${earlier(30)},,,`,
    `U-3,${one.code},เครดิต,535,${earlier(30)},,,`,
  );
  const final = await issue(app, one.id, [line({ unitPrice: 350_000n })]);
  for (const { documentId } of await depositsOf(one)) await does(documentId, 'apply', { invoice: final.documentId });
  expect(await invoiceOf(final.documentId)).toMatchObject({ amountDue: '53500' });
  expect((await owner.post(`/billing/customers/${one.documentId}/use-credit`, {})).body.error).toBeUndefined();
  expect(await invoiceOf(final.documentId)).toMatchObject({ state: 'paid', amountDue: '0' });
  const vat = await vatOf(one);
  expect(vat.reduce((total, [, tax]) => total + BigInt(tax ?? 0), 0n)).toBe(24_500n);
  expect(await ledgers(one)).toEqual({
    ...{ opening_balances: 374_500n, sales_services: -350_000n, output_vat: -24_500n },
  });
  expect(await accountOf(one)).toMatchObject({ due: '0', credit: '0', deposits: '0' });
});

test('a taxed advance goes back by a credit note on the tax invoice of the books before; an untaxed one that is kept is taxed', async () => {
  const one = await company();
  await takeOver(
    `R-1,${one.code},มัดจำ,1070,${earlier(30)},แล้ว,TXR-1,`,
    `R-2,${one.code},มัดจำ,2140,${earlier(30)},ยัง,,`,
  );
  const [taxed, untaxed] = await depositsOf(one);
  await does(taxed.documentId, 'return', { reason: 'ยกเลิกงาน', how: 'credit' });
  const [note] = (await owner.get(`/billing/credit-notes?filters[customer][documentId][$eq]=${one.documentId}`)).body
    .data;
  expect(JSON.stringify(note.originals)).toContain('TXR-1');
  expect(await vatOf(one)).toEqual([['-100000', '-7000']]);
  await does(untaxed.documentId, 'forfeit', { reason: 'ลูกค้ายกเลิก' });
  expect(await vatOf(one)).toEqual(
    expect.arrayContaining([
      ['-100000', '-7000'],
      ['200000', '14000'],
    ]),
  );
  expect(await accountOf(one)).toMatchObject({ credit: '107000', deposits: '0', due: '0' });
});

test('taken over wrongly, the money is reversed and its paper voided; then it comes once more', async () => {
  const one = await company();
  const row = (amount: string) => `W-1,${one.code},มัดจำ,${amount},${earlier(5)},แล้ว,TXW-1,`;
  await takeOver(row('999'));
  const [payment] = (await owner.get(`/billing/payments?filters[customer][documentId][$eq]=${one.documentId}`)).body
    .data;
  const [{ invoice }] = await depositsOf(one);
  const reversed = await owner.post(`/billing/payments/${payment.documentId}/reverse`, { reason: 'ยอดผิด' });
  expect(reversed.body.error).toBeUndefined();
  const voided = await owner.post(`/billing/invoices/${invoice.documentId}/void`, { reason: 'ยอดผิด' });
  expect(voided.body.error).toBeUndefined();
  expect(await ledgers(one)).toEqual({});
  expect(await takeOver(row('1070'))).toMatchObject({ done: 1, failed: 0 });
  expect(await ledgers(one)).toEqual({ deposits: -100_000n, opening_balances: 100_000n });
});
