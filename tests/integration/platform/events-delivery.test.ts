/** @strapi own */
import type { RecordedEvent } from '../../../plugins/platform/kit/src/events';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { createDeliverEvents } from '../../../plugins/platform/server/src/events/deliver-events';
import { DELIVERY, type Delivery } from '../../../plugins/platform/server/src/events/delivery-store';
import { broken } from '../../../plugins/platform/kernel/src';
import { type App, bootOwnApp, type Staff } from '../../support/app';
import { until } from '../../support/until';

const START = '2030-01-01T00:00:00.000Z';

describe('events on their way to subscribers', () => {
  let app: App;
  let core: PlatformCore;
  let owner: Staff;
  const heard: RecordedEvent[] = [];
  let handle: (event: RecordedEvent) => Promise<void> = async () => undefined;

  beforeAll(async () => {
    app = await bootOwnApp({ SANYA_JOBS: 'off' });
    core = app.strapi.plugin('platform').service('core') as PlatformCore;
    jest.spyOn(app.strapi.log, 'error').mockImplementation(() => app.strapi.log);
    await core.clock.moveTo(START);
    core.registry.add({
      id: 'test',
      needs: [],
      contentTypes: {},
      messages: { th: { 'test.closed': 'ปิดแล้ว {number}' }, en: { 'test.closed': '{number} is closed' } },
      subscribers: () => [
        {
          name: 'test.listener',
          on: ['thing.made', 'thing.followed'],
          when: 'after',
          handle: async (event) => {
            await handle(event);
            heard.push(event);
          },
        },
        { name: 'test.other', on: ['thing.made'], when: 'after', handle: async () => undefined },
        {
          name: 'test.within',
          on: ['thing.refused'],
          when: 'within',
          handle: async () => {
            throw broken('test.closed', { params: { number: 'X' } });
          },
        },
        {
          name: 'test.beside',
          on: ['thing.counted'],
          when: 'within',
          handle: async (events) => {
            const [first] = events;
            if (first) {
              await app.platform.events.record([
                { name: 'thing.sum', subject: first.subject, after: { of: events.length } },
              ]);
            }
          },
        },
      ],
    });
    core.messages.add({ th: { 'test.closed': 'ปิดแล้ว {number}' }, en: { 'test.closed': '{number} is closed' } });
    owner = await app.staff('owner');
  });
  beforeEach(() => {
    heard.length = 0;
    handle = async () => undefined;
  });
  afterAll(() => app.close());

  const record = (count: number, name = 'thing.made') =>
    app.platform.transaction(() =>
      app.platform.events.record(
        Array.from({ length: count }, (_, index) => ({
          name,
          subject: { type: 'plugin::platform.branch', id: index + 1, documentId: `thing${index + 1}` },
          after: { number: index + 1, amount: 5n },
        })),
      ),
    );
  const deliveries = (): Promise<Delivery[]> =>
    app.platform.rows.find<Delivery>(
      DELIVERY,
      (query, column) => void query.where(column('subscriber'), 'test.listener'),
    );
  const lastOf = async (count: number): Promise<Delivery[]> => (await deliveries()).slice(-count);

  test('each is told once, whole, in order, though the clock stands still', async () => {
    await record(120);
    await core.jobs.runDue();
    expect(heard.map((event) => event.subject.id)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    expect(heard[0]).toMatchObject({
      name: 'thing.made',
      at: START,
      actor: 'system',
      after: { number: 1, amount: '5' },
    });
    await record(3);
    await core.jobs.runDue();
    await core.jobs.runDue();
    expect(heard).toHaveLength(123);
    expect(new Set((await deliveries()).map((one) => one.state))).toEqual(new Set(['delivered']));
  });

  test('what is not committed is told to nobody; a subscriber within may refuse the whole', async () => {
    await expect(
      app.platform.transaction(async () => {
        await app.platform.events.record([
          { name: 'thing.made', subject: { type: 'plugin::platform.branch', id: 1, documentId: 'a' } },
          { name: 'thing.refused', subject: { type: 'plugin::platform.branch', id: 1, documentId: 'a' } },
        ]);
      }),
    ).rejects.toMatchObject({ code: 'test.closed' });
    await core.jobs.runDue();
    expect(heard).toEqual([]);
  });

  test('a subscriber within hears of all at once, and what it writes is there or not as they are', async () => {
    const sums = () => app.strapi.db.query('plugin::platform.event').findMany({ where: { name: 'thing.sum' } });
    await record(3, 'thing.counted');
    expect((await sums()).map(({ after }) => after)).toEqual([{ of: 3 }]);
    await expect(
      app.platform.transaction(async () => {
        await record(2, 'thing.counted');
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await sums()).toHaveLength(1);
  });

  test('what follows from an event bears its request', async () => {
    handle = async (event) => {
      if (event.name === 'thing.made') {
        await app.platform.events.record([{ name: 'thing.followed', subject: event.subject }]);
      }
    };
    await record(1);
    await core.jobs.runDue();
    const [made, followed] = heard;
    expect([made?.name, followed?.name]).toEqual(['thing.made', 'thing.followed']);
    expect(followed).toMatchObject({ requestId: made?.requestId, actor: 'system:test.listener' });
  });

  test('one that fails is tried again with growing pauses and holds up no other', async () => {
    const before = core.clock.now();
    handle = async (event) => {
      if (event.subject.id === 2) throw new Error('away');
    };
    await record(3);
    await core.jobs.runDue();
    expect(heard.map((event) => event.subject.id)).toEqual([1, 3]);
    const failed = (await lastOf(3))[1];
    const minute = new Date(Date.parse(before) + 60_000).toISOString();
    expect(failed).toMatchObject({ state: 'waiting', attempts: 1, nextAttemptAt: minute, lastError: 'away' });
    handle = async () => undefined;
    await core.jobs.runDue(minute);
    expect(heard.map((event) => event.subject.id)).toEqual([1, 3, 2]);
    expect((await lastOf(3))[1]).toMatchObject({
      state: 'delivered',
      attempts: 2,
      lastError: null,
      deliveredAt: minute,
    });
  });

  test('after eight attempts it is dead; staff see why in their language, and retry it', async () => {
    handle = async () => {
      throw broken('test.closed', { params: { number: 'SO-7' } });
    };
    await record(1);
    const answer = await owner.post('/platform/clock', { advance: 'P5D' });
    expect(answer.status).toBe(200);
    expect((await lastOf(1))[0]).toMatchObject({ state: 'dead', attempts: 8, nextAttemptAt: null });

    const dead = await owner.get('/platform/deliveries-dead').set('Accept-Language', 'en');
    expect(dead.body.data).toMatchObject([
      {
        subscriber: 'test.listener',
        state: 'dead',
        lastError: 'SO-7 is closed',
        event: { name: 'thing.made', after: { amount: '5' } },
      },
    ]);
    const inThai = await owner.get('/platform/deliveries-dead').set('Accept-Language', 'th');
    expect(inThai.body.data[0].lastError).toBe('ปิดแล้ว SO-7');

    handle = async () => undefined;
    const [{ id }] = dead.body.data;
    const retried = await owner.post(`/platform/event-deliveries/${id}/retry`);
    expect(retried.body.data).toMatchObject({ id, state: 'waiting', attempts: 0 });
    await core.jobs.runDue();
    expect(heard).toHaveLength(1);
    expect((await owner.get('/platform/deliveries-dead')).body.data).toEqual([]);
    const again = await owner.post(`/platform/event-deliveries/${id}/retry`);
    expect([again.status, again.body.error.details.code]).toEqual([409, 'event_delivery.delivered']);
    expect((await owner.post('/platform/event-deliveries/nothing/retry')).status).toBe(404);
  });

  test('two runners at once tell nobody twice', async () => {
    handle = () => new Promise((resolve) => setTimeout(resolve, 2));
    await record(60);
    const { rows, clock } = app.platform;
    const job = createDeliverEvents({
      strapi: app.strapi,
      rows,
      clock,
      callers: core.callers,
      subscribers: core.subscribers,
    });
    await Promise.all([
      job.step({ tick: START, cursor: null, runId: 0 }),
      job.step({ tick: START, cursor: null, runId: 0 }),
    ]);
    await core.jobs.runDue();
    expect(heard).toHaveLength(60);
  });

  test('a poke after the commit is enough', async () => {
    process.env.SANYA_JOBS = 'inline';
    await core.jobs.start();
    await record(2);
    await until('both are told', () => heard.length >= 2);
    expect(heard).toHaveLength(2);
    await core.jobs.stop();
  }, 60_000);

  test('the log is read by name and subject, page by page', async () => {
    const named = await owner.get('/platform/events?name=thing.followed');
    expect(named.body.data).toHaveLength(1);
    const first = await owner.get('/platform/events?subject=thing1&limit=2');
    expect(first.body.data).toHaveLength(2);
    const [, last] = first.body.data;
    const next = await owner.get(`/platform/events?subject=thing1&limit=2&before=${last.number}`);
    expect(next.body.data[0].number).toBeLessThan(last.number);
    expect((await owner.get('/platform/events?limit=1000')).status).toBe(400);
    expect((await owner.get('/platform/events?before=x')).status).toBe(400);
    expect((await owner.get('/platform/events?name[$ne]=x')).status).toBe(400);
    expect((await (await app.staff('technician')).get('/platform/events')).status).toBe(403);
  });
});
