import { addDuration } from '@sanya/strapi-plugin-platform/kernel';
import { AsyncResource } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type App, bootApp, type Staff } from '../../support/app';
import { companyMember } from '../billing/support';
import { type Level, openShop, placeOrder, type Shop } from '../sales/shop';

const STOCK = 'plugin::sales.stock-item';
const RUNS = '/platform/jobs/platform.prove-books/runs';

let app: App;
let shop: Shop;
let owner: Staff;
let accountant: Staff;

beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off' });
  shop = await openShop(app);
  [owner, accountant] = [await app.staff(), await app.staff('accountant')];
  // Ten in the morning in Bangkok; no night was slept through.
  await app.strapi.plugin('platform').service('core').clock.moveTo('2030-01-31T03:00:00.000Z');
  await turnTo('2030-01-31T03:00:01.000Z');
});
afterAll(() => app?.close());

async function turnTo(now: string): Promise<void> {
  const answer = await owner.post('/platform/clock', { now });
  if (answer.status >= 300) throw new Error(`clock: ${answer.status} ${JSON.stringify(answer.body)}`);
}
const last = async () => (await accountant.get('/platform/proof/last')).body.data;
const ticks = async (): Promise<string[]> =>
  (await owner.get(RUNS)).body.data.map(({ tick }: { tick: string }) => tick);
const found = () =>
  app.strapi.db.query('plugin::platform.event').findMany({ where: { name: 'books.discrepancies_found' } });

test('the books are proven at two in the night, not a second before, and the home page says so', async () => {
  const before = await ticks();
  expect(before).toEqual(['2030-01-30T19:00:00.000Z']);
  await turnTo('2030-01-31T18:59:59.000Z');
  expect(await ticks()).toEqual(before);
  await turnTo('2030-01-31T19:00:00.000Z');
  expect(await ticks()).toEqual(['2030-01-31T19:00:00.000Z', ...before]);
  const said = await last();
  expect(said).toEqual({ provenAt: '2030-01-31T19:00:00.000Z', checks: expect.any(Number), discrepancies: 0 });
  expect(said.checks).toBeGreaterThan(10);
  expect(await found()).toEqual([]);
});

test('every night has its proof; what does not add up is counted and told', async () => {
  const { rows } = app.platform;
  const [item] = await rows.find<Level>(STOCK, (query) => void query.limit(1));
  if (!item) throw new Error('no stock');
  await rows.update(STOCK, [{ id: item.id, onHand: item.onHand + 1000n }]);
  const before = (await ticks()).length;
  for (let night = 0; night < 3; night += 1) await turnTo(addDuration(app.platform.clock.now(), 'P1D', 'Asia/Bangkok'));
  expect((await ticks()).length).toBe(before + 3);
  expect(await last()).toMatchObject({ provenAt: '2030-02-03T19:00:00.000Z', discrepancies: 2 });
  const events = await found();
  expect(events).toHaveLength(3);
  expect(events[0]).toMatchObject({
    actor: 'system:platform.prove-books',
    after: { discrepancies: 2, checks: { 'sales.stock-equals-movements': 1, 'sales.stock-equals-shelves': 1 } },
  });

  await rows.update(STOCK, [{ id: item.id, onHand: item.onHand }]);
  expect((await owner.post('/platform/jobs/platform.prove-books/run')).body.data.state).toBe('finished');
  expect(await last()).toMatchObject({ discrepancies: 0 });
  expect(await found()).toHaveLength(3);
});

test('nights that were leapt over are one, as are those that the site was down', async () => {
  await turnTo(addDuration(app.platform.clock.now(), 'P5Y', 'Asia/Bangkok'));
  // A run a night would be there still for a week.
  expect((await ticks()).length).toBeLessThan(3);
  expect(await last()).toMatchObject({ provenAt: app.platform.clock.now(), discrepancies: 0 });
});

test.each(['asked', 'at night'])('what is written while the books are proven is no discrepancy: %s', async (when) => {
  const member = await companyMember(app);
  // A number of a year that had none: no counter was there when the proof read them all.
  await turnTo(addDuration(app.platform.clock.now(), 'P1Y', 'Asia/Bangkok'));
  const { rows } = app.platform;
  const { find } = rows;
  const orders: Promise<unknown>[] = [];
  const elsewhere = new AsyncResource('somebody else');
  jest.spyOn(rows, 'find').mockImplementation(async (type, ...rest) => {
    const read = await find(type, ...(rest as [never]));
    if (type === 'plugin::platform.number-series' && orders.length === 0) {
      // On SQLite it has to wait for the proof.
      const lines = [{ product: shop.camera, quantity: '1' }];
      orders.push(elsewhere.runInAsyncScope(() => placeOrder(member, lines)));
      await Promise.race([...orders, pause(1_000)]);
    }
    return read as never;
  });
  const answer =
    when === 'asked'
      ? await accountant.get('/platform/proof')
      : await owner.post('/platform/jobs/platform.prove-books/run');
  jest.restoreAllMocks();
  await Promise.all(orders);
  expect(orders).toHaveLength(1);
  if (when === 'asked') expect(answer.body.data).toEqual([]);
  else expect([answer.body.data.state, await last()]).toMatchObject(['finished', { discrepancies: 0 }]);
});

test('nobody else reads it', async () => {
  const technician = await app.staff('technician');
  expect((await technician.get('/platform/proof/last')).status).toBe(403);
  expect((await app.http.get('/platform/proof/last')).status).toBe(401);
});
