import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { openShop, placeOrder, type Shop } from '../sales/shop';
import { asked, type Contract, contractDesk, own, pay } from './support';

/** What a coupon promised at the order is what the contract bills. */
let app: App;
let shop: Shop;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  owner = await app.staff('super-admin');
  desk = contractDesk(app, await app.staff());
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Party {
  member: Member;
  customer: string;
}
interface Ordered {
  documentId: string;
  coupons: { code: string }[];
  invoice: { documentId: string; total: string };
  lines: { documentId: string }[];
}

let count = 0;
async function coupon(body: object): Promise<string> {
  const code = `MONTHS${(count += 1)}`;
  const given = { code, name: 'คูปอง', kind: 'percent', ratePpm: 100_000, stackable: true, ...body };
  await asked(owner.post('/sales/coupons', given), 201);
  return code;
}
async function party(): Promise<Party> {
  const member = await companyMember(app);
  return { member, customer: (await customerOf(app, member)).documentId };
}
const monthly = (quantity = '1') => ({ product: shop.care, price: shop.careMonthly, quantity });
async function begun({ member, customer }: Party, coupons: string[], quantity?: string) {
  const sold: Ordered = await placeOrder(member, [monthly(quantity)], { coupons });
  await pay(owner, customer, sold.invoice, desk.today());
  const [contract] = await asked<Contract[]>(own(member, 'contracts?sort=id:asc'));
  if (!contract) throw new Error('no contract');
  return { sold, contract };
}
const billedOf = async ({ documentId }: Contract) =>
  (await desk.periods(documentId, '&filters[state][$eq]=billed')).map(({ startsOn, amount, invoice }) => [
    startsOn,
    amount,
    invoice?.total,
  ]);
const whyOf = async ({ documentId }: Contract, at: number, language: string) => {
  const invoice = (await desk.periods(documentId))[at]?.invoice;
  return asked<{ agrees: boolean; sentences: string[] }[]>(
    owner.get(`/billing/invoices/${invoice?.documentId}/explanation?lang=${language}`),
  );
};

test('each month is billed as the price said it would be, with the coupons that last so long', async () => {
  await desk.turnTo('2030-01-31');
  const one = await party();
  const coupons = [
    await coupon({ duration: 'once' }),
    await coupon({ duration: 'periods', periods: 3 }),
    await coupon({ kind: 'amount', ratePpm: null, amount: '5000', duration: 'forever' }),
  ];
  const said = await asked<{ total: string; recurring: { from: string; total: string }[] }>(
    one.member.post('/api/sales/orders/price', { lines: [monthly()], coupons }),
  );
  // 1,000.00 less 100.00, 90.00 and 50.00; from the second month on without the first, from the fourth without the second.
  expect([said.total, ...said.recurring.map(({ from, total }) => `${from} ${total}`)]).toEqual([
    '81320',
    '2030-02-28 92020',
    '2030-04-30 101650',
  ]);
  const { contract } = await begun(one, coupons);
  await desk.turnTo('2030-06-01');
  expect(await billedOf(contract)).toEqual([
    ['2030-01-31', '76000', '81320'],
    ['2030-02-28', '86000', '92020'],
    ['2030-03-31', '86000', '92020'],
    ['2030-04-30', '95000', '101650'],
    ['2030-05-31', '95000', '101650'],
  ]);
  const [english] = await whyOf(contract, 1, 'en');
  expect(english).toMatchObject({
    agrees: true,
    sentences: expect.arrayContaining([
      `The coupon ${coupons[1]} takes 90.00 off.`,
      `The coupon ${coupons[2]} takes 50.00 off.`,
    ]),
  });
  const [thai] = await whyOf(contract, 3, 'th');
  expect(thai?.sentences).toContain(`คูปอง ${coupons[2]} ลด 50.00`);
  expect(thai?.sentences.join()).not.toContain(coupons[1]);
});

test('what comes back of a month with a coupon is of what was asked for it', async () => {
  await desk.turnTo('2030-07-01');
  const one = await party();
  const { contract } = await begun(one, [await coupon({ ratePpm: 500_000, duration: 'once' })], '2');
  await desk.turnTo('2030-07-16');
  const [line] = await asked<{ documentId: string }[]>(
    owner.get(`/contracts/contract-lines?filters[contract][documentId][$eq]=${contract.documentId}`),
  );
  const change = { lines: [{ line: line?.documentId, quantity: '1' }] };
  const preview = await asked<object>(owner.post(`/contracts/contracts/${contract.documentId}/change/preview`, change));
  // 16 of 31 days: two were asked for at 1,000.00 instead of 2,000.00, and one is had for 500.00.
  expect(preview).toMatchObject({ charge: '0', credit: '25807', lines: [{ billed: '51613', costs: '25806' }] });
  await desk.act(contract.documentId, 'change', change);
  await desk.turnTo('2030-08-02');
  expect((await billedOf(contract)).at(-1)).toEqual(['2030-08-01', '100000', '107000']);
});

test('an order that is lowered keeps of its coupon what was taken off those that stay: so do the months that follow', async () => {
  await desk.turnTo('2030-09-01');
  const one = await party();
  const { sold, contract } = await begun(one, [await coupon({ duration: 'periods', periods: 2 })], '3');
  const lines = [{ line: sold.lines[0]?.documentId, quantity: '2' }];
  await asked(owner.post(`/sales/orders/${sold.documentId}/amend`, { reason: 'ลด', lines }));
  await desk.turnTo('2030-11-02');
  expect((await billedOf(contract)).slice(-2)).toEqual([
    ['2030-10-01', '180000', '192600'],
    ['2030-11-01', '200000', '214000'],
  ]);
});

test('a contract of an invoice has the coupons that last, and not those that were for it', async () => {
  await desk.turnTo('2030-12-01');
  const one = await party();
  const coupons = [
    await coupon({ kind: 'amount', ratePpm: null, amount: '10000', duration: 'once' }),
    await coupon({ kind: 'amount', ratePpm: null, amount: '2000', duration: 'forever' }),
  ];
  const camera = { product: shop.camera, quantity: '1' };
  const sold: Ordered = await placeOrder(one.member, [camera], { coupons });
  await pay(owner, one.customer, sold.invoice, desk.today());
  const contract = await asked<Contract>(
    owner.post(`/contracts/contracts/from-invoice/${sold.invoice.documentId}`, {
      ...{ cycle: { unit: 'month', count: 1 }, firstPeriodBilled: false },
    }),
    201,
  );
  await desk.turnTo('2031-01-02');
  const billed = (await billedOf(contract)).map(([, amount]) => amount);
  expect(billed).toEqual(['18000', '18000']);
});
