import { isTaxId } from '@sanya/strapi-plugin-platform/kernel';
import { mayTakeTrialData, seedTrialData } from '../../../src/demo';
import { type App, bootApp } from '../../support/app';
import { proofOf } from '../billing/support';

let app: App;

beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off' });
});
afterAll(() => app?.close());

const all = (uid: string): Promise<Record<string, string | null>[]> =>
  app.strapi.db.query(uid as never).findMany({ populate: ['customer'] as never });
const seed = async (customers: number, contracts: number): Promise<string[]> => {
  const told: string[] = [];
  await seedTrialData(app.strapi, {
    customers,
    contracts,
    progress: (what, done, of) => void told.push(`${what} ${done}/${of}`),
  });
  return told;
};

test('fifty customers and fifty contracts that the next run bills; asked again, as many more', async () => {
  expect(await mayTakeTrialData(app.strapi)).toBe(true);
  expect(await seed(50, 50)).toEqual(['customers 50/50', 'contracts 50/50']);
  const customers = await all('plugin::crm.customer');
  expect(customers).toHaveLength(50);
  const ids = customers.flatMap(({ taxId }) => (taxId ? [taxId] : []));
  expect([ids.length, ids.filter((id) => !isTaxId(id))]).toEqual([25, []]);
  const today = app.platform.clock.today();
  const contracts = (await all('plugin::contracts.contract')) as unknown as {
    state: string;
    startsOn: string;
    nextBillOn: string;
    customer: { id: number };
  }[];
  expect(contracts.map(({ state }) => state)).toEqual(Array.from({ length: 50 }, () => 'active'));
  // Each customer has one, and each waits for its first bill.
  expect(new Set(contracts.map(({ customer }) => customer.id)).size).toBe(50);
  expect(contracts.filter(({ startsOn, nextBillOn }) => startsOn > today || nextBillOn !== startsOn)).toEqual([]);

  const owner = await app.staff('owner');
  const run = await owner.post('/contracts/billing-runs', { dryRun: true });
  expect([run.status, run.body.data]).toMatchObject([
    201,
    { state: 'preview', contracts: 50, periods: expect.any(Number) },
  ]);
  expect(await seed(3, 0)).toEqual(['customers 3/3']);
  expect(await all('plugin::crm.customer')).toHaveLength(53);
  // More than there are customers: they are taken by turns.
  expect(await seed(0, 120)).toEqual(['contracts 120/120']);
  expect(await all('plugin::contracts.contract')).toHaveLength(170);
  // What began in the past is billed by the next run; then the books agree.
  expect((await owner.post('/platform/jobs/contracts.run-billing/run')).body.data.state).toBe('finished');
  expect(await proofOf(app)).toEqual([]);
});

test('a business is left alone', async () => {
  await app.strapi.store({ type: 'plugin', name: 'platform' }).delete({ key: 'trial-customers' });
  expect(await mayTakeTrialData(app.strapi)).toBe(false);
  await expect(seed(1, 1)).rejects.toThrow('has customers of a business');
  expect(await all('plugin::crm.customer')).toHaveLength(53);
});
