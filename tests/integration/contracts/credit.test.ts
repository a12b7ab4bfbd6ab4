import { type App, bootApp, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { asked, type Contract, contractDesk } from './support';

/** What a customer has over pays what the billing run issues. */
const SETTING = 'plugin::billing.setting';

let app: App;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('super-admin');
  desk = contractDesk(app, await app.staff());
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Invoice {
  documentId: string;
  state: string;
  total: string;
  amountDue: string;
}
interface Party {
  documentId: string;
  id: number;
}

const party = async (): Promise<Party> => customerOf(app, await companyMember(app));
/** Money that came for nothing named. */
const overpay = ({ documentId }: Party, amount: string) =>
  asked<{ documentId: string }>(
    owner.post('/billing/payments', {
      ...{ customer: documentId, method: 'bank_transfer', amount, currency: 'THB', receivedOn: desk.today() },
      allocations: [],
    }),
    201,
  );
const monthly = (one: Party, unitPrice: string): Promise<Contract> =>
  desk.make(one.documentId, [{ description: 'Care', unitPrice, unit: 'month' }]);
const invoicesOf = ({ documentId }: Party) =>
  asked<Invoice[]>(
    owner.get(
      `/billing/invoices?filters[customer][documentId][$eq]=${documentId}&fields=state,total,amountDue&sort=id:asc`,
    ),
  );
const stands = async (one: Party) =>
  (await invoicesOf(one)).map(({ state, total, amountDue }) => [state, total, amountDue]);
const creditOf = async ({ documentId }: Party) =>
  (await asked<{ credit: string }>(owner.get(`/billing/customers/${documentId}/account`))).credit;
const mailsOf = ({ id }: Party) =>
  app.platform.rows.find<{ data: { total: string; paid: string; due: string } }>(
    'plugin::platform.delivery',
    (query, column) =>
      void query.where(column('customerId'), id).where(column('template'), 'invoice-mail').orderBy(column('id')),
  );
const taxedOf = ({ documentId }: Party) =>
  asked<{ total: string }[]>(
    owner.get(`/billing/tax-invoices?filters[customer][documentId][$eq]=${documentId}&sort=id:asc`),
  );

test('what is over pays the next bills as they are issued, as far as it goes; the mail says what is left', async () => {
  await desk.turnTo('2030-03-01');
  const [one, other] = [await party(), await party()];
  await overpay(one, '150000');
  await monthly(one, '100000');
  await monthly(other, '100000');
  await desk.turnTo('2030-04-02');
  expect(await stands(one)).toEqual([
    ['paid', '107000', '0'],
    ['open', '107000', '64000'],
  ]);
  expect(await creditOf(one)).toBe('0');
  // For services the tax point is when the money is laid on them.
  expect((await taxedOf(one)).map(({ total }) => total)).toEqual(['107000', '43000']);
  expect((await mailsOf(one)).map(({ data: { total, paid, due } }) => [total, paid, due])).toEqual([
    ['1,070.00', '1,070.00', ''],
    ['1,070.00', '430.00', '640.00'],
  ]);
  expect(await stands(other)).toEqual([
    ['open', '107000', '107000'],
    ['open', '107000', '107000'],
  ]);
  expect((await mailsOf(other))[0]?.data).toMatchObject({ paid: '', due: '1,070.00' });
});

test('several bills of one customer share what is over, and what is on its way back pays none', async () => {
  await desk.turnTo('2030-05-01');
  const one = await party();
  const payment = await overpay(one, '200000');
  await asked(
    owner.post(`/billing/payments/${payment.documentId}/refund`, {
      ...{ amount: '50000', reason: 'โอนเกิน' },
      account: { bank: 'KBANK', number: '1234567890', name: 'ลูกค้า' },
    }),
    201,
  );
  await monthly(one, '100000');
  await monthly(one, '50000');
  await desk.turnTo('2030-05-02');
  expect(await stands(one)).toEqual([
    ['paid', '107000', '0'],
    ['open', '53500', '10500'],
  ]);
});

test('where the settings leave it to staff, nothing is laid on anything', async () => {
  await app.strapi.db.query(SETTING).updateMany({ data: { creditPaysRecurring: false } });
  const one = await party();
  await overpay(one, '150000');
  await monthly(one, '100000');
  await desk.turnTo('2030-05-03');
  expect(await stands(one)).toEqual([['open', '107000', '107000']]);
  await app.strapi.db.query(SETTING).updateMany({ data: { creditPaysRecurring: true } });
});
