import { addDays, addMonths } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Staff } from '../../support/app';
import { companyMember, customerOf, issue, line, proofOf } from '../billing/support';
import { asked, contractDesk } from './support';

let app: App;
let staff: Staff;
let desk: ReturnType<typeof contractDesk>;
let customer: { id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp();
  staff = await app.staff();
  desk = contractDesk(app, staff);
  await desk.turnTo('2030-03-01');
});
beforeEach(async () => {
  customer = await customerOf(app, await companyMember(app));
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const make = (over: object = {}, more: object = {}) =>
  desk.make(customer.documentId, [{ description: 'ดูแลเว็บไซต์', unitPrice: '100000', ...over }], more);
const billedDays = async (documentId: string) =>
  (await desk.periods(documentId)).map(({ startsOn, endsOn, amount }) => [startsOn, endsOn, amount]);

test('back-billed after suspension: days that were off are billed neither then nor later', async () => {
  const { documentId } = await make({ whileSuspended: 'stop' });
  await desk.turnTo('2030-03-10');
  await desk.act(documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo('2030-05-20');
  await desk.act(documentId, 'resume');
  await desk.turnTo('2030-06-02');
  expect(await billedDays(documentId)).toEqual([
    ['2030-03-01', '2030-03-31', '100000'],
    ['2030-05-20', '2030-05-31', '38710'],
    ['2030-06-01', '2030-06-30', '100000'],
  ]);
  // Of March, nine days were served.
  const notes = await asked<{ net: string }[]>(
    staff.get(`/billing/credit-notes?filters[customer][documentId][$eq]=${customer.documentId}`),
  );
  expect(notes.map(({ net }) => net)).toEqual(['70968']);
});

test('one day early by time zone: a day begins at midnight where the business is', async () => {
  const first = addDays(desk.today(), 10);
  const { documentId } = await make({}, { startsOn: first });
  const midnight = Date.parse(`${first}T00:00:00.000+07:00`);
  await asked(staff.post('/platform/clock', { now: new Date(midnight - 1000).toISOString() }));
  expect(await billedDays(documentId)).toEqual([]);
  expect(await desk.read(documentId)).toMatchObject({ state: 'awaiting_start' });
  await asked(staff.post('/platform/clock', { now: new Date(midnight).toISOString() }));
  const [period] = await desk.periods(documentId);
  expect(period).toMatchObject({ startsOn: first, invoice: { issuedOn: first } });
});

test('number gap by draft: what staff draft and discard between two runs takes no number', async () => {
  const draft = () =>
    asked<{ documentId: string }>(
      staff.post('/billing/invoices', {
        ...{ customer: customer.documentId, lines: [{ description: 'Care', quantity: '1', unitPrice: '50000' }] },
      }),
      201,
    );
  const [discarded, kept] = [await draft(), await draft()];
  await make({ cycle: { unit: 'week', count: 1 } });
  await desk.turnTo(addDays(desk.today(), 8));
  await asked(staff.post(`/billing/invoices/${discarded.documentId}/discard`));
  await desk.turnTo(addDays(desk.today(), 7));
  await asked(staff.post(`/billing/invoices/${kept.documentId}/issue`));
  const invoices = (await app.strapi.db
    .query('plugin::billing.invoice' as never)
    .findMany({ where: { number: { $notNull: true } } })) as { number: string }[];
  const places = invoices.map(({ number }) => Number(number.slice(-6))).sort((one, other) => one - other);
  expect(places).toEqual(places.map((_, place) => place + 1));
});

test('suspended though never invoiced: who owes something else keeps a service that nothing was asked for yet', async () => {
  const { documentId } = await make({ billedIn: 'arrears', cycle: { unit: 'year', count: 1 } });
  await issue(app, customer.id, [line()]);
  await desk.turnTo(addDays(desk.today(), 120));
  expect(await desk.periods(documentId)).toEqual([]);
  expect(await desk.read(documentId)).toMatchObject({ state: 'active' });
  expect(await asked(staff.get(`/contracts/suspensions?filters[contract][documentId][$eq]=${documentId}`))).toEqual([]);
});

test('paid once but renewed twice: one payment is one more term, though staff renew it at the same moment', async () => {
  const startsOn = desk.today();
  const { documentId } = await make({ cycle: { unit: 'year', count: 1 } }, { startsOn, termMonths: 12 });
  await desk.turnTo(addDays(addMonths(startsOn, 12), -45));
  type Renewal = { documentId: string; state: string; invoice: { documentId: string; total: string } | null };
  const renewals = (): Promise<Renewal[]> =>
    asked(staff.get(`/contracts/renewals?filters[contract][documentId][$eq]=${documentId}&populate[invoice]=true`));
  const [offered] = await renewals();
  const { documentId: invoice = '', total = '' } = offered?.invoice ?? {};
  const payment = {
    ...{ customer: customer.documentId, method: 'bank_transfer', amount: total, currency: 'THB' },
    ...{ receivedOn: desk.today(), allocations: [{ invoice, amount: total }] },
  };
  const paid = () => staff.post('/billing/payments', payment, { 'Idempotency-Key': 'paid-once' });
  const [first] = await Promise.all([paid(), staff.post(`/contracts/renewals/${offered?.documentId}/renew`)]);
  expect(first.status).toBe(201);
  expect((await paid()).body.data.documentId).toBe(first.body.data.documentId);
  await staff.post('/platform/jobs/contracts.keep-renewals/run');
  await desk.turnTo(addDays(addMonths(startsOn, 12), 20));
  expect((await renewals()).map(({ state }) => state)).toEqual(['renewed']);
  expect(await desk.read(documentId)).toMatchObject({
    ...{ state: 'active', endsOn: addDays(addMonths(startsOn, 24), -1) },
  });
  expect((await billedDays(documentId)).map(([from]) => from)).toEqual([startsOn, addMonths(startsOn, 12)]);
});

test('reminder on every cron run: each step is said once, however often the job runs', async () => {
  const steps = [1, 3, 5].map((day) => ({ day, template: 'dunning-overdue' }));
  await asked(staff.post('/billing/dunning/policies', { name: 'Three', active: true, workingDays: false, steps }), 201);
  const dueDate = addDays(desk.today(), 2);
  const invoice = await issue(app, customer.id, [line()], { dueDate });
  const mails = (): Promise<number> =>
    app.strapi.db
      .query('plugin::platform.delivery')
      .count({ where: { customerId: customer.id, template: 'dunning-overdue' } });
  const said: number[] = [];
  for (let day = 0; day <= 7; day += 1) {
    const before = await mails();
    for (const time of ['02:00', '02:01', '03:00', '09:00']) {
      await asked(staff.post('/platform/clock', { now: `${addDays(dueDate, day)}T${time}:00.000Z` }));
      await Promise.all([1, 2, 3].map(() => staff.post('/platform/jobs/billing.dun-invoices/run')));
    }
    said.push((await mails()) - before);
  }
  expect(said).toEqual([0, 1, 0, 1, 0, 1, 0, 0]);
  const notices = await asked<{ day: number }[]>(
    staff.get(`/billing/dunning-notices?filters[invoice][documentId][$eq]=${invoice.documentId}&sort=id:asc`),
  );
  expect(notices.map(({ day }) => day)).toEqual([1, 3, 5]);
});
