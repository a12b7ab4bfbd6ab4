import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { type App, bootApp, type Staff } from '../../support/app';
import { customerOf } from '../billing/support';

const COMPANY = '/content-manager/single-types/plugin::platform.setting';
const BRANCHES = '/content-manager/collection-types/plugin::platform.branch';

interface Series {
  series: string;
  branch: { code: string } | null;
  pattern: string;
  own: boolean;
  issued: string;
  next: string;
}

let app: App;
let owner: Staff;

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  await owner.post('/platform/clock', { now: '2030-11-23T03:00:00Z' });
});
afterAll(() => app.close());

const series = async (code: string, branch: string | null = null): Promise<Series> => {
  const { body } = await owner.get('/platform/number-series');
  return (body.data as Series[]).find((one) => one.series === code && (one.branch?.code ?? null) === branch) as Series;
};
const take = (code: string, branch: number | null, date = '2030-11-23'): Promise<string> =>
  app.platform
    .transaction(() => app.platform.numbers.take([{ series: code, branch, date }]))
    .then(([number]) => number ?? '');
const change = (body: object) => owner.post('/platform/number-series', body).set('Accept-Language', 'en');

describe('the company', () => {
  const save = (data: object, language = 'en') => owner.put(COMPANY, data).set('Accept-Language', language);

  test('is saved in one form, and refused at its field in the language of the reader', async () => {
    const saved = await save({ companyName: ' บริษัท ล้านนา จำกัด ', taxId: '0-1050-00000-01-2', phone: '' });
    expect(saved.status).toBe(200);
    expect(saved.body.data).toMatchObject({ companyName: 'บริษัท ล้านนา จำกัด', taxId: '0105000000012', phone: null });
    const wrong: [object, string, string][] = [
      [{ taxId: '0105000000011' }, 'taxId', 'company.tax_id'],
      [{ companyName: '  ' }, 'companyName', 'company.name_missing'],
      [{ zone: 'Mars/Olympus' }, 'zone', 'company.zone'],
      [{ email: 'nobody' }, 'email', 'company.email'],
      [{ mailFrom: 'Office <nobody>' }, 'mailFrom', 'company.sender'],
      [{ storefrontUrl: 'javascript:alert(1)' }, 'storefrontUrl', 'company.web_address'],
    ];
    for (const [data, field, code] of wrong) {
      const refused = await save(data);
      expect({ status: refused.status, ...refused.body.error.details }).toMatchObject({ status: 400, field, code });
    }
    expect((await save({ taxId: '1' }, 'th')).body.error.message).toMatch(/13 หลัก/);
    expect((await save({ mailFrom: 'Office <office@example.com>', website: 'example.com' })).status).toBe(200);
  });

  test('a change is an event with what it was before, by the one who did it', async () => {
    await save({ phone: '053-000-000' });
    await save({ phone: '053-000-000' });
    const { body } = await owner.get('/platform/events?name=setting.changed');
    expect(body.data[0]).toMatchObject({
      title: expect.any(String),
      actor: `staff:${owner.id}`,
      actorName: expect.stringContaining('Staff'),
      before: { phone: null },
      after: { phone: '053-000-000' },
    });
    expect(body.data.filter((event: { after: object }) => 'phone' in event.after)).toHaveLength(1);
  });

  test('its time zone counts at once', async () => {
    expect((await owner.get('/platform/today')).body.data.zone).toBe('Asia/Bangkok');
    await save({ zone: 'Pacific/Auckland' });
    expect((await owner.get('/platform/today')).body.data).toEqual({
      ...{ today: '2030-11-23', zone: 'Pacific/Auckland', currency: 'THB' },
    });
    await save({ zone: 'Asia/Bangkok' });
  });
});

describe('branches and numbers', () => {
  const make = (data: object) => owner.post(BRANCHES, data).set('Accept-Language', 'en');
  let branch: { id: number; documentId: string };
  let other: { id: number; documentId: string };

  test('a branch has five digits of its own; 00000 is the company', async () => {
    expect((await make({ code: '1', name: 'x' })).body.error.details).toMatchObject({
      code: 'branch.code',
      field: 'code',
    });
    expect((await make({ code: '00000', name: 'x' })).body.error.details.code).toBe('branch.head_office');
    expect((await make({ code: '00001', name: ' ' })).body.error.details.code).toBe('branch.name_missing');
    branch = (await make({ code: '00001', name: 'นิมมาน' })).body.data;
    other = (await make({ code: '00002', name: 'แม่ริม' })).body.data;
    expect((await make({ code: '00001', name: 'again' })).body.error.details.code).toBe('branch.code_taken');
    expect((await owner.get('/platform/branches')).body.data.map((one: { code: string }) => one.code)).toEqual([
      '00001',
      '00002',
    ]);
  });

  test('branches without a pattern of their own count with the company: no number comes twice', async () => {
    const taken = [await take('invoice', null), await take('invoice', branch.id), await take('invoice', other.id)];
    expect(taken).toEqual(['INV-2573-000001', 'INV-2573-000002', 'INV-2573-000003']);
    expect(await series('invoice', '00001')).toMatchObject({ own: false, issued: '3', next: 'INV-2573-000004' });
  });

  test('a branch counts by a pattern of its own, and by the company again', async () => {
    const changed = await change({ series: 'invoice', branch: branch.documentId, pattern: 'NM-{BBBB}-{N:4}' });
    expect(changed.body.data).toMatchObject({ own: true, next: 'NM-2573-0001' });
    expect(await take('invoice', branch.id)).toBe('NM-2573-0001');
    expect(await take('invoice', other.id)).toBe('INV-2573-000004');
    const same = await change({ series: 'invoice', branch: other.documentId, pattern: 'NM-{BBBB}-{N:4}' });
    expect(same.body.error.details).toMatchObject({ code: 'number_series.branch_pattern_taken', field: 'pattern' });
    await change({ series: 'invoice', branch: branch.documentId, pattern: null });
    expect(await take('invoice', branch.id)).toBe('INV-2573-000005');
    // Its own counter goes on where it stood.
    await change({ series: 'invoice', branch: branch.documentId, pattern: 'NM-{BBBB}-{N:4}' });
    expect(await take('invoice', branch.id)).toBe('NM-2573-0002');
  });

  test('a pattern of the company that names the branch gives each branch its counter; those who follow, follow', async () => {
    await change({ series: 'receipt', pattern: 'RC{BR}-{BB}{MM}-{N:3}' });
    expect(await take('receipt', null)).toBe('RC00000-7311-001');
    expect(await take('receipt', other.id)).toBe('RC00002-7311-001');
    await change({ series: 'receipt', pattern: 'RC{BR}-{BBBB}-{N:5}' });
    expect(await series('receipt', '00002')).toMatchObject({ own: false, next: 'RC00002-2573-00001' });
    expect(await take('receipt', other.id)).toBe('RC00002-2573-00001');
  });

  test('a pattern that makes no numbers is refused at its field', async () => {
    const wrong: [string, number, string][] = [
      ['INV', 400, 'number_pattern.counter_missing'],
      ['{N:3}{N:3}', 400, 'number_pattern.counter_repeated'],
      ['{MM}-{N:3}', 400, 'number_pattern.month_without_year'],
      ['{XX}-{N:3}', 400, 'number_pattern.unknown_token'],
      ['A B-{N:3}', 400, 'number_pattern.characters'],
      [`${'A'.repeat(40)}{N:3}`, 400, 'number_pattern.too_long'],
      ['CN-{BBBB}-{N:6}', 409, 'number_series.pattern_taken'],
    ];
    for (const [pattern, status, code] of wrong) {
      const refused = await change({ series: 'invoice', pattern });
      expect({ status: refused.status, ...refused.body.error.details }).toMatchObject({
        status,
        code,
        field: 'pattern',
      });
    }
    expect((await change({ series: 'nothing', pattern: 'A{N:3}' })).status).toBe(404);
    expect((await change({ series: 'invoice', branch: 'nowhere', pattern: 'A{N:3}' })).status).toBe(400);
    expect(await series('order', '00001')).toBeUndefined();
    const forBranch = await change({ series: 'order', branch: branch.documentId, pattern: 'A{N:3}' });
    expect(forBranch.body.error.details).toMatchObject({ code: 'number_series.company_wide', field: 'branch' });
  });

  test('what has given numbers keeps its code and stays; only the owner changes patterns', async () => {
    const renamed = await owner.put(`${BRANCHES}/${branch.documentId}`, { code: '00009' });
    expect(renamed.body.error.details.code).toBe('branch.code_fixed');
    expect((await owner.put(`${BRANCHES}/${branch.documentId}`, { name: 'นิมมานเหมินท์' })).status).toBe(200);
    const admin = await app.staff();
    expect((await admin.delete(`${BRANCHES}/${branch.documentId}`)).body.error.details.code).toBe('branch.used');
    const accountant = await app.staff('accountant');
    expect((await accountant.get('/platform/number-series')).status).toBe(200);
    expect((await accountant.post('/platform/number-series', { series: 'invoice', pattern: 'X{N:3}' })).status).toBe(
      403,
    );
  });
});

describe('events', () => {
  test('are found by name, customer and day, and opened with what was told of them', async () => {
    const member = await app.member();
    const customer = await customerOf(app, member);
    const ask = async (query: string) => (await owner.get(`/platform/events?${query}`)).body.data as { name: string }[];
    const ofCustomer = await ask(`customer=${customer.id}`);
    expect(ofCustomer.map((event) => event.name)).toContain('member.registered');
    expect(await ask('from=2030-11-24')).toEqual([]);
    expect((await ask('from=2030-11-23&to=2030-11-23&name=member.registered')).length).toBe(1);
    expect((await owner.get('/platform/events?from=yesterday')).status).toBe(400);
    const names = (await owner.get('/platform/event-names')).body.data as { name: string; title: string }[];
    expect(names.map((one) => one.name)).toEqual([...names.map((one) => one.name)].sort());
    expect(names).toContainEqual({ name: 'setting.changed', title: expect.stringMatching(/\S/) });
    const [event] = (await owner.get('/platform/events?limit=1')).body.data as { id: string }[];
    const opened = await owner.get(`/platform/events/${event?.id}`);
    expect(opened.body.data).toMatchObject({ id: event?.id, deliveries: expect.any(Array) });
    expect((await owner.get('/platform/events/nothing')).status).toBe(404);
    expect((await (await app.staff('sales')).get(`/platform/events/${event?.id}`)).status).toBe(403);
  });

  test('jobs have names and runs', async () => {
    const jobs = await owner.get('/platform/jobs').set('Accept-Language', 'th');
    expect(jobs.body.data).toContainEqual(
      expect.objectContaining({ name: 'platform.deliver-events', title: 'ส่งต่อเหตุการณ์' }),
    );
    await owner.post('/platform/jobs/platform.deliver-events/run');
    expect((await owner.get('/platform/jobs/platform.deliver-events/runs')).body.data[0].state).toBe('finished');
    expect((await owner.get('/platform/jobs/no.such/runs')).status).toBe(404);
  });

  test('every job, and whoever waits for an event, has a name in both languages', async () => {
    type Named = { name: string; title: string };
    const { subscribers, messages } = app.strapi.plugin('platform').service('core') as PlatformCore;
    const told = subscribers().filter(({ when }) => when === 'after');
    expect(told.length).toBeGreaterThan(0);
    for (const language of ['th', 'en'] as const) {
      const jobs = (await owner.get('/platform/jobs').set('Accept-Language', language)).body.data as Named[];
      expect(jobs.filter(({ name, title }) => title === name || /[ก-๙]/.test(title) !== (language === 'th'))).toEqual(
        [],
      );
      expect(told.filter(({ name }) => messages.title(language, 'job', name) === name)).toEqual([]);
    }
  });
});

test('a row of before gets the default of what a newer version requires; what is optional or said stays', async () => {
  const uid = 'plugin::billing.setting';
  const core = app.strapi.plugin('platform').service('core') as PlatformCore;
  const { id } = await app.platform.settings.read(uid);
  await app.platform.rows.update(uid, [{ id, withholdingFrom: null, dueDays: 30, vatRegisteredFrom: null }]);
  await core.settings.ensure(uid);
  const row = await app.platform.settings.read<Record<string, unknown>>(uid);
  expect(row).toMatchObject({ id, dueDays: 30, vatRegisteredFrom: null });
  expect(String(row.withholdingFrom)).toBe('100000');
});
