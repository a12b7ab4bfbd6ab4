import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { companyMember, customerOf, proofOf, sendSlip } from '../billing/support';
import { openShop, placeOrder } from '../sales/shop';
import { asked, contractDesk } from './support';

/** Small bills of a contract that counts: from 1,000.00 before VAT in all on. */
let app: App;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;
let member: Member;
let customer: { documentId: string };

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('super-admin');
  desk = contractDesk(app, await app.staff());
  await desk.turnTo('2030-03-01');
  member = await companyMember(app);
  customer = await customerOf(app, member);
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Invoice {
  documentId: string;
  total: string;
}
const lastBill = async (): Promise<Invoice> => {
  const [invoice] = await asked<Invoice[]>(member.get('/api/billing/invoices?sort=id:desc&pagination[pageSize]=1'));
  if (!invoice) throw new Error('nothing was billed');
  return invoice;
};
let slips = 0;
/** Pays as a company does that withholds what is proposed. */
const withheldOf = async ({ documentId }: Invoice) =>
  (
    await asked<{ withheld: string }>(
      member.post(`/api/billing/invoices/${documentId}/payments`, {
        ...{ method: 'bank_transfer', withholding: {} },
        slip: await sendSlip(app, member, 700 + (slips += 1)),
      }),
      201,
    )
  ).withheld;
const hintOf = async ({ documentId }: Invoice) =>
  said(await textOf((await owner.get(`/billing/invoices/${documentId}/document?lang=en`)).body as Buffer));
const monthly = (unitPrice: string, more: object = {}) =>
  desk.make(customer.documentId, [{ description: 'Care', unitPrice, unit: 'month', incomeKind: 'service' }], more);

test('of a small bill the payer withholds where the contract comes to 1,000.00 or more in its term', async () => {
  await monthly('80000', { termMonths: 12 });
  await desk.turnTo('2030-03-02');
  const invoice = await lastBill();
  expect(invoice.total).toBe('85600');
  expect(await hintOf(invoice)).toContain('24.00');
  expect(await withheldOf(invoice)).toBe('2400');
});

test('without a term a year counts, and a contract that stays below has nothing withheld', async () => {
  await monthly('9000');
  await desk.turnTo('2030-03-03');
  expect(await withheldOf(await lastBill())).toBe('270');
  await monthly('8000');
  await desk.turnTo('2030-03-04');
  expect(await withheldOf(await lastBill())).toBe('0');
  await monthly('30000', { termMonths: 3 });
  await desk.turnTo('2030-03-05');
  expect(await withheldOf(await lastBill())).toBe('0');
});

test('the order of what recurs counts as what it comes to in a year', async () => {
  const shop = await openShop(app, 10_000n);
  const [care] = await shop.service.createProducts([
    {
      ...{ name: 'ดูแลรายเดือน', kind: 'service', unit: 'เดือน', incomeKind: 'service' },
      prices: [
        { unitPrice: 80_000n, per: 'month' },
        { unitPrice: 80_000n, per: 'one_time' },
      ],
    },
  ]);
  const ordered = async (place: number): Promise<Invoice> =>
    (await placeOrder(member, [{ product: care?.documentId, price: care?.prices[place]?.documentId, quantity: '1' }]))
      .invoice;
  expect(await withheldOf(await ordered(0))).toBe('2400');
  expect(await withheldOf(await ordered(1))).toBe('0');
});
