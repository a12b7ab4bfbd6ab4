/** @strapi own */
import type { Job } from '../../../plugins/platform/kit/src/jobs';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { type App, bootOwnApp, type Staff } from '../../support/app';

const START = '2030-01-01T00:00:00.000Z';

/** A job that is due every so many hours from START, as long as it lasts. */
function every(name: string, hours: number, log: string[], now: () => string, fail = 0): Job {
  let done = 0;
  let failures = fail;
  const due = (n: number): string => new Date(Date.parse(START) + n * hours * 3_600_000).toISOString();
  return {
    name,
    nextDue: async () => due(done + 1),
    async step({ tick }) {
      if (failures > 0) {
        failures -= 1;
        throw new Error('not now');
      }
      log.push(`${now()} ${name} ${tick}`);
      done += 1;
      return { done: true, processed: 1 };
    },
  };
}

describe('the test clock', () => {
  let app: App;
  let core: PlatformCore;
  let owner: Staff;
  const log: string[] = [];
  beforeAll(async () => {
    app = await bootOwnApp({ SANYA_JOBS: 'off' });
    core = app.strapi.plugin('platform').service('core') as PlatformCore;
    jest.spyOn(app.strapi.log, 'error').mockImplementation(() => app.strapi.log);
    core.registry.add({
      id: 'test',
      needs: [],
      contentTypes: {},
      messages: { th: {}, en: {} },
      jobs: () => [
        every('test.eight-hourly', 8, log, core.clock.now),
        every('test.daily', 24, log, core.clock.now),
        every('test.stumbling', 20, log, core.clock.now, 2),
      ],
    });
    owner = await app.staff('owner');
  });
  afterAll(() => app.close());

  test('leaps from due instant to due instant and answers when all has run, in order', async () => {
    await core.clock.moveTo(START);
    const answer = await owner.post('/platform/clock', { advance: 'P1D' });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({ now: '2030-01-02T00:00:00.000Z', today: '2030-01-02', zone: 'Asia/Bangkok' });
    const done = [
      '2030-01-01T08:00:00.000Z test.eight-hourly 2030-01-01T08:00:00.000Z',
      '2030-01-01T16:00:00.000Z test.eight-hourly 2030-01-01T16:00:00.000Z',
      // Due at 20:00, failed then and one minute later, five minutes after that it goes well: the tick stays its own.
      '2030-01-01T20:06:00.000Z test.stumbling 2030-01-01T20:00:00.000Z',
      '2030-01-02T00:00:00.000Z test.eight-hourly 2030-01-02T00:00:00.000Z',
      '2030-01-02T00:00:00.000Z test.daily 2030-01-02T00:00:00.000Z',
    ];
    expect(log).toEqual(done);
    const stays = await owner.post('/platform/clock', { now: '2030-01-02T00:00:00Z' });
    expect(stays.status).toBe(200);
    expect(log).toEqual(done);
  });

  test('everybody reads the same time', async () => {
    const answer = await owner.get('/platform/clock');
    expect(answer.body.data.now).toBe('2030-01-02T00:00:00.000Z');
    expect(app.platform.clock.today()).toBe('2030-01-02');
  });

  test.each([
    [{ now: '2029-12-31T00:00:00Z' }, 409, 'clock.only_forward'],
    [{ advance: '-P1D' }, 409, 'clock.only_forward'],
    [{ now: 'tomorrow' }, 400, 'clock.not_an_instant'],
    [{ advance: 'one day' }, 400, 'clock.not_a_duration'],
    [{ advance: 'P9999Y' }, 400, 'clock.not_a_duration'],
    [{}, 400, 'clock.nothing_given'],
    [{ now: '2031-01-01T00:00:00Z', advance: 'P1D' }, 400, 'clock.nothing_given'],
    [{ advance: 'P1D', back: true }, 400, 'input.unknown_field'],
    [{ advance: 5 }, 400, 'input.wrong_type'],
  ])('%j is refused: %d %s', async (body, status, code) => {
    const answer = await owner.post('/platform/clock', body, { 'Accept-Language': 'en' });
    expect([answer.status, answer.body.error.details.code]).toEqual([status, code]);
    expect(answer.body.error.message).not.toBe(code);
    expect(core.clock.now()).toBe('2030-01-02T00:00:00.000Z');
  });

  test('who may not turn it may not', async () => {
    const technician = await app.staff('technician');
    expect((await technician.post('/platform/clock', { advance: 'P1D' })).status).toBe(403);
    expect((await app.http.post('/platform/clock').send({ advance: 'P1D' })).status).toBe(401);
  });

  test('staff see the schedule, run a job and retry what failed', async () => {
    const jobs = await owner.get('/platform/jobs');
    expect(jobs.status).toBe(200);
    const daily = jobs.body.data.find((job: { name: string }) => job.name === 'test.daily');
    expect(daily).toMatchObject({
      nextDue: '2030-01-03T00:00:00.000Z',
      runs: [{ tick: '2030-01-02T00:00:00.000Z', state: 'finished', processed: 1 }],
    });
    const ran = await owner.post('/platform/jobs/test.daily/run');
    expect(ran.body.data).toMatchObject({ job: 'test.daily', state: 'finished' });
    const again = await owner.post(`/platform/job-runs/${ran.body.data.id}/retry`, {}, { 'Accept-Language': 'en' });
    expect([again.status, again.body.error.details.code]).toEqual([409, 'job_run.finished']);
    expect((await owner.post('/platform/jobs/test.nothing/run')).status).toBe(404);
    expect((await owner.post('/platform/job-runs/nothing/retry')).status).toBe(404);
  });

  test('where the site has no test clock it is not turned', async () => {
    const clock = jest.replaceProperty(core, 'clock', { ...core.clock, enabled: false });
    const answers = [await owner.get('/platform/clock'), await owner.post('/platform/clock', { advance: 'P1D' })];
    clock.restore();
    expect(answers.map((answer) => [answer.status, answer.body.error.details.code])).toEqual([
      [409, 'clock.not_enabled'],
      [409, 'clock.not_enabled'],
    ]);
  });
});
