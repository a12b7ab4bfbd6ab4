import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { openShop, placeOrder, type Shop } from '../sales/shop';
import { asked, type Contract, contractDesk, own, pay } from './support';

let app: App;
let shop: Shop;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;
/** A service by the month that is tried for a fortnight. */
let tried: string;
/** The same, dearer. */
let dearer: string;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  owner = await app.staff('super-admin');
  desk = contractDesk(app, await app.staff());
  const service = { kind: 'service', unit: 'เดือน', incomeKind: 'service' } as const;
  const products = await shop.service.createProducts([
    { name: 'เก็บข้อมูล', ...service, prices: [{ unitPrice: 100_000n, per: 'month', trialDays: 14 }] },
    { name: 'เก็บข้อมูลใหญ่', ...service, prices: [{ unitPrice: 300_000n, per: 'month', trialDays: 30 }] },
  ]);
  [tried = '', dearer = ''] = products.map(({ documentId }) => documentId);
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

type Trial = Contract & { trialUntil: string | null };
interface Party {
  member: Member;
  customer: string;
}
interface Ordered {
  documentId: string;
  invoice: { documentId: string; total: string };
  lines: { documentId: string }[];
}

async function party(): Promise<Party> {
  const member = await companyMember(app);
  return { member, customer: (await customerOf(app, member)).documentId };
}
const order = ({ member }: Party, quantity = '1', more: object[] = []): Promise<Ordered> =>
  placeOrder(member, [{ product: tried, quantity }, ...more]);
const contractsOf = ({ member }: Party): Promise<Trial[]> => asked(own(member, 'contracts?sort=id:asc'));
async function contractOf(one: Party): Promise<Trial> {
  const [contract] = await contractsOf(one);
  if (!contract) throw new Error('no contract');
  return contract;
}
const billedOf = async ({ documentId }: Contract) =>
  (await desk.periods(documentId, '&filters[state][$eq]=billed')).map(({ startsOn, endsOn, invoice }) => [
    startsOn,
    endsOn,
    invoice?.total,
  ]);
const invoiceOf = ({ member }: Party, { documentId }: { documentId: string }) =>
  asked<{ state: string; total: string }>(member.get(`/api/billing/invoices/${documentId}`));

test('what is tried is asked for when the trial is over: said before, and billed then', async () => {
  await desk.turnTo('2030-01-10');
  const one = await party();
  const body = { lines: [{ product: tried, quantity: '2' }] };
  expect(await asked(one.member.post('/api/sales/orders/price', body))).toMatchObject({
    total: '0',
    lines: [{ unitPrice: '100000', discounts: [{ cause: 'trial', amount: '200000', days: 14 }], total: '0' }],
    recurring: [{ line: 0, per: 'month', from: '2030-01-24', total: '214000' }],
  });
  const sold = await order(one, '2');
  expect(await invoiceOf(one, sold.invoice)).toMatchObject({ state: 'paid', total: '0' });
  const contract = await contractOf(one);
  expect(contract).toMatchObject({ state: 'active', startsOn: '2030-01-10', trialUntil: '2030-01-23' });
  expect(await desk.read(contract.documentId)).toMatchObject({ nextBillOn: '2030-01-24' });
  await desk.turnTo('2030-01-23');
  expect(await billedOf(contract)).toEqual([]);
  await desk.turnTo('2030-02-25');
  expect(await billedOf(contract)).toEqual([
    ['2030-01-24', '2030-02-23', '214000'],
    ['2030-02-24', '2030-03-23', '214000'],
  ]);
});

test('beside goods the invoice asks for those alone, and the trial begins when they are paid', async () => {
  await desk.turnTo('2030-03-01');
  const one = await party();
  const sold = await order(one, '1', [{ product: shop.camera, quantity: '1' }]);
  expect(sold.invoice.total).toBe('21400');
  expect(await contractsOf(one)).toEqual([]);
  await desk.turnTo('2030-03-05');
  await pay(owner, one.customer, sold.invoice, desk.today());
  const contract = await contractOf(one);
  expect(contract).toMatchObject({ state: 'active', startsOn: '2030-03-05', trialUntil: '2030-03-18' });
  await desk.turnTo('2030-03-20');
  expect(await billedOf(contract)).toEqual([['2030-03-19', '2030-04-18', '107000']]);
});

test('it is tried once: who had it pays at once', async () => {
  await desk.turnTo('2030-04-01');
  const one = await party();
  await order(one);
  expect((await order(one)).invoice.total).toBe('107000');
});

test('who leaves during the trial has nothing to pay; at once or with its last day', async () => {
  await desk.turnTo('2030-05-01');
  const [one, other] = [await party(), await party()];
  await order(one);
  await order(other);
  const [leaves, thrown] = [await contractOf(one), await contractOf(other)];
  await desk.turnTo('2030-05-05');
  const url = `/api/contracts/contracts/${leaves.documentId}/cancel`;
  const ending = { ending: 'period_end' };
  expect(await asked(one.member.post(`${url}/preview`, ending))).toMatchObject({ endsOn: '2030-05-14', fee: '0' });
  await asked(one.member.post(url, ending));
  await desk.act(thrown.documentId, 'cancel', { ending: 'now' });
  expect(await desk.read(thrown.documentId)).toMatchObject({ endsOn: '2030-05-05', nextBillOn: null });
  await desk.turnTo('2030-05-14');
  expect(await desk.read(leaves.documentId)).toMatchObject({ state: 'active' });
  await desk.turnTo('2030-06-20');
  for (const contract of [leaves, thrown]) {
    expect(await desk.read(contract.documentId)).toMatchObject({ state: 'ended' });
    expect(await billedOf(contract)).toEqual([]);
  }
});

test('changed or amended during the trial, it is billed as it stands when that is over', async () => {
  await desk.turnTo('2030-07-01');
  const [one, other, gone] = [await party(), await party(), await party()];
  await order(one);
  const [sold, dropped] = [await order(other, '3'), await order(gone)];
  const [changed, amended, cancelled] = [await contractOf(one), await contractOf(other), await contractOf(gone)];
  await desk.turnTo('2030-07-04');
  const lines = await asked<{ documentId: string }[]>(own(one.member, 'contract-lines'));
  const change = { lines: [{ line: lines[0]?.documentId, product: dearer, quantity: '1' }] };
  await asked(one.member.post(`/api/contracts/contracts/${changed.documentId}/change`, change));
  const less = { reason: 'ลูกค้าขอ', lines: [{ line: sold.lines[0]?.documentId, quantity: '2' }] };
  await asked(owner.post(`/sales/orders/${sold.documentId}/amend`, less));
  await asked(owner.post(`/sales/orders/${dropped.documentId}/cancel`, { reason: 'ลูกค้าเปลี่ยนใจ' }));
  const invoices = await asked<{ total: string }[]>(other.member.get('/api/billing/invoices'));
  expect(invoices.map(({ total }) => total).filter((total) => total !== '0')).toEqual([]);
  await desk.turnTo('2030-07-20');
  expect(await billedOf(changed)).toEqual([['2030-07-15', '2030-08-14', '321000']]);
  expect(await billedOf(amended)).toEqual([['2030-07-15', '2030-08-14', '214000']]);
  expect([await desk.read(cancelled.documentId), await billedOf(cancelled)]).toMatchObject([{ state: 'ended' }, []]);
});

test('amended before it is paid, more is tried as well; afterwards more is paid at once, in a contract of its own', async () => {
  await desk.turnTo('2030-08-01');
  const one = await party();
  const sold = await order(one, '1', [{ product: shop.camera, quantity: '1' }]);
  const amend = async (quantity: string) => {
    const lines = [{ line: sold.lines[0]?.documentId, quantity }];
    await asked(owner.post(`/sales/orders/${sold.documentId}/amend`, { reason: 'ลูกค้าขอ', lines }));
    const open = '/api/billing/invoices?filters[state][$eq]=open';
    const invoices = await asked<{ documentId: string; total: string }[]>(one.member.get(open));
    for (const invoice of invoices) await pay(owner, one.customer, invoice, desk.today());
    return invoices.map(({ total }) => total);
  };
  expect(await amend('2')).toEqual(['21400']);
  expect(await amend('3')).toEqual(['107000']);
  const [first, second] = await contractsOf(one);
  expect([first?.trialUntil, second?.trialUntil]).toEqual(['2030-08-14', null]);
  await desk.turnTo('2030-08-20');
  expect(await billedOf(first as Trial)).toEqual([['2030-08-15', '2030-09-14', '214000']]);
  expect(await billedOf(second as Trial)).toEqual([['2030-08-01', '2030-08-31', '107000']]);
});

test('a plan that takes the place of another is not tried', async () => {
  await desk.turnTo('2030-09-01');
  const one = await party();
  await order(one);
  const contract = await contractOf(one);
  await desk.turnTo('2030-09-20');
  const [line] = await asked<{ documentId: string }[]>(own(one.member, 'contract-lines'));
  const change = { lines: [{ line: line?.documentId, product: dearer, quantity: '1' }] };
  await asked(one.member.post(`/api/contracts/contracts/${contract.documentId}/change`, change));
  await desk.turnTo('2030-10-16');
  expect((await billedOf(contract)).at(-1)).toEqual(['2030-10-15', '2030-11-14', '321000']);
});

test('staff who make a contract of the invoice keep the trial', async () => {
  await desk.turnTo('2030-11-01');
  const one = await party();
  const sold = await order(one, '1', [{ product: shop.camera, quantity: '1' }]);
  const { lines } = await asked<{ lines: { documentId: string; unitPrice: string }[] }>(
    owner.get(`/billing/invoices/${sold.invoice.documentId}?populate=lines`),
  );
  const promised = lines.filter(({ unitPrice }) => unitPrice === '100000').map(({ documentId }) => documentId);
  const made = await asked<Contract>(
    owner.post(`/contracts/contracts/from-invoice/${sold.invoice.documentId}`, {
      ...{ lines: promised, cycle: { unit: 'month', count: 1 }, activation: 'date', startsOn: '2030-11-01' },
    }),
    201,
  );
  expect(made).toMatchObject({ trialUntil: '2030-11-14', nextBillOn: '2030-11-15' });
  await pay(owner, one.customer, sold.invoice, desk.today());
  await desk.turnTo('2030-11-16');
  expect(await billedOf(made)).toEqual([['2030-11-15', '2030-12-14', '107000']]);
  expect(await contractsOf(one)).toHaveLength(1);
});

test('a line that joins during the trial is billed from its own first day, and no day of it is free', async () => {
  await desk.turnTo('2030-12-05');
  const one = await party();
  await order(one);
  const contract = await contractOf(one);
  await desk.turnTo('2030-12-08');
  const joins = { description: 'สำรองข้อมูล', unitPrice: '50000', unit: 'เดือน' };
  await asked(owner.post(`/contracts/contracts/${contract.documentId}/change`, { add: [joins] }));
  await desk.turnTo('2031-01-10');
  expect(await billedOf(contract)).toEqual([
    ['2030-12-08', '2031-01-07', '53500'],
    ['2030-12-19', '2031-01-18', '107000'],
    ['2031-01-08', '2031-02-07', '53500'],
  ]);
});
