import { type App, bootApp, type Staff } from '../../support/app';
import { inBoth } from '../../support/in-both';
import { reportOf } from '../reports/support';
import { companyMember, customerOf, issue, line, proofOf } from './support';

let app: App;
let clerk: Staff;
let admin: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  admin = await app.staff();
  await through('2031-04-20');
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

/** Ten in the morning at Bangkok: an hour after the morning’s run. */
const through = async (day: string): Promise<void> => {
  const turned = await admin.post('/platform/clock', { now: `${day}T03:00:00Z` });
  expect(turned.status).toBe(200);
};
const set = async (wish: object): Promise<string> => {
  const made = await clerk.post('/billing/dunning/policies', { active: true, workingDays: false, ...wish });
  expect([made.status, made.body.error]).toEqual([201, undefined]);
  return made.body.data.documentId as string;
};
const buyer = async (customerClass?: string) => {
  const customer = await customerOf(app, await companyMember(app));
  if (customerClass !== undefined) {
    const put = await admin.put(`/crm/customers/${customer.documentId}`, { class: customerClass });
    expect(put.status).toBe(200);
  }
  return customer;
};
/** With VAT, 107 of 100. */
const owe = (customer: { id: number }, unitPrice: bigint, dueDate: string) =>
  issue(app, customer.id, [line({ unitPrice })], { dueDate });
const read = async (invoice: { documentId: string }) =>
  (await clerk.get(`/billing/invoices/${invoice.documentId}`)).body.data as { state: string; amountDue: string };
const told = async (invoice: { documentId: string }): Promise<[string, number][]> => {
  const filters = `filters[invoice][documentId][$eq]=${invoice.documentId}&filters[state][$eq]=told`;
  const { body } = await clerk.get(`/billing/dunning-notices?${filters}&sort=id:asc`);
  return (body.data as { takenOn: string; day: number }[]).map(({ takenOn, day }) => [takenOn, day]);
};
const eventsOf = (invoice: { documentId: string }, name: string) =>
  app.strapi.db
    .query('plugin::platform.event')
    .findMany({ where: { name, subjectDocumentId: invoice.documentId }, orderBy: { id: 'asc' } });

let standard: string;

test('a class with a policy of its own climbs that ladder, everybody else the common one', async () => {
  const state = await app.strapi.documents('plugin::crm.customer-class').create({
    data: { code: 'state', name: 'ราชการ' } as never,
  });
  const other = await app.strapi.documents('plugin::crm.customer-class').create({
    data: { code: 'trade', name: 'ร้านค้า' } as never,
  });
  standard = await set({
    name: 'Standard',
    steps: [
      { day: 1, template: 'dunning-reminder' },
      { day: 3, template: 'dunning-overdue' },
    ],
  });
  const patient = await set({
    ...{ name: 'State', customerClass: state.documentId },
    steps: [
      { day: 2, template: 'dunning-reminder' },
      { day: 10, channel: 'call' },
    ],
  });
  const parties = [await buyer(), await buyer(other.documentId), await buyer(state.documentId)] as const;
  const [nobody, trade, public_] = await Promise.all(parties.map((one) => owe(one, 500_000n, '2031-05-01')));
  if (!nobody || !trade || !public_) throw new Error('not issued');
  await through('2031-05-12');
  const common = [
    ['2031-05-02', 1],
    ['2031-05-04', 3],
  ];
  expect([await told(nobody), await told(trade)]).toEqual([common, common]);
  expect(await told(public_)).toEqual([
    ['2031-05-03', 2],
    ['2031-05-11', 10],
  ]);
  // A policy that rests leaves its class to the common one, from where each invoice stands.
  const later = await owe(parties[2], 500_000n, '2031-05-20');
  const rest = { name: 'State', customerClass: state.documentId, workingDays: false, active: false };
  const steps = [{ day: 2, template: 'dunning-reminder' }];
  expect((await clerk.put(`/billing/dunning/policies/${patient}`, { ...rest, steps })).status).toBe(200);
  await through('2031-05-22');
  expect([await told(later), (await told(public_)).length]).toEqual([[['2031-05-21', 1]], 2]);
});

test('an invoice below the floor is not asked for, whatever else is owed, and is as soon as it is not below it', async () => {
  const put = await clerk.put(`/billing/dunning/policies/${standard}`, {
    ...{ name: 'Standard', active: true, workingDays: false, floor: '300000' },
    steps: [
      { day: 1, template: 'dunning-reminder' },
      { day: 3, template: 'dunning-overdue' },
    ],
  });
  expect(put.body.data.floor).toBe('300000');
  const one = await buyer();
  const small = await owe(one, 280_000n, '2031-06-01');
  await through('2031-06-10');
  expect(await told(small)).toEqual([]);
  const large = await owe(one, 500_000n, '2031-06-15');
  const paid = await clerk.post('/billing/payments', {
    ...{ customer: one.documentId, method: 'cash', amount: '300000', receivedOn: '2031-06-10' },
    allocations: [{ invoice: large.documentId, amount: '300000' }],
  });
  expect((await read(large)).amountDue).toBe('235000');
  await through('2031-06-20');
  // Together they are more than the floor: it is of each invoice.
  expect([await told(small), await told(large)]).toEqual([[], []]);
  const reversed = await clerk.post(`/billing/payments/${paid.body.data.documentId}/reverse`, { reason: 'เช็คเด้ง' });
  expect(reversed.status).toBe(200);
  await through('2031-06-22');
  expect([await told(small), await told(large)]).toEqual([[], [['2031-06-20', 3]]]);
});

test('the last step gives the invoice up: its event, nothing owed in the report, and never asked for again', async () => {
  const put = await clerk.put(`/billing/dunning/policies/${standard}`, {
    ...{ name: 'Standard', active: true, workingDays: false },
    steps: [
      { day: 1, template: 'dunning-reminder' },
      { day: 5, channel: 'none', action: 'write_off' },
    ],
  });
  expect(put.status).toBe(200);
  const [one, payer] = [await buyer(), await buyer()];
  const [lost, settled] = [await owe(one, 500_000n, '2031-07-01'), await owe(payer, 500_000n, '2031-07-01')];
  const books = await app.staff('accountant');
  const openOn = async (to: string) =>
    (await reportOf(books, 'receivables', { to, by: 'invoice' })).rows.find(({ number }) => number === lost.number)
      ?.open;
  await through('2031-07-05');
  const paid = await clerk.post('/billing/payments', {
    ...{ customer: payer.documentId, method: 'cash', amount: '535000', receivedOn: '2031-07-05' },
    allocations: [{ invoice: settled.documentId, amount: '535000' }],
  });
  expect([paid.status, (await read(lost)).state]).toEqual([201, 'open']);
  await through('2031-07-06');
  expect(await told(lost)).toEqual([
    ['2031-07-02', 1],
    ['2031-07-06', 5],
  ]);
  expect([(await read(lost)).state, (await read(settled)).state]).toEqual(['uncollectible', 'paid']);
  const [written, ...more] = await eventsOf(lost, 'invoice.written_off');
  expect([written?.before, written?.after, more]).toMatchObject([{ state: 'open' }, { state: 'uncollectible' }, []]);
  expect(written).toMatchObject({ actor: 'system:billing.dun-invoices' });
  const log = await inBoth<{ name: string; after: { reason?: string } }[]>(() =>
    clerk.get(`/platform/timeline?type=plugin::billing.invoice&subject=${lost.documentId}`),
  );
  const whyIn = (list: (typeof log)[number]) => list.find(({ name }) => name === 'invoice.written_off')?.after.reason;
  expect(log.map(whyIn)).toEqual(['ครบทุกขั้นของการทวงถามแล้ว', 'All steps of dunning were taken.']);
  expect([await openOn('2031-07-05'), await openOn('2031-07-06')]).toEqual(['535000', undefined]);
  const { body } = await clerk.get('/billing/dunning/board');
  expect((body.data as { documentId: string }[]).map(({ documentId }) => documentId)).not.toContain(lost.documentId);

  // Money that comes after all is taken; what was given up is not climbed again when it goes.
  await through('2031-08-01');
  const late = await clerk.post('/billing/payments', {
    ...{ customer: one.documentId, method: 'cash', amount: '535000', receivedOn: '2031-08-01' },
    allocations: [{ invoice: lost.documentId, amount: '535000' }],
  });
  expect([late.status, (await read(lost)).state]).toEqual([201, 'paid']);
  const back = await clerk.post(`/billing/payments/${late.body.data.documentId}/reverse`, { reason: 'โอนผิด' });
  expect(back.status).toBe(200);
  await through('2031-09-01');
  expect((await told(lost)).length).toBe(2);
  expect(await eventsOf(lost, 'invoice.written_off')).toHaveLength(1);
});
