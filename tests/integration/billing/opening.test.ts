import { addDays, monthOf } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Staff } from '../../support/app';
import { importsOf } from '../../support/imports';
import { until } from '../../support/until';
import { customerRow, issue, line, proofOf, taxId } from './support';

/** A business moves here: customers, then what they still owed in the books before; then life goes on. */
let app: App;
let owner: Staff;
let day: string;
const COMPANY = taxId();
const OTHER = taxId();

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  day = app.platform.clock.today();
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Row {
  said?: object;
  row: number;
  outcome: string;
  state: string;
  reason: string | null;
}
type What = 'crm/customer' | 'billing/opening';

const send = (who: Staff, what: What, lines: readonly string[], openingDay?: string) => {
  const request = app.http
    .post(`/${what}-imports`)
    .set('Authorization', `Bearer ${who.token}`)
    .set('Accept-Language', 'en')
    .attach('file', Buffer.from(lines.join('\n')), 'old-books.csv');
  return openingDay === undefined ? request : request.field('openingDay', openingDay);
};
const read = async (what: What, lines: readonly string[]): Promise<string> => {
  const answer = await send(owner, what, lines, what === 'billing/opening' ? day : undefined);
  expect(answer.body.error).toBeUndefined();
  return answer.body.data.documentId;
};
const summary = async (what: What, id: string) => (await owner.get(`/${what}-imports/${id}`)).body.data;
const rowsOf = async (what: What, id: string): Promise<Row[]> =>
  (
    await owner
      .get(`/${what}-import-rows?filters[import][documentId][$eq]=${id}&sort=row:asc&pagination[pageSize]=100`)
      .set('Accept-Language', 'en')
  ).body.data;
const outcomes = async (what: What, id: string) => (await rowsOf(what, id)).map(({ outcome }) => outcome);
const carryOut = async (what: What, id: string) => {
  const started = await owner.post(`/${what}-imports/${id}/start`);
  expect(started.body.error).toBeUndefined();
  await until('the import is finished', async () => (await summary(what, id)).state === 'finished', {
    withinMs: 60_000,
  });
  return summary(what, id);
};
const found = async (text: string) =>
  (await owner.get(`/crm/customers/search?text=${encodeURIComponent(text)}`)).body.data.customers;
const invoiceOf = async (number: string) =>
  (await owner.get(`/billing/invoices?filters[number][$eq]=${number}&sort=id:desc`)).body.data[0];
const buddhist = (date: string): string => {
  const [year, month, of] = date.split('-').map(Number);
  return `${of}/${month}/${(year ?? 0) + 543}`;
};
const report = async (code: string, query: string) => {
  const answer = await owner.get(`/reports/reports/${code}?${query}`);
  expect(answer.body.error).toBeUndefined();
  return answer.body.data.rows as Record<string, string>[];
};

const CUSTOMERS = [
  'รหัสลูกค้า,ชื่อลูกค้า,เลขประจำตัวผู้เสียภาษี,สาขา,ที่อยู่,อำเภอ,จังหวัด,รหัสไปรษณีย์,เครดิต (วัน),อีเมล,ผู้ติดต่อ,ประเภทผู้ติดต่อ,พนักงานขาย',
  // A spreadsheet took the tax id for a number, and the branch too.
  `A-1,บริษัท ล้านนา จำกัด,${COMPANY.slice(1)},0,1 ถนนห้วยแก้ว,เมือง,เชียงใหม่,50200,30,acc@lanna.test,สมหญิง,วางบิล,ก`,
  'A-1,,,,,,,,,,สมชาย,จัดซื้อ,',
  `A-2,ร้านมานะ,${OTHER},สำนักงานใหญ่,2 ถนนท่าแพ,เมือง,เชียงใหม่,50100,,mana@shop.test,,,`,
  `A-3,สาขาที่สอง,${OTHER},00001,3 ถนนท่าแพ,เมือง,เชียงใหม่,50100,,,,,`,
  `A-4,ซ้ำกัน,${OTHER},00000,4 ถนนท่าแพ,เมือง,เชียงใหม่,50100,,,,,`,
  'A-5,เลขผิด,1234567890123,,5 ถนนท่าแพ,เมือง,เชียงใหม่,50100,,,,,',
  ',ไม่มีรหัส,,,,,,,,,,,',
  'A-6,อีเมลผิด,,,,,,,,not-a-mail,,,',
  'A-7,เครดิตผิด,,,,,,,many,,,,',
];

test('customers are looked at, each wrong one with its reason, then taken over; the same file changes nothing', async () => {
  const id = await read('crm/customer', CUSTOMERS);
  expect(await outcomes('crm/customer', id)).toEqual([
    ...['new_customer', 'new_contact', 'new_customer', 'new_customer'],
    ...['wrong', 'wrong', 'wrong', 'wrong', 'wrong'],
  ]);
  const reasons = (await rowsOf('crm/customer', id)).map(({ reason }) => reason);
  expect(reasons[4]).toBe('Another customer, in row 4, has the same tax id and branch.');
  expect(reasons[6]).toBe('This row has neither a customer code nor a tax id, so nobody knows who it is.');
  expect(reasons[8]).toBe('Credit days: “many” is no whole number. Write it like 30.');
  expect(await found('A-1')).toEqual([]);
  expect(await summary('crm/customer', id)).toMatchObject({ ignored: ['พนักงานขาย'], newCustomers: 3, wrong: 5 });

  expect(await carryOut('crm/customer', id)).toMatchObject({ done: 4, failed: 0 });
  const [company] = await found('A-1');
  expect(company).toMatchObject({ taxId: COMPANY, branchCode: '00000', creditTermsDays: 30, kind: 'organisation' });
  const full = (await owner.get(`/crm/contacts?filters[customer][documentId][$eq]=${company.documentId}&sort=id`)).body;
  expect(full.data.map((one: { name: string; type: string }) => [one.name, one.type])).toEqual([
    ['สมหญิง', 'billing'],
    ['สมชาย', 'purchasing'],
  ]);

  const again = await read('crm/customer', CUSTOMERS.slice(0, 5));
  expect(await outcomes('crm/customer', again)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
  const changed = await read('crm/customer', ['Customer code,Credit days,Province', 'A-1,45,', 'A-2,,ลำพูน']);
  expect(await outcomes('crm/customer', changed)).toEqual(['changed', 'changed']);
  await carryOut('crm/customer', changed);
  expect((await found('A-1'))[0].creditTermsDays).toBe(45);
  expect((await found('A-2'))[0]).toMatchObject({ taxId: OTHER });
  const terms = ['Customer code,Early-payment discount', 'A-1,2 % / 10', 'A-2,2 in ten'];
  const promised = await read('crm/customer', terms);
  expect(await outcomes('crm/customer', promised)).toEqual(['changed', 'wrong']);
  const [, unread] = await rowsOf('crm/customer', promised);
  expect(unread?.reason).toContain('such as 2/10');
  await carryOut('crm/customer', promised);
  const { documentId } = (await found('A-1'))[0];
  expect((await owner.get(`/crm/customers/${documentId}`)).body.data.earlyPayment).toBe('2/10');
  const stranger = await app.staff('sales');
  expect((await send(stranger, 'crm/customer', CUSTOMERS)).status).toBe(403);
});

const HEADINGS =
  'เลขที่ใบแจ้งหนี้,รหัสลูกค้า,วันที่,ครบกำหนด,ยอดรวม,ชำระแล้ว,ยอดค้างชำระ,รายการ,ประเภท,ประเภทเงินได้,ออกใบกำกับภาษีแล้ว,เลขที่ใบกำกับภาษี';
const opening = () => [
  HEADINGS,
  `OLD/1,A-1,${buddhist(addDays(day, -40))},${buddhist(addDays(day, -10))},"10,700.00",0,"10,700.00",ดูแลระบบ,บริการ,service,ยัง,`,
  `OLD/2,A-1,${buddhist(addDays(day, -100))},${buddhist(addDays(day, -70))},5350,1350,4000,กล้อง,สินค้า,,แล้ว,TX/2`,
  `OLD/3,A-2,${addDays(day, -5)},,2140,,2140,ซ่อม,บริการ,,,`,
  `OLD/3,A-2,${addDays(day, -5)},,1070,,1070,อะไหล่,สินค้า,,,`,
];

test('what is owed in the books before is looked at; a row that cannot be says why', async () => {
  const wrong = [
    HEADINGS,
    `W/1,A-9,${day},,100,,100,x,บริการ,,,`,
    `W/2,A-1,${day},,500,100,300,x,บริการ,,,`,
    `W/3,A-1,${addDays(day, 1)},,100,,100,x,บริการ,,,`,
    'W/4,A-1,31/2/2569,,100,,100,x,บริการ,,,',
    `W/5,A-1,${day},${addDays(day, -1)},100,,100,x,บริการ,,,`,
    `W/6,A-1,${day},,100,,0,x,บริการ,,,`,
    `W/7,A-1,${day},,100,,100,x,แปลก,,,`,
    `W/8,A-1,${day},,100,,100,x,บริการ,,,`,
    `W/8,A-2,${day},,100,,100,y,บริการ,,,`,
    `W/9,A-1,${day},,100,,100,x,บริการ,,,`,
    `W/9,A-1,${day},,100,,ten,y,บริการ,,,`,
    `INV-${Number(day.slice(0, 4)) + 543}-000007,A-1,${day},,100,,100,x,บริการ,,,`,
  ];
  const id = await read('billing/opening', wrong);
  const rows = await rowsOf('billing/opening', id);
  expect(rows.map(({ outcome }) => outcome)).toEqual(wrong.slice(1).map(() => 'wrong'));
  expect(rows.map(({ reason }) => reason)).toEqual([
    'There is no customer A-9. Please import the customers first, or correct the code.',
    'The amounts do not add up: a total of 500.00 THB less 100.00 THB paid leaves 400.00 THB, but the file says 300.00 THB.',
    expect.stringContaining('after the opening day'),
    'Invoice date: “31/2/2569” is no date. Write it like 31/1/2026.',
    expect.any(String),
    'Still owed: nothing is owed. Invoices that are paid are not taken over.',
    'Kind: the word “แปลก” is not known.',
    'Of the same invoice as row 10, which is wrong: it is taken over whole or not at all.',
    'The same number as row 9, but another customer, date, purchase order or branch.',
    'Of the same invoice as row 12, which is wrong: it is taken over whole or not at all.',
    'Still owed: “ten” is no amount. Write it like 1,500.00.',
    expect.stringContaining('set the last number'),
  ]);
  for (const [lines, code] of [
    [['Customer code,Still owed', 'A-1,100'], 'opening_import.no_codes'],
    [['Invoice number', 'X'], 'opening_import.nothing_said'],
    [[HEADINGS], 'opening_import.empty'],
  ] as const) {
    const refused = await send(owner, 'billing/opening', lines, day);
    expect([refused.status, refused.body.error?.details?.code]).toEqual([400, code]);
  }
  const ahead = await send(owner, 'billing/opening', opening(), addDays(day, 1));
  expect([ahead.status, ahead.body.error.details.code]).toEqual([400, 'opening_import.opening_day']);
  expect((await send(await app.staff('sales'), 'billing/opening', opening(), day)).status).toBe(403);
});

test('each series goes on after the last number of the books before: once, upwards, without a hole', async () => {
  const year = Number(day.slice(0, 4)) + 543;
  const start = (series: string, last: string) => owner.post('/platform/number-series/start', { series, last });
  const refused = async (series: string, last: string) => {
    const { status, body } = await start(series, last);
    return [status, body.error?.details?.code];
  };
  expect(await refused('invoice', 'XX-1')).toEqual([400, 'number_series.number_unlike']);
  expect(await refused('nothing', '1')).toEqual([404, 'number_series.unknown']);
  const started = await start('invoice', `INV-${year}-000412`);
  expect(started.body.data).toMatchObject({ issued: '0', startsAfter: '412', next: `INV-${year}-000413` });
  expect((await start('invoice', '412')).body.data.next).toBe(`INV-${year}-000413`);
  expect(await refused('invoice', '411')).toEqual([409, 'number_series.only_upwards']);
  expect((await start('invoice', '420')).body.data.next).toBe(`INV-${year}-000421`);
  expect((await start('receipt', '99')).body.data.next).toBe(`RC-${year}-000100`);

  const [company] = await found('A-1');
  const own = await issue(app, await customerRow(app, company.documentId), [line({ unitPrice: 10_000n })]);
  expect(own.number).toBe(`INV-${year}-000421`);
  await owner.post(`/billing/invoices/${own.documentId}/void`, { reason: 'ลองดู' });
  expect(await refused('invoice', '500')).toEqual([409, 'number_series.in_use']);
  // What lies below is not given any more: a number of ours of the books before may be taken over.
  const rows = [HEADINGS, `INV-${year}-000007,A-1,${day},,100,,100,x,บริการ,,,`];
  expect(await outcomes('billing/opening', await read('billing/opening', rows))).toEqual(['new_invoice']);
  expect((await (await app.staff('billing')).post('/platform/number-series/start', {})).status).toBe(403);
});

test('last numbers come from a file as well: looked at first, each wrong one with its reason, the same file again changes nothing', async () => {
  const year = Number(day.slice(0, 4)) + 543;
  const files = importsOf(app, owner, 'platform/series');
  const lines = [
    'ชุดเลขที่,สาขา,วันที่ในงวด,เลขที่ล่าสุด',
    `refund,,,RF-${year}-000041`,
    `ใบวางบิล,สำนักงานใหญ่,${buddhist(day)},77`,
    'credit-note,0,,',
    'refund,,,43',
    'credit-note,,,XX-1',
    'nothing,,,1',
    'receipt,99999,,5',
    'customer,,,1',
    'invoice,,,900',
    `credit-note,,${buddhist(addDays(day, 400))},900`,
  ];
  const id = await files.read(lines);
  const rows = (await files.rows(id)) as (Row & { next: string | null })[];
  expect(rows.map(({ outcome }) => outcome)).toEqual([
    ...['started', 'started', 'unchanged', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong'],
  ]);
  expect(rows.slice(0, 2).map(({ next }) => next)).toEqual([`RF-${year}-000042`, `BN-${year}-000078`]);
  expect(rows.slice(3).map(({ reason }) => reason)).toEqual([
    'The same as row 2.',
    expect.stringContaining('XX-1'),
    expect.stringMatching(/^There is no series “nothing”. It is one of: .*Invoices, Receipts, Tax invoices.*\.$/),
    expect.any(String),
    expect.any(String),
    expect.any(String),
    expect.stringContaining('has not come yet'),
  ]);
  const nextOf = async (code: string): Promise<string> =>
    (await owner.get('/platform/number-series')).body.data.find(
      (one: { series: string; branch: unknown }) => one.series === code && one.branch === null,
    ).next;
  expect(await nextOf('refund')).toBe(`RF-${year}-000001`);
  expect(await files.carryOut(id)).toMatchObject({ started: 2, done: 2, failed: 0, wrong: 7 });
  expect([await nextOf('refund'), await nextOf('billing-note')]).toEqual([`RF-${year}-000042`, `BN-${year}-000078`]);
  expect(await files.outcomes(await files.read(lines.slice(0, 4)))).toEqual(Array(3).fill('unchanged'));
  expect((await files.send(lines, await app.staff('billing'))).status).toBe(403);
  // Staff write what stands on the paper, in either language.
  const called = ['ใบเสร็จรับเงิน', 'Receipt', 'tax invoice', 'ใบเสร็จรับเงิน/ใบกำกับภาษี', 'Quotation', 'รหัสลูกค้า'];
  const named = await files.read([lines[0] ?? '', ...called.map((name) => `${name},,,`)]);
  expect(((await files.rows(named)) as Row[]).map(({ said }) => said)).toEqual(
    ['receipt', 'receipt', 'tax-invoice', 'receipt', 'quote', 'customer'].map((series) => ({ series })),
  );
  const unknown = await files.read([lines[0] ?? '', 'ใบอะไร,,,1']);
  const inThai = await owner
    .get(`/platform/series-import-rows?filters[import][documentId]=${unknown}`)
    .set('accept-language', 'th');
  expect(inThai.body.data[0].reason).toMatch(
    /^ไม่มีชุดเลขที่ “ใบอะไร” กรุณาใช้ชื่อใดชื่อหนึ่ง: .*ใบแจ้งหนี้, ใบเสร็จรับเงิน\/ใบกำกับภาษี, ใบกำกับภาษี/,
  );
  // The file to fill in has a line for each series; as it is it changes nothing.
  const template = await owner.get('/platform/series-import-template?format=csv').buffer();
  const untouched = await files.summary(await files.read(template.text.split('\r\n')));
  expect(untouched).toMatchObject({ started: 0, wrong: 0, unchanged: untouched.rows });
  expect(untouched.rows).toBeGreaterThan(5);
});

test('it is taken over with its own numbers and days, once, and no number of ours is used', async () => {
  const series = async () => (await owner.get('/platform/number-series')).body.data;
  const before = await series();
  const id = await read('billing/opening', opening());
  expect(await outcomes('billing/opening', id)).toEqual(Array(4).fill('new_invoice'));
  expect(await carryOut('billing/opening', id)).toMatchObject({ done: 4, failed: 0, newInvoices: 4 });
  expect(await series()).toEqual(before);

  expect(await invoiceOf('OLD/1')).toMatchObject({
    ...{ state: 'open', total: '1070000', net: '1000000', tax: '70000', amountDue: '1070000' },
    ...{ issuedOn: addDays(day, -40), dueDate: addDays(day, -10), takenOverOn: day },
  });
  expect(await invoiceOf('OLD/3')).toMatchObject({ total: '321000', dueDate: expect.any(String) });

  const again = await read('billing/opening', opening());
  expect(await summary('billing/opening', again)).toMatchObject({ unchanged: 4, newInvoices: 0, wrong: 0 });
  const other = opening().map((one) => one.replaceAll('4000', '4100').replace('1350', '1250'));
  expect(await outcomes('billing/opening', await read('billing/opening', other))).toEqual([
    ...['unchanged', 'wrong', 'unchanged', 'unchanged'],
  ]);

  const ageing = await report('receivables', `from=${day}&to=${day}&by=invoice`);
  expect(
    ageing.map(({ number, past30, past60, past90, current }) => [number, current, past30, past60, past90]),
  ).toEqual(
    expect.arrayContaining([
      ['OLD/1', '0', '1070000', '0', '0'],
      ['OLD/2', '0', '0', '0', '400000'],
    ]),
  );
  const from = addDays(day, -200);
  expect(await report('sales', `from=${from}&to=${day}&by=month`)).toEqual([]);
  expect(await report('output-vat', `from=${from}&to=${day}&by=document`)).toEqual([]);
  const journal = (await report('journal', `from=${from}&to=${day}&by=line`)).filter(({ number }) =>
    number?.startsWith('OLD'),
  );
  expect(new Set(journal.map(({ on }) => on))).toEqual(new Set([day]));
  const total = (side: string, account: string): bigint =>
    journal.filter((row) => row.account === account).reduce((sum, row) => sum + BigInt(row[side] ?? 0), 0n);
  expect(total('debit', '1130')).toBe(1_070_000n + 400_000n + 321_000n);
  // VAT of services is due when they are paid, here; that of the goods was reported before.
  expect(total('credit', '2155')).toBe(70_000n + 14_000n);
  expect(total('credit', '3900')).toBe(1_791_000n - 84_000n);
});

test('a service is paid with tax withheld and has its tax invoice here; goods taxed before have a plain receipt', async () => {
  const [company] = await found('A-1');
  const pay = async (body: object) => {
    const answer = await owner.post('/billing/payments', {
      ...{ customer: company.documentId, method: 'bank_transfer', receivedOn: day },
      ...body,
    });
    expect(answer.body.error).toBeUndefined();
    return answer.body.data;
  };
  const service = await invoiceOf('OLD/1');
  const paid = await pay({
    amount: '1040000',
    allocations: [{ invoice: service.documentId, amount: '1040000', withheld: '30000' }],
  });
  expect(paid.taxInvoices).toHaveLength(1);
  expect(await invoiceOf('OLD/1')).toMatchObject({ state: 'paid', amountDue: '0' });
  const [taxed] = (await owner.get(`/billing/tax-invoices?filters[invoice][number][$eq]=OLD/1`)).body.data;
  expect(taxed).toMatchObject({ net: '1000000', tax: '70000', kind: 'receipt_tax_invoice', taxDate: day });

  const goods = await invoiceOf('OLD/2');
  const plain = await pay({ amount: '100000', allocations: [{ invoice: goods.documentId, amount: '100000' }] });
  expect(plain.taxInvoices).toEqual([]);
  expect(plain.receipts).toHaveLength(1);
  const vat = await report('output-vat', `from=${addDays(day, -200)}&to=${day}&by=document`);
  expect(vat.map(({ number, vat: tax }) => [number, tax])).toEqual([[taxed.number, '70000']]);

  // What is wrong with the goods is credited against the tax invoice of the books before, by its number.
  const note = await owner.post(`/billing/invoices/${goods.documentId}/credit-notes`, {
    ...{ reason: 'กล้องเสีย', cause: 'goods_faulty', settle: [{ how: 'offset' }] },
    lines: [
      {
        line: (await owner.get(`/billing/invoice-lines?filters[invoice][number][$eq]=OLD/2`)).body.data[0].documentId,
        amount: '50000',
      },
    ],
  });
  expect(note.body.error).toBeUndefined();
  const [credited] = (await owner.get('/billing/credit-notes')).body.data;
  expect(JSON.stringify(credited.originals)).toContain('TX/2');
  const old = (await owner.get(`/billing/tax-invoices?filters[number][$eq]=TX/2`)).body.data[0];
  const replaced = await owner.post(`/billing/tax-invoices/${old.documentId}/cancel`, { reason: 'x' });
  expect([replaced.status, replaced.body.error.details.code]).toEqual([409, 'tax_invoice.of_old_books']);
});

test('what was taken over wrongly is voided, and taken over again as it should be', async () => {
  const table = (amount: string): string =>
    `OLD/8,A-2,${addDays(day, -3)},,${amount},,${amount},โต๊ะ,สินค้า,,แล้ว,TX/8`;
  await carryOut('billing/opening', await read('billing/opening', [HEADINGS, table('999')]));
  const wrong = await invoiceOf('OLD/8');
  const voided = await owner.post(`/billing/invoices/${wrong.documentId}/void`, { reason: 'ยอดผิด' });
  expect(voided.body.error).toBeUndefined();
  expect(await carryOut('billing/opening', await read('billing/opening', [HEADINGS, table('1070')]))).toMatchObject({
    done: 1,
  });
  expect(await invoiceOf('OLD/8')).toMatchObject({ state: 'open', total: '107000' });
});

test('the books are not opened in a month whose return was handed in', async () => {
  await app.http
    .post('/platform/clock')
    .set('Authorization', `Bearer ${(await app.staff()).token}`)
    .send({ advance: 'P40D' });
  const closed = await owner.post(`/billing/tax-months/${monthOf(day)}/close`, { despite: true });
  expect(closed.body.error).toBeUndefined();
  const refused = await send(owner, 'billing/opening', opening(), day);
  expect([refused.status, refused.body.error.details.code]).toEqual([409, 'tax_month.closed']);
});
