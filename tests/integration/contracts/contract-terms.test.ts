import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { openShop, placeOrder, type Shop } from '../sales/shop';
import { asked, type Contract, contractDesk, own, pay, refused } from './support';

let app: App;
let shop: Shop;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;

interface Product {
  documentId: string;
  /** By the month, by the year, once. */
  prices: { documentId: string }[];
}
/** A service by the month, for a year at least, or by the year. */
let care: Product;
const SERVICE = { kind: 'service', unit: 'งวด', incomeKind: 'service' } as const;
const newProduct = async (name: string): Promise<Product> => {
  const [product] = await shop.service.createProducts([
    {
      ...{ name, ...SERVICE },
      prices: [
        { unitPrice: 100_000n, per: 'month', minimumMonths: 12 },
        { unitPrice: 1_000_000n, per: 'year' },
        { unitPrice: 50_000n, per: 'one_time' },
      ],
    },
  ]);
  if (!product) throw new Error('no product');
  return product as Product;
};
const PER = { month: 0, year: 1, once: 2 };
type Per = keyof typeof PER;
const priceOf = ({ prices }: Product, per: Per): string => prices[PER[per]]?.documentId ?? '';

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  owner = await app.staff('super-admin');
  desk = contractDesk(app, await app.staff());
  care = await newProduct('ดูแลระบบ');
  await desk.turnTo('2031-01-01');
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Party {
  member: Member;
  customer: string;
}
interface Ordered {
  documentId: string;
  invoice: { documentId: string; total: string };
  lines: { documentId: string }[];
}
interface Terms {
  documentId: string;
  price: string | null;
}

async function party(creditTermsDays = 0): Promise<Party> {
  const member = await companyMember(app);
  const { documentId: customer } = await customerOf(app, member);
  if (creditTermsDays > 0) await asked(owner.post(`/crm/customers/${customer}/credit`, { creditTermsDays }));
  return { member, customer };
}
const set = (product: Product, terms: object, staff = owner): Promise<Terms> =>
  asked(staff.put(`/contracts/products/${product.documentId}/terms`, terms));
const order = ({ member }: Party, lines: object[]): Promise<Ordered> => placeOrder(member, lines);
const of = (product: Product, per: Per, quantity = '1') => ({
  ...{ product: product.documentId, price: priceOf(product, per), quantity },
});
const payFor = ({ customer }: Party, { invoice }: Ordered) => pay(owner, customer, invoice, desk.today());
async function sold(who: Party, lines: object[]): Promise<Ordered> {
  const ordered = await order(who, lines);
  await payFor(who, ordered);
  return ordered;
}
const contractsOf = async ({ member }: Party): Promise<Contract[]> => {
  const found = await asked<Contract[]>(own(member, 'contracts?sort=id:asc'));
  return Promise.all(found.map(({ documentId }) => desk.read(documentId)));
};
async function onlyOf(who: Party): Promise<Contract> {
  const [contract, ...more] = await contractsOf(who);
  if (!contract || more.length > 0) throw new Error('not one contract');
  return contract;
}
const linesOf = ({ documentId }: Contract): Promise<Record<string, unknown>[]> =>
  asked(owner.get(`/contracts/contract-lines?filters[contract][documentId][$eq]=${documentId}&sort=id:asc`));
const left = async ({ documentId }: Contract): Promise<string[]> =>
  (
    await asked<{ entitlements: { left: string }[] }>(owner.get(`/contracts/contracts/${documentId}/entitlements`))
  ).entitlements.map((one) => one.left);
const termsSaid = ({ documentId }: Product): Promise<Terms[]> =>
  asked(owner.get(`/contracts/contract-terms?filters[product][documentId][$eq]=${documentId}&sort=id:asc`));
const end = (contract: Contract) => desk.act(contract.documentId, 'cancel', { ending: 'now' });

const visits = { unit: 'visit', quantity: '12', per: 'year', carries: 'at_most', most: '2' };
const YEAR = {
  ...{ termMonths: 12, noticeDays: 30, leadDays: 7, whileSuspended: 'stop', entitlements: [visits] },
  renewal: { auto: true, table: { basis: 'invoice_after_discount', ratesPpm: [900_000] } },
  fee: { kind: 'percent', value: '300000' },
};

test('a paid order makes the contract that was promised with its product, and grants in the same transaction', async () => {
  const product = await newProduct('ดูแลระบบรายปี');
  expect(await set(product, YEAR)).toMatchObject({
    ...{ product: product.documentId, price: null, activation: 'payment', termMonths: 12, noticeDays: 30 },
    ...{ autoRenew: true, renewalTable: YEAR.renewal.table, feeKind: 'percent', feeValue: '300000' },
    entitlements: [{ ...visits, carriedMonths: null }],
  });
  const who = await party();
  const ordered = await order(who, [of(product, 'month', '2')]);
  expect(await contractsOf(who)).toEqual([]);
  await payFor(who, ordered);
  const contract = await onlyOf(who);
  expect(contract).toMatchObject({
    ...{ state: 'active', startsOn: '2031-01-01', endsOn: '2031-12-31', termMonths: 12, noticeDays: 30 },
    ...{ autoRenew: true, nextBillOn: '2031-01-25' },
  });
  const lines = await linesOf(contract);
  expect(lines).toMatchObject([
    { leadDays: 7, whileSuspended: 'stop', feeKind: 'percent', feeValue: '300000', minimumMonths: 12, quantity: '2' },
  ]);
  expect(await left(contract)).toEqual(['12']);
  // Who leaves early is asked for what the product says.
  const leaving = await asked<{ endsOn: string; fee: string; credit: string }>(
    who.member.post(`/api/contracts/contracts/${contract.documentId}/cancel/preview`, { ending: 'period_end' }),
  );
  // 30 % of the eleven months that are left of the least, 2,000.00 each.
  expect(leaving).toMatchObject({ endsOn: '2031-01-31', fee: '660000' });
});

test('what cannot be granted is not paid for either: all of it, or nothing', async () => {
  const product = await newProduct('ดูแลพร้อมเยี่ยม');
  await set(product, { entitlements: [visits] });
  const who = await party();
  const ordered = await order(who, [of(product, 'month')]);
  const insert = app.platform.rows.insert.bind(app.platform.rows);
  const broken = jest.spyOn(app.platform.rows, 'insert').mockImplementation((uid, ...rest) => {
    if (uid === 'plugin::contracts.entitlement-entry') throw conflict('entitlement.not_whole');
    return insert(uid, ...rest);
  });
  await expect(payFor(who, ordered)).rejects.toThrow('409');
  broken.mockRestore();
  expect(await contractsOf(who)).toEqual([]);
  expect(await asked(who.member.get(`/api/billing/invoices/${ordered.invoice.documentId}`))).toMatchObject({
    ...{ state: 'open', amountDue: ordered.invoice.total },
  });
  await payFor(who, ordered);
  expect(await left(await onlyOf(who))).toEqual(['12']);
});

test('it enters renewal in time and goes on at the price of its table; what is off is given back', async () => {
  const product = await newProduct('ดูแลและพัก');
  const terms = { ...YEAR, noticeDays: 0 };
  await set(product, terms);
  const who = await party();
  await sold(who, [of(product, 'year')]);
  const contract = await onlyOf(who);
  expect(contract).toMatchObject({ endsOn: '2031-12-31', nextBillOn: null });
  await desk.turnTo('2031-02-01');
  await desk.act(contract.documentId, 'suspend', { reason: 'ลูกค้าขอหยุด' });
  await desk.turnTo('2031-02-11');
  await desk.act(contract.documentId, 'resume');
  // 10 of 365 days of 10,000.00, and their VAT.
  const notes = await asked<{ total: string }[]>(who.member.get('/api/billing/credit-notes'));
  expect(notes.map(({ total }) => total)).toEqual(['29315']);

  const renewals = (): Promise<{ state: string }[]> =>
    asked(owner.get(`/contracts/renewals?filters[contract][documentId][$eq]=${contract.documentId}`));
  expect(await renewals()).toEqual([]);
  await desk.turnTo('2031-10-10');
  expect(await renewals()).toMatchObject([{ state: 'noticed' }]);
  await desk.turnTo('2032-01-02');
  // It went on by itself, at nine tenths.
  expect(await desk.read(contract.documentId)).toMatchObject({ state: 'active', endsOn: '2032-12-31' });
  expect((await desk.periods(contract.documentId)).map(({ startsOn, amount }) => [startsOn, amount])).toEqual([
    ['2031-01-01', '1000000'],
    ['2032-01-01', '900000'],
  ]);
  // None was used: at most two are taken over.
  expect(await left(contract)).toEqual(['14']);
  await end(contract);
});

test('lines that begin or last otherwise are contracts of their own, whichever of them comes first', async () => {
  const [first, second] = [await newProduct('ดูแลหนึ่งปี'), await newProduct('ดูแลสองปี')];
  await set(first, { termMonths: 12, leadDays: 3 });
  await set(second, { termMonths: 24, noticeDays: 60 });
  const who = await party();
  const lines = [of(first, 'month'), of(second, 'month'), of(first, 'year'), of(care, 'month'), of(care, 'once')];
  const ordered = await sold(who, lines);
  const made = await contractsOf(who);
  expect(made).toMatchObject([
    { termMonths: 12, noticeDays: 0, state: 'active' },
    { termMonths: 24, noticeDays: 60, state: 'active' },
    { termMonths: null, noticeDays: 0, state: 'active' },
  ]);
  expect((await Promise.all(made.map(linesOf))).map((all) => all.map(({ leadDays }) => leadDays))).toEqual([
    [3, 3],
    [0],
    [0],
  ]);
  // Each has the first period that the order asked for, and nothing twice.
  const billed = (await Promise.all(made.map(({ documentId }) => desk.periods(documentId)))).flat();
  expect(billed.map(({ invoice }) => invoice?.documentId)).toEqual(Array(4).fill(ordered.invoice.documentId));
  for (const one of made) await end(one);
});

test('a quantity that reaches into further steps of its price entitles once', async () => {
  const tiers = [
    { from: '1', unitPrice: '10000' },
    { from: '11', unitPrice: '9000' },
  ];
  const [stepped] = await shop.service.createProducts([
    {
      name: 'ดูแลเครื่องลูกข่าย',
      ...SERVICE,
      prices: [{ model: 'graduated', unitPrice: 10_000n, tiers, per: 'month' }],
    },
  ]);
  await set(stepped as Product, { entitlements: [visits], fee: { kind: 'fixed', value: '50000' } });
  const who = await party();
  await sold(who, [of(stepped as Product, 'month', '15')]);
  const contract = await onlyOf(who);
  expect(await linesOf(contract)).toMatchObject([
    { quantity: '10', feeKind: 'fixed', feeValue: '50000' },
    { quantity: '5', feeKind: 'none', feeValue: '0' },
  ]);
  expect(await left(contract)).toEqual(['12']);
  await end(contract);
});

test('what is said with a price wins, also with the price that takes over from it; what was sold keeps what it has', async () => {
  const product = await newProduct('ดูแลตามราคา');
  await set(product, { termMonths: 12, noticeDays: 15 });
  const price = priceOf(product, 'month');
  const own = await set(product, { price, termMonths: 24, entitlements: [visits] });
  expect(own).toMatchObject({ price, termMonths: 24 });
  const who = await party();
  await sold(who, [of(product, 'month'), of(product, 'year')]);
  const [monthly, yearly] = await contractsOf(who);
  expect([monthly, yearly]).toMatchObject([
    { termMonths: 24, noticeDays: 0 },
    { termMonths: 12, noticeDays: 15 },
  ]);

  // An order used it: the dearer price is another one, of which the same is promised.
  const dearer = await asked<Product>(
    owner.put(`/sales/products/${product.documentId}`, { prices: [{ documentId: price, unitPrice: '120000' }] }),
  );
  const next = dearer.prices.find(({ documentId }) => !product.prices.some((one) => one.documentId === documentId));
  expect((await termsSaid(product)).length).toBe(3);
  const other = await party();
  await sold(other, [{ product: product.documentId, price: next?.documentId, quantity: '1' }]);
  expect(await onlyOf(other)).toMatchObject({ termMonths: 24 });
  expect(await left(await onlyOf(other))).toEqual(['12']);

  // Said anew, once for each: what is in force stays.
  await set(product, { price: next?.documentId, termMonths: 36 });
  expect((await termsSaid(product)).length).toBe(3);
  expect(await onlyOf(other)).toMatchObject({ termMonths: 24 });
  for (const { documentId } of (await termsSaid(product)).slice(1)) {
    expect(await asked(owner.delete(`/contracts/contract-terms/${documentId}`))).toEqual({ documentId });
  }
  const last = await party();
  await sold(last, [{ product: product.documentId, price: next?.documentId, quantity: '1' }]);
  expect(await onlyOf(last)).toMatchObject({ termMonths: 12, noticeDays: 15 });
  const told = await asked<{ name: string }[]>(
    owner.get(`/platform/timeline?type=plugin::sales.product&subject=${product.documentId}&limit=100`),
  );
  expect(told.filter(({ name }) => name === 'contract_terms.set').length).toBe(4);
  expect(told.filter(({ name }) => name === 'contract_terms.removed').length).toBe(2);
  for (const one of [monthly, yearly, await onlyOf(other), await onlyOf(last)]) if (one) await end(one);
});

test('what waits for a signature begins with it, and the period that was paid begins then', async () => {
  const product = await newProduct('ดูแลเมื่อลงนาม');
  await set(product, { activation: 'signature', termMonths: 12, entitlements: [visits] });
  const who = await party();
  await sold(who, [of(product, 'month'), of(care, 'month')]);
  const [waiting, running] = await contractsOf(who);
  expect([waiting, running]).toMatchObject([
    { state: 'awaiting_start', startsOn: null },
    { state: 'active', startsOn: desk.today() },
  ]);
  expect(await left(waiting as Contract)).toEqual(['0']);
  await desk.turnTo('2032-01-12');
  expect(await desk.act(waiting?.documentId ?? '', 'activate', { on: '2032-01-12' })).toMatchObject({
    ...{ state: 'active', startsOn: '2032-01-12', endsOn: '2033-01-11', nextBillOn: '2032-02-12' },
  });
  expect(await left(waiting as Contract)).toEqual(['12']);
  for (const one of [waiting, running]) if (one) await end(one);
});

test('on credit terms it waits for the installation too, follows its order meanwhile, and is over with it', async () => {
  const product = await newProduct('ดูแลเมื่อติดตั้ง');
  await set(product, { activation: 'installation', termMonths: 12 });
  const who = await party(30);
  const ordered = await order(who, [of(product, 'month', '3')]);
  await asked(owner.post(`/sales/orders/${ordered.documentId}/confirm`));
  const contract = await onlyOf(who);
  expect(contract).toMatchObject({ state: 'awaiting_start', termMonths: 12 });
  await asked(
    owner.post(`/sales/orders/${ordered.documentId}/amend`, {
      ...{ reason: 'ลูกค้าขอ', lines: [{ line: ordered.lines[0]?.documentId, quantity: '2' }] },
    }),
  );
  expect(await linesOf(contract)).toMatchObject([{ quantity: '2' }]);
  expect(await desk.act(contract.documentId, 'activate', { on: desk.today() })).toMatchObject({ state: 'active' });
  await asked(owner.post(`/sales/orders/${ordered.documentId}/cancel`, { reason: 'ลูกค้าขอ' }));
  expect(await onlyOf(who)).toMatchObject({ state: 'ended' });

  // Paid, and thought better of before it was installed: what was paid for it is credited whole.
  const other = await party();
  const paid = await sold(other, [of(product, 'month'), of(care, 'once')]);
  expect(await onlyOf(other)).toMatchObject({ state: 'awaiting_start' });
  const without = { reason: 'ลูกค้าขอ', lines: [{ line: paid.lines[0]?.documentId, quantity: '0' }] };
  await asked(owner.post(`/sales/orders/${paid.documentId}/amend`, without));
  expect(await onlyOf(other)).toMatchObject({ state: 'cancelled' });
  const notes = await asked<{ total: string }[]>(other.member.get('/api/billing/credit-notes'));
  expect(notes.map(({ total }) => total)).toEqual(['107000']);
});

test('a trial comes first: what is promised for the term begins with the contract', async () => {
  const [tried] = await shop.service.createProducts([
    { name: 'ลองก่อน', ...SERVICE, prices: [{ unitPrice: 100_000n, per: 'month', trialDays: 14 }] },
  ]);
  if (!tried) throw new Error('no product');
  await set(tried as Product, { termMonths: 12, entitlements: [visits] });
  const who = await party();
  await order(who, [of(tried as Product, 'month')]);
  const contract = await onlyOf(who);
  expect(contract).toMatchObject({
    ...{
      state: 'active',
      startsOn: '2032-01-12',
      endsOn: '2033-01-11',
      trialUntil: '2032-01-25',
      nextBillOn: '2032-01-26',
    },
  });
  await end(contract);
});

test('what cannot be promised is refused in words, and nothing is kept of it', async () => {
  const product = await newProduct('ดูแลที่ผิด');
  const other = await newProduct('ดูแลอื่น');
  const refusal = (terms: object) => refused(owner.put(`/contracts/products/${product.documentId}/terms`, terms));
  expect(await refusal({ activation: 'date' })).toEqual([422, 'contract_terms.no_day', 'activation']);
  const fixed = { table: { basis: 'fixed', amounts: ['100000'] } };
  expect(await refusal({ termMonths: 12, renewal: fixed })).toEqual([422, 'contract_terms.fixed_table', 'renewal']);
  expect(await refusal({ renewal: { auto: true } })).toEqual([400, 'renewal.no_term', 'termMonths']);
  expect(await refusal({ termMonths: 601 })).toEqual([400, 'contract.months', 'termMonths']);
  expect(await refusal({ noticeDays: 400 })).toEqual([400, 'contract.notice_days', 'noticeDays']);
  expect(await refusal({ leadDays: 400 })).toEqual([400, 'contract.lead_days', 'leadDays']);
  expect(await refusal({ fee: { kind: 'percent', value: '1000001' } })).toEqual([
    ...[400, 'contract.fee_out_of_range', 'feeValue'],
  ]);
  expect(await refusal({ entitlements: [visits, visits] })).toEqual([
    ...[400, 'entitlement.unit_twice', 'entitlements.1.unit'],
  ]);
  expect(await refusal({ price: priceOf(other, 'month') })).toEqual([404, 'contract_terms.price_unknown', 'price']);
  expect(await refusal({ price: priceOf(product, 'once') })).toEqual([400, 'contract_terms.price_of_once', 'price']);
  // The order's invoice asks for a whole period in advance.
  expect((await refusal({ billedIn: 'arrears' }))[0]).toBe(400);
  expect((await refusal({ alignment: 'calendar' }))[0]).toBe(400);
  const thai = await owner
    .put(`/contracts/products/${product.documentId}/terms`, { activation: 'date' })
    .set('Accept-Language', 'th');
  expect((thai.body as { error: { message: string } }).error.message).toMatch(/[ก-๙]/);
  expect(await termsSaid(product)).toEqual([]);
});

test('who sets prices or agrees contracts may set terms; customers read them before they buy', async () => {
  const product = await newProduct('ดูแลตามสิทธิ์');
  const url = `/contracts/products/${product.documentId}/terms`;
  for (const role of ['owner', 'billing', 'sales-lead', 'service-manager'] as const) {
    const staff = await app.staff(role);
    expect([role, (await staff.put(url, { noticeDays: 30 })).status]).toEqual([role, 200]);
  }
  const [said] = await termsSaid(product);
  for (const role of ['sales', 'accountant', 'dispatcher', 'support-agent'] as const) {
    const staff = await app.staff(role);
    expect([role, (await staff.put(url, { noticeDays: 1 })).status]).toEqual([role, 403]);
    expect([role, (await staff.delete(`/contracts/contract-terms/${said?.documentId}`)).status]).toEqual([role, 403]);
    expect([role, (await staff.get('/contracts/contract-terms')).status]).toEqual([role, 200]);
  }
  const { member } = await party();
  const before = `contract-terms?filters[product][documentId][$eq]=${product.documentId}`;
  expect(await asked(own(member, before))).toMatchObject([
    { noticeDays: 30, product: { documentId: product.documentId }, price: null },
  ]);
  // Of what is sold no longer they read nothing.
  await asked(owner.post(`/sales/products/${product.documentId}/close`));
  expect(await asked(own(member, before))).toEqual([]);
});

test('many who say it at once keep it once', async () => {
  const product = await newProduct('ดูแลพร้อมกัน');
  const answers = await Promise.all(
    [10, 20, 30, 40].map((noticeDays) => owner.put(`/contracts/products/${product.documentId}/terms`, { noticeDays })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await termsSaid(product)).length).toBe(1);
});
