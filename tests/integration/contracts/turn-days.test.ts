/** @strapi own */
import { addDays, conflict, startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import type { HeardEvent } from '@sanya/strapi-plugin-platform/kit';
import type { NewContract } from '../../../plugins/contracts/server/src/use-cases/make-contracts';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { type App, bootOwnApp, type Staff } from '../../support/app';
import { asSystem, companyMember, customerOf, proofOf } from '../billing/support';
import { asked, type Contract, contractDesk } from './support';

const [START, END] = ['2031-04-01', '2031-04-30'];
/** As many as the clock takes at once. */
const CHUNK = 200;

let app: App;
let staff: Staff;
let desk: ReturnType<typeof contractDesk>;
/** Contracts that somebody who listens does not let begin. */
const refusing = new Set<string>();

beforeAll(async () => {
  app = await bootOwnApp();
  const core = app.strapi.plugin('platform').service('core') as PlatformCore;
  core.registry.add({
    ...{ id: 'test', needs: [], contentTypes: {}, messages: { th: {}, en: {} } },
    subscribers: () => [
      {
        ...{ name: 'test.refuse-beginnings', on: ['contract.activated'], when: 'within' as const },
        handle: (events: readonly HeardEvent[]) => {
          if (events.some(({ subject }) => refusing.has(subject.documentId))) throw conflict('test.refused');
          return Promise.resolve();
        },
      },
    ],
  });
  core.messages.add({ th: { 'test.refused': 'ยังเริ่มไม่ได้' }, en: { 'test.refused': 'It may not begin yet' } });
  staff = await app.staff();
  desk = contractDesk(app, staff);
  await desk.turnTo(START);
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const happened = async (name: string, { documentId }: { documentId: string }): Promise<number> =>
  (
    await app.platform.rows.find('plugin::platform.event', (query, column) => {
      void query.where({ [column('name')]: name, [column('subjectDocumentId')]: documentId });
    })
  ).length;
const turning = async () =>
  (await asked<{ name: string; nextDue: string | null }[]>(staff.get('/platform/jobs'))).find(
    ({ name }) => name === 'contracts.turn-days',
  );
const parked = (): Promise<Contract[]> =>
  asked(staff.get('/contracts/contracts?filters[parkedAt][$notNull]=true&pagination[pageSize]=100'));

test('one that may not end keeps its reason and holds up no other; it is tried again each day, and when somebody has seen to it', async () => {
  const customers = [
    await customerOf(app, await companyMember(app)),
    await customerOf(app, await companyMember(app)),
  ] as const;
  const make = (customer: string): Promise<Contract> =>
    desk.make(customer, [{ description: 'ดูแล', unitPrice: '100000', unit: 'เดือน', whileSuspended: 'stop' }]);
  const [held, free] = [await make(customers[0].documentId), await make(customers[1].documentId)];
  // What the clock does, it has done when it is asked for the day that it is.
  await desk.turnTo(START);
  const deposit = await asked<{ documentId: string; invoice: { documentId: string } }>(
    staff.post('/billing/deposits', {
      ...{ customer: customers[0].documentId, kind: 'advance', description: 'ล่วงหน้า', amount: '50000' },
    }),
    201,
  );
  const paid = { method: 'cash', amount: '53500', receivedOn: START };
  await asked(
    staff.post('/billing/payments', {
      ...{ customer: customers[0].documentId, ...paid },
      allocations: [{ invoice: deposit.invoice.documentId, amount: '53500' }],
    }),
    201,
  );
  const invoice = (await desk.periods(held.documentId))[0]?.invoice?.documentId;
  await asked(staff.post(`/billing/deposits/${deposit.documentId}/apply`, { invoice }));
  await desk.turnTo(addDays(START, 10));
  for (const { documentId } of [held, free]) {
    await desk.act(documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
    await desk.act(documentId, 'cancel', { ending: 'period_end' });
  }

  await desk.turnTo(addDays(END, 1));
  expect(await desk.read(free.documentId)).toMatchObject({ state: 'ended', endsOn: END, problem: null });
  const refused = await desk.read(held.documentId);
  expect(refused).toMatchObject({ state: 'active', endsOn: END });
  expect(refused.problem).toContain('มัดจำ');
  expect((await parked()).map(({ number }) => number)).toEqual([held.number]);
  // There is nothing to be billed of it: no run is asked to.
  expect(await asked(staff.post('/contracts/billing-runs', { dryRun: true }), 201)).toMatchObject({ problems: [] });
  expect((await turning())?.nextDue).toBe(startOfDay('Asia/Bangkok', addDays(END, 2)));

  await desk.turnTo(addDays(END, 2));
  expect(await desk.read(held.documentId)).toMatchObject({ state: 'active', problem: refused.problem });
  expect(await happened('contract.parked', held)).toBe(1);
  expect((await turning())?.nextDue).toBe(startOfDay('Asia/Bangkok', addDays(END, 3)));

  await asked(staff.post(`/billing/deposits/${deposit.documentId}/release`, { invoice, reason: 'ผิดใบ' }));
  await desk.act(held.documentId, 'retry');
  await desk.turnTo(addDays(END, 2));
  expect(await desk.read(held.documentId)).toMatchObject({ state: 'ended', endsOn: END, problem: null });
  expect((await turning())?.nextDue).toBeNull();
});

test('as many as the clock takes at once may not begin: those after them do, and so do these when nothing is against it', async () => {
  const day = addDays(END, 10);
  const customer = await customerOf(app, await companyMember(app));
  const { make } = app.strapi.plugin('contracts').service('contracts') as {
    make(wishes: readonly NewContract[]): Promise<{ documentId: string }[]>;
  };
  const wish = (agreedStart: string): NewContract => ({
    ...{ customer: customer.id, order: null, invoice: null, firstPeriodBilled: false, activation: 'date', agreedStart },
    ...{ termMonths: null, noticeDays: 0, currency: 'THB', pricesIncludeTax: false, billedTogether: true },
    ...{ poNumber: null, note: null, draft: false },
    lines: [
      {
        ...{ product: null, installedItem: null, orderLine: null, invoicePosition: null, description: 'ดูแล' },
        ...{ details: null, kind: 'service', unit: 'เดือน', quantity: 1000n, unitPrice: 10_000n, discount: 0n },
        ...{ taxCategory: 'standard', incomeKind: null, cycleUnit: 'month', cycleCount: 1, billedIn: 'advance' },
        ...{ alignment: 'anniversary', leadDays: 0, whileSuspended: 'keep', minimumMonths: null },
        ...{ feeKind: 'none', feeValue: 0n },
      },
    ],
  });
  const made = await asSystem(app, () =>
    make([...Array.from({ length: CHUNK }, () => wish(day)), wish(addDays(day, 1))]),
  );
  const [first, last] = [made[0], made[CHUNK]];
  if (!first || !last) throw new Error('nothing was made');
  for (const { documentId } of made.slice(0, CHUNK)) refusing.add(documentId);

  await desk.turnTo(addDays(day, 1));
  expect(await desk.read(last.documentId)).toMatchObject({ state: 'active', startsOn: addDays(day, 1) });
  expect(await desk.read(first.documentId)).toMatchObject({ state: 'awaiting_start', problem: 'ยังเริ่มไม่ได้' });

  refusing.delete(first.documentId);
  await desk.act(first.documentId, 'retry');
  await desk.turnTo(addDays(day, 1));
  expect(await desk.read(first.documentId)).toMatchObject({ state: 'active', startsOn: day, problem: null });

  refusing.clear();
  await desk.turnTo(addDays(day, 2));
  expect(await parked()).toEqual([]);
  const states = await app.platform.rows.find<{ state: string }>(
    'plugin::contracts.contract',
    (query, column) => void query.where(column('customer'), customer.id),
    { fields: ['state'] },
  );
  expect([states.length, new Set(states.map(({ state }) => state))]).toEqual([CHUNK + 1, new Set(['active'])]);
});
