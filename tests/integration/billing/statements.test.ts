import { type App, bootApp, type Staff } from '../../support/app';
import { companyMember, CUSTOMER, customerOf, issue, line, proofOf, sendSlip, taxId } from './support';

let app: App;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
});
afterAll(() => app.close());
// Whatever happened in a test, the books add up after it.
afterEach(async () => expect(await proofOf(app)).toEqual([]));

type Fields = Record<string, string>;

const send = (who: Staff, path: string, content: string | Buffer, fields: Fields = {}, name = 'statement.csv') => {
  const asked = app.http.post(`/billing/statements${path}`).set('Authorization', `Bearer ${who.token}`);
  for (const [key, value] of Object.entries(fields)) asked.field(key, value);
  return asked.attach('file', Buffer.isBuffer(content) ? content : Buffer.from(content), name);
};

const today = () => app.platform.clock.today();
/** A day as banks in Thailand write it. */
const thai = (on = today()): string => {
  const [year, month, day] = on.split('-');
  return `${day}/${month}/${Number(year) + 543}`;
};
const money = (satang: bigint): string => `${satang / 100n}.${String(satang % 100n).padStart(2, '0')}`;

let balance = 0n;
const HEADER = 'วันที่,เวลา,รายการ,ถอนเงิน (บาท),ฝากเงิน (บาท),ยอดคงเหลือ (บาท),รายละเอียด';
/** Deposits with what the bank writes beside, of today unless told, and above them whose account it is. */
const csv = (deposits: readonly (readonly [bigint, string, string?])[], account = '111-1-11111-1'): string => {
  const rows = deposits.map(([amount, details, on]) => {
    balance += amount;
    return `${thai(on)},10:00,รับโอนเงิน,,"${money(amount)}","${money(balance)}","${details}"`;
  });
  return [`เลขที่บัญชี,${account}`, HEADER, ...rows].join('\n');
};

let customers = 0;
/** A company, by staff: its tax papers are complete. */
async function company(): Promise<{ id: number; documentId: string; name: string }> {
  customers += 1;
  const name = `บริษัท ลูกค้าที่ ${customers} ของธนาคาร จำกัด`;
  const answer = await clerk.post('/crm/customers', {
    ...{ kind: 'organisation', name, taxId: taxId(), branchCode: '00000' },
    billingAddress: { line1: '1 ถนนนิมมานเหมินท์', district: 'เมือง', province: 'เชียงใหม่', postcode: '50200' },
  });
  expect(answer.status).toBe(201);
  const [row] = await app.platform.rows.byDocumentIds(CUSTOMER, [answer.body.data.documentId], { fields: [] });
  return { id: row?.id ?? 0, documentId: answer.body.data.documentId, name };
}

/** Prices before VAT that no two invoices here share. */
let price = 1_000_00n;
const nextPrice = (): bigint => (price += 1_700n);

async function invoiceOf(customer: { id: number }, unitPrice = nextPrice()) {
  const invoice = await issue(app, customer.id, [line({ unitPrice })]);
  return { documentId: invoice.documentId, number: String(invoice.number), due: BigInt(invoice.amountDue) };
}
const stateOf = async (invoice: { documentId: string }) =>
  (await clerk.get(`/billing/invoices/${invoice.documentId}`)).body.data.state as string;
const linesOf = async (statement: string, tab: string) =>
  (await clerk.get(`/billing/statements/${statement}/lines?tab=${tab}`)).body.data.lines;

test('what comes in is matched, to check or unknown; all that is matched is applied at once, and only once', async () => {
  const [one, two, other] = [await company(), await company(), await company()];
  const alone = await invoiceOf(one);
  const same = nextPrice();
  const [twin, likeTwin] = [await invoiceOf(two, same), await invoiceOf(other, same)];
  const netted = await invoiceOf(one, 10_000_00n);
  const file = csv([
    [alone.due, 'จาก KBANK X1234'],
    [twin.due, 'โอนเงิน'],
    [netted.due - 300_00n, `ชำระ ${netted.number.replaceAll('-', ' ')} หัก 3%`],
    [12_345_67n, 'เงินฝาก'],
  ]);

  const preview = await send(clerk, '/preview', file);
  expect(preview.status).toBe(200);
  expect(preview.body.data).toMatchObject({
    ...{ layout: 'kbank', account: '1111111111', continuous: true, buddhist: true, known: 0, problemCount: 0 },
    ...{ from: today(), incoming: { lines: 4 }, outgoing: { lines: 0 } },
  });
  expect((await clerk.get('/billing/statements')).body.data).toHaveLength(0);

  const imported = await send(clerk, '', file);
  expect(imported.status).toBe(201);
  expect(imported.body.data).toMatchObject({ matched: 2, toCheck: 1, unknown: 1, written: 4, known: 0 });
  const statement = imported.body.data.statement.documentId as string;
  const [first, second] = await linesOf(statement, 'matched');
  expect(first.proposals[0]).toMatchObject({ customer: { name: one.name }, invoices: [{ number: alone.number }] });
  expect(first.proposals[0].reasons).toContain('จำนวนเงินตรงกันพอดี');
  expect(second.proposals[0].invoices).toMatchObject([{ number: netted.number, withheld: '30000' }]);
  expect((await linesOf(statement, 'to_check'))[0].proposals).toHaveLength(2);

  // At the same moment twice: each line pays once.
  const twice = await Promise.all([1, 2].map(() => clerk.post(`/billing/statements/${statement}/apply`)));
  expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  expect(twice.map(({ body }) => body.data.applied).sort()).toEqual([0, 2]);
  expect([await stateOf(alone), await stateOf(netted)]).toEqual(['paid', 'paid']);
  const paid = await clerk.get(`/billing/payments?filters[customer][documentId][$eq]=${one.documentId}&sort=id`);
  expect(
    paid.body.data.map((payment: { amount: string; withheld: string }) => [payment.amount, payment.withheld]),
  ).toEqual([
    [String(alone.due), '0'],
    [String(netted.due - 300_00n), '30000'],
  ]);

  // By hand: which of the two it is, and whose the unknown money is.
  const [toCheck] = await linesOf(statement, 'to_check');
  const [unknown] = await linesOf(statement, 'unknown');
  const place = toCheck.proposals.findIndex(
    (proposal: { customer: { name: string } }) => proposal.customer.name === two.name,
  );
  const chosen = await clerk.post(`/billing/statements/${statement}/apply`, {
    lines: [
      { line: toCheck.documentId, proposal: place },
      {
        line: unknown.documentId,
        customer: other.documentId,
        allocations: [{ invoice: likeTwin.documentId, amount: '5000' }],
      },
    ],
  });
  expect(chosen.body.data).toMatchObject({ applied: 2, left: [], remaining: 0 });
  expect([await stateOf(twin), await stateOf(likeTwin)]).toEqual(['paid', 'open']);
  const account = await clerk.get(`/billing/customers/${other.documentId}/account`);
  expect(account.body.data.credit).toBe(String(12_345_67n - 50_00n));
  expect((await clerk.get('/billing/suspense')).body.data.lines).toEqual([]);

  // The payer is known from now on.
  const next = await invoiceOf(one);
  await invoiceOf(other, next.due - (next.due / 107n) * 7n);
  const later = await send(clerk, '', csv([[next.due, 'จาก KBANK X1234']]));
  expect(later.body.data.matched).toBe(1);
});

test('imported again, overlapping, and by two at the same moment: no line is doubled', async () => {
  const customer = await company();
  const invoices = [await invoiceOf(customer), await invoiceOf(customer), await invoiceOf(customer)];
  const whole = csv(invoices.map(({ due, number }): [bigint, string] => [due, number]));
  const part = whole.split('\n').slice(0, -1).join('\n');
  const both = await Promise.all([send(clerk, '', part), send(clerk, '', part)]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(both.map(({ body }) => body.data.written).sort()).toEqual([0, 2]);
  const [one, other] = both.map(({ body }) => body.data.statement.documentId);
  expect(one).toBe(other);
  const overlapping = await send(clerk, '', whole);
  expect(overlapping.body.data).toMatchObject({ written: 1, known: 2, matched: 1 });
  const again = await send(clerk, '', whole);
  expect(again.body.data).toMatchObject({ written: 0, known: 3 });
  expect((await send(clerk, '/preview', whole)).body.data.known).toBe(3);
});

test('an invoice that was paid meanwhile leaves its line with the reason; the others go on; undone, a line is free', async () => {
  const customer = await company();
  const [gone, stays] = [await invoiceOf(customer), await invoiceOf(customer)];
  const imported = await send(
    clerk,
    '',
    csv([
      [gone.due, gone.number],
      [stays.due, stays.number],
    ]),
  );
  const statement = imported.body.data.statement.documentId as string;
  expect(imported.body.data.matched).toBe(2);
  const recorded = await clerk.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'cash', amount: String(gone.due), receivedOn: today() },
    allocations: [{ invoice: gone.documentId, amount: String(gone.due) }],
  });
  expect(recorded.status).toBe(201);
  const applied = await clerk.post(`/billing/statements/${statement}/apply`);
  expect(applied.body.data).toMatchObject({
    applied: 1,
    remaining: 0,
    left: [{ row: 3, code: 'statement.invoice_moved_on' }],
  });
  expect(applied.body.data.left[0].message).toContain(gone.number);
  const [left] = await linesOf(statement, 'to_check');
  expect(left.problem).toContain(gone.number);
  expect(await stateOf(stays)).toBe('paid');

  const [done] = await linesOf(statement, 'applied');
  expect(done.payment.customer.name).toBe(customer.name);
  const freed = await clerk.post(`/billing/statement-lines/${done.documentId}/free`, { reason: 'ผิดใบ' });
  expect(freed.body.data).toMatchObject({ state: 'matched', how: null });
  expect(await stateOf(stays)).toBe('open');
  expect((await clerk.post(`/billing/statements/${statement}/apply`)).body.data.applied).toBe(1);
  expect(await stateOf(stays)).toBe('paid');

  // A payment reversed on its own page frees its line too.
  const [again] = await linesOf(statement, 'applied');
  expect(
    (await clerk.post(`/billing/payments/${again.payment.documentId}/reverse`, { reason: 'คืนเงิน' })).status,
  ).toBe(200);
  expect(await linesOf(statement, 'applied')).toEqual([]);

  // Money that went back, and what is no customer's, is not in suspense any more.
  const before = (await clerk.get('/billing/suspense')).body.data.lines.length;
  const back = await clerk.post(`/billing/statement-lines/${again.documentId}/return`, { reason: 'โอนผิด' });
  expect(back.body.data).toMatchObject({ state: 'returned', resolvedOn: today() });
  expect((await clerk.post(`/billing/statement-lines/${left.documentId}/ignore`, { reason: 'ดอกเบี้ย' })).status).toBe(
    200,
  );
  expect((await clerk.get('/billing/suspense')).body.data.lines.length).toBe(before - 2);
  expect((await clerk.post(`/billing/statement-lines/${left.documentId}/ignore`, { reason: 'x' })).status).toBe(409);
  expect((await clerk.post(`/billing/statements/${statement}/discard`)).status).toBe(409);
  expect(
    (await clerk.post(`/billing/statement-lines/${left.documentId}/free`, { reason: 'x' })).body.data.state,
  ).not.toBe('ignored');
});

test('a slip that waits is verified by its line, and money recorded by hand is found, not counted again', async () => {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  const [slipped, typed] = [await invoiceOf(customer), await invoiceOf(customer)];
  const submitted = await member.post(`/api/billing/invoices/${slipped.documentId}/payments`, {
    method: 'bank_transfer',
    slip: await sendSlip(app, member, 900),
  });
  expect(submitted.status).toBe(201);
  const recorded = await clerk.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'bank_transfer', amount: String(typed.due), receivedOn: today() },
    allocations: [{ invoice: typed.documentId, amount: String(typed.due) }],
  });
  const imported = await send(
    clerk,
    '',
    csv([
      [slipped.due, 'โอน'],
      [typed.due, 'โอน'],
    ]),
  );
  expect(imported.body.data.matched).toBe(2);
  const statement = imported.body.data.statement.documentId as string;
  expect(
    (await linesOf(statement, 'matched')).map((one: { proposals: { kind: string }[] }) => one.proposals[0]?.kind),
  ).toEqual(['slip', 'recorded']);
  expect((await clerk.post(`/billing/statements/${statement}/apply`)).body.data.applied).toBe(2);
  expect(await stateOf(slipped)).toBe('paid');
  const payments = await clerk.get(`/billing/payments?filters[customer][documentId][$eq]=${customer.documentId}`);
  expect(payments.body.data).toHaveLength(2);
  expect(payments.body.data.every(({ state }: { state: string }) => state === 'succeeded')).toBe(true);
  // Whose line it is, is the office's: the member sees the payment, not what the bank wrote.
  const own = await member.get('/api/billing/payments?populate=*');
  expect(JSON.stringify(own.body)).not.toContain('statementLine');
  // Freed, the payment that was typed in stays; the slip's is reversed.
  for (const done of await linesOf(statement, 'applied')) {
    expect((await clerk.post(`/billing/statement-lines/${done.documentId}/free`, { reason: 'x' })).status).toBe(200);
  }
  expect([await stateOf(slipped), await stateOf(typed)]).toEqual(['open', 'paid']);
  expect(recorded.status).toBe(201);
});

test('bad files are refused in words, and nothing of them is stored', async () => {
  const count = async () => (await clerk.get('/billing/statements')).body.meta.pagination.total;
  const before = await count();
  const refused = async (content: string | Buffer, code: string, fields: Fields = {}) => {
    const answer = await send(clerk, '', content, fields);
    expect([code, answer.body.error?.details.code, answer.status >= 400 && answer.status < 500]).toEqual([
      code,
      code,
      true,
    ]);
  };
  const good = csv([[5_00n, 'x']]);
  await refused('', 'statement.empty');
  await refused('\n\n', 'statement.empty');
  await refused(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 1]), 'statement.unreadable');
  await refused(Buffer.from('PK\u0003\u0004 no workbook'), 'statement.unreadable');
  await refused('a,b,c\n1,2,3', 'statement.columns_unknown');
  await refused(HEADER, 'statement.no_lines');
  await refused(`${HEADER}\n${`${thai()},,x,,1.00,,\n`.repeat(50_001)}`, 'statement.too_long');
  await refused(`${good}\n32/13/2569,,x,,5.00,,`, 'statement.rows_unreadable');
  await refused(good.replace('5.00', '=1+4'), 'statement.rows_unreadable');
  await refused(good, 'statement.account_other', { account: '2222222222' });
  await refused(good, 'statement.mapping_wrong', { mapping: '{"columns":{"nothing":"x"}}' });
  expect((await clerk.post('/billing/statements', {})).body.error.details.code).toBe('statement.one_file');
  expect(await count()).toBe(before);

  const unknown = await send(clerk, '/preview', 'Posted,Sum,Words\n2026-01-05,9.99,x');
  expect(unknown.body.data).toMatchObject({
    layout: null,
    header: ['Posted', 'Sum', 'Words'],
    sample: [['2026-01-05', '9.99', 'x']],
  });
  const mapping = JSON.stringify({ columns: { date: 'Posted', amount: 'Sum', description: 'Words' } });
  const mapped = await send(clerk, '', 'Posted,Sum,Words\n2026-01-05,9.99,x', {
    mapping,
    saveAs: 'ธนาคารอื่น',
    account: '9',
  });
  expect(mapped.body.data).toMatchObject({ written: 1, statement: { layout: 'ธนาคารอื่น' } });
  const remembered = await send(clerk, '/preview', 'Posted,Sum,Words\n2026-01-06,8.88,y', { account: '9' });
  expect(remembered.body.data.layout).toBe('ธนาคารอื่น');
  const skipped = await send(clerk, '', `${good}\n32/13/2569,,x,,5.00,,`, { skipUnreadable: 'true' });
  expect(skipped.body.data).toMatchObject({ written: 1, statement: { skippedCount: 1 } });
  // Imported by mistake: taken back while nothing is done with it.
  expect((await clerk.post(`/billing/statements/${skipped.body.data.statement.documentId}/discard`)).status).toBe(200);
});

test('a workbook, merged cells and all', async () => {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('x');
  sheet.addRow(['Bangkok Bank']);
  sheet.mergeCells('A1:E1');
  sheet.addRow(['Tran Date', 'Particulars', 'Withdrawal', 'Deposit', 'Balance']);
  sheet.addRow([new Date('2026-01-05T00:00:00Z'), 'TRF', null, 1070.1, 1070.1]);
  sheet.addRow(['06/01/2569', 'FEE', 10, null, { formula: 'E3-C4', result: 1060.1 }]);
  const content = Buffer.from(await workbook.xlsx.writeBuffer());
  const preview = await send(clerk, '/preview', content, { account: '3' }, 'statement.xlsx');
  expect(preview.body.data).toMatchObject({ layout: 'bbl', continuous: true, opening: '0', closing: '106010' });
});

test('billing imports and applies, the accountant reads, others do neither', async () => {
  const [accountant, seller] = [await app.staff('accountant'), await app.staff('sales')];
  expect((await accountant.get('/billing/suspense')).status).toBe(200);
  expect((await accountant.get('/billing/statements')).status).toBe(200);
  expect((await send(accountant, '', csv([[1_00n, 'x']]))).status).toBe(403);
  expect((await seller.get('/billing/suspense')).status).toBe(403);
  const [statement] = (await clerk.get('/billing/statements')).body.data;
  expect((await accountant.post(`/billing/statements/${statement.documentId}/apply`)).status).toBe(403);
  expect((await accountant.get(`/billing/statements/${statement.documentId}/lines?tab=unknown`)).status).toBe(200);
  expect((await seller.get(`/billing/statements/${statement.documentId}/lines`)).status).toBe(403);
  const waits = (await accountant.get('/billing/suspense')).body.data.lines as { amount: string }[];
  const report = await accountant.get(`/reports/reports/suspense?to=${today()}`);
  expect(report.body.data.totals.suspended).toBe(String(waits.reduce((all, { amount }) => all + BigInt(amount), 0n)));
});

test('money that came early settles the invoice less its discount, found by the amount or the number', async () => {
  const [one, other] = [await company(), await company()];
  for (const { documentId } of [one, other]) {
    const terms = { creditTermsDays: 30, earlyPayment: '2/10' };
    expect((await clerk.post(`/crm/customers/${documentId}/credit`, terms)).status).toBe(200);
  }
  // 2 % of 41,000.00 and of 52,000.00 before VAT; 3 % of the latter is withheld.
  const [plain, netted] = [await invoiceOf(one, 41_000_00n), await invoiceOf(other, 52_000_00n)];
  const imported = await send(
    clerk,
    '',
    csv([
      [plain.due - 820_00n, 'โอนเงิน'],
      [netted.due - 1_040_00n - 1_560_00n, `ชำระ ${netted.number.replaceAll('-', ' ')}`],
    ]),
  );
  expect(imported.body.data).toMatchObject({ matched: 1, toCheck: 1 });
  const statement = imported.body.data.statement.documentId as string;
  const [found] = await linesOf(statement, 'to_check');
  expect(found.proposals[0]).toMatchObject({ customer: { name: one.name }, invoices: [{ number: plain.number }] });
  expect((await clerk.post(`/billing/statements/${statement}/apply`)).body.data.applied).toBe(1);
  const byHand = await clerk.post(`/billing/statements/${statement}/apply`, {
    lines: [{ line: found.documentId, proposal: 0 }],
  });
  expect(byHand.body.data.applied).toBe(1);
  expect([await stateOf(plain), await stateOf(netted)]).toEqual(['paid', 'paid']);
  const paid = async (customer: { documentId: string }) =>
    (await clerk.get(`/billing/payments?filters[customer][documentId][$eq]=${customer.documentId}`)).body.data;
  expect(await paid(one)).toMatchObject([{ amount: String(plain.due - 820_00n), withheld: '0', deduction: '82000' }]);
  expect(await paid(other)).toMatchObject([{ withheld: '156000', deduction: '104000' }]);
});

test('several invoices paid early at once: each keeps its own discount, to the satang, and none of them too late', async () => {
  const [some, all, silent, late] = [await company(), await company(), await company(), await company()];
  for (const { documentId } of [some, all, silent, late]) {
    const terms = { creditTermsDays: 30, earlyPayment: '2/10' };
    expect((await clerk.post(`/crm/customers/${documentId}/credit`, terms)).status).toBe(200);
  }
  // 2 % of each price before VAT, rounded by itself: 24.6914, 66.6666; 155.5554, 133.3334; 111.1088, 44.4498.
  const two = [await invoiceOf(some, 1_234_57n), await invoiceOf(some, 3_333_33n), await invoiceOf(some, 8_888_88n)];
  const both = [await invoiceOf(all, 7_777_77n), await invoiceOf(all, 6_666_67n)];
  const unsaid = [await invoiceOf(silent, 5_555_44n), await invoiceOf(silent, 2_222_49n)];
  const after = [await invoiceOf(late, 4_444_41n), await invoiceOf(late, 9_999_93n)];
  const due = (invoices: readonly { due: bigint }[]) => invoices.reduce((total, one) => total + one.due, 0n);
  const named = ({ number }: { number: string }) => `ชำระ ${number.replaceAll('-', ' ')}`;
  const imported = await send(
    clerk,
    '',
    csv([
      [due(two.slice(0, 2)) - 24_69n - 66_67n, named(two[0] as { number: string })],
      // 3 % of each is withheld too: 233.3331 and 200.0001.
      [due(both) - 155_56n - 133_33n - 233_33n - 200_00n, named(both[1] as { number: string })],
      [due(unsaid) - 111_11n - 44_45n, 'โอนเงิน'],
    ]),
  );
  expect(imported.body.data).toMatchObject({ matched: 2, toCheck: 1, unknown: 0 });
  const statement = imported.body.data.statement.documentId as string;
  const [unsure] = await linesOf(statement, 'to_check');
  expect(unsure.proposals[0]).toMatchObject({ customer: { name: silent.name } });
  expect(unsure.proposals[0].invoices).toHaveLength(2);
  expect((await clerk.post(`/billing/statements/${statement}/apply`)).body.data.applied).toBe(2);
  const chosen = { lines: [{ line: unsure.documentId, proposal: 0 }] };
  expect((await clerk.post(`/billing/statements/${statement}/apply`, chosen)).body.data.applied).toBe(1);
  const states = async (invoices: readonly { documentId: string }[]) => Promise.all(invoices.map(stateOf));
  expect(await states(two)).toEqual(['paid', 'paid', 'open']);
  expect(await states([...both, ...unsaid])).toEqual(['paid', 'paid', 'paid', 'paid']);
  const paid = async (customer: { documentId: string }) =>
    (await clerk.get(`/billing/payments?filters[customer][documentId][$eq]=${customer.documentId}`)).body.data;
  expect(await paid(some)).toMatchObject([{ withheld: '0', deduction: '9136' }]);
  expect(await paid(all)).toMatchObject([{ withheld: '43333', deduction: '28889' }]);
  expect(await paid(silent)).toMatchObject([{ withheld: '0', deduction: '15556' }]);

  const owner = await app.staff('owner');
  expect((await owner.post('/platform/clock', { advance: 'P11D' })).status).toBe(200);
  const tooLate = await send(clerk, '', csv([[due(after) - 88_89n - 200_00n, named(after[0] as { number: string })]]));
  expect(tooLate.body.data.matched).toBe(0);
  for (const line of await linesOf(tooLate.body.data.statement.documentId, 'to_check')) {
    for (const { invoices } of line.proposals) expect(invoices.length).toBeLessThan(2);
  }
});

test('of several invoices paid at once, each line of a statement is early or late by its own day', async () => {
  const owner = await app.staff('owner');
  const later = async (days: number): Promise<void> => {
    expect((await owner.post('/platform/clock', { advance: `P${days}D` })).status).toBe(200);
  };
  const one = await company();
  const terms = { creditTermsDays: 30, earlyPayment: '2/10' };
  expect((await clerk.post(`/crm/customers/${one.documentId}/credit`, terms)).status).toBe(200);
  const first = await invoiceOf(one, 61_111_00n);
  await later(8);
  const before = today();
  const second = await invoiceOf(one, 72_222_00n);
  await later(4);
  // On the day of the first line both would have been early; the money came when only the second was.
  const imported = await send(
    clerk,
    '',
    csv([
      [7_77n, 'ดอกเบี้ย', before],
      [first.due + second.due - 1_444_44n, 'โอนเงิน'],
    ]),
  );
  const [found] = await linesOf(imported.body.data.statement.documentId as string, 'to_check');
  expect(found?.proposals[0]).toMatchObject({
    customer: { name: one.name },
    invoices: [{ number: first.number }, { number: second.number }],
  });
});
