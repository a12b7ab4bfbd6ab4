import { type App, bootApp, type Staff } from '../../support/app';
import { inBoth } from '../../support/in-both';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { asked, type Contract, contractDesk, refused } from './support';

let app: App;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;
let customer: { id: number; documentId: string };

interface Terms extends Contract {
  autoRenew: boolean;
  noticeDays: number;
  billedTogether: boolean;
  note: string | null;
  renewalTerms: { basis: string; ratesPpm?: number[]; amounts?: string[] } | null;
  stands: string | null;
}
interface Renewal {
  documentId: string;
  state: string;
  price: string | null;
  nextNoticeOn: string | null;
  nextOfferOn: string | null;
}

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  desk = contractDesk(app, await app.staff());
  customer = await customerOf(app, await companyMember(app));
  await desk.turnTo('2031-01-01');
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const yearly = (more: object = {}): Promise<Contract> =>
  desk.make(
    customer.documentId,
    [{ description: 'ดูแลระบบ', unitPrice: '1000000', cycle: { unit: 'year', count: 1 } }],
    { startsOn: desk.today(), termMonths: 12, ...more },
  );
const url = ({ documentId }: Contract) => `/contracts/contracts/${documentId}/renewal-terms`;
const set = (contract: Contract, body: object): Promise<Terms> => asked(owner.post(url(contract), body));
const read = async (contract: Contract): Promise<Terms> => (await desk.read(contract.documentId)) as Terms;
const renewalOf = async ({ documentId }: Contract): Promise<Renewal> => {
  const found = await asked<Renewal[]>(
    owner.get(`/contracts/renewals?filters[contract][documentId][$eq]=${documentId}&sort=id:asc`),
  );
  const last = found.at(-1);
  if (!last) throw new Error('no renewal');
  return last;
};
const done = (contract: Contract) => desk.act(contract.documentId, 'cancel', { ending: 'now' });

test('what is given is changed and all else stays, and it is told with what it was before', async () => {
  const contract = await yearly({ noticeDays: 30, note: 'เดิม' });
  const table = { basis: 'invoice_before_discount', ratesPpm: [1_000_000, 900_000] };
  expect(await set(contract, { renewal: { auto: true, table } })).toMatchObject({ autoRenew: true, stands: null });
  expect(await read(contract)).toMatchObject({ noticeDays: 30, note: 'เดิม', billedTogether: false });
  expect((await read(contract)).renewalTerms).toMatchObject(table);
  await set(contract, { noticeDays: 45, billedTogether: true, note: '' });
  expect(await read(contract)).toMatchObject({ autoRenew: true, noticeDays: 45, billedTogether: true, note: null });
  // Said again it changes nothing, and nothing is told.
  await set(contract, { noticeDays: 45, renewal: { table } });
  await set(contract, { renewal: { auto: false, table: null } });
  expect(await read(contract)).toMatchObject({ autoRenew: false, renewalTerms: null });
  const timeline = await asked<{ name: string; before: object; after: object }[]>(
    owner.get(`/platform/timeline?type=plugin::contracts.contract&subject=${contract.documentId}&limit=100`),
  );
  const told = timeline.filter(({ name }) => name === 'contract.renewal_terms_set').reverse();
  expect(told.length).toBe(3);
  expect(told[0]).toMatchObject({
    before: { autoRenew: false, renewalTable: null, noticeDays: 30 },
    after: { autoRenew: true, renewalTable: { basis: table.basis, rows: table.ratesPpm } },
  });
  expect(JSON.stringify(told)).not.toContain('เดิม');
  await done(contract);
});

test('switched to go on by itself, an undecided renewal does so; switched off in time, it is asked', async () => {
  await desk.turnTo('2031-01-02');
  const [on, off] = [await yearly(), await yearly({ renewal: { auto: true }, noticeDays: 10 })];
  await desk.turnTo('2031-10-10');
  expect(await renewalOf(on)).toMatchObject({ state: 'noticed', nextOfferOn: '2031-11-02' });
  expect(await renewalOf(off)).toMatchObject({ nextOfferOn: null });
  const answers = await inBoth<Terms>(() => owner.post(url(on), { renewal: { auto: true }, noticeDays: 20 }));
  expect(answers.map(({ stands }) => stands)).toEqual([
    'สัญญาต่ออายุเองในวันที่ 13 ธ.ค. 2574 เว้นแต่มีผู้แจ้งเป็นอย่างอื่นก่อนหน้านั้น',
    'The contract renews itself on 13 Dec 2031, unless somebody says otherwise before.',
  ]);
  expect((await set(off, { renewal: { auto: false } })).stands).toMatch(/2575/);
  expect(await renewalOf(on)).toMatchObject({ nextOfferOn: null });
  expect(await renewalOf(off)).toMatchObject({ nextOfferOn: '2031-11-02' });
  await desk.turnTo('2031-12-14');
  expect([(await renewalOf(on)).state, (await read(on)).endsOn]).toEqual(['renewed', '2033-01-01']);
  expect([(await renewalOf(off)).state, (await read(off)).endsOn]).toEqual(['offered', '2032-01-01']);
  await desk.turnTo('2032-01-02');
  expect((await renewalOf(off)).state).toBe('lapsed');
  expect(await refused(owner.post(url(off), { noticeDays: 5 }))).toEqual([409, 'contract.not_active', undefined]);
  await done(on);
});

test('an offer that was made stands as it was made; made anew it has the price of the new table', async () => {
  const contract = await yearly({
    renewal: { table: { basis: 'invoice_before_discount', ratesPpm: [1_000_000, 500_000] } },
  });
  await desk.turnTo('2032-11-10');
  const offered = await renewalOf(contract);
  expect(offered).toMatchObject({ state: 'offered', price: '500000' });
  const table = { basis: 'fixed', amounts: ['1000000', '700000'] };
  const answers = await inBoth<Terms>(() => owner.post(url(contract), { renewal: { table } }));
  expect(answers[1]?.stands).toMatch(
    /^The contract ends on 1 Jan 2033, unless it is renewed before\. The offer of 5,000\.00 THB of .* stands as it was made; offer it anew to have it by the new terms\.$/,
  );
  expect(await renewalOf(contract)).toMatchObject({ state: 'offered', price: '500000' });
  await asked(owner.post(`/contracts/renewals/${offered.documentId}/offer`, {}));
  expect(await renewalOf(contract)).toMatchObject({ state: 'offered', price: '700000' });
  await asked(owner.post(`/contracts/renewals/${offered.documentId}/renew`, {}));
  expect((await set(contract, { renewal: { table: null } })).stands).toBeNull();
  await done(contract);
});

test('a table that is agreed later speaks of what was agreed first, and fixed amounts of what is promised now', async () => {
  const contract = await yearly({ renewal: { table: { basis: 'invoice_before_discount', ratesPpm: [600_000] } } });
  const { lines } = contract;
  await asked(
    owner.post(`/contracts/contracts/${contract.documentId}/change`, {
      lines: [{ line: lines[0]?.documentId, quantity: '2' }],
    }),
  );
  const priceBy = async (table: object | null): Promise<string | null> => {
    await set(contract, { renewal: { table } });
    return (await asked<{ price: string }>(owner.post(`/contracts/contracts/${contract.documentId}/renew/preview`, {})))
      .price;
  };
  expect(await priceBy({ basis: 'invoice_before_discount', ratesPpm: [400_000] })).toBe('800000');
  expect(await priceBy({ basis: 'fixed', amounts: ['777700'] })).toBe('777700');
  expect(await priceBy({ basis: 'invoice_after_discount', ratesPpm: [500_000] })).toBe('1000000');
  expect(await priceBy(null)).toBe('2000000');
  await done(contract);
});

test('what cannot be is refused where it is wrong, and only who may edit contracts changes terms', async () => {
  const open = await yearly({ termMonths: null });
  expect(await refused(owner.post(url(open), { renewal: { auto: true } }))).toEqual([
    ...[400, 'renewal.no_term', 'termMonths'],
  ]);
  expect(await refused(owner.post(url(open), {}))).toEqual([400, 'contract.change_nothing', 'renewal']);
  expect(await refused(owner.post(url(open), { noticeDays: 400 }))).toEqual([
    ...[400, 'contract.notice_days', 'noticeDays'],
  ]);
  const contract = await yearly();
  expect(await refused(owner.post(url(contract), { renewal: { table: { basis: 'fixed' } } }))).toEqual([
    ...[400, 'renewal.table_rows', 'renewal'],
  ]);
  const technician = await app.staff('technician');
  expect((await technician.post(url(contract), { noticeDays: 5 })).status).toBe(403);
  await Promise.all([open, contract].map(done));
});
