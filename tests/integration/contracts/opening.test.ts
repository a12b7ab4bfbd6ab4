import { type App, bootApp, type Staff } from '../../support/app';
import { importsOf } from '../../support/imports';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { asked, type Contract, contractDesk } from './support';

/** Contracts of the books before: they go on here where they stood there, and nothing is billed twice. */
let app: App;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;
let files: ReturnType<typeof importsOf>;
let code: string;

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  desk = contractDesk(app, owner);
  files = importsOf(app, owner, 'contracts/contract');
  const customer = await customerOf(app, await companyMember(app));
  code = (await asked<{ code: string }>(owner.get(`/crm/customers/${customer.documentId}`))).code;
  await desk.turnTo('2031-02-03');
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const HEADINGS =
  'เลขที่สัญญา,รหัสลูกค้า,วันเริ่มสัญญา,วันสิ้นสุดสัญญา,อายุสัญญา (เดือน),รายละเอียด,จำนวน,ราคาต่องวด,รอบบิล,งวดถัดไปเริ่มวันที่,สิทธิ์,จำนวนสิทธิ์,รอบสิทธิ์,ยกไปได้ไม่เกิน,ใช้ไปแล้ว';
/** Years as the file has them: Buddhist ones, too. */
const care = (
  number: string,
  more: Partial<Record<'start' | 'end' | 'next' | 'used' | 'cycle' | 'what', string>> = {},
) =>
  [
    ...[
      number,
      code,
      more.start ?? '15/5/2571',
      more.end ?? '14/5/2574',
      '12',
      more.what ?? 'ดูแลแอร์',
      '1',
      '4500.00',
    ],
    ...[more.cycle ?? 'เดือน', more.next ?? '15/2/2574', 'ครั้ง', '12', 'ปี', '2', more.used ?? '7'],
  ].join(',');
const found = async (number: string): Promise<Contract | undefined> =>
  (await asked<Contract[]>(owner.get(`/contracts/contracts?filters[number][$eq]=${number}`)))[0];

test('a running contract goes on with its number, its next period and what was used', async () => {
  const id = await files.read([HEADINGS, care('AC-014'), care('AC-014', { what: 'ดูแลปั๊ม', used: '' })]);
  expect(await files.outcomes(id)).toEqual(['new_contract', 'new_contract']);
  expect(await found('AC-014')).toBeUndefined();
  expect(await files.carryOut(id)).toMatchObject({ newContracts: 2, done: 2, failed: 0 });

  const contract = (await found('AC-014')) as Contract;
  expect(contract).toMatchObject({ state: 'active', startsOn: '2028-05-15', endsOn: '2031-05-14' });
  expect(contract.nextBillOn).toBe('2031-02-15');
  const standing = async () =>
    (
      await asked<{ entitlements: Record<string, string>[] }>(
        owner.get(`/contracts/contracts/${contract.documentId}/entitlements`),
      )
    ).entitlements.map(({ startsOn, granted, used, left }) => [startsOn, granted, used, left]);
  expect(await standing()).toEqual([
    ['2030-05-15', '12', '7', '5'],
    ['2030-05-15', '12', '0', '12'],
  ]);
  const before = await desk.periods(contract.documentId);
  expect(before.length).toBe(66);
  expect(new Set(before.map(({ amount, invoice }) => `${amount} ${invoice}`))).toEqual(new Set(['0 null']));

  // The next period, and nothing before it, is billed here.
  await desk.turnTo('2031-02-16');
  const billed = (await desk.periods(contract.documentId)).filter(({ invoice }) => invoice !== null);
  expect(billed.map(({ startsOn, amount }) => [startsOn, amount])).toEqual([
    ['2031-02-15', '450000'],
    ['2031-02-15', '450000'],
  ]);
  // Read again, it is there already.
  const again = await files.read([HEADINGS, care('AC-014'), care('AC-014', { what: 'ดูแลปั๊ม', used: '' })]);
  expect(await files.outcomes(again)).toEqual(['unchanged', 'unchanged']);
});

test('each row that cannot be taken over says why, and its contract is left out whole', async () => {
  const lines = [
    care('B-1', { next: '16/2/2574' }),
    care('B-2', { start: '1/1/2580', end: '31/12/2580', next: '1/1/2580' }),
    care('B-3', { end: '31/12/2573' }),
    care('B-4', { used: '13' }),
    care('B-5').replace(code, 'C-NOBODY'),
    care('B-6', { cycle: 'โหล' }),
    care('B-7'),
    care('B-7', { end: '14/5/2575', what: 'อื่น' }),
    care('CT-2574-000900'),
    care('AC-014', { start: '16/5/2571', next: '16/2/2574' }),
    care('B-8', { end: '', next: '15/2/2574' }),
  ];
  const id = await files.read([HEADINGS, ...lines]);
  expect((await files.rows(id)).map(({ row, outcome, reason }) => [row, outcome, reason])).toEqual([
    [2, 'wrong', expect.stringContaining('no period starts on')],
    [3, 'wrong', expect.stringContaining('still to come')],
    [4, 'wrong', expect.stringContaining('Only those that run')],
    [5, 'wrong', expect.stringContaining('More was used than the 12')],
    [6, 'wrong', expect.stringContaining('no customer C-NOBODY')],
    [7, 'wrong', expect.stringContaining('“โหล” is not known')],
    [8, 'wrong', expect.stringContaining('row 9')],
    [9, 'wrong', expect.stringContaining('not those of row 8')],
    [10, 'wrong', expect.stringContaining('get the number CT-2574-000900 again')],
    [11, 'wrong', expect.stringContaining('AC-014 already')],
    [12, 'new_contract', null],
  ]);
  expect(await files.carryOut(id)).toMatchObject({ done: 1, wrong: 10 });
  expect(await found('B-8')).toMatchObject({ endsOn: null, nextBillOn: '2031-03-15' });
  expect(await found('B-7')).toBeUndefined();
});

test('a plan that is changed in a period that the old books billed costs the difference, and nothing of theirs comes back', async () => {
  // 28 days from 15 February on, of which 14 are left: half of 4,500.00 was asked for there.
  const again = ['C-1', 'C-2', 'C-3'].map((number) => care(number, { next: '15/3/2574', used: '' }));
  const id = await files.read([HEADINGS, ...again]);
  expect(await files.carryOut(id)).toMatchObject({ newContracts: 3, done: 3 });
  await desk.turnTo('2031-03-01');
  const [dearer, cheaper, back] = await Promise.all(['C-1', 'C-2', 'C-3'].map((number) => found(number)));
  const change = async (contract: Contract | undefined, unitPrice: string) => {
    const lines = await asked<{ documentId: string }[]>(
      owner.get(`/contracts/contract-lines?filters[contract][documentId][$eq]=${contract?.documentId}&sort=id:asc`),
    );
    const wish = { lines: [{ line: lines.at(-1)?.documentId, unitPrice }] };
    const url = `/contracts/contracts/${contract?.documentId}/change`;
    const said = await asked<{ charge: string; credit: string }>(owner.post(`${url}/preview`, wish));
    await asked(owner.post(url, wish));
    return [said.charge, said.credit];
  };
  const invoices = async (contract: Contract | undefined) =>
    (
      await asked<{ state: string; total: string }[]>(
        owner.get(`/billing/invoices?filters[sourceDocumentId][$eq]=${contract?.documentId}&sort=id:asc`),
      )
    ).map(({ state, total }) => [state, total]);
  expect(await change(dearer, '900000')).toEqual(['225000', '0']);
  expect(await invoices(dearer)).toEqual([['open', '240750']]);
  expect(await change(cheaper, '225000')).toEqual(['0', '0']);
  expect(await invoices(cheaper)).toEqual([]);
  // Changed back on the same day, it is as it was; what was asked for here is void.
  expect(await change(back, '900000')).toEqual(['225000', '0']);
  expect(await change(back, '450000')).toEqual(['0', '0']);
  expect(await invoices(back)).toEqual([['void', '240750']]);

  // Seven days on: of what was asked for here, as much comes back as those days cost less.
  await desk.turnTo('2031-03-08');
  expect(await change(dearer, '450000')).toEqual(['0', '112500']);
  expect(await invoices(dearer)).toEqual([['open', '240750']]);
  await desk.turnTo('2031-03-16');
  const next = async (contract: Contract | undefined) =>
    (await desk.periods(contract?.documentId ?? '', '&filters[startsOn][$gte]=2031-03-15')).map(({ amount }) => amount);
  expect([await next(dearer), await next(cheaper), await next(back)]).toEqual([['450000'], ['225000'], ['450000']]);
});

test('a term or a notice that no contract can have is told before anything is taken over', async () => {
  const terms = HEADINGS.replace('รายละเอียด', 'แจ้งล่วงหน้า (วัน),รายละเอียด');
  const row = (number: string, term: string, notice: string) =>
    care(number).replace(',12,ดูแลแอร์', `,${term},${notice},ดูแลแอร์`);
  const id = await files.read([
    ...[terms, row('T-1', '0', '30'), row('T-2', '601', '30'), row('T-3', '12', '400'), row('T-4', '600', '366')],
  ]);
  expect((await files.rows(id)).map(({ row: at, outcome, reason }) => [at, outcome, reason])).toEqual([
    [2, 'wrong', expect.stringContaining('600')],
    [3, 'wrong', expect.stringContaining('600')],
    [4, 'wrong', expect.stringContaining('366')],
    [5, 'new_contract', null],
  ]);
  expect(await files.carryOut(id)).toMatchObject({ done: 1, wrong: 3 });
  expect(await found('T-1')).toBeUndefined();
});

test('who may not take over contracts reads no file', async () => {
  const sales = await app.staff('sales');
  expect((await files.send([HEADINGS, care('X-1')], sales)).status).toBe(403);
  const template = await owner.get('/contracts/contract-import-template?format=csv');
  expect(template.status).toBe(200);
  expect(template.text).toContain('เลขที่สัญญา');
});
