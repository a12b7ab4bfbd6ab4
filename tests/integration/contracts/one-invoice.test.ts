import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { simulate } from '../../support/simulated';
import { asked, type Contract, contractDesk, refused } from './support';

let app: App;
let staff: Staff;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;

beforeAll(async () => {
  app = await bootApp();
  staff = await app.staff();
  owner = await app.staff('owner');
  desk = contractDesk(app, staff);
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Party {
  member: Member;
  customer: string;
  contracts: Contract[];
}
interface Invoice {
  lines: { description: string; details: string }[];
}

/** A customer with two contracts that begin on one day, one of which says itself how it is billed. */
async function party(startsOn: string, more: object = {}): Promise<Party> {
  const member = await companyMember(app);
  const { documentId: customer } = await customerOf(app, member);
  const line = (description: string) => [{ description, unitPrice: '100000', unit: 'งวด' }];
  const contracts = [
    await desk.make(customer, line('ดูแลเว็บไซต์'), { startsOn, activation: 'date', ...more }),
    await desk.make(customer, line('ดูแลเครื่องแม่ข่าย'), { startsOn, activation: 'date' }),
  ];
  return { member, customer, contracts };
}
const invoicesOf = ({ customer }: Party): Promise<Invoice[]> =>
  asked(owner.get(`/billing/invoices?filters[customer][documentId][$eq]=${customer}&populate=lines&sort=id:asc`));
const wish = ({ member }: Party, invoices: 'together' | 'apart' | null) =>
  asked<{ customer: { invoices: string | null } }>(member.put('/api/crm/me', { invoices }));
const foreseen = (asOf: string): Promise<{ contracts: number; invoices: number }> =>
  asked(staff.post('/contracts/billing-runs', { dryRun: true, asOf }), 201);
const simulated = async (to: string, { customer }: Party): Promise<number | undefined> =>
  (await simulate(owner, { to, customer, payments: 'none' })).counts.find(({ name }) => name === 'invoice.issued')
    ?.count;
const usually = (invoicesTogether: boolean) =>
  asked(owner.put('/content-manager/single-types/plugin::contracts.setting', { invoicesTogether }));

test('what two contracts ask for on one day is on one invoice where the customer wishes so, and names each of them', async () => {
  await desk.turnTo('2030-01-10');
  const one = await party('2030-02-01');
  expect((await wish(one, 'together')).customer.invoices).toBe('together');
  await desk.turnTo('2030-02-01');
  const [invoice, ...rest] = await invoicesOf(one);
  expect(rest).toEqual([]);
  expect(invoice?.lines.map(({ description, details }) => [description, details.split('\n')[0]])).toEqual([
    ['ดูแลเว็บไซต์', `สัญญา ${one.contracts[0]?.number}`],
    ['ดูแลเครื่องแม่ข่าย', `สัญญา ${one.contracts[1]?.number}`],
  ]);
  expect(await foreseen('2030-03-01')).toMatchObject({ contracts: 2, invoices: 1 });
  expect(await simulated('2030-03-15', one)).toBe(1);

  // Apart; and together again, as staff hear it on the phone.
  expect((await wish(one, 'apart')).customer.invoices).toBe('apart');
  expect(await foreseen('2030-03-01')).toMatchObject({ contracts: 2, invoices: 2 });
  expect(await simulated('2030-03-15', one)).toBe(2);
  await desk.turnTo('2030-03-01');
  expect((await invoicesOf(one)).length).toBe(3);
  expect((await invoicesOf(one)).at(-1)?.lines[0]?.details).not.toContain('สัญญา');
  await asked(owner.put(`/crm/customers/${one.customer}`, { invoices: 'together' }));
  await desk.turnTo('2030-04-01');
  expect((await invoicesOf(one)).length).toBe(4);
  expect(await refused(one.member.put('/api/crm/me', { invoices: 'never' }))).toEqual([
    ...[400, expect.any(String), 'invoices'],
  ]);
  for (const { documentId } of one.contracts) await desk.act(documentId, 'cancel', { ending: 'now' });
});

test('who wishes nothing is billed as a contract says, or as is usual; a wish goes before both', async () => {
  const [day, next] = ['2030-06-01', '2030-07-01'];
  await desk.turnTo('2030-05-20');
  const [plain, agreed] = [await party(day), await party(day, { billedTogether: true })];
  const [apart, together] = [await party(day, { billedTogether: true }), await party(day)];
  const all = [plain, agreed, apart, together];
  const counts = () => Promise.all(all.map(async (of) => (await invoicesOf(of)).length));
  await wish(apart, 'apart');
  await wish(together, 'together');
  await usually(true);
  await desk.turnTo(day);
  expect(await counts()).toEqual([1, 1, 2, 1]);
  expect(await foreseen(next)).toMatchObject({ contracts: 8, invoices: 5 });
  await usually(false);
  // One that is agreed to be billed with others has no other beside it.
  expect(await foreseen(next)).toMatchObject({ contracts: 8, invoices: 7 });
  await wish(together, null);
  await desk.turnTo(next);
  expect(await counts()).toEqual([3, 3, 4, 3]);
});
