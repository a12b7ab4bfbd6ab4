import { type App, bootApp, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { asked, type Contract, contractDesk } from './support';

let app: App;
let staff: Staff;
let desk: ReturnType<typeof contractDesk>;
let customer: { id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp();
  staff = await app.staff();
  desk = contractDesk(app, staff);
  await desk.turnTo('2031-01-05');
});
beforeEach(async () => {
  customer = await customerOf(app, await companyMember(app));
  await asked(staff.post(`/crm/customers/${customer.documentId}/credit`, { creditTermsDays: 15 }));
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const care = (over: object = {}) => ({ description: 'ดูแลเว็บไซต์', unitPrice: '100000', unit: 'เดือน', ...over });
/** The site is off until that morning: the days pass, and nobody wakes the jobs. */
async function offUntil(day: string): Promise<void> {
  await app.strapi.store({ type: 'plugin', name: 'platform' }).set({ key: 'clock', value: `${day}T01:00:00Z` });
  await desk.turnTo(day);
}
const billed = async ({ documentId }: Contract) =>
  (await desk.periods(documentId)).map(({ startsOn, endsOn, amount, invoice }) => [
    ...[startsOn, endsOn, amount, invoice?.issuedOn, invoice?.dueDate],
  ]);
/** The last one first. */
const invoices = () =>
  asked<{ total: string; tax: string; lines: { description: string; details: string | null }[] }[]>(
    staff.get(
      `/billing/invoices?filters[customer][documentId][$eq]=${customer.documentId}&populate=lines&sort=id:desc&pagination[pageSize]=100`,
    ),
  );

test('off from 20 February to 20 May, billed on the 5th and 7 days ahead: March, April and May once each, then June on its day', async () => {
  const contract = await desk.make(customer.documentId, [care({ leadDays: 7 })]);
  await desk.turnTo('2031-02-20');
  const before = [
    ['2031-01-05', '2031-02-04', '100000', '2031-01-05', '2031-01-20'],
    ['2031-02-05', '2031-03-04', '100000', '2031-01-29', '2031-02-13'],
  ];
  expect(await billed(contract)).toEqual(before);
  await offUntil('2031-05-20');
  const meanwhile = [
    ['2031-03-05', '2031-04-04', '100000', '2031-05-20', '2031-06-04'],
    ['2031-04-05', '2031-05-04', '100000', '2031-05-20', '2031-06-04'],
    ['2031-05-05', '2031-06-04', '100000', '2031-05-20', '2031-06-04'],
  ];
  expect(await billed(contract)).toEqual([...before, ...meanwhile]);
  const standing = await invoices();
  expect(standing.map(({ total }) => total)).toEqual(['321000', '107000', '107000']);
  expect(standing[0]?.lines.map(({ details }) => details)).toEqual([
    'งวดวันที่ 5 มี.ค. 2574 ถึง 4 เม.ย. 2574',
    'งวดวันที่ 5 เม.ย. 2574 ถึง 4 พ.ค. 2574',
    'งวดวันที่ 5 พ.ค. 2574 ถึง 4 มิ.ย. 2574',
  ]);
  await desk.turnTo('2031-05-28');
  expect(await billed(contract)).toHaveLength(5);
  await desk.turnTo('2031-05-29');
  expect(await billed(contract)).toEqual([
    ...before,
    ...meanwhile,
    ['2031-06-05', '2031-07-04', '100000', '2031-05-29', '2031-06-13'],
  ]);
  await desk.act(contract.documentId, 'cancel', { ending: 'now' });
});

test('24 months at 1,000.00, given up after 10: 30 % of what remains is 4,200.00, named on the final invoice', async () => {
  await desk.turnTo('2032-01-01');
  const contract = await desk.make(
    customer.documentId,
    [care({ minimumMonths: 24, fee: { kind: 'percent', value: '300000' } })],
    { termMonths: 24 },
  );
  await desk.turnTo('2032-10-31');
  expect(await billed(contract)).toHaveLength(10);
  const url = `/contracts/contracts/${contract.documentId}/cancel`;
  const preview = await asked<{ fee: string; credit: string; endsOn: string; sentence: string }>(
    staff.post(`${url}/preview`, { ending: 'period_end' }).set('Accept-Language', 'en'),
  );
  expect(preview).toMatchObject({ endsOn: '2032-10-31', fee: '420000', credit: '0' });
  expect(preview.sentence).toContain('4,200.00');
  await asked(staff.post(url, { ending: 'period_end', reason: 'ย้ายออก' }));
  await desk.turnTo('2032-11-02');
  expect(await desk.read(contract.documentId)).toMatchObject({ state: 'ended', endsOn: '2032-10-31' });
  expect(await billed(contract)).toHaveLength(10);
  const [last, ...earlier] = await invoices();
  expect(earlier).toHaveLength(10);
  expect(last).toMatchObject({ total: '420000', tax: '0' });
  expect(last?.lines.map(({ description }) => description)).toEqual(['ค่าเลิกสัญญาก่อนกำหนด: ดูแลเว็บไซต์']);
});
