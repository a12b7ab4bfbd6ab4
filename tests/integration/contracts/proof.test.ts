import { type App, bootApp, type Staff } from '../../support/app';
import { createTampering } from '../../support/tamper';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { asked, type Contract, contractDesk, pay } from './support';

const PERIODS = 'contracts_billing_periods';
const TAMPERED = [
  ...['billing-period', 'contract', 'suspension'].map((name) => `plugin::contracts.${name}`),
  'plugin::billing.invoice',
];

let app: App;
let staff: Staff;
let desk: ReturnType<typeof contractDesk>;
let customer: { id: number; documentId: string };
let books: ReturnType<typeof createTampering>;
let advance: Contract;
let arrears: Contract;
let stops: Contract;
let shifts: Contract;

beforeAll(async () => {
  app = await bootApp();
  books = createTampering(app, (check) => check.startsWith('contracts.'));
  staff = await app.staff();
  desk = contractDesk(app, staff);
  customer = await customerOf(app, await companyMember(app));
  await desk.turnTo('2030-01-31');
  const make = (over: object, more: object = {}) =>
    desk.make(customer.documentId, [{ description: 'ดูแลเว็บไซต์', unitPrice: '100000', ...over }], more);
  advance = await make({ leadDays: 7 });
  arrears = await make({ billedIn: 'arrears', alignment: 'calendar' });
  stops = await make({ whileSuspended: 'stop' });
  shifts = await make({ whileSuspended: 'shift' });
  await desk.turnTo('2030-03-10');
  for (const { documentId } of [stops, shifts]) await desk.act(documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo('2030-05-20');
  for (const { documentId } of [stops, shifts]) await desk.act(documentId, 'resume');
  await desk.turnTo('2030-07-01');
});
afterAll(() => app?.close());

const periodsOf = (contract: Contract) =>
  app.platform.rows.find<{ startsOn: string; endsOn: string; invoice: number }>(
    'plugin::contracts.billing-period',
    (query, column) => void query.where(column('contract'), contract.id).orderBy(column('periodNumber')),
  );
async function found(sql: readonly string[]): Promise<[string, string][]> {
  const named: [string, string][] = [];
  await books.undone(TAMPERED, async () => {
    const knex = await app.platform.rows.knex();
    for (const statement of sql) await knex.raw(statement);
    for (const { check, documentId } of await books.found()) named.push([check, documentId]);
  });
  return named;
}

test('lists nothing when all is well: in advance and in arrears, off for months, and moved', async () => {
  expect(await proofOf(app)).toEqual([]);
  for (const contract of [advance, arrears, stops, shifts]) {
    expect((await periodsOf(contract)).length).toBeGreaterThan(2);
  }
});

test.each([
  ['in advance', () => advance],
  ['in arrears', () => arrears],
])('names the period that was never billed: the last, and one between, %s', async (_, of) => {
  const periods = await periodsOf(of());
  for (const { id } of [periods.at(-1), periods[1]].flatMap((one) => one ?? [])) {
    expect(await found([`delete from ${PERIODS} where id = ${id}`])).toEqual([
      ['contracts.period_not_billed', of().documentId],
    ]);
  }
});

test('names the contract that no run came to', async () => {
  const sql = `update contracts_contracts set next_bill_on = '2030-06-20' where id = ${advance.id}`;
  expect(await found([sql])).toEqual([['contracts.run_overdue', advance.documentId]]);
  // What somebody set aside or holds has its reason.
  const held = `update contracts_contracts set held_until = '2030-08-01' where id = ${advance.id}`;
  expect(await found([sql, held])).toEqual([]);
});

test('names days that were billed twice, and days that no period has', async () => {
  const [, second] = await periodsOf(advance);
  const moved = (day: string) => `update ${PERIODS} set starts_on = '${day}' where id = ${second?.id}`;
  expect(await found([moved('2030-02-20')])).toEqual([['contracts.period_twice', second?.documentId]]);
  expect(await found([moved('2030-03-04')])).toEqual([['contracts.coverage_hole', advance.documentId]]);
});

test('names the hole that a suspension does not explain', async () => {
  for (const contract of [stops, shifts]) {
    const last = (await periodsOf(contract)).at(-1);
    const later = `update ${PERIODS} set starts_on = '2030-07-03', ends_on = '2030-07-30' where id = ${last?.id}`;
    expect(await found([later])).toContainEqual(['contracts.coverage_hole', contract.documentId]);
  }
});

test('names the billed period whose invoice is void', async () => {
  const [, second] = await periodsOf(advance);
  const sql = `update billing_invoices set state = 'void' where id = ${second?.invoice}`;
  expect(await found([sql])).toEqual([['contracts.billed_on_void', second?.documentId]]);
});

test('names who is off for debt though nothing that bills them is overdue', async () => {
  const { documentId } = await customerOf(app, await companyMember(app));
  const made = await desk.make(documentId, [{ description: 'Care', unitPrice: '100000' }]);
  await desk.turnTo('2030-07-02');
  const off = `insert into contracts_suspensions (document_id, contract_id, starts_on, reason, cause)
    values ('offfordebt', ${made.id}, '2030-07-02', 'ค้างชำระ', 'debt')`;
  const named = [['contracts.suspended_though_paid', 'offfordebt']];
  const [period] = await desk.periods(made.documentId);
  if (!period?.invoice) throw new Error('not billed');
  const due = (day: string) =>
    `update billing_invoices set due_date = '${day}' where document_id = '${period.invoice?.documentId}'`;
  expect(await found([off])).toEqual(named);
  expect(await found([off, due('2030-06-01')])).toEqual([]);
  await pay(staff, documentId, period.invoice, '2030-07-02');
  expect(await found([off, due('2030-06-01')])).toEqual(named);
});

test('renewed while it was off, what took over later has no hole where its billed days were', async () => {
  const { documentId } = await customerOf(app, await companyMember(app));
  await desk.turnTo('2030-08-01');
  const quarterly = { description: 'Care', unitPrice: '100000', cycle: { unit: 'quarter', count: 1 } };
  const made = await desk.make(documentId, [{ ...quarterly, whileSuspended: 'shift' }], { termMonths: 2 });
  await desk.turnTo('2030-08-20');
  for (const verb of ['suspend', 'renew']) {
    await desk.act(made.documentId, verb, verb === 'suspend' ? { reason: 'ปิดปรับปรุง' } : {});
  }
  await desk.turnTo('2030-08-31');
  await desk.act(made.documentId, 'resume');
  await desk.turnTo('2030-11-13');
  const periods = await periodsOf(made);
  expect(periods.map(({ startsOn }) => startsOn).sort()).toEqual(['2030-08-01', '2030-10-01', '2030-11-12']);
  expect(await found([])).toEqual([]);
  const [, , last] = periods.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const later = `update ${PERIODS} set starts_on = '2030-11-14' where id = ${last?.id}`;
  expect(await found([later])).toEqual([['contracts.coverage_hole', made.documentId]]);
});

const nineDays = {
  description: 'Care',
  unitPrice: '100000',
  cycle: { unit: 'day', count: 9 },
  whileSuspended: 'shift',
};
async function beOff({ documentId }: Contract, from: string, to: string): Promise<void> {
  await desk.turnTo(from);
  await desk.act(documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo(to);
  await desk.act(documentId, 'resume');
}

test('of what was billed ahead and then moved, the days up to the next period are no hole; a day more is', async () => {
  const { documentId } = await customerOf(app, await companyMember(app));
  await desk.turnTo('2031-01-25');
  const made = await desk.make(documentId, [nineDays]);
  await staff.post('/contracts/billing-runs', { asOf: '2031-02-04' });
  await beOff(made, '2031-01-26', '2031-01-30');
  await desk.turnTo('2031-02-27');
  const periods = await periodsOf(made);
  expect(periods.map(({ startsOn }) => startsOn)).toEqual(['2031-01-25', '2031-02-03', '2031-02-16', '2031-02-25']);
  expect(await found([])).toEqual([]);
  const [, , third] = periods;
  const later = `update ${PERIODS} set starts_on = '2031-02-17' where id = ${third?.id}`;
  expect(await found([later])).toEqual([['contracts.coverage_hole', made.documentId]]);
});

test('nor where a change began with what was billed ahead, and the days off lie in the period before', async () => {
  const { documentId } = await customerOf(app, await companyMember(app));
  await desk.turnTo('2032-05-02');
  const made = await desk.make(documentId, [{ ...nineDays, leadDays: 5 }]);
  const [line] = await asked<{ documentId: string }[]>(
    staff.get(`/contracts/contract-lines?filters[contract][documentId][$eq]=${made.documentId}`),
  );
  const lines = [{ line: line?.documentId, quantity: '3' }];
  await asked(staff.post(`/contracts/contracts/${made.documentId}/change`, { when: 'period_end', lines }));
  await beOff(made, '2032-05-09', '2032-05-15');
  await desk.turnTo('2032-05-27');
  const periods = (await periodsOf(made)).map(({ startsOn, endsOn }) => [startsOn, endsOn]);
  expect(periods).toEqual([
    ['2032-05-02', '2032-05-10'],
    ['2032-05-11', '2032-05-19'],
    ['2032-05-26', '2032-06-03'],
  ]);
  expect(await found([])).toEqual([]);
});
