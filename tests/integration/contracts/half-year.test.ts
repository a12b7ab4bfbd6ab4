import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { placeOrder } from '../sales/shop';
import { asked, type Contract, contractDesk, own, pay } from './support';

let app: App;
let owner: Staff;
let member: Member;
let desk: ReturnType<typeof contractDesk>;

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('super-admin');
  member = await companyMember(app);
  desk = contractDesk(app, owner);
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Priced {
  documentId: string;
  prices: { documentId: string; per: string; unitPrice: string; setupFee: string | null }[];
}

test('a price per half-year is sold with its fee once, and billed every six months, from the last day of a month too', async () => {
  await desk.turnTo('2030-08-31');
  const { documentId } = await customerOf(app, member);
  const product = await asked<Priced>(
    owner.post('/sales/products', {
      ...{ name: 'ดูแลระบบกล้อง', kind: 'service', unit: 'งวด', incomeKind: 'service' },
      prices: [{ label: 'รายครึ่งปี', unitPrice: '600000', setupFee: '50000', per: 'half_year' }],
    }),
    201,
  );
  expect(product.prices).toMatchObject([{ per: 'half_year', unitPrice: '600000', setupFee: '50000' }]);
  const lines = [{ product: product.documentId, price: product.prices[0]?.documentId, quantity: '2' }];
  const priced = await asked<{ total: string }>(member.post('/api/sales/orders/price', { lines }));
  // 2 × 6,000.00, and 500.00 at the beginning; 7 % VAT.
  expect(priced.total).toBe('1337500');
  const sold = await placeOrder(member, lines);
  expect(sold.total).toBe('1337500');
  await pay(owner, documentId, sold.invoice, desk.today());

  const [contract] = await asked<Contract[]>(own(member, 'contracts'));
  if (!contract) throw new Error('no contract');
  const billed = async () =>
    (await desk.periods(contract.documentId, '&filters[state][$eq]=billed')).map(
      ({ startsOn, endsOn, amount, invoice }) => [startsOn, endsOn, amount, invoice?.total],
    );
  expect(await billed()).toEqual([['2030-08-31', '2031-02-27', '1200000', '1337500']]);
  await desk.turnTo('2031-02-27');
  expect(await billed()).toHaveLength(1);
  await desk.turnTo('2032-02-28');
  expect(await billed()).toEqual([
    ['2030-08-31', '2031-02-27', '1200000', '1337500'],
    ['2031-02-28', '2031-08-30', '1200000', '1284000'],
    ['2031-08-31', '2032-02-28', '1200000', '1284000'],
  ]);
  await desk.turnTo('2032-02-29');
  expect((await billed()).at(-1)).toEqual(['2032-02-29', '2032-08-30', '1200000', '1284000']);
  const invoices = await asked<{ total: string; state: string }[]>(member.get('/api/billing/invoices?sort=id:asc'));
  expect(invoices.map(({ total }) => total)).toEqual(['1337500', '1284000', '1284000', '1284000']);
});
